"""The head of a journal or a series: the name of the publication, and the lines beside it that are no title."""

import re
from collections.abc import Iterator, Sequence

from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.headings import is_chronology_heading, is_of_site, is_trail
from chronicle.reading.namewords import BODIES, PERIODICALS

_VOLUME = r"\bVol(?:ume|\.)?\s*(?P<volume>\d{1,3})\b"
# `A Quarterly E-Journal on ...`: what a journal calls itself below its name.
_SERIES = re.compile(
    r"an?\s(?:[\w-]+\s){0,4}(?:e-?)?(?:journal|review|magazine|newsletter|bulletin)(?:\s(?:on|of|for)\s.{2,80})?$",
    re.IGNORECASE,
)
_WITH_VOLUME = re.compile(rf"(?P<publication>[A-Z][^,|·:.()\d]{{3,60}}?)\s*[,|·]?\s*{_VOLUME}", re.IGNORECASE)
_VOLUME_ALONE = re.compile(rf"\W*{_VOLUME}", re.IGNORECASE)
_PUBLISHED_IN = re.compile(
    rf"published\s+(?:{MONTH})\s+{YEAR}\s+in\s+(?P<publication>[A-Z][^·|,(.]{{3,60}})$", re.IGNORECASE
)
_KIND = (
    r"(?:(?:research|briefing|background|working|occasional|policy|parliamentary|discussion|issue|conference)\s){1,2}"
    r"(?:papers?|notes?|briefs?|series)|issue brief|report(?=\s(?:for|to)\s)|fact ?sheets?(?: & briefs)?"
    r"|policy briefs?|special reports?"
)
# What numbers, dates or sorts a paper and is no title of it.
_LABEL = re.compile(
    rf"(?:[A-Z]{{2,5}}\s)?(?:{_KIND})(?:\sseries)?"
    r"(?:\s(?:for|to)\s(?:\w+(?:\s|$)){1,4}|[\s,]+(?:no\.?\s?)?\d[^:]{0,40})?\W*"
    r"|order code\b.*|.*\breceived through\b.*|[A-Z]{1,3}\d{4,6}\b.{0,24}"
    r"|(?:(?:report|paper|page|number|issue)\s(?:no\.?\s?)?|no\.?\s?)\d.{0,30}"
    r"|\(?(?:(?:last|first)\s)?(?:updated|posted|reviewed|revised|modified|compiled|prepared|issued)\b.{0,120}"
    r"|.{0,60}\blast (?:updated|reviewed|revised|modified)\b.{0,60}|(?:press )?contact:.*"
    r"|print(?:er| this).*|source:?.*|contents|summary|documentation|documents and materials|research notes?"
    r"|(?:policy )?(?:options|issues|considerations|implications) for (?:congress|policy)"
    r"|(?:from|to|cc|date|sent|newsgroups|organization):.*|.*\w\s[>»›]\s\w.*",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:annex|appendix)\s[IVX\dA-Z]{1,4}\W*", re.IGNORECASE)
_BODY = "|".join(sorted(BODIES - {"group", "fund", "project", "mission", "society", "network", "union", "forum"}))
_NAME_OF_BODY = re.compile(
    rf"(?:the\s)?(?:(?!(?:of|for|on|to|in)\b)[\w’'&.,-]+\s){{0,6}}(?:{_BODY})"
    rf"(?:\s(?:of|for|on)\s(?:the\s)?(?:[\w’'&.-]+(?:,?\s|,?$|(?=,))){{1,7}})?(?:,\s?.{{2,60}})?",
    re.IGNORECASE,
)
_BESIDE_BODY = re.compile(r"\s[–—|/·-]\s")
_SMALL = re.compile(r"(?<![\w-])(?!(?:of|for|on|and|the|in|at|to|de|la|und|des)\b)[a-z]{2,}")
_MOST_WORDS, _LONGEST, _LONGEST_BODY = 8, 60, 120
_FEWEST_IN_MENU, _LONGEST_LABEL = 3, 160
_SMALL_WORDS = re.compile(r"(?<=\s)(?:Of|For|On|And|The|In|At|To)(?=\s)|(?<=['’])S\b")


