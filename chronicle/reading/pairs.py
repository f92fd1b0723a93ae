"""The two sides in words that a heading says a relation of, by their form: names in capitals that something joins."""

import re
from collections.abc import Callable

from chronicle.reading.dateparts import DASHES
from chronicle.reading.namewords import NO_SIDE

_WORD = r"(?-i:[A-Z])(?:[^\W\d_]|[.’'])*"
_SIDE = rf"(?:the\s)?{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,4}}?"
_JOINT = rf"(?:\s?[{DASHES}/]\s?|\s?,\s|,?\s(?:and|&)\s)"
_SIDES = re.compile(rf"(?:{_SIDE}{_JOINT})+{_SIDE}", re.IGNORECASE)
_MUTUAL = re.compile(rf"(?:inter|intra|cross)-{_WORD}", re.IGNORECASE)
# What leads to the sides, and what stands behind them.
_LEAD = re.compile(
    r"^.*\b(?:in|on|to|at|for|from|about|with)\s|^(?:.*\s)?(?-i:[a-z])\w*\sof\s(?:the\s)?"
    r"|^(?:appendix|annex|timeline|chronology)\b[^:]*:\s|^(?:an?|the)\s",
    re.IGNORECASE,
)
_KIND = frozenset("bilateral diplomatic official political economic military foreign trade security".split())
_COMPOUND = re.compile(r"[\w.’']+-[\w.’']+")
# One name each, whatever joins its parts.
_ONE = re.compile(r"\b(north|south|mid|asia|indo|euro)-(east|west|pacific|atlantic)", re.IGNORECASE)


def sides_named(words: str) -> str | None:
    """`Norland-Sudland` out of `Milestones in Norland-Sudland`, `Norland-Sudland Policy Tracker`; nothing out of
    `World News / Desk`."""
    named = _without_topic(_LEAD.sub("", words.strip(" :,")))
    if _MUTUAL.fullmatch(named):
        return named
    sides = _ONE.sub(r"\1\2", named)
    return named if _SIDES.fullmatch(sides) and not _words_of(sides) & NO_SIDE else None


def _without_topic(words: str) -> str:
    """Without the last words that name no side: `Policy Tracker`, `Bilateral`, `CONFLICT`."""
    parted = words.split()
    while parted and parted[-1].casefold() in NO_SIDE | _KIND:
        parted.pop()
    return " ".join(parted)


def _words_of(named: str) -> set[str]:
    """The words of the sides, without what joins them and what is no name in any."""
    words = re.sub(r"\b(?:and|of|the)\b|[^\w\s.’']", " ", named, flags=re.IGNORECASE).casefold().split()
    return {word.strip(".’'") for word in words}


def is_one_name(pair: str, is_printed: Callable[[str], bool]) -> bool:
    """Whether a pair is one name with a hyphen, of which the list prints the whole and never the first part alone."""
    whole = _COMPOUND.search(pair)
    return whole is not None and is_printed(whole[0]) and not is_printed(whole[0].partition("-")[0])
