"""Page furniture: footers in the middle of a sentence, running heads and page numbers on lines of their own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Edit, Mapped
from chronicle.reading.printed import Printed, nothing_but

# `X-Y Relations 63 January 2009`, `X-Y RELATIONS | JANUARY 2020 144`, `12 X-Y RELATIONS | JANUARY 2020`
# Blanks within a line: a heading that ends in `Relations` and a date that begins the next line are no footer.
_GAP = r"[^\S\n]"
_FOOTER = re.compile(
    rf"(?:R(?:elations|ELATIONS)|O(?:verview|VERVIEW)){_GAP}{{1,9}}(?:(?P<bar>\|){_GAP}{{0,9}})?(?P<page>\d{{1,3}}{_GAP}{{1,9}})?(?:{MONTH}){_GAP}{{1,9}}{YEAR}"
    rf"(?(page)|(?:{_GAP}{{1,9}}\d{{1,3}}(?![\w,:.]))?)",
)
_NUMBERED = re.compile(rf"\s\d{{1,3}}\s+(?:{MONTH})|(?:{YEAR})\s+\d{{1,3}}$|\|", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:[-–—|•\s]{0,4}(?:page|p\.?|pg\.?)?\s{0,2}(?:\d{1,3}|[ivxlc]{1,6})\s{0,2}(?:(?:of|/)\s{0,2}\d{1,4})?[-–—|•\s]{0,4})$",
    re.IGNORECASE,
)
# The number under which an office of the United Nations prints a document, alone or beside the page's; a turned page.
_JOB = re.compile(
    r"(?:\d{1,3}\s+)?(?:GE\.\s?)?\d\d-\d{5}(?:\s?\*?\s?\([A-Z]{1,3}\))?(?:\s+\d{6}){0,4}(?:\s+\d{1,3})?$|\*?\d{7,9}\*?$|/\.\.\.$"
)
# What such a document is called: `A/66/714`, `E/CN.4/2005/7/Add.1`.
_SYMBOL = re.compile(r"\b[A-Z]{1,8}(?:/[A-Z\d][\w.]{0,11}){1,7}")
_BESIDE_SYMBOL = re.compile(r"\s?[-–—,;]?\s?|(?:\sEnglish)?\s(?:[Pp]age )?\d{1,4}")
_MASTHEAD = 8  # lines at the top of a document that may tell its symbol
_NAMED_PAGE = re.compile(r"(?:.{0,60}\s)?(?:Page|PAGE)\s\d{1,4}\s(?:of|OF|/)\s\d{1,4}$|(?:Page|PAGE)\s?\|\s?\d{1,4}$")
_ADDRESS_AND_PAGE = re.compile(
    r"(?:https?|file)://\S+\s+(?:\d{1,2}/\d{1,2}/\d{2,4}\s+)?(?:Page )?\d{1,3}(?:\s?/\s?| of )\d{1,3}$"
)
# `11/23/26, 9:45 AM  Timeline of the strait`: what a browser prints above each page.
_STAMPED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?:\s?[AP]M)? \S")
_NUMBERED_HEAD = re.compile(
    r"(?:\d{1,3}|[ivxlc]{1,6})\s[|–—•·-]\s(?P<behind>\D{3,60})$"
    r"|(?P<before>\D{3,60}?)\s[|–—•·-]\s(?:\d{1,3}|[ivxlc]{1,6})$"
    r"|\d{1,4}\s(?P<over>[A-Z][A-Z ]{3,60})$|(?P<under>[A-Z][A-Z ]{3,60})\s\d{1,3}$"
)
# `1996] CHRONOLOGY 167`, `166 THE YEARBOOK [VOL. XXVI`, `SEPTEMBER 2017 THE OBSERVER 43`: which issue, and the page.
_OF_ISSUE = re.compile(
    rf"(?:{YEAR}\]|{MONTH}\s{YEAR}\s(?:[|•·]\s)?THE(?=(?:\s[A-Z]+){{1,3}}\s\d))\s[^a-z\d]{{3,60}}\s\d{{1,4}}$"
    rf"|\d{{1,4}}\s[^a-z\d]{{3,60}}\s(?:\[VOL\b.{{1,15}}|\[{YEAR}|{MONTH}\s{YEAR})$"
)
_COUNT = re.compile(r"(?<=[^\s|])[^\S\n](?:Page|PAGE) \d{1,4} (?:of|OF) (?P<of>\d{1,4})(?=[^\S\n][^\s|])")
_CONTENTS = re.compile(r"(?:table of )?contents\W*$", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?=\.?\s+\S)")
_FEWEST_COUNTED = 3
_BLANKS = re.compile(r"[ \t]*")
_NOTE = re.compile(
    r"(?<=\S)[^\S\n]?\[(?:\d{1,3}|note \d{1,3}|citation needed|edit(?: \| edit source)?)\](?:\(#[^)\s]{0,80}\))?"
)
_PAGE_END = re.compile(r"[^\S\n]?\[(?:[Ee]nd |END )?(?:[Pp]age|PAGE|pp?\.) \d{1,4}\]")
_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)$")  # `(Econ, 11/26/05, p.16)`: a source that several entries have
# What leads on, as a link or as the words of one: `Read more`, `Watch: Why did they meet?`.
_WAY_ON = re.compile(
    r"(?:(?:read|see|learn|find out|know) more\b.{0,60}|more(?: details)?|details|continue reading|click here"
    r"|(?:also (?:read|see|watch)|(?:read|see|watch)(?: also| here| more)?|listen|video|explained)\s?[:|].{1,140}"
    r"|(?:read|see) (?:also|the full (?:story|report|article))|watch(?: (?:the )?video)?)\W{0,4}",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?<=[.!?”\"’)])[^\S\n]\(?(?:Read|READ|See|SEE) (?:[Mm]ore|MORE)[^\w\n]{0,6}$", re.MULTILINE)
# The sign that an agency sets behind what it sends.
_ENDED = re.compile(r"(?<=[.!?”\"’)])[^\S\n](?:Enditem|ENDITEM)\.?(?=[^\S\n]*$)", re.MULTILINE)
_TO_MORE = tuple(f"{see} {more}" for see in ("Read", "READ", "See", "SEE") for more in ("more", "More", "MORE"))
_BEHIND_WAY = re.compile(r"[^\w\n]{0,6}(?=\n|$)|[^\w\n]{1,6}")
_SENTENCE_BEFORE = re.compile(r"[.!?](?P<ends>[”\"’)\]]{0,2})[\s(\[|–—-]{0,4}$")
_FEW_SIGNS = 8
# `© 2004 Morning Star`, `Copyright Star Corporation. All rights reserved.`: whose a page is.
_NOTICE = re.compile(
    r".{0,300}(?:©|\(c\) (?:19|20)\d\d|\ball rights reserved\b)"
    r"|(?:(?:web ?site|photos?|text|content|page)s? )?copyright(?: (?:©|\(c\)|by|(?:19|20)\d\d)|(?-i: [A-Z]))"
    r"(?! (?:act|bill|law|treaty|convention|agreement)\b)",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 400
_PARAGRAPH_NUMBER = re.compile(r"^(?P<number>\d{1,3}) ?(?=[A-Z“\"‘]\w)", re.MULTILINE)
_MONTH_AND_DAY = re.compile(rf"{MONTH}\.? \d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})?:")
_FEWEST_PARAGRAPHS = 6
_NEARLY_ALL = 8  # one in so many may be out of step
_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(r"[^\W\d]{3}|(?:[^\W\d_] ){3}|^[^\W\d_] [^\W\d_]$|^[^\x00-\u02ff]$")  # also letters far apart
_LONGEST_HEAD = 100
_HEAD_WORDS = 6


def without_notes(clean: Mapped) -> Mapped:
    """The text without what is printed in it in brackets: numbers of notes and of pages, links to edit a heading."""
    for pattern in (_NOTE, _PAGE_END) if "[" in clean.text else ():
        edits = [Edit(*m.span()) for m in pattern.finditer(clean.text)]
        clean = clean.edited(edits) if edits else clean
    return clean


def without_ways_on(clean: Mapped) -> Mapped:
    """The text without what stands behind the sentences of a paragraph: what leads on to another page (`... next day.
    Read more`), an agency's sign that its report ends (`... next day. Enditem`).
    """
    if any(words in clean.text for words in _TO_MORE):
        clean = clean.edited([Edit(*m.span()) for m in _MORE.finditer(clean.text)])
    if "Enditem" in clean.text or "ENDITEM" in clean.text:
        clean = clean.edited([Edit(*m.span()) for m in _ENDED.finditer(clean.text)])
    return clean.edited(reversed(list(_ways_on(clean))))


def _ways_on(clean: Mapped) -> Iterator[Edit]:
    """Where links lead on, the last first: at the end of a line, a sentence or a further such link before them."""
    begins = stop = len(clean.text)
    for mark in reversed(clean.marks):
        if mark.url is None or not _WAY_ON.fullmatch(clean.text[mark.start : mark.end].strip()):
            continue
        signs = _BEHIND_WAY.match(clean.text, mark.end)
        behind = signs.end() if signs else mark.end
        if behind == len(clean.text) or clean.text[behind] == "\n":
            stop = behind
        elif behind != begins:
            continue
        begins = mark.start
        before = _SENTENCE_BEFORE.search(clean.text, max(0, begins - _FEW_SIGNS), begins)
        if before is not None:
            yield Edit(before.end("ends"), stop)
            begins = -1


def without_paragraph_numbers(clean: Mapped) -> Mapped:
    """The text without the numbers that count its paragraphs through: `12March 9: ...`, `13 March 12: ...`.

    With a blank behind them they may be days, unless months with days of their own follow.
    """
    found = list(_PARAGRAPH_NUMBER.finditer(clean.text))
    if len(found) < _FEWEST_PARAGRAPHS:
        return clean
    counting = sum(int(b["number"]) == int(a["number"]) + 1 for a, b in pairwise(found))
    if counting * _NEARLY_ALL <= (len(found) - 1) * (_NEARLY_ALL - 1):
        return clean
    apart = [m for m in found if m.end("number") < m.end()]
    dated = sum(_MONTH_AND_DAY.match(clean.text, m.end()) is not None for m in apart)
    return clean.edited([Edit(*m.span()) for m in found]) if dated * 2 >= len(apart) else clean


def without_footers(clean: Mapped) -> Mapped:
    """The text without the footers that stand within it."""
    clean = _without_counts(clean)
    anchors = [m for m in _FOOTER.finditer(clean.text) if _NUMBERED.search(m[0])]
    if not anchors:
        return clean
    suffixes = Counter(suffix for m in anchors for suffix in _suffixes(clean.text, m.start()))
    edits: list[Edit] = []
    for m in anchors:
        start = _head_start(clean.text, m.start(), suffixes)
        if not edits or start >= edits[-1].end:
            edits.append(Edit(start, _BLANKS.match(clean.text, m.end()).end()))  # type: ignore[union-attr]
    return clean.edited(edits)


def _without_counts(clean: Mapped) -> Mapped:
    """Without `Page 3 of 12` in the middle of a line, where it counts through the same pages more than once."""
    found = list(_COUNT.finditer(clean.text)) if "Page " in clean.text or "PAGE " in clean.text else []
    pages = Counter(m["of"] for m in found)
    edits = [Edit(*m.span()) for m in found if pages[m["of"]] > 1]
    return clean.edited(edits) if edits else clean


def _suffixes(text: str, at: int) -> list[str]:
    """The last one to six words of the line before `at`, as far as they could be the name of a relation."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 90) : at]
    words = line.split()[-_HEAD_WORDS:]
    taken: list[str] = []
    for word in reversed(words):
        if not (word[0].isupper() or word[0] in "-–—/&" or word == "and") or (word[-1] in ".;:!?”" and len(word) > 5):
            break
        taken.append(word)
    return [" ".join(reversed(taken[: n + 1])) for n in range(len(taken))]


