"""Lists with dates that their own heading, or their own form, calls something else: reading lists, calendars of terms,
events to come, logs of ships, careers, letters with their replies.

Asked only where no heading says that a chronology follows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import DASHES, YEAR
from chronicle.reading.openings import ends_sentence
from chronicle.reading.surveying import Survey

_NEAR = 3  # lines above a list among which its title stands
_LONGEST = 80  # characters of a title
_TITLE = re.compile(
    r"(?:(?:an?|the|our|my|all|his|her|(?:short|select(?:ed)?|annotated|general|recent|new|latest|main|major))\s){0,3}"
    r"(?:bibliograph(?:y|ies)|publications|works cited|literature(?: cited)?|(?:further|recommended) reading"
    r"|working papers|policy briefs|curriculum vitae|r[eé]sum[eé]"
    r"|(?:academic|school|university|college|church|parish|sports?|exam(?:ination)?|holiday) (?:calendar|year)"
    r"|(?:term|semester|school|exam(?:ination)?|application) (?:dates|times)|(?:dates and |important )?deadlines"
    r"|(?:upcoming|forthcoming|coming|future) (?:events?|meetings?|conferences?|lectures?|seminars?|dates)|what’?'?s on"
    r"|(?:ship|captain|skipper|master|deck)(?:['’]?s)? log(?:\s?book)?"
    r"|log(?:\s?book)? (?:of|from|kept (?:on|aboard)) (?:the |a )?(?:good )?(?:ship|vessel|voyage|schooner|brig|barque"
    r"|bark|steamer|yacht|frigate|H\.?M\.?S|S\.?S|U\.?S\.?S))"
    rf"\b(?:,? (?:(?:of|by|from|at|in|on|for|and|to)\b .{{1,60}}|(?-i:[A-Z])[\w’'. -]{{1,40}}|{YEAR}.{{0,12}}))?\W*",
    re.IGNORECASE,
)
_AT_SEA = re.compile(
    r"\bwinds? (?:from )?(?:the )?(?:light|fresh|strong|north|south|east|west|[NSEW]{1,3}\b)"
    r"|\bsea (?:calm|rough|smooth)|\bmiles made good\b|\bbarometer\b|\b(?:rain|snow)fall\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    rf"[{DASHES}]\s?(?:present|today|now|date)\b|\bto (?:the present|date|now)\b|^since\b", re.IGNORECASE
)
# What somebody did, without saying who: `Studied law at Lind.`
_DID = re.compile(r"(?:[A-Z][a-z]{2,}ed|Led|Held|Taught|Wrote|Ran)\s(?!by\b)")
_FEWEST = 3  # spans of a career
_HEADER = re.compile(r"(?P<name>from|to|cc|sent|date|subject|betreff|reply-to)\s?:\s?\S", re.IGNORECASE)
_WROTE = re.compile(
    r"On .{4,80}\bwrote:|-+\s?(?:original|forwarded) message\s?-+|begin forwarded message", re.IGNORECASE
)
_TOP = 12  # lines at the head of a letter


def is_of_another_kind(survey: Survey, cluster: Sequence[Dated]) -> bool:
    """Whether what stands above dates, or what they head, shows that no events are told."""
    entries = [d for d in cluster if not d.context]
    return _is_titled(survey, cluster[0].opening.line) or _is_log(survey, entries) or _is_career(survey, entries)


def is_correspondence(survey: Survey) -> bool:
    """Whether a document is a letter sent with the letters that it answers, by the lines at its head."""
    named = {m["name"].lower() for line in survey.lines[:_TOP] if (m := _HEADER.match(line.text))}
    return len(named) >= _FEWEST and any(_WROTE.match(line.text) for line in survey.lines)


def _is_titled(survey: Survey, first: int) -> bool:
    above = [survey.lines[n] for n in range(first - 1, -1, -1) if n not in survey.dropped][:_NEAR]
    titles = (line.text.strip() for line in above if len(line.text) <= _LONGEST and not ends_sentence(line.text))
    return _TITLE.fullmatch(next(titles, "")) is not None


def _is_log(survey: Survey, entries: Sequence[Dated]) -> bool:
    told = sum(_AT_SEA.search(survey.words(d.opening)) is not None for d in entries)
    return told * 2 >= len(entries)


def _is_career(survey: Survey, entries: Sequence[Dated]) -> bool:
    """Years that each begin where the ones before end, of somebody who is not named or still is what he became."""
    spans = [
        (p.first.year or p.year, p.last.year)
        for d in entries
        if (p := d.opening.printed).last and not d.opening.has_day
    ]
    if len(spans) < _FEWEST or len(spans) + 1 < len(entries):
        return False
    joined = sum(b[0] in (a[1], (a[1] or 0) + 1) or b[1] in (a[0], (a[0] or 0) - 1) for a, b in pairwise(spans))
    did = sum(_DID.match(survey.words(d.opening)) is not None for d in entries)
    still = any(_OPEN_END.search(survey.lines[d.opening.line].text[:40]) for d in entries)
    return joined * 4 >= (len(spans) - 1) * 3 and (still or did * 2 >= len(entries))
