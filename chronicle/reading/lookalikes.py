"""What bears dates in order and is no chronology: bibliographies, programmes, lives, fixtures, lists of names."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from chronicle.reading.accepting import Dated
from chronicle.reading.clock import HALF, HOUR
from chronicle.reading.dateparts import DASHES
from chronicle.reading.lines import Line
from chronicle.reading.openings import ends_sentence
from chronicle.reading.passages import is_label
from chronicle.reading.surveying import Survey

_CLOCK = re.compile(rf"\W*(?:{HOUR}(?!\w)|(?:at\s)?\d{{1,2}}(?:[{DASHES}]\d{{1,2}})?\s?{HALF})", re.IGNORECASE)
# `0900 – 1030`, `1400 – 1530`: hours that could be years.
_FOUR_DIGITS = re.compile(r"\W*(?P<digits>\d{4})(?!\d)(?P<to>\s?[-–—]\s?\d{4}(?!\d))?")
_ROUND_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
OF_PROGRAMMES = re.compile(
    r"\b(?:registration|coffee|tea|lunch|dinner|reception|break|keynote|plenary|panel|session|workshop|moderator"
    r"|chair|speakers?|discussants?|remarks|welcome|room|hall|breakfast|depart|check-?in|doors open)\b",
    re.IGNORECASE,
)
# `Thursday 2 March, 7pm`: when to come.
_ON_AT = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*\d\s?[ap]\.?m\b", re.IGNORECASE)
_CITES = re.compile(
    r"\bpp?\.\s?\d|\bvols?\.|\b\d{1,4} pp?\.(?!\s?m)|(?-i:[.] In: [A-Z])"
    r"|\b(?:working|discussion|occasional|policy|research|conference) (?:papers?|briefs?)(?: series)?,? (?:no\. ?)?\d"
    r"|\bISBN\b|\bdoi\b|https?://|\bUniversity Press\b|\beds?\.\)|\bRetrieved\b|\baccessed\b"
    r"|(?-i:[A-Z][\w’']+ v\.? (?:the )?[A-Z])"
    r"|(?-i:[.)] [A-Z][\w.’'-]{2,24}: (?:[A-Z][\w.’'-]*|&)(?:,? (?:[A-Z][\w.’'-]*|&|and)){0,5}$)",
    re.IGNORECASE,
)
# `Zook, David H. ...`, `Smith, A., ...`, `Smith, A. A title`: who wrote it.
_AUTHOR = re.compile(
    r"(?:[A-Z][\w’'-]+\s)?[A-Z][\w’'-]+, (?:[A-Z][\w’'-]+\s)?[A-Z]\.(?:\s?[A-Z]\.)?"
    r"(?:\s?[,(]|\s(?:and|&)\s|\s(?=[A-Z]))"
)
_QUOTED_TITLE = re.compile(r"\W{0,3}[“\"][^”\"]{5,200}[.,?!]?[”\"]\s+(?=[A-Z])")
_TELLING_WORD = re.compile(r"\b(?!(?:thesis|dissertation|edited|with|from|chapter)\b)[a-z]{4,}\b")
# `This paper looks at the war`: an abstract, which tells of its own text.
_OF_ITSELF = re.compile(
    r"\bthis (?:[a-z]+ )?(?:paper|note|brief(?:ing)?|report|article|study|essay|book|bulletin|fact ?sheet|publication)"
    r" (?:(?:also|briefly|first) )?(?:looks|describes|discusses|examines|outlines|gives|summari[sz]es|considers"
    r"|explains|explores|analy[sz]es|assesses|reviews|surveys|traces|argues|provides|presents|focuses|deals|covers"
    r"|sets out)\b",
    re.IGNORECASE,
)
# What an office publishes: `Press release No. 12: ...`, and files with their size.
_PUBLISHED = re.compile(
    r"(?:press (?:release|statement|conference)|media (?:release|advisory)|announcement|speech|interview|photo gallery"
    r"|video(?=\s?[:(])|vacancy|tender|travel advice|newsletter)\b|.*\((?:PDF|DOCX?|XLSX?|MP[34]),? \d{1,5}\s?[KM]B\)",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    r"(?:(?:(?:agenda )?item )?\d{1,2}[.:)]\s+)?"
    r"(?P<said>(?:the )?meeting (?:was called to order|opened at|rose at|was adjourned|closed at)"
    r"|(?:adoption of the )?agenda$"
    r"|(?:minutes|summary record) of (?:the|its)|(?:any )?other business|apologies\b|chair(?:person|man|woman)?\s?:"
    r"|(?:in attendance|present|rapporteur)\s?:|date of (?:the )?next meeting)",
    re.IGNORECASE,
)
# A title without a full stop, and a cell with the number of the document: `| PR/2018/030`.
_DOCUMENT = re.compile(
    r"[^.!?|]\s?\|\s(?:No\.\s?)?[A-Z]{1,6}(?:[-/][A-Z\d][\w.]{0,11}){0,4}[-/ ]\d[\w.]{0,11}(?:/\d{2,4})?\s?(?:\||$)"
)
# A number behind a whole sentence is a table's figure, not a page.
_LEADERS = re.compile(r"(?:\.\s?){3,}\s*\d*\s*$|(?<![.!?])\s\|\s\d{1,3}$|(?<![.!?|])\s\d{1,3}$")
_SCORE = re.compile(r"[^\W\d]\s\d{1,3}\s?[-–:]\s?\d{1,3}(?:\s+[A-Z(]|\s*$)")
_DEADLINE = re.compile(
    r"\b(?:deadline|submissions?|notification|registration (?:opens|closes)|(?:is|are|papers?|abstracts?) due|due date"
    r"|notice of acceptance|application|vacanc(?:y|ies)|reading week|open day"
    r"|(?:term|semester|(?:summer|winter) (?:break|holidays?)|exams?|classes|lectures)"
    r" (?:begins?|starts?|ends?|resumes?))\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"(?:[A-Z][\w.]*\s){1,3}to\s[a-z]{2,}\b")
_TRAVEL = re.compile(
    r"\W*(?:(?:we|you|today|morning)\s)?(?:(?:arriv(?:e|al)|fly|flight|drive|transfer|travel)\s(?:in|at|to|from|via)"
    r"|depart|breakfast|check.in|overnight|free (?:day|time|morning|afternoon)|explore|hike|return home)\b",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\W{0,3}(?!(?:On|In|From|By|At|Between) )(?P<of>[^\W\d]{2,}\.?)\s?#?\d{1,4}[.:,)\s]\s?(?![a-z])")
_OF_A_LIFE = re.compile(
    r"(?:curriculum vitae|cv|r[eé]sum[eé]|(?:formal )?education(?: and training)?|(?:employment|career)(?: history)?"
    r"|(?:(?:work|professional|teaching|academic) )?(?:experience|appointments|positions)|(?:key )?skills|languages"
    r"|(?:awards|hono(?:u)?rs|fellowships|grants)(?: and \w+)?|(?:selected )?(?:publications|talks|presentations)"
    r"|referees)\s*:?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\s[a-z]{3,}")
_OF_MINUTES = 3
_EARLIER = 4  # lines above a first date where earlier hours may stand, which are no years
_PLANNED = 3  # years over which a calendar of what is to come may run
_REACH = 5  # lines below a date among which the first of its text stands, titles and tags above it
_FEW_WORDS = 10  # up to so many, date and all, without a full stop name something and tell nothing


def is_look_alike(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    texts = [_words(survey, d, end) for d in entries]
    cites = sum(bool(_CITES.search(t) or _AUTHOR.match(t) or _is_titled(t)) for t in texts)
    numbered = sum(bool(_LEADERS.search(t)) for t in texts)
    scores = sum(bool(_SCORE.search(t)) for t in texts)
    awaited = sum(bool(_DEADLINE.search(t) or _TASK.match(t) or _TRAVEL.match(t)) for t in texts)
    short = sorted(map(len, texts))[len(texts) // 2] < 12
    listed = sum(bool(_DOCUMENT.search(t) or (_PUBLISHED.match(t) and not ends_sentence(t))) for t in texts)
    if listed * 2 >= len(texts):
        return True
    if short or max(cites, awaited) * 5 >= len(texts) * 2 or max(numbered, scores) * 2 >= len(texts):
        return True
    if _is_terse(texts) or _is_series(texts) or _only_names(survey, entries, end):
        return True
    return _are_abstracts(survey, entries, end) or is_programme(survey, entries, end)


def is_other_record(survey: Survey) -> bool:
    """Whether a whole document is a curriculum vitae or the minutes of a meeting, by what stands in its lines."""
    return _is_life(survey) or _is_meeting(survey)


def _is_titled(text: str) -> bool:
    """`“Six Parties, No Table.” Asian Affairs Review 34 (2009). [PDF]`: a title and names, of which nothing is told."""
    m = _QUOTED_TITLE.match(text)
    return m is not None and _TELLING_WORD.search(text, m.end()) is None


def _is_series(texts: Sequence[str]) -> bool:
    """`Episode 41. ...`, `Episode 42. ...`: the numbers of a series, not events."""
    named = Counter(m["of"].casefold() for text in texts if (m := _SERIAL.match(text)))
    return bool(named) and max(named.values()) * 2 > len(texts)


def _is_terse(texts: Sequence[str]) -> bool:
    """Names, amounts and figures under dates: hardly a sentence among them, or one form filled in again and again."""
    if sum(_tells(text) for text in texts) * 2 < len(texts):
        return True
    forms = Counter(re.sub(r"[\W\d]+", " ", text) for text in texts if len(_NUMBER.findall(text)) > 1)
    return bool(forms) and max(forms.values()) * 2 > len(texts)


def _only_names(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """A few words under each date and no sentence: what will be, who was born, what was signed.

    Over several years nobody plans, so there a verb shows a sentence although no full stop ends it.
    """
    years = {d.opening.printed.year for d in entries} - {None}
    says = _says_briefly if len(years) > _PLANNED else _says
    return _say(survey, entries, end, says) * 5 < len(entries)


def _are_abstracts(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """Titles with what each text is about, as a library lists them, whatever stands between: half of them at least."""
    return _say(survey, entries, end, lambda text: _OF_ITSELF.search(text) is not None) * 2 >= len(entries)


def _say(survey: Survey, entries: Sequence[Dated], end: int, says: Callable[[str], bool]) -> int:
    """How many entries have a line that says something; of the last one only two are looked at."""
    starts = [d.opening.line for d in entries]
    bodies = zip(starts, [*starts[1:], min(end, starts[-1] + 2)], strict=True)
    pairs = zip(entries, bodies, strict=True)
    return sum(any(says(survey.told(d.opening, n)) for n in range(start, stop)) for d, (start, stop) in pairs)


def _says(text: str) -> bool:
    return ends_sentence(text) or len(_WORD.findall(text)) > _FEW_WORDS


def _says_briefly(text: str) -> bool:
    return _says(text) or _VERB.search(text) is not None


def _tells(text: str) -> bool:
    """A word that is no name; a script without small letters is taken at its word."""
    words = _WORD.findall(text)
    return any(len(w) > 2 and w.islower() for w in words) or any(w.upper() == w.lower() for w in words)


def _is_life(survey: Survey) -> bool:
    """Years under the headings of a curriculum vitae."""
    return len({line.text.lower() for line in survey.lines if _OF_A_LIFE.match(line.text)}) >= 2


def _is_meeting(survey: Survey) -> bool:
    """What the minutes of a meeting say in lines of their own: three things of a meeting at least."""
    heads = (_OF_A_MEETING.match(line.text) for line in survey.lines)
    return len({m["said"].casefold() for m in heads if m}) >= _OF_MINUTES


def is_programme(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """Days with hours beneath: a conference, not a chronology."""
    first, last = entries[0].opening.line, entries[-1].opening.line
    days = {d.opening.line for d in entries if d.opening.is_whole}
    lines = [survey.lines[n].text for n in range(first, min(end, last + 8)) if n not in days]
    around = survey.lines[max(0, first - _EARLIER) : last + 1]
    hours = sum(bool(_CLOCK.match(text)) for text in lines) + _hours_in_four_digits(around)
    hours += sum(bool(_CLOCK.match(_words(survey, d, end)) or _ON_AT.match(d.opening.date_text)) for d in entries)
    return hours >= max(2, len(entries) // 2)


def _with_number(line: Line) -> str:
    """A row with the number in its first cell, which may be an hour (`| 0930 | Coffee |`)."""
    return f"{line.ordinal:04} {line.text}" if line.row and line.ordinal is not None else line.text


def _hours_in_four_digits(lines: Sequence[Line]) -> int:
    """How many lines begin with `0900` or `1400`; none if one of these numbers can only be a year.

    All are round hours, and one of them begins with a nought or most run to another and name what programmes name.
    """
    hours = [m for line in lines if (m := _FOUR_DIGITS.match(_with_number(line)))]
    if not all(_ROUND_HOUR.fullmatch(m["digits"]) for m in hours):
        return 0
    early = any(m["digits"].startswith("0") for m in hours)
    named = sum(m["to"] is not None and OF_PROGRAMMES.search(m.string) is not None for m in hours)
    return len(hours) if early or named * 2 > len(hours) else 0


def _words(survey: Survey, item: Dated, end: int) -> str:
    """An entry's first line of text; below headings and titles of a few words (`Region`, `Country`) these and it."""
    words = survey.words(item.opening)
    if words.strip():
        return words
    told: list[str] = []
    for number in range(item.opening.line + 1, min(end, item.opening.line + _REACH)):
        line = survey.lines[number]
        if number in survey.openings:
            break
        if number not in survey.dropped:
            told.append(line.text)
            if not (line.heading or is_label(line)):
                break
    return " ".join(told)
