"""What the commands of `correct` share: options, and the desk at which corrections are made."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, echo

from chronicle.cli import completing
from chronicle.cli.edge import say
from chronicle.model import ActorKind, Role, VenueKind

if TYPE_CHECKING:
    from chronicle.correcting import Desk
    from chronicle.correcting.naming import Names
    from chronicle.model import Event
    from chronicle.model.correction import Correction
    from chronicle.storing import Database
    from chronicle.storing.corrections import Outcome

Id = Annotated[
    str, Argument(metavar="ID", help="Id of an event, or the beginning of one.", autocompletion=completing.events)
]
Ids = Annotated[
    list[str],
    Argument(metavar="ID...", help="Ids of events, or the beginning of one.", autocompletion=completing.events),
]
ActorName = Annotated[
    str,
    Argument(
        metavar="NAME",
        help="One of its actors: id, name or printed form, whole or in part.",
        autocompletion=completing.actors,
    ),
]
VenueName = Annotated[
    str,
    Argument(
        metavar="NAME",
        help="One of its venues: id, name or printed form, whole or in part.",
        autocompletion=completing.venues,
    ),
]
Anybody = Annotated[
    str,
    Argument(
        metavar="NAME",
        help="Id, name or alias in the database or the reference tables.",
        autocompletion=completing.actors,
    ),
]
Is = Annotated[
    str | None,
    Option(
        "--is",
        metavar="NAME",
        help="What it is: id, name or alias in database or reference tables.",
        show_default=False,
    ),
]
RoleOption = Annotated[
    Role | None, Option("--role", metavar="ROLE", help=f"One of: {', '.join(Role)}.", show_default=False)
]
Office = Annotated[
    str | None, Option("--office", metavar="OFFICE", help="The office; '' for none.", show_default=False)
]
CountryOption = Annotated[
    str | None, Option("--country", metavar="NAME", help="Country, by name or code.", show_default=False)
]
New = Annotated[bool, Option("--new", help="Take the name for one that nothing knows yet.")]
KindOption = Annotated[
    ActorKind | None,
    Option("--kind", metavar="KIND", help=f"One of: {', '.join(ActorKind)}.", show_default=False),
]
PlaceKind = Annotated[
    VenueKind | None,
    Option("--kind", metavar="KIND", help=f"One of: {', '.join(VenueKind)}.", show_default=False),
]
Latitude = Annotated[
    float | None, Option("--latitude", min=-90, max=90, help="Degrees north, WGS 84.", show_default=False)
]
Longitude = Annotated[
    float | None, Option("--longitude", min=-180, max=180, help="Degrees east, WGS 84.", show_default=False)
]
Note = Annotated[str | None, Option("--note", metavar="TEXT", help="Why, for who reads it.", show_default=False)]
Author = Annotated[
    str | None,
    Option(
        "--author",
        metavar="NAME",
        help="Who corrects. Otherwise CHRONICLE_AUTHOR, otherwise the user.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Work:
    """An open database, who corrects, and what names mean."""

    db: "Database"
    desk: "Desk"
    names: "Names"

    def event(self, typed: str) -> "Event":
        from chronicle.querying import event

        return event(self.db, typed)

    def keep(self, corrections: "Iterable[Correction]") -> None:
        from chronicle.storing.corrections import keep
        from chronicle.storing.facts import load_facts

        tell(keep(self.db, corrections, load_facts(self.names.folders)), "kept")


@contextmanager
def at_work(db: str | None, author: str | None, note: str | None) -> Iterator[Work]:
    from datetime import UTC, datetime

    from chronicle import config
    from chronicle.cli.database import writing
    from chronicle.correcting import Desk
    from chronicle.correcting.naming import Names

    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with writing(db) as database:
        yield Work(database, Desk(author or config.author(), made, note), Names(database, config.data_folders()))


def tell(outcome: "Outcome", what: str) -> None:
    """The ids on stdout, what they do and what came of it on stderr."""
    from chronicle.correcting.telling import told

    for one in outcome.corrections:
        echo(one.id)
        say(f"{one.event or 'everywhere'}: {told(one)}")
    for misfit in outcome.misfits:
        say(f"warning: {misfit}")
    number, events = len(outcome.corrections), len(outcome.events)
    say(f"{number} correction{'' if number == 1 else 's'} {what}, {events} event{'' if events == 1 else 's'} changed")


def code_of(country: str | None) -> str | None:
    if country is None:
        return None
    from chronicle.querying.names import find_countries

    return find_countries(country)[0]
