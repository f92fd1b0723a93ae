"""docs/formats.md has the table of formats as the program has it."""

import re
from pathlib import Path

from chronicle.presenting.dyads import COLUMNS
from chronicle.presenting.formats import FORMATS, Format

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def formats_table() -> str:
    rows = "".join(map(format_row, FORMATS))
    return f"| format | names end in | what | options | needs |\n| --- | --- | --- | --- | --- |\n{rows}"


def format_row(format: Format) -> str:
    suffixes = ", ".join(f"`{suffix}`" for suffix in format.suffixes)
    options = ", ".join(f"`--{name}`" for name in format.takes)
    needs = f"`chronicle-of-states[{format.extra}]`" if format.extra else ""
    cells = (f"`{format.name}`", suffixes, format.meaning, options, needs)
    return f"| {' | '.join(cells)} |\n".replace("|  |", "| |").replace("|  |", "| |")


def dyads_table() -> str:
    rows = "".join(f"| `{name}` | {meaning} |\n" for name, meaning in COLUMNS)
    return f"| column | meaning |\n| --- | --- |\n{rows}"


def filled(page: str, name: str, table: str) -> str:
    return re.sub(rf"(<!-- {name}: .*? -->\n).*?(<!-- /{name} -->)", rf"\1\n{table}\n\2", page, flags=re.DOTALL)


def test_the_page_is_what_the_program_has(update: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    expected = filled(filled(page, "formats", formats_table()), "dyads", dyads_table())
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    else:
        assert page == expected
