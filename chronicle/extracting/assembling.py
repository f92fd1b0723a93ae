"""Bodies of the print, put together from the spans beside their last word.

`Naha District` + `Prosecutors Office`, `Korea` + `Gas Corporation`: one name for a body that no table has.
"""

from chronicle.extracting.frame import Frame
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.spans import Span, is_capital

_LONGEST = 12  # spans of one name
_TAILS = ("of", "for", "on", "to", "and")


def assembled(frame: Frame, spans: list[Span]) -> list[Span]:
    """The spans, those that make up one printed body joined."""
    joined: list[Span] = []
    i = 0
    while i < len(spans):
        chain = _chain(frame, spans, i)
        joined.append(_with_tail(frame, _one(frame, chain)))
        i += 1
        while i < len(spans) and spans[i].first < joined[-1].last:
            i += 1
    return joined


def _one(frame: Frame, chain: list[Span]) -> Span:
    """The chain as one span, which means the body that it begins with; not `NSC Korea Co.`"""
    if len(chain) == 1:
        return chain[0]
    another = len(chain) > 2 and frame.norms[chain[-1].last - 1] in frame.gazetteer.lexicon.words("companyform")
    readings = () if another else tuple(r for r in chain[0].readings if r.sort is Sort.BODY)
    return Span(chain[0].first, chain[-1].last, readings)


def _chain(frame: Frame, spans: list[Span], i: int) -> list[Span]:
    """The spans from the i-th on that make up one printed body; the i-th alone where they make none."""
    chain = [spans[i]]
    best = 1
    if not _may_open(frame, spans[i]) or _grades_officials(frame, spans[i : i + 2]):
        return chain
    for nxt in spans[i + 1 : i + _LONGEST]:
        if nxt.first != chain[-1].last or frame.gaps[nxt.first] not in (" ", "-", "&"):
            break
        if not (_part(frame, nxt) or _is_word_of_name(frame, nxt)) or _begins_name(frame, nxt):
            break
        chain.append(nxt)
        if _is_printed_body(frame, chain):
            best = len(chain)
    return chain[:best]


def _may_open(frame: Frame, span: Span) -> bool:
    named = span.has(Sort.PERSON, Sort.FAMILY, Sort.BODY) and is_capital(frame.forms[span.first])
    return named or _part(frame, span)


def _grades_officials(frame: Frame, spans: list[Span]) -> bool:
    """`Senior` before `Foreign Ministry officials`: an adjective that a capital at the sentence's head makes a name."""
    if len(spans) < 2 or spans[0].readings or not spans[1].has(Sort.GENERIC):
        return False
    behind = spans[1].last
    officials = behind < frame.count and frame.forms[behind].islower()
    return officials and spans[0].last - spans[0].first == 1 and frame.norms[spans[0].first] in frame.modifiers


def _part(frame: Frame, span: Span) -> bool:
    if not is_capital(frame.forms[span.first]):
        return False
    return not span.readings or span.has(Sort.PLACE, Sort.STATE, Sort.DEMONYM, Sort.GENERIC, Sort.CAPITAL)


def _is_word_of_name(frame: Frame, span: Span) -> bool:
    """`Guangdong Power Engineering`: a word within the name that is also some family's."""
    return span.last - span.first == 1 and is_capital(frame.forms[span.first]) and span.only(Sort.FAMILY)


def _begins_name(frame: Frame, span: Span) -> bool:
    """`Legal Affairs | Park Chull-joo`: a family's name before a given name."""
    given = frame.span_after(span.last)
    if not span.only(Sort.FAMILY) or given is None or given.readings:
        return False
    bodies = frame.gazetteer.lexicon.words("body")
    return is_capital(frame.forms[given.first]) and frame.norms[given.last - 1] not in bodies


def _is_printed_body(frame: Frame, chain: list[Span]) -> bool:
    """A chain that ends in a word for bodies or sites, and is more than a state with its ministry or army."""
    lexicon = frame.gazetteer.lexicon
    end = frame.norms[chain[-1].last - 1]
    if chain[0].has(Sort.PERSON, Sort.FAMILY, Sort.BODY) and not frame.rather_a_place(chain[0]):
        company = end in lexicon.words("companyform")
        return end in lexicon.words("body") and (company or all(not s.readings for s in chain[1:]))
    if end not in lexicon.words("body") and end not in lexicon.words("facility") | lexicon.words("region"):
        return False
    return any(not s.readings or (s.has(Sort.PLACE) and not s.has(Sort.STATE)) for s in chain)


def _with_tail(frame: Frame, span: Span) -> Span:
    """A printed body with its `of`, `for`: `World Organization` + `for Animal Health`."""
    if span.readings or frame.norms[span.last - 1] not in frame.gazetteer.lexicon.words("body"):
        return span
    fields = frame.norms[span.last - 1] in frame.gazetteer.lexicon.words("withfields")
    while (tail := _tail(frame, span.last)) is not None:
        span = Span(span.first, tail.last, ())
    return Span(span.first, _past_fields(frame, span.last), ()) if fields else span


def _past_fields(frame: Frame, j: int) -> int:
    """Past the rest of a list of fields: `Ministry for Food` + `, Agriculture, Forestry and Fisheries`."""
    k = j
    while k < frame.count and frame.gaps[k] == ",":
        closes = frame.norms[k] == "and"
        field = _field(frame, k + closes)
        if field is None:
            return j
        k = field.last
        if closes:
            return k
        if k + 1 < frame.count and frame.norms[k] == "and" and frame.joined(k):
            last = _field(frame, k + 1)
            return last.last if last is not None else j
    return j


def _field(frame: Frame, k: int) -> Span | None:
    """What a ministry may be for, in capitals."""
    span = frame.at[k] if k < frame.count else None
    if span is None or not is_capital(frame.forms[k]):
        return None
    return span if frame.gazetteer.lexicon.words("ministryfield").issuperset(frame.norms[k : span.last]) else None


def _tail(frame: Frame, j: int) -> Span | None:
    """The capitalised words behind `of`, `for the`, `and` at word j."""
    if j + 2 >= frame.count or frame.norms[j] not in _TAILS or frame.gaps[j] != " ":
        return None
    k = j + 2 if frame.norms[j + 1] == "the" else j + 1
    tail = frame.at[k]
    if tail is None or frame.gaps[k] != " " or not is_capital(frame.forms[k]):
        return None
    if frame.norms[j] == "of" and tail.has(Sort.STATE, Sort.PLACE):
        return tail
    return tail if not tail.readings or tail.has(Sort.GENERIC, Sort.NOT_A_BODY) else None
