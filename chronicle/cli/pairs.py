"""`--with`, the one option of two values: wrong use of it is told before other options are taken for names."""

from itertools import takewhile
from typing import Any

from chronicle.cli.saved import places_of
from chronicle.errors import UsageError

NAME = "--with"


def check_pairs(parameters: list[Any], words: list[str]) -> None:
    """UsageError where fewer than two names follow."""
    for at, is_option in places_of(parameters, words):
        option, sign, first = words[at].partition("=")
        if is_option and option == NAME:
            following = words[at + 1 : at + 3]
            _check_two([first, *following[:1]] if sign else following)


def _check_two(names: list[str]) -> None:
    given = list(takewhile(lambda name: not name.startswith("-"), names))
    if len(given) < 2:
        one = f" {given[0]}: is one name" if given else ": has no name"
        raise UsageError(f"{NAME}{one}; it takes two, as in --with russia china, and --actor takes one")
