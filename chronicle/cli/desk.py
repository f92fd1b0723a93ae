"""What the commands of `correct` share: options, and the desk at which corrections are made."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option, echo

from chronicle.cli import completing
from chronicle.cli.edge import say
from chronicle.cli.options import Database, taking
from chronicle.model import ActorKind, Role, VenueKind

if TYPE_CHECKING:
    from chronicle.correcting.work import ActorHint, PlaceHint, Work
    from chronicle.model.correction import Correction
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


@contextmanager
def at_work(
    note: str | None = None, author: str | None = None, db: str | None = None, *, create: bool = False
) -> "Iterator[Work]":
    from chronicle.cli.database import writing
    from chronicle.correcting.work import begin

    with writing(db, create=create) as database:
        yield begin(database, author, note)


def _signed(note: Note = None, author: Author = None, db: Database = None) -> "AbstractContextManager[Work]":
    return at_work(note, author, db)


# Gives a command the options of who corrects what, and why; its parameter `work` receives the work to be begun.
with_work = taking("work", _signed)


def making(command: "Callable[..., Iterable[Correction]]") -> Callable[..., None]:
    """Gives a command `work` on the database; the corrections that it returns are kept and told of."""

    @wraps(command)
    def keep(work: "AbstractContextManager[Work]", **given: Any) -> None:
        with work as begun:
            outcome = begun.keep(command(work=begun, **given))
            tell(outcome, "kept", begun.remarks(outcome.corrections))

    return with_work(keep)


def _actor_hint(country: CountryOption = None, new: New = False, kind: KindOption = None) -> "ActorHint":
    from chronicle.correcting.work import ActorHint

    return ActorHint(kind, country, new)


def _place_hint(
    country: CountryOption = None,
    new: New = False,
    kind: PlaceKind = None,
    latitude: Latitude = None,
    longitude: Longitude = None,
) -> "PlaceHint":
    from chronicle.correcting.work import PlaceHint

    return PlaceHint(kind, country, new, latitude, longitude)


# Gives a command the options that say more of a name; its parameter `hint` receives them as one value.
with_actor_hint, with_place_hint = taking("hint", _actor_hint), taking("hint", _place_hint)


def tell(outcome: "Outcome", what: str, remarks: Iterable[str] = ()) -> None:
    """The ids on stdout, what they do and what came of it on stderr."""
    from chronicle.correcting.telling import told
    from chronicle.presenting.wording import counted

    for one in outcome.corrections:
        echo(one.id)
        say(f"{one.event or 'everywhere'}: {told(one)}")
    for misfit in outcome.misfits:
        say(f"warning: {misfit}")
    for remark in remarks:
        say(f"warning: {remark}")
    kept, events = counted(len(outcome.corrections), "correction"), counted(len(outcome.events), "event")
    say(f"{kept} {what}, {events} changed")
