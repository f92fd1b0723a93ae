"""How a command's help is laid out: options in groups, examples last, plain text that any pipe can take."""

from inspect import cleandoc
from typing import Any

from typer.core import TyperGroup

from chronicle.cli.options import FILTERS
from chronicle.cli.saved import HELP as SAVED
from chronicle.cli.usual import Placed, UsualCommand
from chronicle.errors import UsageError, remedy

GROUPS = ("Arguments", "Filters", "Reading", "Output", "Options")


class Command(UsualCommand):
    """A command whose options stand in the groups that their `rich_help_panel` names.

    `--with` takes two values and may be repeated, which Typer's parameters can do but its annotations not say.
    """

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        for parameter in self.params:
            if parameter.name == "with_":
                parameter.nargs = 2

    def format_options(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            entry = parameter.get_help_record(ctx)
            if entry is not None:
                group = getattr(parameter, "rich_help_panel", None) or _default_group(parameter)
                groups.setdefault(group, []).append(entry)
        if FILTERS in groups:
            groups[FILTERS].insert(0, SAVED)
        for name in sorted(groups, key=GROUPS.index):
            with formatter.section(name):
                formatter.write_dl(groups[name])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        write_epilog(self.epilog, formatter)


class Group(Placed, TyperGroup):
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        word = args[0]
        if self.get_command(ctx, word) is None and not word.startswith("-") and not ctx.resilient_parsing:
            known = self.list_commands(ctx)
            raise UsageError(
                f"{word}: no such command; {remedy(word, known, f'`{ctx.command_path} --help` lists them')}"
            )
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        write_epilog(self.epilog, formatter)


def _default_group(parameter: Any) -> str:
    return "Arguments" if parameter.param_type_name == "argument" else "Options"


def write_epilog(epilog: str | None, formatter: Any) -> None:
    """As it is written: examples are not wrapped."""
    if epilog:
        formatter.write(f"\n{epilog}\n")


def examples(text: str) -> str:
    """The examples of one command, one a line."""
    lines = "\n".join(f"  {line}" for line in cleandoc(text).splitlines())
    return f"Examples:\n{lines}"
