"""The options that commands share, each written once, and the filters that become one `Query`."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from typer import Option

from chronicle.cli import completing
from chronicle.model import DateOrder, EventType, Language, Mode, ReadingOptions, Role

if TYPE_CHECKING:
    from chronicle.querying import Query

Given = TypeVar("Given")

FILTERS = "Filters"
OUTPUT = "Output"
MOST = 2**31


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def _filter(
    *names: str,
    help: str,
    metavar: str | None = None,
    offers: Callable[..., Any] | None = None,
    callback: Callable[..., Any] | None = None,
    case_sensitive: bool = True,
) -> Any:
    return Option(
        *names,
        metavar=metavar,
        help=help,
        rich_help_panel=FILTERS,
        show_default=False,
        autocompletion=offers,
        callback=callback,
        case_sensitive=case_sensitive,
    )


def _any_of(name: str, known: Iterable[str]) -> Callable[[list[str] | None], list[str] | None]:
    """What makes the values of an option of its words, which stand with commas between or one by one, in any case."""

    def values(typed: list[str] | None) -> list[str] | None:
        from chronicle.querying.select import any_of

        return typed and list(any_of(name, typed, known))

    return values


ActorFilter = Annotated[
    list[str] | None,
    _filter(
        "--actor",
        metavar="NAME",
        offers=completing.actors,
        help="Name, surname, alias, country or demonym that takes part or is mentioned. Repeat: all of them;"
        " 'a or b': either.",
    ),
]
With = Annotated[
    list[str] | None,
    _filter(
        "--with",
        metavar="A B",
        offers=completing.actors,
        help="Both take part, as named for --actor: --with russia china. Repeat: all.",
    ),
]
NotActor = Annotated[
    list[str] | None,
    _filter(
        "--not-actor",
        metavar="NAME",
        offers=completing.actors,
        help="None of these takes part or is mentioned. Repeat: none of all.",
    ),
]
Country = Annotated[
    list[str] | None,
    _filter(
        "--country",
        metavar="NAME",
        offers=completing.states,
        help="Country that takes part, by name or code. Repeat: all of them; 'a or b': either.",
    ),
]
RoleFilter = Annotated[
    Role | None,
    _filter(
        "--role",
        metavar="ROLE",
        help=f"What --actor has to be: {', '.join(Role)}. Either if left out.",
        case_sensitive=False,
    ),
]
VenueFilter = Annotated[
    list[str] | None,
    _filter(
        "--venue",
        metavar="PLACE",
        offers=completing.venues,
        help="City, facility, region or country where it took place. Repeat: any of them.",
    ),
]
TypeFilter = Annotated[
    list[str] | None,
    _filter(
        "--type",
        metavar="TYPE,...",
        help=f"One or more of: {', '.join(EventType)}. Repeat: any of them.",
        offers=completing.types,
        callback=_any_of("--type", EventType),
    ),
]
ModeFilter = Annotated[
    list[str] | None,
    _filter(
        "--mode",
        metavar="MODE,...",
        help=f"One or more of: {', '.join(Mode)}. Repeat: any.",
        offers=completing.modes,
        callback=_any_of("--mode", Mode),
    ),
]
Since = Annotated[
    str | None,
    _filter("--since", metavar="DATE", help="From this time on: 2021, 'sept 2019', 2020-Q4, 'last month'."),
]
Until = Annotated[str | None, _filter("--until", metavar="DATE", help="Up to the end of this time.")]
On = Annotated[str | None, _filter("--on", metavar="DATE", help="On this day.")]
During = Annotated[
    str | None,
    _filter("--during", metavar="DATE", help="Within or overlapping this time, as a year or a quarter."),
]
TextFilter = Annotated[
    str | None,
    _filter("--text", metavar="WORDS", help='Words, "phrases", prefix*, or, not, -word, (brackets).'),
]
DocumentFilter = Annotated[
    list[str] | None,
    _filter(
        "--document",
        metavar="NAME",
        offers=completing.documents,
        help="Id, file name, glob or words of the title. Repeat: any of them.",
    ),
]
Relation = Annotated[
    list[str] | None,
    _filter(
        "--relation",
        metavar="SIDES",
        offers=completing.relations,
        help="Relation that the section covers, as in 'china-russia'. Repeat: any.",
    ),
]
Flag = Annotated[
    list[str] | None,
    _filter(
        "--flag", metavar="FLAG", offers=completing.flags, help="Marked for review, as `date_invalid`. Repeat: any."
    ),
]
SinceLastIngest = Annotated[
    bool, _filter("--since-last-ingest", help="Added or changed by the last `ingest` or `recode` that stored anything.")
]
Unique = Annotated[
    bool, _filter("--unique", help="Events confirmed to be one, told by several chronologies, only once.")
]

Database = Annotated[
    str | None,
    Option(
        "--db",
        metavar="PATH|URL",
        help="Database. Otherwise CHRONICLE_DB, otherwise `chronicle db path`.",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of: {', '.join(Format)}. Table: drawn on a terminal, tab-separated lines in a pipe.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]


def countable(number: int | None) -> int | None:
    """A limit that the database can count to; no larger number of events is held."""
    return number if number is None else min(number, MOST)


def limit_option(help: str) -> Any:
    """For commands that show another number of rows or lines if none is said."""
    return Option(
        "--limit",
        "-n",
        min=0,
        callback=countable,
        metavar="N",
        help=help,
        rich_help_panel=OUTPUT,
        show_default=False,
    )


Limit = Annotated[
    int | None, limit_option("At most so many; 0: all. If left out, 50 in a table on a terminal, else all.")
]
SortOption = Annotated[
    str,
    Option(
        "--sort",
        metavar="KEY,...",
        help="One or more of date, document (its own order), source (file name), relation, type, mode, added; with"
        " - before it the reverse: -date, or type,-date.",
        rich_help_panel=OUTPUT,
        autocompletion=completing.sort_keys,
    ),
]


READING = "Reading"

DateOrderOption = Annotated[
    DateOrder | None,
    Option(
        "--date-order",
        metavar="ORDER",
        help=f"What stands first in 03/04/2002: {' or '.join(DateOrder)}. Otherwise as the list tells.",
        rich_help_panel=READING,
        show_default=False,
    ),
]
RelationOption = Annotated[
    str | None,
    Option(
        "--relation",
        metavar="SIDES",
        help="Relation that the chronology covers, as 'China - Russia'.",
        rich_help_panel=READING,
        show_default=False,
    ),
]
SectionOption = Annotated[
    str | None,
    Option(
        "--section",
        metavar="SECTION",
        help="Only this chronology of the document: its number, or words of its heading.",
        rich_help_panel=READING,
        show_default=False,
    ),
]
LanguageOption = Annotated[
    Language | None,
    Option(
        "--language",
        metavar="LANGUAGE",
        help=f"In which months are named: {', '.join(Language)}. Otherwise en.",
        rich_help_panel=READING,
        show_default=False,
    ),
]
YearOption = Annotated[
    int | None,
    Option(
        "--year",
        metavar="YEAR",
        min=1,
        max=9998,
        help="Year of the first entry, for a list that prints none.",
        rich_help_panel=READING,
        show_default=False,
    ),
]


def _asked(
    actor: ActorFilter = None,
    with_: With = None,  # of pairs, by help.Command
    not_actor: NotActor = None,
    country: Country = None,
    role: RoleFilter = None,
    venue: VenueFilter = None,
    type: TypeFilter = None,
    mode: ModeFilter = None,
    since: Since = None,
    until: Until = None,
    on: On = None,
    during: During = None,
    text: TextFilter = None,
    document: DocumentFilter = None,
    relation: Relation = None,
    flag: Flag = None,
    since_last_ingest: SinceLastIngest = False,
    unique: Unique = False,
) -> "Query":
    """The filters as typed, as one Query."""
    from chronicle.querying import Query

    return Query(
        actors=tuple(actor or ()),
        participants=tuple(name for pair in with_ or () for name in pair),
        not_actors=tuple(not_actor or ()),
        countries=tuple(country or ()),
        role=role.value if role else None,
        venues=tuple(venue or ()),
        types=tuple(type or ()),
        modes=tuple(mode or ()),
        since=since,
        until=until,
        on=on,
        during=during,
        text=text,
        documents=tuple(document or ()),
        relations=tuple(relation or ()),
        flags=tuple(flag or ()),
        since_last_ingest=since_last_ingest,
        unique=unique,
    )


def filter_names() -> list[str]:
    """What the filters are called, without the dashes."""
    return [name.rstrip("_").replace("_", "-") for name in signature(_asked).parameters]


def taking(name: str, make: Callable[..., Any]) -> Callable[[Callable[..., Given]], Callable[..., Given]]:
    """Gives a command the parameters of `make`; its own parameter of this name receives what `make` makes of them."""
    shared = signature(make).parameters

    def given_to(command: Callable[..., Given]) -> Callable[..., Given]:
        def run(**given: Any) -> Given:
            made = make(**{parameter: given.pop(parameter) for parameter in shared})
            return command(**{name: made}, **given)

        own = [parameter for parameter in signature(command).parameters.values() if parameter.name != name]
        parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in (*own, *shared.values())]
        run.__name__ = command.__name__
        run.__doc__ = command.__doc__
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        return run

    return given_to


# Gives a command every filter as an option; its parameter `query` receives them as one Query.
with_filters = taking("query", _asked)


def _reading(
    date_order: DateOrderOption = None,
    relation: RelationOption = None,
    year: YearOption = None,
    section: SectionOption = None,
    language: LanguageOption = None,
) -> ReadingOptions:
    return ReadingOptions(date_order, relation, year, section, language)


# Gives a command what a person may say of how a document is read; its parameter `options` receives it.
with_reading = taking("options", _reading)


def query_of(words: Sequence[str], name: str) -> "Query":
    """The filters among the words of an option of this name, as one Query."""
    from typer import Typer
    from typer.main import get_command

    from chronicle.cli.help import Command

    found: list[Query] = []
    taker = Typer(rich_markup_mode=None, add_completion=False)
    taker.command(cls=Command, add_help_option=False)(with_filters(lambda query: found.append(query)))
    get_command(taker).main(list(words), prog_name=name, standalone_mode=False)
    return found[0]
