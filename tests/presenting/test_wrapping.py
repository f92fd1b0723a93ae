"""Lines of a terminal, in which some signs take two columns."""

import pytest
from rich.cells import cell_len

from chronicle.presenting.terminal.portrait import facts
from chronicle.presenting.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "  three"]),
        ("", []),
        ("拉夫罗夫 王毅", ["拉夫罗夫", "  王毅"]),
        ("a 拉夫罗 夫王毅", ["a 拉夫罗", "  夫王毅"]),
        ("拉夫罗夫王毅", ["拉夫罗夫", "  王毅"]),
        ("Лавров 외교", ["Лавров", "  외교"]),
        ("ｗｉｄｅ Żółć", ["ｗｉｄｅ", "  Żółć"]),
    ],
)
def test_no_line_is_wider_than_asked_for(text: str, lines: list[str]) -> None:
    assert wrapped(text, 9, 2) == lines
    assert all(cell_len(line) <= 9 for line in lines)


def test_the_lines_of_a_profile_begin_below_each_other() -> None:
    names = "Lavrov; Sergey Viktorovich Lavrov; Сергей Лавров; 拉夫罗夫"
    shown = [str(line) for line in facts([("aliases", names)], 40)]
    assert all(line.startswith(("aliases   ", " " * 10)) for line in shown)
    assert max(map(cell_len, shown)) <= 40
