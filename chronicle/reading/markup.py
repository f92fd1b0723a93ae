"""Markup out, words in: Markdown, stray HTML and the debris of both, with the offsets kept.

What is no markup runs through unchanged, so a word that a tag or a link cut in two is whole again.
"""

import html
import re
from collections.abc import Iterable, Iterator

from chronicle.reading.mapped import Edit, Mapped, Mark
from chronicle.reading.references import in_line

# Every branch begins with one of these signs, so the search leaps from sign to sign.
_SIGN = re.compile(r"[<\[!$&\\\]*_`~\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f\u201f]")
_TOKEN = re.compile(
    r"(?P<comment><!--(?:[^-]|-(?!->)){0,300}-->)"
    r"|(?P<note><sup>\s?\[?\d{1,3}\]?\s?</sup>|\[\^\w{1,20}\])"
    r"|(?P<image>!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\))"
    r"|(?P<auto><https?://[^<>\s]{1,1000}>)"
    r"|(?P<code>(?<!\w)(?P<tick>`{1,2})(?=[^`\s])[^`\n]{1,300}(?<=\S)(?P=tick)(?![\w`]))"
    r"|(?P<struck>(?<!~)~~(?!~)(?:(?=\S)|(?<=\S~~)))"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z1-6]{0,6})(?:\s[^<>]{0,500})?/?>)"
    r"|(?P<power>\$\^\{?[\w,]{1,4}\}?\$)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,10}|#\d{2,6}|#[xX][\da-fA-F]{2,5});)"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+\-.!$|~<>&])"
    r"|(?P<target>\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s\"[^\"\n]{0,300}\")?\)|\[\d{0,4}\](?=\s|$)))"
    r"|(?P<open>\[)"
    r"|(?P<strong>\*{1,3}|_{1,3})"
    r"|(?P<nothing>[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f])"
    r"|(?P<sign>\u201f)"
)
# A line that opens or closes a block of code; the text of a footnote, with the lines that are set in below it.
_FENCE = re.compile(r"^[ \t]{0,3}(?:`{3,}[^`\n]*|~{3,}[^~\n]*)$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^[ \t]{0,3}\[\^\w{1,20}\]:[^\n]*(?:\n{1,2}(?:[ ]{2,8}|\t)\S[^\n]*)*", re.MULTILINE)
_BLANKS = re.compile(
    r"(?: [ \t]|[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]*"
)
# `<span style="font-weight: 400;">` and what is left of it when its left side is lost.
_STYLE = re.compile(r"(?:<?span )?(?:style=\")?(?:font-weight)?:\s?\d{3};\s?\"\s?>", re.IGNORECASE)
# A paragraph in italics right below a picture tells what it shows.
_CAPTION = re.compile(
    r"^[ \t]*!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)[ \t]*\n{1,2}"
    r"(?P<words>(?P<sign>[*_])(?![*_\s])[^\n]{1,400}(?P=sign))[ \t]*$",
    re.MULTILINE,
)
_TAGS = frozenset(
    "u b i em strong span sup sub p div font small big li ul ol cite s del ins mark h1 h2 h3 h4 h5 h6".split()
)
_ADDRESS = re.compile(r"href\s?=\s?[\"']?([^\"'\s>]*)", re.IGNORECASE)


def plain(text: str, edits: Iterable[Edit] = ()) -> Mapped:
    """The reader's text without markup; its lines stay lines, blanks within them are folded.

    `edits` are made before all else.
    """
    clean = Mapped(text).edited(edits)
    text = clean.text
    if ';">' in text or '; ">' in text:
        clean = clean.edited(Edit(*m.span(), " ") for m in _STYLE.finditer(text))
    if "![" in text:
        clean = clean.edited(Edit(*m.span("words")) for m in _CAPTION.finditer(clean.text) if _is_one(m["words"]))
    for pattern, sign in ((_FENCE, "```"), (_FENCE, "~~~"), (_FOOTNOTE, "[^")):
        if sign in clean.text:
            clean = clean.edited(Edit(*m.span()) for m in pattern.finditer(clean.text))
    clean = clean.edited(in_line(clean.text))
    found = _Markup(clean.text)
    clean = Mapped(clean.text, clean.here, clean.there, found.marks()).edited(found.edits())
    return clean.edited(Edit(*m.span(), " ") for m in _BLANKS.finditer(clean.text))


