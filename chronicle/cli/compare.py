"""`compare`: two times, two pairs of countries or any two questions side by side."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

from typer import Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import FILTERS, OUTPUT, Database, Format, FormatOption, limit_option, query_of, with_filters
from chronicle.errors import UsageError

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.presenting.cells import Scalar
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Key, Query
    from chronicle.querying.comparing import Comparison, Difference

EXAMPLES = examples("""
    chronicle compare --during 2020 --and 2021
    chronicle compare --during 2020 --and 2021 --by actor --only new,gone
    chronicle compare --with china russia --against '--with india russia'
    chronicle compare --type meeting --against '--type visit' --by venue
""")
COURSES = ("new", "rose", "same", "fell", "gone")
# So many differences of each key on a terminal that nobody asked for more.
DRAWN = 10
TIMES = ("since", "until", "on", "during")


@with_filters
def compare(
    query: "Query",
    and_: Annotated[
        str | None,
        Option(
            "--and",
            metavar="DATE",
            help="The second time; the other filters are the same on both sides.",
            rich_help_panel=FILTERS,
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        str | None,
        Option(
            "--against",
            metavar="FILTERS",
            help="The second question: filters in one word, which replace those of the same name and, if they are of"
            " time, all of time; or a saved query, which stands alone.",
            rich_help_panel=FILTERS,
            show_default=False,
            autocompletion=completing.queries,
        ),
    ] = None,
    by: Annotated[
        list[str],
        Option(
            "--by",
            metavar="KEY,...",
            help="Keys of `count`, as many as wanted.",
            rich_help_panel=OUTPUT,
            autocompletion=completing.count_keys,
        ),
    ] = ["type,country,actor,venue"],  # noqa: B006 (Typer reads it and never changes it)
    only: Annotated[
        list[str] | None,
        Option(
            "--only",
            metavar="COURSE,...",
            help=f"Some of: {', '.join(COURSES)}.",
            rich_help_panel=OUTPUT,
            show_default=False,
            autocompletion=completing.courses,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        limit_option("At most so many of each key; 0: all. If left out, 10 in tables on a terminal, else all."),
    ] = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """Compare two times or any two questions: what rose, what fell, what is new, what is gone.

    Events are counted as `count` does, for each key by itself, the largest difference first. Shares are
    percent of the events of one side, for sides of different size. --limit is of each key.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import screen, words
    from chronicle.errors import one_of
    from chronicle.querying import Key
    from chronicle.querying.comparing import compare as compared
    from chronicle.querying.telling import told

    keys = cast("list[Key]", [one_of(word, get_args(Key), "key to compare by") for each in by for word in words(each)])
    courses = [one_of(word, COURSES, "course") for each in only or COURSES for word in words(each)]
    _check_named("--by", by, keys)
    _check_named("--only", only or (), courses)
    second = _second(query, and_, against)
    to = screen()
    with reading(db) as database:
        found = compared(database, query, second, list(dict.fromkeys(keys)))
        sides = (told(database, query), told(database, second))
    most = limit if limit is not None else DRAWN if to.draws(format) else 0
    chosen = [each for each in found.differences if each.course in courses]
    _print(found, sides, chosen, most or None, format, to)
    if not chosen:
        nothing_found()


def _check_named(option: str, typed: Sequence[str], named: Sequence[str]) -> None:
    if not named:
        raise UsageError(f"{option} {','.join(typed)!r}: names none; write some, or leave it out")


def _second(first: "Query", and_: str | None, against: str | None) -> "Query":
    """The other side of the comparison."""
    from chronicle.querying.window import during

    if (and_ is None) == (against is None):
        raise UsageError("compare: takes one other side; give --and DATE or --against FILTERS")
    if and_ is not None:
        if not any(getattr(first, name) for name in TIMES):
            raise UsageError(f"--and {and_!r}: is the second time; give the first by --during")
        during(and_, first.today or date.today(), "--and")
        return _changed(first, {"during": and_})
    words = _words(against or "")
    given = query_of(words, "--against")
    if any(word.startswith("@") for word in words):
        return given
    return _changed(
        first, {field.name: getattr(given, field.name) for field in fields(given) if _is_given(given, field)}
    )


def _words(against: str) -> list[str]:
    try:
        words = shlex.split(against)
    except ValueError as error:
        raise UsageError(f"--against {against!r}: has a quotation mark that does not close; close it") from error
    if not words:
        raise UsageError("--against '': names no filter; write some in one word, as in --against '--during 2021'")
    return words


def _is_given(query: "Query", field: Any) -> bool:
    return bool(getattr(query, field.name) != field.default)


def _changed(first: "Query", others: dict[str, Any]) -> "Query":
    """The query with these filters instead of its own; a time replaces every other time."""
    times = dict.fromkeys(TIMES) if any(name in TIMES for name in others) else {}
    return replace(first, **{**times, **others})


NAMES = ("key", "value", "first", "second", "change", "first_share", "second_share", "course")


def _print(
    found: "Comparison",
    sides: "tuple[str, str]",
    chosen: "Sequence[Difference]",
    most: int | None,
    format: Format | None,
    to: "Screen",
) -> None:
    """One list in every format; on a terminal a table for each key, below what the sides are."""
    from chronicle.cli.output import print_rows, say_rest

    by_key: dict[Key, list[Difference]] = {}
    for each in chosen:
        by_key.setdefault(each.key, []).append(each)
    totals = [
        f"{name:<7} {side}: {many}"
        for name, side, many in zip(("first", "second"), sides, (found.first, found.second), strict=True)
    ]
    if not to.draws(format):
        print_rows(_rows(each for listed in by_key.values() for each in listed[:most]), format, to)
        for key, listed in by_key.items():
            say_rest(most, len(listed), key)
        for line in totals:
            say(line)
        return
    to.file.writelines(f"{line}\n" for line in totals)
    for key, listed in by_key.items():
        to.file.write("\n")
        _draw(key, listed, most, to)


def _rows(differences: "Iterable[Difference]") -> "Rows":
    from chronicle.presenting.columns import Rows

    return Rows(NAMES, ([getattr(each, name) for name in NAMES] for each in differences))


def _draw(key: "Key", differences: "Sequence[Difference]", most: int | None, to: "Screen") -> None:
    from chronicle.cli.output import print_rows, say_rest
    from chronicle.presenting.columns import Rows

    names = (key, "first", "second", "change", "first %", "second %", "")
    print_rows(Rows(names, map(_drawn, differences[:most])), None, to)
    say_rest(most, len(differences))


def _drawn(each: "Difference") -> "list[Scalar]":
    change = f"{each.change:+}" if each.change else ""
    return [each.value or "none", each.first, each.second, change, each.first_share, each.second_share, each.course]
