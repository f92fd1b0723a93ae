"""`correct`: events put right, apart from what the program found."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context, Exit, Option, Typer, echo

from chronicle.cli.desk import (
    ActorName,
    Anybody,
    Author,
    CountryOption,
    Id,
    Ids,
    Is,
    KindOption,
    Latitude,
    Longitude,
    New,
    Note,
    Office,
    PlaceKind,
    RoleOption,
    VenueName,
    at_work,
    code_of,
    tell,
)
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import OUTPUT, Database, Format, FormatOption
from chronicle.model import EventType, Mode

if TYPE_CHECKING:
    from chronicle.model.correction import Correction

app = Typer(
    name="correct",
    cls=Group,
    help="Put events right, apart from what the program found.",
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
    epilog=examples("""
        chronicle correct type 4f2a visit
        chronicle correct actor 4f2a lavrov --role mentioned
        chronicle correct --accept 4f2a
        chronicle correct export -o corrections.jsonl
    """),
)


@app.callback()
def correct(
    ctx: Context,
    accept: Annotated[
        list[str] | None,
        Option("--accept", metavar="ID", help="The same as `accept ID`.", show_default=False),
    ] = None,
    db: Database = None,
) -> None:
    """Put events right, apart from what the program found.

    Corrections are kept with author and time. They hold when a document is read again, when it changes, and
    after `recode`; `list` tells of those that do not fit any more. `export` and `import` take them to and from
    a text file with one correction a line (docs/corrections.md).
    """
    if accept:
        accepted(accept, db=db)
        raise Exit
    if ctx.invoked_subcommand is None:
        echo(ctx.get_help())
        raise Exit


# --- one value of an event


@app.command("type", cls=Command, epilog=examples("chronicle correct type 4f2a visit --note 'the journey is the news'"))
def set_type(
    id: Id,
    type: Annotated[EventType, Argument(metavar="TYPE", help=f"One of: {', '.join(EventType)}.")],
    plover: Annotated[
        str | None,
        Option(
            "--plover", metavar="CODE", help="PLOVER code. Otherwise the usual one of the type.", show_default=False
        ),
    ] = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say of which type an event is."""
    with at_work(db, author, note) as work:
        work.keep([work.desk.type(work.event(id), type, plover)])


