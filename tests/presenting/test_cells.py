"""One value, one cell; a list can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.presenting.cells import Value, cell, join, plain, split


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("two words", "two words"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-35.5, "-35.5"),
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a; b"),
        (("a", None, "c"), "a; ; c"),
        ((1, True, -0.5), "1; true; -0.5"),
        (("a;b", "c\\d"), "a\\;b; c\\\\d"),
    ],
)
def test_cell(value: Value, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a; b", ("a", "b")),
        ("; ", ("", "")),
        ("a; ; c", ("a", "", "c")),
        ("a\\;b; c\\\\", ("a;b", "c\\")),
        ("a\\\\; b", ("a\\", "b")),
    ],
)
def test_split(text: str, items: tuple[str, ...]) -> None:
    assert split(text) == items


@given(st.lists(st.text(), min_size=1).filter(lambda items: items != [""]))
def test_split_undoes_join(items: list[str]) -> None:
    assert list(split(join(items))) == items


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is — 南方", "as it is — 南方"),
        ("a\tb\nc\r\nd", "a b c  d"),
        ("\x1b[31mred\x07", " [31mred "),
        ("\x9b31m", " 31m"),
        ("line\u2028separator", "line separator"),
        ("met \u202eni detcele\u202c on\u200f May\u2069", "met ni detcele on May"),
        ("a\u00a0b\u00adc\u200dd", "a\u00a0b\u00adc\u200dd"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown
