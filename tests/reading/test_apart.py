"""The cells of a row, and a title from the text under it, are parted in an entry's text by a bar."""

from textwrap import dedent

from entries import rows

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
