"""A web page with one plain table of all columns, which needs no other file. All data is escaped."""

from collections.abc import Iterable
from html import escape
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.cells import Value, cell, plain
from chronicle.presenting.columns import Rows, wide

# Nothing is run or fetched, whatever the data holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_HEAD = 'th scope="col"'
_STYLE = """
body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; color-scheme: light dark; }
table { border-collapse: collapse; }
th, td { border: 1px solid #8888; padding: 0.2rem 0.4rem; text-align: left; vertical-align: top; max-width: 40rem; }
thead th { position: sticky; top: 0; background: Canvas; }
"""


def write(events: Iterable[Event], file: TextIO) -> None:
    write_rows(wide(events), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    file.write(
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>Events</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<table>\n"
        f"<caption>Events</caption>\n<thead>\n{_line(_HEAD, rows.names)}</thead>\n<tbody>\n"
    )
    file.writelines(_line("td", row) for row in rows.body)
    file.write("</tbody>\n</table>\n</body>\n</html>\n")


def _line(tag: str, row: Iterable[Value]) -> str:
    end = f"</{tag.partition(' ')[0]}>"
    return f"<tr>{''.join(f'<{tag}>{escape(plain(cell(value)))}{end}' for value in row)}</tr>\n"
