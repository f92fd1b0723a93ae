"""The cells of a row, and a title from the text under or behind it, are parted in an entry's text by a bar."""

from textwrap import dedent

import pytest
from entries import read_text, rows

from chronicle.reading import read_document


def read(text: str, file: str = "a.md") -> list[tuple[str | None, str]]:
    return rows(read_document(dedent(text).encode(), file))


def test_cells() -> None:
    """A cell that says nothing leaves none."""
    text = """
        # Chronology of Visits

        | Date | Event | Place |
        | --- | --- | --- |
        | May 3, 2004 | Envoys meet. | Northport |
        | May 5, 2004 | A letter is sent. | – |
        | May 9, 2004 | They part. | Southport |
        """
    assert read(text) == [
        ("2004-05-03", "Envoys meet. | Northport"),
        ("2004-05-05", "A letter is sent."),
        ("2004-05-09", "They part. | Southport"),
    ]


def page(*entries: tuple[str, str, str]) -> str:
    told = "".join(f"<h3>{day}</h3><h4>{title}</h4><p>{text}</p>" for day, title, text in entries)
    return f"<!doctype html><h1>Chronology of the Strait</h1>{told}"


def test_titles() -> None:
    text = page(
        ("May 3, 2004", "A First Meeting", "Envoys meet in the port."),
        ("May 5, 2004", "Letters", "A letter is sent. It is read."),
        ("May 9, 2004", "Farewell", "They part."),
    )
    assert read(text, "a.html") == [
        ("2004-05-03", "A First Meeting | Envoys meet in the port."),
        ("2004-05-05", "Letters | A letter is sent. It is read."),
        ("2004-05-09", "Farewell | They part."),
    ]


def test_titles_are_what_most_entries_of_a_list_have() -> None:
    text = """
        Chronology of the Strait

        May 3, 2004: Envoys of the two sides

        Meet again in the port.

        May 5, 2004: A letter is sent.

        May 9, 2004: They part.
        """
    assert next(words for _, words in read(text)) == "Envoys of the two sides Meet again in the port."


def test_an_entry_of_several_paragraphs_has_no_title() -> None:
    text = """
        Chronology of the Strait

        **May 3, 2004:** Envoys meet in the port.

        They sign a treaty.

        **May 5, 2004:** A letter is sent.

        It is read.
        """
    assert read(text) == [
        ("2004-05-03", "Envoys meet in the port. They sign a treaty."),
        ("2004-05-05", "A letter is sent. It is read."),
    ]


def test_a_row_of_signs_under_a_bare_date_is_no_title() -> None:
    text = (
        "<!doctype html><h1>Chronology of Visits</h1>"
        "<table><tr><td>May 3, 2004</td><td></td></tr><tr><td></td><td>–</td></tr></table>"
        "<p>Envoys meet in the port.</p>"
        "<table><tr><td>May 5, 2004</td><td>They part.</td></tr>"
        "<tr><td>May 7, 2004</td><td>They part again.</td></tr></table>"
    )
    assert read(text, "a.html") == [
        ("2004-05-03", "Envoys meet in the port."),
        ("2004-05-05", "They part."),
        ("2004-05-07", "They part again."),
    ]


RUN_IN = [
    ("January 22, 2018", "Washing machines.", "Norland sets tariffs on washers."),
    ("May 3, 2018", "First round in Lind", "The envoys meet. No pact is made."),
    ("December 1, 2018", "Truce: what it says.", "The two agree to hold off tariffs."),
    ("June 29, 2019", "Who yields?", "The leaders meet in Orr."),
]


def run_in(entry: str, file: str = "list.md") -> list[str]:
    told = "\n\n".join(entry.format(date=date, title=title, text=text) for date, title, text in RUN_IN)
    return [text for _, text in rows(read_text(f"# Timeline of the row\n\n{told}\n", file))]


@pytest.mark.parametrize(
    "entry",
    [
        "## {date}\n\n**{title}** – {text}",
        "**{date}:** **{title}** – {text}",
        "- **{date} – {title}** – {text}",
        "{date}\n\n__{title}__: {text}",
    ],
)
def test_titles_in_bold_at_the_head_of_a_paragraph_have_a_bar_behind_them(entry: str) -> None:
    assert run_in(entry) == [
        "Washing machines | Norland sets tariffs on washers.",
        "First round in Lind | The envoys meet. No pact is made.",
        "Truce: what it says | The two agree to hold off tariffs.",
        "Who yields? | The leaders meet in Orr.",
    ]


@pytest.mark.parametrize("entry", ["**{date}:** {title} {text}", "**{date}: {title} {text}**", "**{date}**: {text}"])
def test_words_that_are_no_title_in_bold_have_no_bar(entry: str) -> None:
    assert not any("|" in text for text in run_in(entry))


def test_names_in_bold_are_no_titles() -> None:
    names = ["**Ann** flies to Orr.", "**The U.S.** Navy sails.", "**Orr** Port is shut.", "**Ben** signs."]
    told = "\n\n".join(f"May {n}, 2018: {name}" for n, name in enumerate(names, 3))
    assert not any("|" in text for _, text in rows(read_text(f"# Timeline\n\n{told}\n", "list.md")))


def test_one_entry_with_words_in_bold_in_a_list_of_others() -> None:
    told = "\n\n".join(f"May {n}, 2018: {'**A riot.** ' * (n == 4)}The envoys meet again." for n in range(3, 9))
    assert rows(read_text(f"# Timeline\n\n{told}\n", "list.md"))[1] == ("2018-05-04", "A riot. The envoys meet again.")
