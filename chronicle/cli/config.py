"""`config`: what is usual here, and what says so."""

from typer import Context, Typer, echo

from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import Format, FormatOption

app = Typer(
    name="config",
    cls=Group,
    help="Show what is usual here, and what says so.",
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
    epilog=examples("""
        chronicle config
        chronicle config path
        CHRONICLE_LIMIT=20 chronicle config --format json
    """),
)


@app.callback()
def config(ctx: Context, format: FormatOption = None) -> None:
    """Show what is usual here, and what says so.

    The configuration is a text file in TOML; each of the settings listed is a key of it. A variable of
    the environment goes before the file, an option before both (`chronicle docs using`).
    """
    if ctx.invoked_subcommand is None:
        _show(format)


def _show(format: Format | None) -> None:
    from chronicle.cli.output import print_rows, screen
    from chronicle.config import SETTINGS, in_force
    from chronicle.presenting.columns import Rows

    found = [(setting, in_force(setting.name)) for setting in SETTINGS]
    rows = [(each.name, _plain(value), origin, each.variable) for each, (value, origin) in found]
    print_rows(Rows(("setting", "value", "from", "variable"), rows), format, screen())


def _plain(value: object) -> "str | int | bool | tuple[str, ...] | None":
    """The value as a cell; the address of a server without its password."""
    import re

    if isinstance(value, list):
        return tuple(map(str, value))
    if value is None or isinstance(value, (bool, int)):
        return value
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", str(value))


@app.command("path", cls=Command, epilog=examples("chronicle config path\n$EDITOR $(chronicle config path)"))
def path() -> None:
    """Say where the configuration file is, or where it would be."""
    from chronicle.config import settings_path

    echo(str(settings_path()))
