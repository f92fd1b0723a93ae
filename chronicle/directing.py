"""Signs of Unicode that turn the order in which others are shown, up to the end of the line and beyond the data."""

import re

_SIGN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def undirected(text: str) -> str:
    """The text without signs that turn the order of what is shown. All others stay where they are."""
    return _SIGN.sub("", text)