@app.command(
    "mode", cls=Command, epilog=examples("chronicle correct mode 4f2a video\nchronicle correct mode 4f2a none")
)
def set_mode(
    id: Id,
    mode: Annotated[str, Argument(metavar="MODE", help=f"One of: {', '.join(Mode)}, none.")],
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say how the parties came together."""
    from chronicle.cli.output import one_of

    word = one_of(mode, [*Mode, "none"], "mode")
    with at_work(db, author, note) as work:
        work.keep([work.desk.mode(work.event(id), None if word == "none" else Mode(word))])


@app.command("date", cls=Command, epilog=examples("chronicle correct date 4f2a 2021-09-30"))
def set_date(
    id: Id,
    date: Annotated[
        str, Argument(metavar="DATE", help="2021-09-30, 2021-09-16/2021-09-17, 2021-09, 2021; ~ behind it: about.")
    ],
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say when an event took place. The words printed stay, and so does the id."""
    with at_work(db, author, note) as work:
        work.keep([work.desk.date(work.event(id), date)])


@app.command(
    "actor",
    cls=Command,
    epilog=examples("""
        chronicle correct actor 4f2a lavrov --role mentioned
        chronicle correct actor 4f2a lavrov --is 'wang yi' --office 'Foreign Minister'
    """),
)
def change_actor(
    id: Id,
    name: ActorName,
    who: Is = None,
    role: RoleOption = None,
    office: Office = None,
    country: CountryOption = None,
    new: New = False,
    kind: KindOption = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Change an actor of an event: who it is, its role, its office, its country."""
    from chronicle.correcting.naming import actor_of
    from chronicle.correcting.parts import part_of
    from chronicle.errors import UsageError

    with at_work(db, author, note) as work:
        event = work.event(id)
        part = part_of(role, office, code_of(country))
        if who is None and not part:
            raise UsageError(f"actor {name}: nothing to change; say --is, --role, --office or --country")
        values = None if who is None else work.names.actor(who, kind=kind, country=code_of(country), new=new)
        work.keep([work.desk.change_actor(event, actor_of(event, name), values, part)])


@app.command("add-actor", cls=Command, epilog=examples("chronicle correct add-actor 4f2a lavrov --role mentioned"))
def add_actor(
    id: Id,
    name: Anybody,
    role: RoleOption = None,
    office: Office = None,
    country: CountryOption = None,
    new: New = False,
    kind: KindOption = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Add an actor to an event, as a participant if no role is given."""
    from chronicle.correcting.parts import part_of

    with at_work(db, author, note) as work:
        who = work.names.actor(name, kind=kind, country=code_of(country), new=new)
        work.keep([work.desk.add_actor(work.event(id), who, part_of(role, office, code_of(country)))])


@app.command("remove-actor", cls=Command, epilog=examples("chronicle correct remove-actor 4f2a lavrov"))
def remove_actor(id: Id, name: ActorName, note: Note = None, author: Author = None, db: Database = None) -> None:
    """Take an actor out of an event."""
    from chronicle.correcting.naming import actor_of

    with at_work(db, author, note) as work:
        event = work.event(id)
        work.keep([work.desk.remove_actor(event, actor_of(event, name))])


@app.command("venue", cls=Command, epilog=examples("chronicle correct venue 4f2a moscow --is beijing"))
def change_venue(
    id: Id,
    name: VenueName,
    what: Annotated[
        str, Option("--is", metavar="NAME", help="What it is: name or alias in database or reference tables.")
    ],
    country: CountryOption = None,
    new: New = False,
    kind: PlaceKind = None,
    latitude: Latitude = None,
    longitude: Longitude = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say which place a venue of an event is."""
    from chronicle.correcting.naming import venue_of
    from chronicle.correcting.parts import at

    with at_work(db, author, note) as work:
        event = work.event(id)
        place = at(work.names.place(what, kind=kind, country=code_of(country), new=new), latitude, longitude)
        work.keep([work.desk.change_venue(event, venue_of(event, name), place)])


@app.command(
    "add-venue",
    cls=Command,
    epilog=examples("""
        chronicle correct add-venue 4f2a beijing
        chronicle correct add-venue 4f2a 'Guesthouse No. 5' --new --kind facility
    """),
)
def add_venue(
    id: Id,
    name: Annotated[str, Argument(metavar="NAME", help="Name or alias in the database or the reference tables.")],
    country: CountryOption = None,
    new: New = False,
    kind: PlaceKind = None,
    latitude: Latitude = None,
    longitude: Longitude = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Add a venue to an event."""
    from chronicle.correcting.parts import at

    with at_work(db, author, note) as work:
        place = at(work.names.place(name, kind=kind, country=code_of(country), new=new), latitude, longitude)
        work.keep([work.desk.add_venue(work.event(id), place)])


@app.command("remove-venue", cls=Command, epilog=examples("chronicle correct remove-venue 4f2a moscow"))
def remove_venue(id: Id, name: VenueName, note: Note = None, author: Author = None, db: Database = None) -> None:
    """Take a venue out of an event."""
    from chronicle.correcting.naming import venue_of

    with at_work(db, author, note) as work:
        event = work.event(id)
        work.keep([work.desk.remove_venue(event, venue_of(event, name))])


@app.command(
    "accept",
    cls=Command,
    epilog=examples("chronicle correct accept 4f2a 9c01\nchronicle correct accept 4f2a --flag actor_slip"),
)
def accepted(
    ids: Ids,
    flag: Annotated[
        list[str] | None, Option("--flag", metavar="FLAG", help="Only this flag. Otherwise all.", show_default=False)
    ] = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say that events are right as they are. Their flags go, and `review` does not list them any more."""
    with at_work(db, author, note) as work:
        work.keep([work.desk.accept(work.event(id), flag or ()) for id in ids])


# --- actors everywhere


@app.command(
    "merge", cls=Command, epilog=examples("chronicle correct merge 'andrei denisov' 'sergey lavrov' --note 'one man'")
)
def merge(
    name: Anybody,
    into: Annotated[str, Argument(metavar="INTO", help="The actor that it is.")],
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say that two actors are one, in all events, of documents to come too."""
    from chronicle.correcting.parts import check_merge
    from chronicle.storing.applying import identity

    with at_work(db, author, note) as work:
        one, other = work.names.actor(name), work.names.actor(into)
        check_merge(work.db, identity(one), identity(other), name, into)
        work.keep([work.desk.merge(identity(one), str(one["name"]), other)])


@app.command(
    "split", cls=Command, epilog=examples("chronicle correct split lavrov 'Sergey Lavrov the Younger' 4f2a 9c01 --new")
)
def split(
    name: ActorName,
    into: Annotated[str, Argument(metavar="INTO", help="Who it is in these events.")],
    ids: Ids,
    country: CountryOption = None,
    new: New = False,
    kind: KindOption = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Say that an actor is somebody else in some events: one correction for each."""
    from chronicle.correcting.naming import actor_of

    with at_work(db, author, note) as work:
        who = work.names.actor(into, kind=kind, country=code_of(country), new=new)
        events = [work.event(id) for id in ids]
        work.keep([work.desk.change_actor(event, actor_of(event, name), who, {}) for event in events])


@app.command("alias", cls=Command, epilog=examples("chronicle correct alias lavrov 'S. V. Lavroff'"))
def alias(
    name: Anybody,
    form: Annotated[str, Argument(metavar="FORM", help="What is printed for it.")],
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """Give an actor another name: to be found by, and by which whom no table knows is known."""
    from chronicle.storing.applying import identity

    with at_work(db, author, note) as work:
        who = work.names.actor(name)
        work.keep([work.desk.alias(identity(who), who, form)])
    say("`chronicle recode` looks for that name in the entries that are stored")


# --- events that are one


@app.command("same", cls=Command, epilog=examples("chronicle correct same 4f2a 9c01"))
def same(ids: Ids, note: Note = None, author: Author = None, db: Database = None) -> None:
    """Say that events told by several chronologies are one.

    `chronicle same` proposes pairs of them; commands that take filters count them once if told to (--unique).
    """
    _pairs("same", ids, note, author, db)


@app.command("different", cls=Command, epilog=examples("chronicle correct different 4f2a 9c01"))
def different(ids: Ids, note: Note = None, author: Author = None, db: Database = None) -> None:
    """Say that events are not one. `same` does not propose them again."""
    _pairs("different", ids, note, author, db)


def _pairs(act: str, ids: Sequence[str], note: str | None, author: str | None, db: str | None) -> None:
    """The first event with each of the others."""
    from chronicle.errors import UsageError

    if len(ids) < 2:
        raise UsageError(f"{act} {ids[0]}: with which? name two events or more")
    with at_work(db, author, note) as work:
        first, *others = [work.event(id) for id in ids]
        work.keep([getattr(work.desk, act)(first, other) for other in others])


# --- the corrections themselves

COLUMNS = ("id", "made", "author", "event", "correction", "misfit", "note")


@app.command("list", cls=Command, epilog=examples("chronicle correct list\nchronicle correct list --misfits"))
def listed(
    misfits: Annotated[
        bool, Option("--misfits", help="Only those that do not fit any more.", rich_help_panel=OUTPUT)
    ] = False,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """List the corrections as they were made, and say which do not fit any more."""
    from chronicle.cli.database import reading
    from chronicle.cli.output import screen
    from chronicle.storing.fitting import misfits as unfit
    from chronicle.storing.kept import all_corrections

    with reading(db) as database:
        found = all_corrections(database)
        why = {misfit.correction.id: misfit.why for misfit in unfit(database)}
    shown = [one for one in found if one.id in why or not misfits]
    to = screen()
    _print(shown, why, format, to)
    if not shown:
        nothing_found()


def _print(corrections: "Sequence[Correction]", why: dict[str, str], format: Format | None, to: Any) -> None:
    from chronicle.cli.output import print_rows
    from chronicle.correcting import to_record
    from chronicle.correcting.telling import told
    from chronicle.presenting import objects_named
    from chronicle.presenting.columns import Rows

    if format in (Format.JSON, Format.JSONL):
        records = ({**to_record(one), "misfit": why.get(one.id)} for one in corrections)
        objects_named(format.value).write_objects(records, to.file)
        return
    rows = [(one.id, one.made, one.author, one.event, told(one), why.get(one.id), one.note) for one in corrections]
    print_rows(Rows(COLUMNS, rows), format, to)


@app.command(
    "undo",
    cls=Command,
    epilog=examples(
        "chronicle correct undo k3x8\nchronicle correct list | tail -n 1 | cut -f 1 | xargs chronicle correct undo"
    ),
)
def undo(
    ids: Annotated[list[str], Argument(metavar="ID...", help="Ids of corrections, or the beginning of one.")],
    db: Database = None,
) -> None:
    """Take corrections back. The events are again as they were found, but for other corrections."""
    from chronicle.cli.database import writing
    from chronicle.config import data_folders
    from chronicle.correcting.finding import corrections_named
    from chronicle.storing.corrections import take_back
    from chronicle.storing.facts import load_facts

    with writing(db) as database:
        found = corrections_named(database, ids)
        outcome = take_back(database, found, load_facts(data_folders()))
    tell(outcome, "taken back")


@app.command("export", cls=Command, epilog=examples("chronicle correct export -o corrections.jsonl"))
def write_out(
    output: Annotated[
        str, Option("--output", "-o", metavar="FILE", help="File, or - for stdout.", rich_help_panel=OUTPUT)
    ] = "-",
    db: Database = None,
) -> None:
    """Write all corrections to a text file, one a line, in an order that makes small diffs."""
    from chronicle.cli.database import reading
    from chronicle.correcting import to_lines
    from chronicle.placing import opened
    from chronicle.storing.kept import all_corrections

    with reading(db) as database:
        found = all_corrections(database)
    with opened(output) as file:
        file.writelines(f"{line}\n" for line in to_lines(found))
    if output != "-":
        say(f"{len(found)} corrections written to {output}")


@app.command("import", cls=Command, epilog=examples("chronicle correct import corrections.jsonl"))
def bring_in(
    file: Annotated[str, Argument(metavar="FILE", help="What `export` wrote, or - for standard input.")],
    db: Database = None,
) -> None:
    """Take over the corrections of a file. Those that are known already stay as they are.

    What does not fit is kept and told of: the document may come later.
    """
    from chronicle.cli.database import writing
    from chronicle.config import data_folders
    from chronicle.correcting import from_lines
    from chronicle.storing.corrections import keep
    from chronicle.storing.facts import load_facts

    corrections = from_lines(_lines(file), file)
    with writing(db, create=True) as database:
        outcome = keep(database, corrections, load_facts(data_folders()))
    tell(outcome, "new")


def _lines(file: str) -> list[str]:
    import sys

    from chronicle.errors import UsageError

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
