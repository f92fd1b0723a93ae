"""The headings of chronologies: the words, the relation they name, the period line beneath."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from chronicle.model import Precision
from chronicle.reading.dateparts import A_YEAR, DASHES, MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.markup import folded, squeezed
from chronicle.reading.pairs import sides_named
from chronicle.reading.printed import nothing_but
from chronicle.reading.resolving import parse_date, resolve

WORD = (
    r"(?:chronolog(?:y|ies)|time-?\s?lines?|key\s+(?:dates|events|developments)"
    r"|chronological\s+(?:tables?|lists?|overview|outline|summary|sequence)"
    r"|(?:calendar|diary|(?<!the\s)(?:sequence|order|course))\s+of\s+events"
    r"|chronologi[ea]|chronik|zeittafel|cronolog[ií]a|kronoloj?i|хронолог[иі]я|niên\s+biểu)"
)
# Scripts without blanks between words have them at the end of a heading: `中俄关系大事记`, `日中関係年表（2010年）`.
_HEADING = re.compile(rf"\b{WORD}\b|(?:年表|年[譜谱]|大事[记記])\W*(?:[（(][^（()）]{{1,40}}[)）]\W*)?$", re.IGNORECASE)
# A list of visits, under a title of its own.
_VISITS = re.compile(
    r"(?:(?:LIST|List|RECORD|Record|TABLE|Table) (?:OF|of) (?:(?:THE|the|RECENT|[Rr]ecent|MAJOR|[Mm]ajor) )?)?"
    r"(?:VIP|HIGH[- ]LEVEL|High[- ][Ll]evel|OFFICIAL|Official|STATE|State|BILATERAL|Bilateral"
    r"|(?:Mutual [Ee]|MUTUAL E|E)(?:xchanges?|XCHANGES?) (?:of|OF)(?: [\w-]+)?) (?:[Vv]isits|VISITS)"
    r"(?:,? \(?\d{4}[^.,;:]{0,12}| [^.,;:]{0,40})?$"
)
_SPACED = re.compile(r"c\s?h\s?r\s?o\s?n\s?o\s?l\s?o\s?g\s?y", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"(?:here|following|the following|below|these|this)\b.{0,120}?"
    r"\b(?:chronology|timeline|(?:key|main|major|some) (?:\w+ )?(?:events|dates|developments|milestones)|events in)"
    r"\b.{0,150}[.:]$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|\t\d+\s*$|\s\.{2,}\s*\d+\s*$")
_TO_TOP = re.compile(r"(?:back|return) to top\b", re.IGNORECASE)
_SENTENCE = re.compile(rf"[a-z]{{3,}}[.?!]\s+[A-Z]|[a-z]{{3,}}\.\s*$|\b(?!{MONTH})[A-Z][a-z]{{2}}\.\s*$")
# `Appendix. Timeline of ...`, whose full stop ends no sentence.
_PART = re.compile(r"(?:appendix|annex|chapter|part|section|supplement)(?:\s\w{1,5})?\.\s", re.IGNORECASE)
_PICTURE = re.compile(rf"{WORD}\s(?:image|picture|photo(?:graph)?|graphic|icon|marker|thumbnail)\b", re.IGNORECASE)
_TIES = (
    r"(?:(?:bilateral|diplomatic|foreign|official|military|economic|political|trade)\s+){0,2}"
    r"(?:relations?|ties|relationship)"
)
_OF = re.compile(
    rf"\b{WORD}(?:\s+(?:of|in)\s+|\s?[:{DASHES}]\s+)(?:the\s+|recent\s+)?(?:(?:(?:key|major)\s)?events\s(?:of|in)\s|history\sof\s)?"
    rf"(?:the\s)?(?P<relation>.+?)\s+{_TIES}\b(?:\s+with\s+(?P<other>[^,:;(]+?)(?=$|[,:;(]|\s(?:since|from|in)\b))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"^(?P<relation>.+?)\s+{_TIES}(?:,?\s(?:(?:in|since|from)\s)?\(?{YEAR}(?:\s?(?:[{DASHES}]|to)\s?{YEAR})?\)?)?"
    rf"\s*[:,–—-]?\s*(?:a\s+)?{WORD}\b",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^chronology\s*[:{DASHES}]\s*(?P<relation>.+?)(?:\s+relations)?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b{_TIES}\s+between\s+(?P<relation>.+?\sand\s(?:the\s)?(?-i:[A-Z][\w.’']*(?:\s[A-Z][\w.’']*)*))", re.IGNORECASE
)
# `North and South Korean`: what is said once is meant of both.
_OF_BOTH = re.compile(
    r"(?P<one>North|East|Northern|Eastern) and (?P<other>South|West|Southern|Western) (?P<of>[A-Z][\w’'-]+)"
)
_FROM = re.compile(r"\b(?:from|covering|for)\s+(?P<period>.+)$", re.IGNORECASE)
_PAIR = re.compile(
    rf"^(?P<relation>[A-Z][\w.’' ]{{0,30}}?\s?[{DASHES}/]\s?[A-Z][\w.’' /{DASHES}]{{0,40}}?)(?:\s+relations)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"\w\.?\s?[{DASHES}/]\s?\w")
_UP_TO_TIES = re.compile(rf"\s+{_TIES}\b.*", re.IGNORECASE)
# `Date of Normalization of ...`: what of a relation a line tells, and no part of its name.
_OF_WHAT = re.compile(
    r"^(?:(?:the\s)?(?:dates?|(?:re-?)?establishment|normali[sz]ation|resumption|restoration|beginnings?|start|opening"
    r"|history|development|evolution|overview|outline|survey|review|record|state|status|future|anniversary)\sof\s"
    r"(?:the\s)?)+(?=\S)",
    re.IGNORECASE,
)
# The steps of a trail through a site, its first step, and what the parts of sites are called.
_STEP = re.compile(r"\s+[/>»›→]\s+|\s?[>»›→]\s?")
_HOME = re.compile(rf"\W*(?:home|home\s?page|front page|you are here)\s?(?:[:/|>»›→]|\s[{DASHES}]\s)", re.IGNORECASE)
_OF_SITE = re.compile(
    r"(?:home|home\s?page|front page|you are here.*|(?:latest |world |top )?news|world|politics|(?:inter)?national"
    r"|nation|region(?:al|s)?|countries|local|opinion|business|economy|sports?|culture|society|science|features?"
    r"|archives?|publications?|articles?|stories|topics?|issues?|analysis|commentary|research|reports?|about(?: us)?"
    r"|library|resources|documents|departments?|policy|foreign (?:policy|affairs|relations)|chronolog(?:y|ies))",
    re.IGNORECASE,
)
_YEARS_AT_END = re.compile(rf"[,:]?\s\(?{YEAR}(?:\s?[{DASHES}]\s?(?:{YEAR}|present))?\)?$")
# A word in small letters that is neither small itself nor part of a name.
_UNNAMED = re.compile(r"(?<![\w-])(?!(?:and|the|of)\b)[a-z]{3,}(?![\w-])")
_SMALL_LEAD = re.compile(r"^[\s,:]*(?:(?:of|in|on|to|the|and|a)\s)+", re.IGNORECASE)
_STOP = re.compile(r"(?<=[a-z]{2})\.$")
_POSSESSIVE = r"[’']s?$"
_PERIOD_BEHIND = re.compile(rf",\s(?P<period>(?:(?:{MONTH})\s)?{YEAR}.{{0,24}})$", re.IGNORECASE)
_YEARS_BEHIND = re.compile(
    rf"(?:(?<=[Rr]elations)|(?<=RELATIONS))[\s:,(]+{YEAR}(?:\s?[{DASHES}]\s?(?:{YEAR}|present))?\)?$"
)
_INLINE_OF = re.compile(r"chronology\s+of\s+[^.:;!?\n]{3,90}?\s+relations\b\*?", re.IGNORECASE)
_INLINE_BEFORE = re.compile(
    rf"\b[A-Z][\w.’]{{0,20}}\s?[{DASHES}]\s?[A-Z][^.:;!?\n]{{1,50}}?\s+relations\s+$", re.IGNORECASE
)
_LONGEST = 160
_AT_END = " .)*]"  # behind a period; a colon ends a sentence about the year, a bracket may have opened before it


@dataclass(frozen=True, slots=True)
class Period:
    """A stated time covered: as printed, and its inclusive days."""

    text: str
    start: date
    end: date


def is_chronology_heading(text: str) -> bool:
    """A line that heads a chronology; no other sentence, no line of a contents list, no way back to one, no picture."""
    if len(text) <= 300 and _INTRODUCES.match(text):
        return True
    if _VISITS.match(text):
        return True
    if len(text) > _LONGEST or not (_HEADING.search(text) or _SPACED.search(text)):
        return False
    is_sentence = _SENTENCE.search(_PART.sub("", text, count=1))
    return not (_CONTENTS.search(text) or is_sentence or _TO_TOP.match(text) or _PICTURE.match(text))


def relation_in(heading: str) -> str | None:
    """`China - Russia` out of `Chronology of China - Russia Relations`, as printed."""
    heading = folded(squeezed(heading)).rstrip("*")
    for pattern in (_BETWEEN, _OF, _BEFORE, _AFTER):
        found = pattern.search(heading)
        words = _named_last(found["relation"]) if found else ""
        if found and words and _is_relation(words):
            return sides_named(_as_sides(words, found.groupdict().get("other")))
    return None


def _named_last(words: str) -> str:
    """`U.S.-Vietnam` out of `From embargo to partnership, three decades of U.S.-Vietnam`; nothing out of `rocky`.

    Before further words, as in `Thai-Cambodian temple row`, only two sides are taken.
    """
    parts = [_SMALL_LEAD.sub("", part).strip(" ,:") for part in _UNNAMED.split(words)]
    named = next(filter(None, reversed(parts)), "")
    return named if parts[-1] or _PAIR.match(named) else ""


def _is_relation(words: str) -> bool:
    """Whether words name somebody, be it in capitals alone, and neither a time nor a further chronology."""
    return not words.islower() and period_in(words) is None and not _HEADING.search(words)


def _as_sides(relation: str, other: str | None) -> str:
    """`China - Australia` for `China’s relations with Australia`, `North Korean-South Korean` for both of them."""
    one = _STOP.sub("", _YEARS_AT_END.sub("", relation.strip(" :–—-")))
    if other is not None:
        return f"{re.sub(_POSSESSIVE, '', one)} - {re.sub('^the ', '', other.strip())}"
    both = _OF_BOTH.fullmatch(one)
    return f"{both['one']} {both['of']}-{both['other']} {both['of']}" if both else one


def pair_in(line: str) -> str | None:
    """The relation in a line such as `China - Russia` or `CHINA- RUSSIA RELATIONS`; the way to a page names none."""
    line = folded(line)
    if len(line) >= 90 or match_date(line) is not None or line.startswith("By ") or is_trail(line):
        return None
    if _HEADING.search(line):
        relation = relation_in(line)
        return relation if relation and _PAIR.match(relation) else None
    sides = sides_named(_UP_TO_TIES.sub("", of_sides(_without_years(line))))
    return sides if sides is not None and _JOINED.search(sides) and "," not in sides else None


def of_sides(words: str) -> str:
    """`A-B` out of `Date of Normalization of A-B`."""
    return _OF_WHAT.sub("", words)


def is_trail(line: str) -> bool:
    """Whether a line tells where in a site its page stands: `Home / World / Asia`, `News > Europe`."""
    if len(line) > _LONGEST:
        return False
    parts = [part.strip() for part in _STEP.split(line)]
    of_site = any(_OF_SITE.fullmatch(part) or A_YEAR.search(part) for part in parts)
    return (len(parts) > 1 and of_site) or _HOME.match(line) is not None


def is_way_home(line: str) -> bool:
    """Whether a line leads from the first page of a site to this one: `Home › Research › Timelines`."""
    return len(line) <= _LONGEST and _HOME.match(line) is not None


def is_of_site(line: str) -> bool:
    """Whether a line is what a part of a site or a newspaper is called: `World News`, `Opinion`."""
    return _OF_SITE.fullmatch(line.strip()) is not None


def _without_years(line: str) -> str:
    """`X-Y Relations 1959 - 2015`, `X-Y, May 2016-June 2017` without the years; others with a year name no relation."""
    behind = _PERIOD_BEHIND.search(line)
    words = line[: behind.start()] if behind and period_in(behind["period"]) else _YEARS_BEHIND.sub("", line)
    return "" if A_YEAR.search(words) else words


def period_in(text: str) -> Period | None:
    """The period that a whole line states: months, years or a range of days, not a single day."""
    text = folded(text).strip("()[]*: ").rstrip(".,")
    text = re.sub(r"^(?:from|covering|period:?)\s+|\s+to\s+present$", "", text, flags=re.IGNORECASE)
    found = parse_date(text)
    if found is None or found.start is None or found.end is None or found.precision is Precision.DAY:
        return None
    return Period(text, found.start, found.end)


def period_within(heading: str) -> Period | None:
    """The period at the end of a heading: `..., January-April 2012`, `Chronology from Jan 2011 to May 2011`."""
    found = _FROM.search(heading)
    if found and (period := period_in(found["period"])):
        return period
    for m in re.finditer(rf"(?:{MONTH})|\b{YEAR}", heading):
        printed = match_date(heading, m.start())
        if printed and nothing_but(heading, printed, _AT_END):
            resolved = resolve(printed, heading[printed.start : printed.end], None)
            return period_in(resolved.text) if resolved else None
    return None


def period_over(lines: Sequence[str], number: int) -> Period | None:
    """The period that a heading states: within itself, or alone on the line below."""
    return period_within(lines[number]) or (period_in(lines[number + 1]) if number + 1 < len(lines) else None)


def headings_anew(lines: Sequence[str], repeated: Container[str]) -> frozenset[int]:
    """Of headings printed again and again those over a period of their own, and its line: no running heads."""
    told: dict[int, tuple[str, Period]] = {}
    for number, text in enumerate(lines):
        if text in repeated and is_chronology_heading(text):
            period = period_over(lines, number)
            if period is not None:
                told[number] = (re.sub(r"\d", "", heading_key(text)), period)
    first: dict[tuple[str, date, date], int] = {}
    for number, (key, period) in told.items():
        first.setdefault((key, period.start, period.end), number)
    of_one = Counter(key for key, _, _ in first)
    return frozenset(at for (key, _, _), number in first.items() if of_one[key] > 1 for at in (number, number + 1))


def heading_key(text: str) -> str:
    """A heading without its signs and a `(continued)`."""
    return re.sub(r"\(?cont(?:inued|[’']?d)?\.?\)?|\W", "", text.casefold())


def inline_headings(text: str) -> list[tuple[int, int]]:
    """Where headings stand in the middle of run-together text; the caller checks that a date follows soon."""
    found = []
    for word in re.finditer("C(?:hronology|HRONOLOGY)|chronology", text):
        of = _INLINE_OF.match(text, word.start())
        before = None if of else _INLINE_BEFORE.search(text, max(0, word.start() - 90), word.start())
        if of or before:
            found.append((before.start() if before else word.start(), of.end() if of else word.end()))
    return found


_END = re.compile(
    r"(?:(?:end)?notes?|references?|sources?|footnotes?|bibliography"
    r"|(?:for )?(?:further|additional|recommended|suggested|selected) readings?"
    r"|(?:useful |other |additional |further |selected |key |more ){1,3}(?:sources|resources|documents|links)"
    r"|more (?:on|about|from) .{1,40}|(?:top|latest|other|more|related|recent) (?:stories|news|headlines|topics|posts"
    r"|interactives|features|articles|coverage|videos|podcasts|backgrounders|timelines|explainers|publications)"
    r"(?: (?:in|from|on) (?:this|the same) (?:category|section|topic|country|region))?"
    r"|(?:related|similar) search(?:es)?"
    r"|(?:top|latest|more)(?: in| from)? (?:world|politics|(?:inter)?national|nation|regional|local|opinion|business)"
    r"|(?:you (?:may|might) also like|also read|read also|recommended|most read|trending)"
    r"|reading list|related(?: (?:articles|content|stories|links|documents|posts))?|see also|also see"
    r"|(?:story )?archives?"
    r"|resources|external links"
    r"|acknowledge?ments?|about the authors?|(?:appendix|annex)(?:\s[A-Z\d]{1,4})?(?:[:.–—]?\s[^.]{0,80})?"
    r"|(?:selected |key |list of )?documents?|glossary|abbreviations|read more|share this.{0,40}|tags"
    r"|(?:your )?comments"
    r"|contact(?: us)?|copyright.{0,80}|copyright (?:©|\(c\)|(?:19|20)\d\d).{0,300}|(?:©|all rights reserved\b).{0,400}"
    r"|(?:count )?views?\s?:\s?\d+"
    r"|(?:«\s?)?(?:newer|older|previous|next)(?: \d{1,3}){2,6}(?: (?:older|next|\.\.\.|…).{0,4})?"
    r"|(?:next|last|older|newer)(?: page)?\s?[›»→>]{1,2}|[‹«←<]{1,2}\s?(?:first|previous|prev|older|newer)(?: page)?"
    r"|enditem|\d{1,4} comments?|-{0,3}\s?(?-i:ENDS?|Ends)\s?-{0,3}|download .{0,60}|credits?|conclusions?"
    r"|article tags.{0,60}|list of (?:figures|tables|documents).{0,40}|connect with the authors?)\s*:?\s*$",
    re.IGNORECASE,
)
_MAY_END = re.compile(
    r"\(?(?:(?:chronology )?(?:compiled|prepared|researched|research|written|edited)(?: and \w+)? by\b"
    r"|(?:additional )?(?:reporting|editing|writing|compilation)(?: and (?:writing|editing|reporting))? by\b"
    r"|(?:(?:web|copy|page|chief|managing|responsible) )?editors?\s?:(?! ?$)"
    r"|sources?\s?:|(?:editor[’']s )?notes?\s?:|this chronology\b|the author\b|for more\b|see also (?:the|our)\b"
    r"|(?:this )?(?:page|site) (?:is |was )?(?:last )?(?:maintained|updated|modified|revised|reviewed)\b"
    r"|publication (?:details|information)\s?:"
    r"|this (?:article|story|report|post|piece) (?:was|is|has been) (?:\w+ )?(?:written|prepared|produced|published)\b"
    r"|this (?:article|story|report|post|piece) (?:(?:first|originally|also) )?(?:appear(?:s|ed)|ran)\b"
    r"|this is an? (?:excerpt|extract)\b|subscribers (?:may|can)\b|subscribe (?:to|now)\b"
    r"|(?:last )?updated\s?:|last (?:updated|modified|revised|reviewed)\b).{0,600}$",
    re.IGNORECASE,
)


def ends_section(text: str) -> bool:
    """Whether a line heads what stands behind a chronology: notes, reading lists, related articles."""
    return _END.match(text.strip().strip("*#[](")) is not None


def may_end_section(text: str) -> bool:
    """Whether a line is a credit or a note: it ends a chronology unless further entries follow."""
    return _MAY_END.match(text.strip().strip("*[]")) is not None