def _head_start(text: str, at: int, counts: Counter[str]) -> int:
    """Where the footer's name begins: the longest run of words that every footer shares, or holds a dash."""
    suffixes = _suffixes(text, at)
    if not suffixes:
        return at
    common = max(counts[s] for s in suffixes)
    shared = [s for s in suffixes if counts[s] == common] if common > 1 else [_pair(suffixes)]
    words = len(max(shared, key=len).split())
    start = at
    for _ in range(words):
        start = _word_before(text, start)
    return start


def _pair(suffixes: Sequence[str]) -> str:
    """Without a second footer to compare: up to the word that holds the dash, with the dash's left side."""
    for number, suffix in enumerate(suffixes):
        first = suffix.split()[0]
        if first.strip("-–—/") == "" or first[0] in "-–—/":
            return suffixes[min(number + 1, len(suffixes) - 1)]
        if re.search(r"\w[-–—/]", first):
            return suffix
    return suffixes[0]


def _word_before(text: str, at: int) -> int:
    at -= 1
    while at > 0 and text[at - 1].isspace():
        at -= 1
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def is_page_number(text: str) -> bool:
    return bool(_PAGE.match(text)) and text.strip() != ""


def is_foot(text: str) -> bool:
    """Whether a line is nothing but what stands at the foot of a page: its number among pages, a printer's number."""
    if _ADDRESS_AND_PAGE.match(text):
        return True
    if len(text) > _LONGEST_HEAD:
        return False
    return is_page_number(text) or _JOB.match(text) is not None or _NAMED_PAGE.match(text) is not None