def is_label(line: str) -> bool:
    """Whether a line sorts, numbers or dates a paper: `Volume 5, Number 1`, `Issue Brief for Members`, `World News`."""
    if len(line) > _LONGEST_LABEL:
        return False
    if line[:1].islower() or line[:1] in "·•" or not any(map(str.isalpha, line)):
        return True
    if _VOLUME_ALONE.match(line) or _LABEL.fullmatch(line) or is_series(line):
        return True
    return is_of_site(line) or is_trail(line) or _is_menu(line) or _with_volume(line) is not None


def _is_menu(line: str) -> bool:
    words = line.split()
    return len(words) > _FEWEST_IN_MENU and sum(map(is_of_site, words)) > 1


def is_annex(line: str) -> bool:
    """`Annex B`: a title only where none stands below."""
    return _ANNEX.fullmatch(line) is not None


def is_series(line: str) -> bool:
    return _SERIES.match(line) is not None


def is_name_of_body(line: str) -> bool:
    """Whether a line is the name of a body that publishes: `Ministry of Trade`, `Sundland – Institute for the Sea`."""
    if len(line) > _LONGEST_BODY or _SMALL.search(line):
        return False
    return any(_NAME_OF_BODY.fullmatch(part) for part in _BESIDE_BODY.split(line))


def is_periodical(line: str) -> bool:
    """`THE COASTAL HERALD`, `Northern Policy Review`."""
    words = line.split()
    return 1 < len(words) <= _MOST_WORDS and words[-1].casefold() in PERIODICALS and _is_name(line)


def is_over_volume(head: Sequence[str]) -> bool:
    """Whether the first of two lines may be a journal's name, and the second is its volume alone."""
    return len(head) > 1 and _VOLUME_ALONE.match(head[1]) is not None and _is_name(head[0]) and " " in head[0]


def publication_in(head: Sequence[str], relation: int | None) -> str | None:
    """The journal that a head names; `relation` is the number of the line that names the two sides of its article."""
    return next(filter(None, map(_written, _named(head, relation))), None)


def _named(head: Sequence[str], relation: int | None) -> Iterator[str]:
    for number, line in enumerate(head):
        found = _PUBLISHED_IN.search(line)
        if found is not None:
            yield found["publication"].strip()
        elif (name := _with_volume(line)) is not None:
            yield name
        elif is_series(line) or (number == 1 and _VOLUME_ALONE.match(line)):
            yield from _above(head, number)
    if relation is not None:
        yield from _above(head, relation)


def _with_volume(line: str) -> str | None:
    """`Northern Notes` out of `Northern Notes, Vol. 14, No. 2`."""
    found = _WITH_VOLUME.match(line)
    return found["publication"].strip() if found and _is_name(found["publication"].strip()) else None


def _above(head: Sequence[str], number: int) -> Iterator[str]:
    """The name right above a line, on one line or a word on each of two."""
    if number == 2 and all(_is_word(line) for line in head[:2]):
        yield " ".join(head[:2])
    elif number in (1, 2) and _is_name(head[number - 1]) and " " in head[number - 1]:
        yield head[number - 1]


def _is_word(line: str) -> bool:
    return line.isalpha() and line[0].isupper()


def _is_name(line: str) -> bool:
    """Whether a line may be a publication's name: some words in capitals, none of a site, a body or a chronology."""
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or not line[:1].isupper() or _SMALL.search(line):
        return False
    if any(sign.isdigit() for sign in line) or line.endswith((".", ":", "!", "?")) or "relations" in line.casefold():
        return False
    return not (is_of_site(line) or is_trail(line) or is_chronology_heading(line) or is_name_of_body(line))


def _written(name: str) -> str:
    """What is printed in capitals as names are written."""
    return _SMALL_WORDS.sub(lambda word: word[0].lower(), name.title()) if name.isupper() else name
