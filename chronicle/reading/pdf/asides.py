"""A narrow column in small print beside the text of a page: links, boxes, what else a site offers.

Columns are read one after the other, so that it would stand within the sentence that goes on on the next page.
"""

from collections.abc import Sequence
from itertools import takewhile

from chronicle.reading.openings import ends_sentence
from chronicle.reading.pdf.columns import Block
from chronicle.reading.pdf.tables import Table

_SMALLER = 0.93  # of the size of the text
_NARROWER = 0.5  # of its width
_NEAR = 3.0  # points: lines of one column begin so near to each other

Part = Block | Table


def with_asides_first(parts: Sequence[Part]) -> list[Part]:
    """The parts in order; what stands beside a text that goes on on the next page comes before that text."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        text = parts[at]
        beside = _beside(text, parts, at + 1) if isinstance(text, Block) else []
        following = at + 1 + len(beside)
        goes_on = beside and following < len(parts) and _goes_on(text, parts[following])
        found += [*beside, text] if goes_on else [text]
        at = following if goes_on else at + 1
    return found


def _beside(text: Block, parts: Sequence[Part], first: int) -> list[Part]:
    """The blocks behind a text that are an aside on its page."""
    if ends_sentence(text.lines[-1].text) or text.lines[0].text[:1].islower():
        return []
    behind = (parts[at] for at in range(first, len(parts)))
    return list(takewhile(lambda part: _is_aside(part, text), behind))


def _is_aside(part: Part, text: Block) -> bool:
    if not isinstance(part, Block) or part.lines[0].page != text.lines[-1].page:
        return False
    narrow = part.right - part.left <= _NARROWER * (text.right - text.left)
    return narrow and all(line.size <= _SMALLER * text.lines[-1].size for line in part.lines)


def _goes_on(text: Part, part: Part) -> bool:
    """Whether a block goes on on the next page with the sentence of another, in its column."""
    if not isinstance(text, Block) or not isinstance(part, Block):
        return False
    last, first = text.lines[-1], part.lines[0]
    alike = first.page == last.page + 1 and first.is_near(last) and abs(first.left - last.left) < _NEAR
    return alike and first.text[:1].islower()
