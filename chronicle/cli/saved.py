"""Saved queries among the words of a command: `@NAME` stands for its filters."""

from collections.abc import Callable, Iterator
from typing import Any

from chronicle.cli.options import FILTERS

SIGN = "@"
Offer = Callable[[Any, str], list[Any]]
HELP = ("@NAME", "The filters saved as NAME; those typed are added (chronicle query).")


def filters_of(parameters: list[Any]) -> dict[str, Any]:
    """The filters that a command takes: their long names without the dashes, and their parameters."""
    found = [each for each in parameters if getattr(each, "rich_help_panel", None) == FILTERS]
    return {_long(each).removeprefix("--"): each for each in found}


def _long(parameter: Any) -> str:
    return str(max(parameter.opts, key=len))


def expanded(parameters: list[Any], words: list[str]) -> list[str]:
    """The words with the filters of saved queries first, so that what is typed is added to them.

    A command that has no filters, or whose own arguments are queries, keeps its words.
    """
    filters = filters_of(parameters)
    if not filters or any(SIGN in (each.metavar or "") for each in parameters):
        return words
    places = [at for at in _free(parameters, words) if words[at].startswith(SIGN) and words[at] != SIGN]
    saved = [word for at in places for word in _words(words[at].removeprefix(SIGN), filters)]
    return [*saved, *(word for at, word in enumerate(words) if at not in places)]


def _free(parameters: list[Any], words: list[str]) -> Iterator[int]:
    """The places of words that are neither options nor their values."""
    return (at for at, is_option in places_of(parameters, words) if not is_option)


def places_of(parameters: list[Any], words: list[str]) -> Iterator[tuple[int, bool]]:
    """The places of options and of words that are neither options nor their values, and whether it is an option."""
    values = {name: _values(each) for each in parameters for name in each.opts}
    at = 0
    while at < len(words) and words[at] != "--":
        word = words[at]
        is_option = word.startswith("-") and word != "-"
        yield at, is_option
        at += 1 + (values.get(word, 0) if is_option else 0)


def _values(parameter: Any) -> int:
    """How many words follow the option."""
    return 0 if getattr(parameter, "is_flag", False) or getattr(parameter, "count", False) else int(parameter.nargs)


def _words(name: str, filters: dict[str, Any]) -> Iterator[str]:
    from chronicle.queries import saved_query

    for key, value in saved_query(name, filters).items():
        yield from words_of(key, value)


def offering_saved(command: Any, words: list[str]) -> list[str]:
    """Where Tab is pressed: the words without saved queries, which the command and its arguments offer now."""
    if not filters_of(command.params):
        return words
    # bash takes the sign for a word of its own, and yet replaces it with the rest.
    sign = SIGN if words[-1:] == [SIGN] else ""
    arguments = (each for each in command.params if each.param_type_name == "argument")
    for each in (command, *arguments):
        each.shell_complete = _saved_or_else(each.shell_complete, sign)
    named = {at for at in _free(command.params, words) if words[at].startswith(SIGN)}
    named |= {at + 1 for at in named if words[at] == SIGN}
    return [word for at, word in enumerate(words) if at not in named]


def _saved_or_else(other: Offer, sign: str) -> Offer:
    from typer.core import TyperArgument

    from chronicle.cli.completing import queries

    saved = TyperArgument(param_decls=["saved"], autocompletion=lambda ctx, args, begun: queries(begun))

    def offer(ctx: Any, begun: str) -> list[Any]:
        typed = sign + begun
        return (saved.shell_complete if typed.startswith(SIGN) else other)(ctx, typed)

    return offer


def words_of(key: str, value: Any) -> Iterator[str]:
    """The words that say a filter."""
    if value is True:
        yield f"--{key}"
    elif isinstance(value, str):
        yield from (f"--{key}={value}",) if value.startswith("-") else (f"--{key}", value)
    else:
        for each in value:
            yield from words_of(key, each) if isinstance(each, str) else (f"--{key}", *each)


def typed_filters(ctx: Any) -> dict[str, Any]:
    """The filters that were typed, as they are saved."""
    found = {key: _plain(ctx.params.get(each.name)) for key, each in filters_of(ctx.command.params).items()}
    return {key: value for key, value in found.items() if value not in (None, False, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool) else str(getattr(value, "value", value))
