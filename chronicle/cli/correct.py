"""`correct`: events put right, apart from what the program found."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context, Exit, Option, Typer, echo

from chronicle.cli.desk import (
    ActorName,
    Anybody,
    Id,
    Ids,
    Is,
    Office,
    RoleOption,
    VenueName,
    at_work,
    making,
    tell,
    with_actor_hint,
    with_place_hint,
    with_work,
)
from chronicle.cli.edge import Status, leave, nothing_found, say
from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import OUTPUT, Database, Format, FormatOption
from chronicle.errors import UsageError, one_of
from chronicle.model import EventType, Mode

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from chronicle.correcting.work import ActorHint, Made, PlaceHint, Work
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
    a text file with one correction a line (`chronicle docs corrections`).
    """
    if accept and ctx.invoked_subcommand is not None:
        raise UsageError(f"--accept: takes no command; leave out {ctx.invoked_subcommand}, or --accept")
    if accept:
        with at_work(db=db) as work:
            tell(work.keep(work.accept(accept, ())), "kept")
        raise Exit
    if ctx.invoked_subcommand is None:
        echo(ctx.get_help(), err=True)
        leave(Status.WRONG_USE)


# --- one value of an event


@app.command("type", cls=Command, epilog=examples("chronicle correct type 4f2a visit --note 'the journey is the news'"))
@making
def set_type(
    work: "Work",
    id: Id,
    type: Annotated[EventType, Argument(metavar="TYPE", help=f"One of: {', '.join(EventType)}.")],
    plover: Annotated[
        str | None,
        Option(
            "--plover", metavar="CODE", help="PLOVER code. Otherwise the usual one of a new type.", show_default=False
        ),
    ] = None,
) -> "Made":
    """Say of which type an event is."""
    return work.type(id, type, plover)


@app.command(
    "mode", cls=Command, epilog=examples("chronicle correct mode 4f2a video\nchronicle correct mode 4f2a none")
)
@making
def set_mode(
    work: "Work",
    id: Id,
    mode: Annotated[str, Argument(metavar="MODE", help=f"One of: {', '.join(Mode)}, none.")],
) -> "Made":
    """Say how the parties came together."""
    word = one_of(mode, [*Mode, "none"], "mode")
    return work.mode(id, None if word == "none" else Mode(word))


@app.command("date", cls=Command, epilog=examples("chronicle correct date 4f2a 2021-09-30"))
@making
def set_date(
    work: "Work",
    id: Id,
    date: Annotated[
        str, Argument(metavar="DATE", help="2021-09-30, 2021-09-16/2021-09-17, 2021-09, 2021; ~ behind it: about.")
    ],
) -> "Made":
    """Say when an event took place. The words printed stay, and so does the id."""
    return work.date(id, date)


@app.command(
    "actor",
    cls=Command,
    epilog=examples("""
        chronicle correct actor 4f2a lavrov --role mentioned
        chronicle correct actor 4f2a lavrov --is 'wang yi' --office 'Foreign Minister'
    """),
)
@making
@with_actor_hint
def change_actor(
    work: "Work",
    hint: "ActorHint",
    id: Id,
    name: ActorName,
    who: Is = None,
    role: RoleOption = None,
    office: Office = None,
) -> "Made":
    """Change an actor of an event: who it is, its role, its office, its country."""
    return work.change_actor(id, name, who, role, office, hint)


@app.command("add-actor", cls=Command, epilog=examples("chronicle correct add-actor 4f2a lavrov --role mentioned"))
@making
@with_actor_hint
def add_actor(
    work: "Work",
    hint: "ActorHint",
    id: Id,
    name: Anybody,
    role: RoleOption = None,
    office: Office = None,
) -> "Made":
    """Add an actor to an event, as a participant if no role is given."""
    return work.add_actor(id, name, role, office, hint)


@app.command("remove-actor", cls=Command, epilog=examples("chronicle correct remove-actor 4f2a lavrov"))
@making
def remove_actor(work: "Work", id: Id, name: ActorName) -> "Made":
    """Take an actor out of an event."""
    return work.remove_actor(id, name)


@app.command("venue", cls=Command, epilog=examples("chronicle correct venue 4f2a moscow --is beijing"))
@making
@with_place_hint
def change_venue(
    work: "Work",
    hint: "PlaceHint",
    id: Id,
    name: VenueName,
    what: Annotated[
        str, Option("--is", metavar="NAME", help="What it is: name or alias in database or reference tables.")
    ],
) -> "Made":
    """Say which place a venue of an event is."""
    return work.change_venue(id, name, what, hint)


