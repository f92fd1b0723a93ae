"""Wrong use as Typer finds it, in a line like every other error: what it is about, what is wrong, what to do.

Typer carries its own copy of click, which is not to be imported: its errors are told by their names and attributes.
"""

import re
from typing import Any

from chronicle.errors import nearest, remedy


def is_misuse(error: Any) -> bool:
    """Whether it is to be told here; a command without its words is answered with its help."""
    return getattr(error, "ctx", None) is not None and type(error).__name__ != "NoArgsIsHelpError"


def told(error: Any) -> str:
    name = type(error).__name__
    if name == "NoSuchOption":
        return _no_such_option(error)
    if name == "MissingParameter":
        return _missing(error)
    if getattr(error, "param", None) is not None:
        return _bad_value(error)
    if getattr(error, "option_name", None):
        what = error.message.removeprefix(f"Option {error.option_name!r} ").rstrip(".")
        return f"{error.option_name}: {what}; see {_help(error)}"
    return _unexpected(error)


def _help(error: Any) -> str:
    """Filters within one word, as `--against` takes them, have no help of their own."""
    has_help = error.ctx.command.get_help_option(error.ctx) is not None
    return f"`{error.ctx.command_path if has_help else 'chronicle COMMAND'} --help`"


def _named(parameter: Any) -> str:
    """`--output` or `FILE`."""
    return str(parameter.metavar if parameter.param_type_name == "argument" else max(parameter.opts, key=len))


def _no_such_option(error: Any) -> str:
    known = [name for each in error.ctx.command.get_params(error.ctx) for name in each.opts]
    # Without the dashes, which would make all of them alike.
    near = nearest(error.option_name.lstrip("-"), [name.lstrip("-") for name in known])
    what_to_do = f"did you mean --{near}?" if near else f"see {_help(error)}"
    return f"{error.option_name}: no such option of `{error.ctx.command_path}`; {what_to_do}"


def _missing(error: Any) -> str:
    return f"{error.ctx.command_path}: {_named(error.param)} is missing; see {_help(error)}"


# How the message begins that quotes a value for which there is a list.
_QUOTED = re.compile(r"(?P<value>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\") is not one of ")
# What a kind of value is called among us.
_KINDS = {"is not a valid int range": "is no whole number", "is not a valid int": "is no whole number"}


def _bad_value(error: Any) -> str:
    quoted = _QUOTED.match(error.message)
    if quoted:
        choices = [str(each) for each in error.param.type.choices]
        value = quoted["value"]
        return f"{_named(error.param)} {value}: is none; {remedy(value[1:-1].lower(), choices)}"
    message = error.message.rstrip(".")
    for theirs, ours in _KINDS.items():
        message = message.replace(theirs, ours)
    return f"{_named(error.param)}: {message}; see {_help(error)}"


_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)", re.DOTALL)


def _unexpected(error: Any) -> str:
    where = error.ctx.command_path
    message = error.format_message().rstrip(".")
    extra = _EXTRA.fullmatch(message)
    if extra:
        return f"{where}: takes no {extra['words']!r}; put words of one name in quotation marks, or see {_help(error)}"
    return f"{where}: {message[:1].lower()}{message[1:]}; see {_help(error)}"
