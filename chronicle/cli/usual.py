"""Options that are left out, as the configuration has them."""

from typing import Any

from typer import BadParameter
from typer.core import TyperCommand

from chronicle.cli.pairs import check_pairs
from chronicle.cli.saved import expanded, offering_saved
from chronicle.config import in_force
from chronicle.errors import UsageError

NAMES = ("format", "sort")


class Usual(dict[str, Any]):
    """What an option of a command is that nobody typed; the configuration is read when that is asked.

    `format` is for lists: a command that has a format of its own keeps it.
    """

    def __init__(self, parameters: list[Any]) -> None:
        super().__init__()
        self.options = {each.name: each for each in parameters if each.param_type_name == "option"}

    def get(self, name: str, default: Any = None) -> Any:
        option = self.options.get(name)
        if name == "limit" and option is not None:
            # Only tables on a terminal are cut by it, but a value that is none is one everywhere.
            in_force(name)
        if name not in NAMES or option is None or (name == "format" and option.default is not None):
            return default
        value, origin = in_force(name)
        if origin == "default":
            return default
        try:
            option.type.convert(value, option, None)
            if name == "sort":
                _check_sort(value)
        except BadParameter as error:
            raise UsageError(f"{origin}: {name}: {error.message.rstrip('.')}") from error
        except UsageError as error:
            raise UsageError(f"{origin}: {error}") from error
        return value


def _check_sort(value: str) -> None:
    from chronicle.querying.ordering import order

    order(value)


def is_typed(ctx: Any, name: str) -> bool:
    """Whether somebody typed the option, so that it is no habit from the configuration."""
    return bool(ctx.get_parameter_source(name).name == "COMMANDLINE")


NO_PAGER = "--no-pager"


def _without_pager(words: list[str]) -> list[str]:
    """The words without the one of the root command that is taken everywhere."""
    end = words.index("--") if "--" in words else len(words)
    if NO_PAGER not in words[:end]:
        return words
    from chronicle.cli.paging import without_pager

    without_pager()
    return [word for at, word in enumerate(words) if at > end or word != NO_PAGER]


class Placed:
    """Its errors know whose words were read; Typer leaves that out where an option lacks its value."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise


class UsualCommand(Placed, TyperCommand):
    """A command whose options are as the configuration has them, and whose `@NAME` is a saved query.

    `--no-pager` may stand among its words too.

    Its help says what the options are without a configuration.
    """

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        if extra.get("resilient_parsing"):
            # Tab was pressed: neither the configuration nor what is in saved queries matters, whatever is wrong there.
            args = offering_saved(self, args)
            return super().make_context(info_name, args, parent, **extra)
        args = expanded(self.params, _without_pager(args))
        check_pairs(self.params, args)
        return super().make_context(info_name, args, parent, default_map=Usual(self.params), **extra)

    def get_help(self, ctx: Any) -> str:
        ctx.default_map = None
        return super().get_help(ctx)
