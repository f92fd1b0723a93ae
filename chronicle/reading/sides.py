"""The two sides that the heading of a chronology names, where it does not say that it is about their relations.

A heading prints its words as it likes, so names are told by the list below: each side of `South Korea-Japan trade
dispute` stands there by itself, no part of `Nagorno-Karabakh conflict` and of `War and Peace` does.
"""

import re
from collections.abc import Callable

from chronicle.reading.dateparts import DASHES, MONTH, YEAR
from chronicle.reading.headings import WORD
from chronicle.reading.markup import folded, squeezed

_LEAD = re.compile(
    rf"^(?:(?:an?|the)\s)?(?:(?:brief|short|recent)\s)?{WORD}\b(?:\s(?:of|in|on|for))?\s?[:,{DASHES}]?\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:\s?[:,(|{DASHES}]?\s?(?:\b(?:an?|the)\s)?(?:(?:brief|short)\s)?{WORD}\)?"
    rf"|\s?[:|{DASHES}]\s(?:(?:an?|the)\s)?(?:(?:brief|short)\s)?{WORD}\s(?:of|in)\s.*)$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"^(?:(?:the|events?|of|in|history|key|major|recent)\s?[:,]?\s)+", re.IGNORECASE)
_YEARS = re.compile(rf"[\s,:(]+(?:(?:since|from|in)\s)?(?:{MONTH}\s)?{YEAR}(?:\s?(?:[{DASHES}]|to)\s?.{{0,16}})?\)?$")
_NAME = r"(?:(?:the|The)\s)?[A-Z][\w.’']*(?:\s(?!And\b)[A-Z][\w.’']*){0,2}?"
_TOPIC = (
    r"(?i:civil|border|trade|nuclear|missile|peace|war|conflict|dispute|crisis|talks|negotiations|summits?|tensions?|stand-?off"
    r"|rivalry|diplomacy|normali[sz]ation|rapprochement|clashes|cooperation|dialogue|territorial|maritime|military|deal|accord|agreement|treaty|pact|row|temple|meetings|frictions)\b"
)
_PAIR = re.compile(rf"(?P<pair>(?P<one>{_NAME})\s?[{DASHES}/]\s?(?P<other>{_NAME}))(?=$|\s{_TOPIC})")
_AND = re.compile(rf"(?P<pair>(?P<one>{_NAME})\s(?:and|&)\s(?P<other>{_NAME}))$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}")
_ADJECTIVE = re.compile(r"[A-Z][\w’' ]*(?:an|ese|ish|[^aeiou]i|ic|ch)")
_COMBINING = re.compile(r"(?!(?:Pro|Neo|Co)$)[A-Z][a-z]{1,6}o")
_PREFIX = re.compile(
    r"(?:post|pre|non|anti|pro|mid|counter|trans|pan|multi|neo|ex|self|cold|vice|co|middle)", re.IGNORECASE
)


def sides_in(heading: str, is_printed: Callable[[str], bool]) -> str | None:
    """`South Korea-Japan`, `Japan and China`, as printed; `is_printed` says whether a name stands in the list."""
    words = _about(heading)
    pair = _PAIR.match(words)
    if pair is not None:
        return pair["pair"].strip() if _are_sides(pair["one"], pair["other"], is_printed) else None
    both = _AND.match(words)
    return both["pair"] if both and is_printed(_bare(both["one"])) and is_printed(_bare(both["other"])) else None


def _about(heading: str) -> str:
    """What a heading says its chronology is about: without the word for one, small words, and years behind it."""
    words = _YEARS.sub("", folded(squeezed(heading)).rstrip("*"))
    words = _LEAD.sub("", words) if _LEAD.match(words) else _BEHIND.sub("", words)
    return _YEARS.sub("", _SMALL.sub("", words)).strip(" :,")


def _are_sides(one: str, other: str, is_printed: Callable[[str], bool]) -> bool:
    if _PREFIX.fullmatch(one) or re.fullmatch(MONTH, one):
        return False
    if _ADJECTIVE.fullmatch(other) and (_COMBINING.fullmatch(one) or _ADJECTIVE.fullmatch(one)):
        return True
    if _ACRONYM.fullmatch(one) or _ACRONYM.fullmatch(other):
        return True
    return is_printed(_bare(one)) and is_printed(_bare(other))


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s|[’']s$", "", name)