def is_notice(line: Line) -> bool:
    """Whether a line that begins no entry says whose the page or a picture is."""
    if len(line.text) > _LONGEST_NOTICE:
        return False
    named = _may_be_notice(line.text.casefold()) and _NOTICE.match(line.text) is not None
    return named and match_date(line.text) is None


def _may_be_notice(words: str) -> bool:
    """Whether a line, in small letters, has what stands in every notice and in few lines."""
    return "©" in words or "(c)" in words or "copyright" in words or "reserved" in words


def is_page_head(text: str) -> bool:
    """Whether a line is the head of a page: the heading of a chronology with a number, or an issue's name with it."""
    if len(text) > _LONGEST_HEAD:
        return False
    if _OF_ISSUE.match(text):
        return True
    m = _NUMBERED_HEAD.match(text)
    return m is not None and is_chronology_heading(m["behind"] or m["before"] or m["over"] or m["under"])


def symbols_of(lines: Sequence[Line]) -> frozenset[str]:
    """The lines that bear only the symbol of their document, as the head of each page does."""
    alone = {line.text for line in lines if "/" in line.text and _is_symbol(line.text)}
    tops = {line.text for line in lines[:_MASTHEAD]} - alone
    times = Counter(symbol for line in lines if line.text in alone for symbol in _SYMBOL.findall(line.text))
    times.update(symbol for text in tops for symbol in _SYMBOL.findall(text))
    return frozenset(text for text in alone if all(times[symbol] > 1 for symbol in _SYMBOL.findall(text)))


