"""`sql`: a question in SQL, for those who want it; it only reads."""

from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import Command, examples
from chronicle.cli.options import Database, FormatOption, Limit

if TYPE_CHECKING:
    from chronicle.presenting.cells import Scalar

EXAMPLES = examples("""
    chronicle sql "select year, count(*) from event_view group by year"
    chronicle sql "select office, count(*) from participation_view group by 1"
    chronicle sql "select id, venues from event_view where year=2021" -f csv
    echo "select max(end_date) from event_view" | chronicle sql -
""")


class Sql(Command):
    """A command whose statement may begin with a comment of SQL, which looks like an option."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        return super().make_context(info_name, _with_comments_last(args), parent, **extra)


def _with_comments_last(words: list[str]) -> list[str]:
    """The words with a statement that begins with a comment behind those that may be options."""
    commented = [word for word in words if word.startswith("--") and ("\n" in word or word[2:3] == " ")]
    if not commented or "--" in words:
        return words
    return [*(word for word in words if word not in commented), "--", *commented]


KIND = Sql


def sql(
    statement: Annotated[
        str, Argument(metavar="STATEMENT", help="One statement that begins with SELECT; - reads it from stdin.")
    ],
    limit: Limit = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """Ask in SQL: one row per event in event_view, one per event and actor in participation_view.

    It only reads: nothing that a statement says can change the database or reach another file. The columns
    are in `chronicle docs sql`.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit
    from chronicle.presenting.columns import Rows
    from chronicle.storing.statement import ask

    to = screen()
    with reading(db) as database:
        answer = ask(database, _typed(statement))
        found = Tally(answer.rows, shown_limit(limit, to.draws(format)))
        print_rows(Rows(answer.names, (tuple(map(plain, row)) for row in found)), format, to)
    if not found.number:
        nothing_found()
    say_more(found)


def _typed(statement: str) -> str:
    if statement != "-":
        return statement
    import sys

    return sys.stdin.read()


def plain(value: object) -> "Scalar":
    """A value of the database as every format can write it: days in ISO 8601, bytes in hexadecimal."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if abs(value) < float("inf") else str(value)
    return value.hex() if isinstance(value, bytes) else str(value)
