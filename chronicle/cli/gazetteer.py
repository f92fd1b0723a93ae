"""`gazetteer`: are the reference tables sound, what does a name mean, and a list of officeholders brought in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer, echo

from chronicle.cli.edge import Status, leave, nothing_found, say
from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import OUTPUT, Format, FormatOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chronicle.gazetteer import Contradiction, Found, Imported

app = Typer(
    name="gazetteer",
    cls=Group,
    help="Look after the reference tables: who, which office when, which bodies and places.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    epilog=examples("""
        chronicle gazetteer find lavrov
        chronicle gazetteer check
        chronicle gazetteer import officeholders.csv
    """),
)


@app.command(
    cls=Command,
    epilog=examples("""
        chronicle gazetteer check
        chronicle gazetteer check --errors-only && echo sound
    """),
)
def check(
    errors_only: Annotated[bool, Option("--errors-only", help="Leave out warnings.", rich_help_panel=OUTPUT)] = False,
) -> None:
    """Look for what is wrong in the tables, shipped and own.

    Unknown ids and country codes, dates, coordinates and patterns that cannot be, two holders of one office at a
    time, names that mean two people at a time, files of your own that no table is called like. One line each: file,
    line, what is wrong, what to do. Warnings alone are no failure.
    """
    from chronicle.config import data_folder, own_data_folder
    from chronicle.gazetteer import Severity
    from chronicle.gazetteer import check as problems_of
    from chronicle.presenting.wording import counted

    problems = problems_of(data_folder(), own_data_folder())
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for problem in errors if errors_only else problems:
        echo(problem)
    say(f"{counted(len(errors), 'error')}, {counted(len(problems) - len(errors), 'warning')}")
    if errors:
        leave(Status.FAILED)


@app.command(
    "import",
    cls=Command,
    epilog=examples("""
        chronicle gazetteer import officeholders.csv
        chronicle gazetteer import officeholders.csv --to ./my-tables
    """),
)
def bring_in(
    file: Annotated[
        Path,
        Argument(
            metavar="FILE.csv",
            help="Columns: country, country_name, office, person, wikidata, start, end, english_wikipedia.",
        ),
    ],
    to: Annotated[
        Path | None,
        Option(
            "--to",
            metavar="FOLDER",
            help="Folder of own tables. Otherwise CHRONICLE_DATA, otherwise chronicle/gazetteer in the user's "
            "data folder.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add a list of officeholders to your own tables.

    The shipped tables stay as they are and win where a list contradicts them. Importing a list twice changes
    nothing.
    """
    from chronicle.cli.ingest import Progress
    from chronicle.config import data_folder, own_data_folder_for_writing
    from chronicle.gazetteer import import_officeholders

    folder = to or own_data_folder_for_writing()
    with Progress() as progress:
        progress.show(f"{file}: finding who is in the tables")
        imported = import_officeholders(file, folder, data_folder())
    for line in _told(imported):
        say(line)
    echo(folder)


def _told(imported: "Imported") -> list[str]:
    from chronicle.presenting.wording import counted

    people = "1 person" if imported.people == 1 else f"{imported.people or 'no'} people"
    new = f"new: {people}, {counted(imported.offices, 'office')}, {counted(imported.terms, 'term')}"
    ended = f"; {counted(imported.ended, 'term')} ended" if imported.ended else ""
    lines = [f"{new}{ended}", f"known already: {counted(imported.known, 'term')}"]
    lines += _contradicted(imported.contradicted)
    if imported.undated:
        shown = ", ".join(map(str, imported.undated[:10])) + (", ..." if len(imported.undated) > 10 else "")
        left = counted(len(imported.undated), "line")
        lines.append(f"left out: {left} without a sound name, office or dates: {shown}")
    if imported.unknown:
        codes = ", ".join(imported.unknown)
        lines.append(
            f"warning: unknown country codes, taken as none: {codes}; add them to states.csv, or correct the list"
        )
    if imported.odd:
        lines.append(
            f"warning: no Wikidata items, taken as none: {', '.join(imported.odd)}; write a Q and digits, or nothing"
        )
    return lines


_SHOWN = 10


def _contradicted(found: "Sequence[Contradiction]") -> list[str]:
    """A few of them, each with whose term it is and who held the office then."""
    from chronicle.presenting.wording import counted

    if not found:
        return []
    lines = [f"left out: {counted(len(found), 'term')} in an office that somebody else held then"]
    for one in found[:_SHOWN]:
        listed, term = one.listed, one.term
        lines.append(
            f"  line {one.line}: {listed.person}, {listed.office}, {_days(listed.start, listed.end)}:"
            f" {one.holder}{' (the same name)' if one.namesake else ''}, {_days(term.start, term.end)}"
        )
    more = len(found) - _SHOWN
    lines += [f"  and {more} more"] if more > 0 else []
    namesakes = sum(one.namesake for one in found)
    if namesakes:
        lines.append(
            f"{counted(namesakes, 'term')} of these of somebody of the same name with another Wikidata id;"
            " if both are one, correct the id in the list"
        )
    return lines


def _days(start: str, end: str) -> str:
    return f"{start} to {end or 'today'}"


COLUMNS = ("kind", "name", "country", "id", "form", "column", "details", "file", "line")


@app.command(
    cls=Command,
    epilog=examples("""
        chronicle gazetteer find lavrov
        chronicle gazetteer find "foggy bottom" --format json
    """),
)
def find(
    name: Annotated[str, Argument(metavar="NAME", help="As it is printed, in any case, accents and script.")],
    format: FormatOption = None,
) -> None:
    """Say who or what a printed name means, with the offices that a person held."""
    from chronicle.cli.output import print_rows, screen
    from chronicle.config import data_folder, own_data_folder
    from chronicle.gazetteer import find as meanings
    from chronicle.gazetteer import nearest
    from chronicle.presenting.columns import Rows

    found = meanings(name, data_folder(), own_data_folder())
    to = screen()
    if not found:
        near = nearest(name, data_folder(), own_data_folder())
        if near:
            say(f"{name}: no such name; did you mean {' or '.join(near)}?")
        nothing_found()
    if format in (None, Format.TABLE) and to.is_terminal:
        _draw(found)
    else:
        print_rows(Rows(COLUMNS, [_cells(each) for each in found]), format, to)


def _cells(found: "Found") -> list[str | int | None]:
    details = "; ".join(found.details)
    return [
        found.kind, found.name, found.country or None, found.id, found.form, found.column, details or None,
        str(found.path), found.line,
    ]  # fmt: skip


def _draw(found: "list[Found]") -> None:
    """One block each: a person may have held twenty offices."""
    for each in found:
        country = f" ({each.country})" if each.country else ""
        echo(f"{each.name}{country}: {each.kind} {each.id}, as {each.column} `{each.form}`, {each.path}:{each.line}")
        for detail in each.details:
            echo(f"  {detail}")