def _is_symbol(text: str) -> bool:
    rest = _SYMBOL.split(text.strip())
    symbols = _SYMBOL.findall(text)
    told = all(any(sign.isdigit() for sign in symbol) for symbol in symbols)
    return bool(symbols) and told and all(_BESIDE_SYMBOL.fullmatch(each) for each in rest)


def contents_of(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of a contents list, which count the parts that follow: `1 July`, `2 August`."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            counted = list(_counted(lines, number + 1))
            found.update(counted if len(counted) >= _FEWEST_COUNTED else ())
            found.update(_announced(lines, number + 1))
    return frozenset(found) | frozenset(_years_to_choose(lines))


def _announced(lines: Sequence[Line], first: int) -> Sequence[int]:
    """Lines behind the word up to the last that names a part, whose heading comes below; at least three name one."""
    stop = next((n for n in range(first, len(lines)) if lines[n].heading), len(lines))
    parts = tuple(line.text for line in lines[stop:] if line.heading and " " in line.text)
    named = [n for n in range(first, stop) if lines[n].text.startswith(parts)]
    return range(first, named[-1] + 1) if len(named) >= _FEWEST_COUNTED else ()


def _years_to_choose(lines: Sequence[Line]) -> Iterator[int]:
    """Items that are nothing but years, at least three in a row, none with an item beneath: the parts of a work."""
    for is_year, run in groupby(range(len(lines)), lambda n: lines[n].bullet and _is_year(lines[n].text)):
        numbers = list(run)
        behind = numbers[-1] + 1
        if is_year and len(numbers) >= _FEWEST_COUNTED:
            yield from numbers[: -1 if behind < len(lines) and lines[behind].bullet else None]


def _is_year(text: str) -> bool:
    printed = match_date(text) if len(text) <= _LONGEST_HEAD else None
    if printed is None or printed.year is None or not nothing_but(text, printed):
        return False
    return printed.first.month is None and printed.first.part is None


def _counted(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Lines that count from 1 on, parts of parts among them, without a gap."""
    before = [0]
    for number in range(first, len(lines)):
        line = lines[number]
        m = _COUNTED.match(line.text) or _COUNTED.match(f"{line.ordinal or ''} {line.text}")
        here = [int(step) for step in m[0].split(".")] if m else []
        if not here or here <= before or here[0] - before[0] > 1 or _is_day_of_year(lines, number):
            return
        yield number
        before = here


def _is_day_of_year(lines: Sequence[Line], number: int) -> bool:
    """Whether a line that counts on is a day of a year; `4 January 2007` right above `5 See also` is a fourth part."""
    printed = match_date(lines[number].text)
    if printed is None or printed.year is None or printed.first.day is None:
        return False
    return not (nothing_but(lines[number].text, printed) and _is_counted_on(lines, number, printed))


def _is_counted_on(lines: Sequence[Line], number: int, printed: Printed) -> bool:
    """Whether the line below has the next number, and is not the next day of the month."""
    if number + 1 == len(lines):
        return False
    below = lines[number + 1]
    m = _COUNTED.match(below.text)
    following = match_date(below.text)
    another = following is None or following.first.month != printed.first.month
    return another and (int(m[0].split(".")[0]) if m else below.ordinal) == (printed.first.day or 0) + 1


def running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand in the text three times or more, apart from their numbers; a browser's head twice."""
    counts = Counter(line.text for line in lines if len(line.text) <= _LONGEST_HEAD and _NAMES.search(line.text))
    keys = {text: head_key(text) for text in counts}
    alike: Counter[str] = Counter()
    for text, count in counts.items():
        alike[keys[text]] += count
    times: Counter[str] = Counter()
    for text, count in counts.items():
        if alike[keys[text]] > 1 and not _is_date(text):
            times[keys[text]] += count
    title = _title(lines)
    often = {text for text, key in keys.items() if times[key] >= (2 if _STAMPED.match(text) else 3)}
    repeated = (
        text for text, key in keys.items() if _NAMES.search(key) and (text in often or _repeats_title(text, title))
    )
    return frozenset(text for text in repeated if not (_goes_on(text) or _IN_BRACKETS.match(text)))


def _title(lines: Sequence[Line]) -> str:
    return next((line.text.strip() for line in lines if line.heading), "")


def _repeats_title(text: str, title: str) -> bool:
    """`APPENDIX A` at the head of the pages of `Appendix A: Calendar of the transition`."""
    head = text.strip()
    return head.isupper() and head != title and title.casefold().startswith(head.casefold() + ":")


def _goes_on(text: str) -> bool:
    return text.rstrip().endswith((".", ":"))


def _is_date(text: str) -> bool:
    """Several entries may stand each under the same date on a line of its own, and each year has its months."""
    text = text.strip()
    printed = match_date(text)
    if printed is None or not nothing_but(text, printed):
        return False
    return printed.first.day is not None or (printed.first.month is not None and printed.year is None)


def head_key(text: str) -> str:
    """A line without page numbers at its ends; a date that it begins with stays, and tells lines apart."""
    stripped = text.strip().rstrip("|").strip()
    if match_date(stripped):
        return re.sub(r"\s\d{1,4}$", "", stripped) if len(stripped.split()) > 3 else stripped
    return _DIGITS.sub("#", stripped).casefold()
