"""Markup out, words in: Markdown, stray HTML and the debris of both, with the offsets kept.

One pass over the text finds every piece of markup; what remains runs through unchanged, so a word
that a tag or a link cut in two is whole again.
"""

import html
import re
from collections.abc import Iterator

from chronicle.reading.mapped import Edit, Mapped, Mark

_TOKEN = re.compile(
    r"(?P<comment><!--(?:[^-]|-(?!->)){0,300}-->)"
    r"|(?P<note><sup>\s?\[?\d{1,3}\]?\s?</sup>|\[\^\w{1,20}\])"
    r"|(?P<image>!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\))"
    r"|(?P<anchor><a\s[^<>]{0,500}>)|(?P<close></a\s?>)"
    r"|(?P<power>\$\^\{?[\w,]{1,4}\}?\$)"
    r"|(?P<line><br\s?/?>)"
    r"|(?P<tag></?(?:u|b|i|em|strong|span|sup|sub|p|div|font|small|big|li|ul|ol|cite|s|del|ins|mark|h[1-6])(?:\s[^<>\n]{0,500})?/?>)"
    r"|(?P<style>(?:<?span\s?)?(?:style=\")?(?:font-weight)?:\s?\d{3};\s?\"\s?>)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,10}|#\d{2,6}|#x[\da-fA-F]{2,5});)"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+\-.!$|~<>&])"
    r"|(?P<target>\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s\"[^\"\n]{0,300}\")?\)|\[\d{0,4}\](?=\s|$)))"
    r"|(?P<open>\[)"
    r"|(?P<strong>\*{1,3}|(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_]))"
    r"|(?P<blank>[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<nothing>[\u200b-\u200f\u2060\ufeff\xad]|[\x00-\x08\x0e-\x1f\x7f])"
    r"|(?P<sign>\u201f)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"href\s?=\s?[\"']?([^\"'\s>]*)", re.IGNORECASE)


def plain(text: str) -> Mapped:
    """The reader's text without markup; its lines stay lines, blanks within them are folded."""
    edits: list[Edit] = []
    cuts: list[tuple[int, int, str | None]] = []
    opened: list[int] = []
    anchors: list[tuple[int, str]] = []
    bold: int | None = None
    for m in _TOKEN.finditer(text):
        kind, (start, end) = m.lastgroup, m.span()
        if kind == "open":
            opened.append(start)
        elif kind == "target":
            if opened:
                begun = opened.pop()
                edits += (Edit(begun, begun + 1), Edit(start, end))
                cuts.append((begun, start, _target(m[0])))
        elif kind == "anchor":
            found = _ADDRESS.search(m[0])
            anchors.append((start, found[1] if found else ""))
            edits.append(Edit(start, end))
        elif kind == "close":
            edits.append(Edit(start, end))
            if anchors:
                begun, url = anchors.pop()
                cuts.append((begun, start, url))
        elif kind == "strong":
            if not _flanks(text, start, end):
                continue
            edits.append(Edit(start, end))
            if end - start >= 2:
                if bold is None:
                    bold = start
                else:
                    cuts.append((bold, start, None))
                    bold = None
        else:
            edits.append(Edit(start, end, _replacement(kind, m[0])))
    marks = tuple(Mark(a, b, url) for a, b, url in sorted(cuts, key=lambda c: c[:2]))
    return Mapped(text, marks=marks).edited(sorted(edits, key=lambda e: e.start))


def _replacement(kind: str | None, words: str) -> str:
    if kind in ("blank", "line", "style"):
        return " "
    if kind == "entity":
        return html.unescape(words).replace("\xa0", " ")
    if kind == "power":
        return words.strip("$^{}")
    if kind == "escape":
        return words[1]
    return "’" if kind == "sign" else ""


def _target(words: str) -> str:
    """The address in `](address "title")`."""
    inside = words[2:-1].strip()
    return inside.split(" ")[0] if inside else ""


def _flanks(text: str, start: int, end: int) -> bool:
    """Whether the signs stand against a word; a lone `*` between blanks is a bullet or a sum."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isspace() and after.isspace())


def folded(text: str) -> str:
    """White space folded to single blanks, the ends trimmed."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """Letter-spaced words closed up: `C O N N E C T I O N S` becomes `CONNECTIONS`; other text unchanged."""
    words = text.split()
    singles = sum(len(w) == 1 for w in words)
    if singles < 4 or singles * 2 < len(words):
        return text
    return "".join(_runs(text))


def _runs(text: str) -> Iterator[str]:
    """Words parted by two blanks or more stay parted."""
    for number, run in enumerate(re.split(r"\s{2,}", text.strip())):
        yield (" " if number else "") + run.replace(" ", "")