def _is_one(words: str) -> bool:
    """Whether words stand in one pair of signs: `*a caption*`, neither `*one* and *two*` nor bold at the end."""
    return words[0] not in words[1:-1]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    sign = _SIGN.search(text)
    while sign is not None:
        found = _TOKEN.match(text, sign.start())
        if found is not None:
            yield found
        sign = _SIGN.search(text, (found or sign).end())


class _Markup:
    """The pieces of markup in a text: what to cut, and the stretches that are links or bold."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[Edit] = []
        self._marks: list[Mark] = []
        self._opened: list[int] = []
        self._anchors: list[tuple[int, str]] = []
        self._bold: int | None = None
        for m in _tokens(text):
            self._take(m)

    def edits(self) -> list[Edit]:
        return sorted(self._edits, key=lambda e: e.start)

    def marks(self) -> tuple[Mark, ...]:
        return tuple(sorted(self._marks, key=lambda m: m.start))

    def _take(self, m: re.Match[str]) -> None:
        kind = m.lastgroup
        if kind == "open":
            self._opened.append(m.start())
        elif kind == "target":
            self._close_link(m)
        elif kind == "strong":
            self._emphasis(*m.span())
        elif m["tag"]:
            self._tag(m)
        elif m["auto"] or m["code"]:
            self._enclosed(m, len(m["tick"] or "<"))
        else:
            self._edits.append(Edit(*m.span(), _replacement(kind, m[0])))

    def _close_link(self, m: re.Match[str]) -> None:
        if self._opened:
            begun = self._opened.pop()
            if m[0].startswith("][") and self._text[begun + 1 : m.start()].isdecimal():
                self._edits.append(Edit(begun, m.end()))
                return
            self._edits += (Edit(begun, begun + 1), Edit(*m.span()))
            self._marks.append(Mark(begun, m.start(), _target(m[0])))

    def _enclosed(self, m: re.Match[str], signs: int) -> None:
        """Words between signs: `<https://example.org>`, which is a link, and code."""
        self._edits += (Edit(m.start(), m.start() + signs), Edit(m.end() - signs, m.end()))
        if m["auto"]:
            self._marks.append(Mark(*m.span(), m[0][1:-1]))

    def _tag(self, m: re.Match[str]) -> None:
        name = m["name"].lower()
        if name == "a":
            self._anchor(m)
        elif name == "br" or name in _TAGS:
            self._edits.append(Edit(*m.span(), " " if name == "br" else ""))

    def _anchor(self, m: re.Match[str]) -> None:
        self._edits.append(Edit(*m.span()))
        if m[0].startswith("</"):
            if self._anchors:
                begun, url = self._anchors.pop()
                self._marks.append(Mark(begun, m.start(), url))
        else:
            found = _ADDRESS.search(m[0])
            self._anchors.append((m.start(), found[1] if found else ""))

    def _emphasis(self, start: int, end: int) -> None:
        if not _flanks(self._text, start, end):
            return
        self._edits.append(Edit(start, end))
        if end - start == 1:
            return
        if self._bold is None or self._text.find("\n\n", self._bold, start) >= 0:
            self._bold = start
        else:
            self._marks.append(Mark(self._bold, start))
            self._bold = None


def _replacement(kind: str | None, words: str) -> str:
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
    """Whether the signs stand against a word; a lone `*` is a bullet or a sum, a `_` in a word is its own."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if text[start] == "_" and before.isalnum() and after.isalnum():
        return False
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
