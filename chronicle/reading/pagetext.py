"""Which of a page's blocks are its own text: lists of links, banners and what stands beside the article are not."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from chronicle.reading.blocks import Block, heading
from chronicle.reading.dateparts import A_YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import ends_section, is_chronology_heading

# Where a block stands, added up.
BANNER, MAIN, ARTICLE = 1, 2, 4

_LONGEST_PAGER = 25  # characters of a link to the next page
_LIST = 3  # blocks in a row that are links and nothing else
_EDIT = re.compile(r"(?<=\S)\s?\[[^\[\]]{1,30}\]$")
_BETWEEN = re.compile(r"[\s|+•·/»>\[\]–-]*")


def own_text(blocks: Sequence[Block], title: str, articles: int) -> list[Block]:
    """The blocks that are the page's text, its `title` above if need be; `articles` is how many it holds."""
    kept = [_without_edit_link(block) for block in blocks if block.text and not (_leads_on(block) or _is_bar(block))]
    kept = _without_banner(kept)
    kept = _within(kept, MAIN)
    kept = _within(kept, ARTICLE) if articles == 1 else kept
    kept = list(_without_link_lists(kept))
    if not any(is_chronology_heading(text) for text in (title, *(block.text for block in kept))):
        kept = list(_without_headlines(kept))
    return _titled(_without_pager(kept), title)


def _without_edit_link(block: Block) -> Block:
    """A heading without the link in brackets by which readers may change what stands under it."""
    if block.is_heading and block.linked and (found := _EDIT.search(block.text)):
        block.text = block.text[: found.start()]
    return block


def _without_banner(blocks: list[Block]) -> list[Block]:
    """Of a head over the whole page only headings count, and none if the text has its own."""
    own = any(block.lead == heading(1) and block.place != BANNER for block in blocks)
    kept = [block for block in blocks if block.place != BANNER or (block.is_heading and not own)]
    return kept or blocks


def _within(blocks: list[Block], place: int) -> list[Block]:
    """What stands in the page's one article, unless entries or the heading of a chronology stand outside."""
    belongs = [bool(b.place & place) or b.place == BANNER or b.lead == heading(1) for b in blocks]
    inside = [block for block, within in zip(blocks, belongs, strict=True) if within]
    outside = [block for block, within in zip(blocks, belongs, strict=True) if not within]
    if not inside or not outside:
        return blocks
    if any(is_chronology_heading(block.text) for block in outside if len(block.text) < 200):
        return blocks
    dated, others = (sum(map(_is_dated, part)) for part in (inside, outside))
    return inside if dated > others else blocks


def _is_dated(block: Block) -> bool:
    return match_date(block.text[:80]) is not None


def _without_link_lists(blocks: list[Block]) -> Iterator[Block]:
    """Without menus, contents lists and related articles, and without the headings that announce these."""
    runs = [(linked, list(run)) for linked, run in groupby(blocks, _is_link)]
    lists = [linked and len(run) >= _LIST and _leads_elsewhere(run) for linked, run in runs]
    for number, (_, run) in enumerate(runs):
        if lists[number]:
            continue
        announces = number + 1 < len(runs) and lists[number + 1] and ends_section(run[-1].text)
        yield from run[:-1] if announces else run


def _without_headlines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Without the news of a site: dates, and behind each a linked title that is no sentence."""
    for title, run in groupby(blocks, _is_headline):
        found = list(run)
        if not (title and len(found) >= _LIST):
            yield from found


def _is_headline(block: Block) -> bool:
    date = match_date(block.text)
    rest = block.text[date.end :].strip(" :|,–—-") if date else ""
    return bool(rest) and block.linked >= len(rest) and not rest.endswith((".", "!", "?"))


def _is_link(block: Block) -> bool:
    return not block.is_heading and block.linked * 5 >= len(block.text) * 4


def _leads_on(block: Block) -> bool:
    """`Read more` beneath an entry, and the like."""
    return _is_link(block) and ends_section(block.text)


def _is_bar(block: Block) -> bool:
    """`home + interviews + credits`: several links with nothing but signs between them, as a page has at its edges."""
    links = [mark for mark in block.marks if mark.url is not None]
    if len(links) < _LIST or block.is_heading or is_chronology_heading(block.text):
        return False
    ends = [0, *(mark.end for mark in links)]
    starts = [*(mark.start for mark in links), len(block.text)]
    between = [block.text[end:start] for end, start in zip(ends, starts, strict=True)]
    return all(_BETWEEN.fullmatch(words) for words in between) and all(words.strip(" ") for words in between[1:-1])


def _without_pager(blocks: list[Block]) -> list[Block]:
    """Without the links that stand alone at the foot of a page."""
    end = len(blocks)
    while end and _is_link(blocks[end - 1]) and len(blocks[end - 1].text) <= _LONGEST_PAGER:
        end -= 1
    return blocks[:end] or blocks


def _leads_elsewhere(run: Sequence[Block]) -> bool:
    """A list of dated links may be a chronology, but not if they lead to places of the same page."""
    return sum(map(_is_dated, run)) * 2 < len(run) or all(block.local for block in run)


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """With the page's title above where the text has no first heading, or none that tells the year."""
    first = next((block for block in blocks if block.lead == heading(1)), None)
    if not title or (first and (A_YEAR.search(first.text) or not A_YEAR.search(title))):
        return blocks
    return [Block(title, heading(1)), *blocks]
