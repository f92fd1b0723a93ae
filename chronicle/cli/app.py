"""The command `chronicle` put together: its commands in the order of the work.

A command is made when it is asked for. Typer would make all of them at every start, each with the
fifteen filters: an eighth of the instructions of `chronicle events --limit 20`.
"""

from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

from typer import Exit, Option, Typer, echo
from typer.main import get_command

from chronicle import __version__
from chronicle.cli.edge import MEANINGS, errors_told
from chronicle.cli.help import Command, Group, examples

# Each has a file of its name, with a function of that name and its EXAMPLES, or with an `app` of several; behind a
# name that Python keeps for itself stands `_`. A `KIND` is a class of command of its own.
COMMANDS = {
    "ingest": "Read chronologies into the database.",
    "read": "Show what would be read from a document.",
    "events": "List the events that fit all filters.",
    "show": "Show everything of an event.",
    "actors": "List actors, or show the profile of one.",
    "venues": "List venues.",
    "documents": "List documents with their citation.",
    "count": "Count events by time, type, actor, country, venue.",
    "compare": "Compare two times or any two questions.",
    "profile": "Show all about one actor.",
    "timeline": "Draw when the events took place.",
    "calendar": "Draw years as grids of days.",
    "network": "Draw who takes part with whom.",
    "map": "Draw where the events took place.",
    "export": "Write all events that fit to a file.",
    "cite": "Print the reference to a document or an event.",
    "import": "Take in events that another database exported.",
    "report": "Write the events that fit as one page.",
    "plot": "Draw the events that fit, as a picture.",
    "serve": "Show the database in the browser.",
    "review": "List what is doubtful, and what to do about it.",
    "same": "List pairs of events that may be one.",
    "correct": "Put events right, apart from what the program found.",
    "recode": "Code all stored entries again.",
    "sql": "Ask in SQL, reading only.",
    "query": "Save filters under a name, to be taken as @NAME.",
    "config": "Show what is usual here, and what says so.",
    "db": "Look after the database.",
    "gazetteer": "Look after the reference tables.",
    "docs": "List or print the documentation: a tutorial, recipes.",
}


class Root(Group):
    """The command itself. It makes its commands as they are asked for, and all their errors end here."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = made(name)
        return super().get_command(ctx, cmd_name)

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        if extra.get("resilient_parsing"):
            return super().make_context(info_name, args, parent, **extra)
        with errors_told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        with errors_told():
            return super().invoke(ctx)


def made(name: str) -> Any:
    """The command of that name, its file imported only now."""
    own = f"{name}_" if iskeyword(name) else name
    module = import_module(f"chronicle.cli.{own}")
    if hasattr(module, "app"):
        return get_command(module.app)
    alone = Typer(rich_markup_mode=None, add_completion=False)
    kind = getattr(module, "KIND", Command)
    alone.command(name, cls=kind, short_help=COMMANDS[name], epilog=module.EXAMPLES)(getattr(module, own))
    return get_command(alone)


EXAMPLES = examples("""
    chronicle ingest issues/
    chronicle events --actor lavrov --since 2021
    chronicle count --by month --actor china --actor russia
    chronicle export csv -o events.csv
""")


DOCS = """\
Documentation:
  chronicle docs           lists the pages
  chronicle docs tutorial  from a folder of PDFs to a figure in a paper
  chronicle docs cookbook  twenty questions with their answers"""


def _statuses() -> str:
    lines = "\n".join(f"  {status:<4} {meaning}" for status, meaning in MEANINGS.items())
    return f"Exit status:\n{lines}"


app = Typer(
    name="chronicle",
    cls=Root,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=f"{EXAMPLES}\n\n{_statuses()}\n\n{DOCS}",
)


def _version(asked: bool) -> None:
    if asked:
        echo(f"chronicle {__version__}")
        raise Exit


def _no_pager(asked: bool) -> None:
    if asked:
        from chronicle.cli.paging import without_pager

        without_pager()


@app.callback()
def root(
    version: Annotated[
        bool, Option("--version", help="Say the version and leave.", callback=_version, is_eager=True)
    ] = False,
    no_pager: Annotated[
        bool, Option("--no-pager", help="Print long tables as they are; also behind a command.", callback=_no_pager)
    ] = False,
) -> None:
    """Read chronologies of international relations into a database of dated events, and ask it.

    Every command explains itself: chronicle COMMAND --help. Data goes to stdout, everything else to
    stderr.
    """