@app.command(
    "add-venue",
    cls=Command,
    epilog=examples("""
        chronicle correct add-venue 4f2a beijing
        chronicle correct add-venue 4f2a 'Guesthouse No. 5' --new --kind facility
    """),
)
@making
@with_place_hint
def add_venue(
    work: "Work",
    hint: "PlaceHint",
    id: Id,
    name: Annotated[str, Argument(metavar="NAME", help="Name or alias in the database or the reference tables.")],
) -> "Made":
    """Add a venue to an event."""
    return work.add_venue(id, name, hint)


@app.command("remove-venue", cls=Command, epilog=examples("chronicle correct remove-venue 4f2a moscow"))
@making
def remove_venue(work: "Work", id: Id, name: VenueName) -> "Made":
    """Take a venue out of an event."""
    return work.remove_venue(id, name)


@app.command(
    "accept",
    cls=Command,
    epilog=examples("chronicle correct accept 4f2a 9c01\nchronicle correct accept 4f2a --flag actor_slip"),
)
@making
def accepted(
    work: "Work",
    ids: Ids,
    flag: Annotated[
        list[str] | None, Option("--flag", metavar="FLAG", help="Only this flag. Otherwise all.", show_default=False)
    ] = None,
) -> "Made":
    """Say that events are right as they are. Their flags go, and `review` does not list them any more."""
    return work.accept(ids, flag or ())


# --- actors everywhere


@app.command(
    "merge", cls=Command, epilog=examples("chronicle correct merge 'andrei denisov' 'sergey lavrov' --note 'one man'")
)
@making
def merge(
    work: "Work",
    name: Anybody,
    into: Annotated[str, Argument(metavar="INTO", help="The actor that it is.")],
) -> "Made":
    """Say that two actors are one, in all events, of documents to come too."""
    return work.merge(name, into)


@app.command(
    "split", cls=Command, epilog=examples("chronicle correct split lavrov 'Sergey Lavrov the Younger' 4f2a 9c01 --new")
)
@making
@with_actor_hint
def split(
    work: "Work",
    hint: "ActorHint",
    name: ActorName,
    into: Annotated[str, Argument(metavar="INTO", help="Who it is in these events.")],
    ids: Ids,
) -> "Made":
    """Say that an actor is somebody else in some events: one correction for each."""
    return work.split(name, into, ids, hint)


@app.command("alias", cls=Command, epilog=examples("chronicle correct alias lavrov 'S. V. Lavroff'"))
@with_work
def alias(
    work: "AbstractContextManager[Work]",
    name: Anybody,
    form: Annotated[str, Argument(metavar="FORM", help="What is printed for it.")],
) -> None:
    """Give an actor another name: to be found by, and by which whom no table knows is known."""
    with work as begun:
        tell(begun.keep(begun.alias(name, form)), "kept")
    say("`chronicle recode` looks for that name in the entries that are stored")


# --- events that are one


@app.command("same", cls=Command, epilog=examples("chronicle correct same 4f2a 9c01"))
@making
def same(work: "Work", ids: Ids) -> "Made":
    """Say that events told by several chronologies are one.

    `chronicle same` proposes pairs of them; commands that take filters count them once if told to (--unique).
    """
    return work.same(ids)


@app.command("different", cls=Command, epilog=examples("chronicle correct different 4f2a 9c01"))
@making
def different(work: "Work", ids: Ids) -> "Made":
    """Say that events are not one. `same` does not propose them again."""
    return work.different(ids)


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
    with at_work(db=db) as work:
        tell(work.undo(ids), "taken back")


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
    from chronicle.presenting.wording import counted
    from chronicle.storing.kept import all_corrections

    with reading(db) as database:
        found = all_corrections(database)
    with opened(output) as file:
        if not found:
            nothing_found()
        file.writelines(f"{line}\n" for line in to_lines(found))
    if output != "-":
        say(f"{counted(len(found), 'correction')} written to {output}")


@app.command("import", cls=Command, epilog=examples("chronicle correct import corrections.jsonl"))
def bring_in(
    file: Annotated[str, Argument(metavar="FILE", help="What `export` wrote, or - for standard input.")],
    db: Database = None,
) -> None:
    """Take over the corrections of a file. Those that are known already stay as they are.

    What does not fit is kept and told of: the document may come later.
    """
    from chronicle.correcting import from_lines

    corrections = from_lines(_lines(file), file)
    with at_work(db=db, create=True) as work:
        tell(work.keep(corrections), "new")


def _lines(file: str) -> list[str]:
    import sys

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
