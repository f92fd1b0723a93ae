"""A list of officeholders into a folder of own tables, over small shipped ones and over the real ones."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from tables import SOUND, write

from chronicle.config import data_folder
from chronicle.errors import GazetteerError
from chronicle.gazetteer import Imported, Severity, check, import_officeholders

HEADER = "country,country_name,office,person,wikidata,start,end,english_wikipedia"
REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "officeholders.csv"
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the list of officeholders is not at ../shared/reference"
)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return write(tmp_path / "shipped", SOUND)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def listed(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return path


def rows(folder: Path, table: str) -> Iterator[list[str]]:
    with (folder / table).open(encoding="utf-8", newline="") as file:
        yield from list(csv.reader(file))[1:]


def terms(folder: Path) -> list[str]:
    return [" ".join(cell or "-" for cell in row) for row in rows(folder, "terms.csv")]


# A line of the list, and the term that it becomes; later starts in the list make the older ones old.
NEWEST = "NO,Norway,Minister of Rain,Eva Regn,Q9,2022-01-01,2022-02-01,"
TERMS = [
    ("NO,Norway,Minister for Foreign Affairs,Per Ny,Q1,2001,2004-05,", "per-ny foreign-minister NO - 2001 2004-05"),
    ("NO,Norway,Prime Minister,Per Ny,Q1,2001,2005,", "per-ny prime-minister NO - 2001 2005"),
    ("US,USA,Secretary of State,Per Ny,Q1,2001,2005,", "per-ny secretary-of-state US - 2001 2005"),
    ("NO,Norway,Secretary of State,Per Ny,Q1,2001,2005,", "per-ny secretary-of-state-norway NO - 2001 2005"),
    ("NO,Norway,Minister of Rain,Per Ny,Q1,2001,2005,", "per-ny minister-of-rain NO - 2001 2005"),
    ("NO,Norway,ambassador to the United States of America,Per Ny,Q1,2001,2005,", "per-ny ambassador NO US 2001 2005"),
    ("NO,Norway,Ambassador to the European Union,Per Ny,Q1,2001,2005,", "per-ny ambassador NO EU 2001 2005"),
    ("NO,Norway,ambassador to Mars,Per Ny,Q1,2001,2005,", "per-ny ambassador-to-mars NO - 2001 2005"),
    (",Nowhere,Prime Minister,Per Ny,Q1,2001,2005,", "per-ny prime-minister-nowhere - Nowhere 2001 2005"),
    ("XX,Nowhere,Minister of Rain,Per Ny,Q1,2001,2005,", "per-ny minister-of-rain - Nowhere 2001 2005"),
    # Blank ends: believed for four years before the newest start, closed by a follower, or not believed.
    ("NO,Norway,Adviser,Per Ny,Q1,2019-06,,", "per-ny adviser NO - 2019-06 -"),
    ("NO,Norway,Adviser,Per Ny,Q1,2010-06-01,,", "per-ny adviser NO - 2010-06-01 2010-06-01"),
    ("US,USA,Prime Minister,Per Ny,Q1,2019-06,,", "per-ny prime-minister US - 2019-06 -"),
    # Beside Anna Northman, foreign minister from 2005-10-17.
    ("NO,Norway,Foreign Minister,Per Ny,Q1,2001-01,2006-01-01,", "per-ny foreign-minister NO - 2001-01 2005-10-17"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "term"), TERMS)
def test_a_line_becomes_a_term(tmp_path: Path, shipped: Path, own: Path, line: str, term: str) -> None:
    import_officeholders(listed(tmp_path, line, NEWEST), own, shipped)
    assert term in terms(own)
    assert check(shipped, own) == []


LEFT_OUT = [
    # Somebody else is in office: throughout, on the only day known, or for most of the time.
    "NO,Norway,Foreign Minister,Per Ny,Q1,2006-01-01,2007-01-01,",
    "NO,Norway,Foreign Minister,Per Ny,Q1,2006-01-01,,",
    "NO,Norway,Foreign Minister,Per Ny,Q1,2005-10-01,2009-01-01,",
    "NO,Norway,Foreign Minister,Per Ny,Q1,2000-01-01,2012-01-01,",
    # The tables have that person in that office, whatever the list's dates.
    "NO,Norway,Foreign Minister,Anna Northman,Q101,2004-01-01,2005-01-01,",
    # No sound dates, no name.
    "NO,Norway,Minister of Rain,Per Ny,Q1,2006,2005,",
    "NO,Norway,Minister of Rain,Per Ny,Q1,2006s,,",
    "NO,Norway,Minister of Rain,Per Ny,Q1,,2006,",
    "NO,Norway,Minister of Rain,,Q1,2005,2006,",
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_what_is_left_out(tmp_path: Path, shipped: Path, own: Path, line: str) -> None:
    imported = import_officeholders(listed(tmp_path, line, NEWEST), own, shipped)
    assert terms(own) == ["eva-regn minister-of-rain NO - 2022-01-01 2022-02-01"]
    assert imported.known + len(imported.contradicted) + len(imported.undated) == 1


def test_a_follower_closes_a_blank_end(tmp_path: Path, shipped: Path, own: Path) -> None:
    office = "US,USA,Prime Minister"
    lines = [f"{office},Per Ny,Q1,2001-02,,", f"{office},Liv Ny,Q2,2003-03-04,2003-05,", NEWEST]
    import_officeholders(listed(tmp_path, *lines), own, shipped)
    assert "per-ny prime-minister US - 2001-02 2003-03-04" in terms(own)


def test_of_two_titles_of_one_office_the_usual_one_wins(tmp_path: Path, shipped: Path, own: Path) -> None:
    lines = [
        "NO,Norway,Attorney General,Per Ny,Q1,2001-01-01,2009-01-01,",
        "NO,Norway,Minister of Justice,Liv Ny,Q2,2002-01-01,2008-01-01,",
    ]
    [left_out] = import_officeholders(listed(tmp_path, *lines), own, shipped).contradicted
    assert (left_out.line, left_out.listed.person, left_out.holder) == (2, "Per Ny", "Liv Ny")
    assert (left_out.term.start, left_out.term.end) == ("2002-01-01", "2008-01-01")
    assert terms(own) == ["liv-ny justice-minister NO - 2002-01-01 2008-01-01"]


# A person of the list, and the row that it becomes, if any; the tables turn Japanese names round.
PEOPLE = [
    ("JP,Japan,Adviser,Ken Sato,Q1,2001,2002,", "sato-ken,Sato Ken,Sato,JP,Ken Sato,,Q1"),
    ("NO,Norway,Adviser,Per van der Berg,Q1,2001,2002,", "per-van-der-berg,Per van der Berg,van der Berg,NO,,,Q1"),
    ("NO,Norway,Adviser,\"Per Berg, Jr.\",Q1,2001,2002,", "per-berg,Per Berg,Berg,NO,,,Q1"),
    ("NO,Norway,Adviser,Per Berg (judge),Q1,2001,2002,Peter Berg (judge)", "per-berg,Per Berg,Berg,NO,Peter Berg,,Q1"),
    ("NO,Norway,Adviser,Harald II,Q1,2001,2002,", "harald-ii,Harald II,Harald,NO,,,Q1"),
    ("NO,Norway,Adviser,Пер Берг,Q1,2001,2002,", "q1,Пер Берг,Берг,NO,,,Q1"),
    # Namesakes of others.
    ("US,USA,Adviser,Anna Northman,Q1,2001,2002,", "anna-northman-us,Anna Northman,Northman,US,,,Q1"),
    ("NO,Norway,Adviser,Anna Northman,Q1,2001,2002,", "anna-northman-no,Anna Northman,Northman,NO,,,Q1"),
    # Known ones, by Wikidata id, by name, by alias.
    ("US,USA,Adviser,Ann North,Q101,2001,2002,", ""),
    ("NO,Norway,Adviser,anna NORTHMAN,,2001,2002,", ""),
    ("NO,Norway,Adviser,Anna B Northman,,2001,2002,", ""),
    ("JP,Japan,Adviser,Ken Ito,Q1,2001,2002,", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "person"), PEOPLE)
def test_a_name_becomes_a_person(tmp_path: Path, shipped: Path, own: Path, line: str, person: str) -> None:
    """Jun Mori tells in which order the list prints Japanese names."""
    import_officeholders(listed(tmp_path, line, "JP,Japan,Adviser,Jun Mori,Q103,2001,2002,"), own, shipped)
    assert [",".join(row) for row in rows(own, "people.csv")] == ([person] if person else [])


def test_a_namesake_with_another_item_is_told_and_brings_nobody_new(tmp_path: Path, shipped: Path, own: Path) -> None:
    office = "NO,Norway,Minister for Foreign Affairs"
    lines = [f"{office},Bo Nilsson,Q777,2011,2012,", f"{office},Per Ny,Q1,2013,2014,", NEWEST]
    imported = import_officeholders(listed(tmp_path, *lines), own, shipped)
    assert [(one.listed.person, one.holder, one.namesake) for one in imported.contradicted] == [
        ("Bo Nilsson", "Bo Nilsson", True),
        ("Per Ny", "Bo Nilsson", False),
    ]
    assert [row[0] for row in rows(own, "people.csv")] == ["eva-regn"]
    assert imported.people == 1


def test_who_has_one_term_that_is_taken_comes_in(tmp_path: Path, shipped: Path, own: Path) -> None:
    lines = ["NO,Norway,Foreign Minister,Per Ny,Q1,2011,2012,", "NO,Norway,Adviser,Per Ny,Q1,2011,2012,", NEWEST]
    imported = import_officeholders(listed(tmp_path, *lines), own, shipped)
    assert {row[0] for row in rows(own, "people.csv")} == {"eva-regn", "per-ny"}
    assert (imported.people, len(imported.contradicted)) == (2, 1)


def test_importing_twice_changes_nothing(tmp_path: Path, shipped: Path, own: Path) -> None:
    path = listed(tmp_path, *(line for line, _ in TERMS), *LEFT_OUT, *(line for line, _ in PEOPLE), NEWEST)
    first = import_officeholders(path, own, shipped)
    before = {file.name: file.read_bytes() for file in own.iterdir()}
    second = import_officeholders(path, own, shipped)
    assert {file.name: file.read_bytes() for file in own.iterdir()} == before
    assert min(first.people, first.offices, first.terms) > 0
    assert (second.people, second.offices, second.terms, second.ended) == (0, 0, 0, 0)


def test_a_newer_list_ends_what_was_open(tmp_path: Path, shipped: Path, own: Path) -> None:
    office = "NO,Norway,Adviser,Per Ny,Q1,2021-06-01"
    import_officeholders(listed(tmp_path, f"{office},,", NEWEST), own, shipped)
    imported = import_officeholders(listed(tmp_path, f"{office},2022-03,", NEWEST), own, shipped)
    assert imported.ended == 1
    assert "per-ny adviser NO - 2021-06-01 2022-03" in terms(own)


def test_own_rows_and_columns_are_kept(tmp_path: Path, shipped: Path, own: Path) -> None:
    mine = "note,id,name,family,country,aliases,native,wikidata\nmine,liv-ny,Liv Ny,Ny,NO,,,\n"
    write(own, {"people.csv": mine})
    import_officeholders(listed(tmp_path, "NO,Norway,Adviser,Per Ny,Q1,2001,2002,"), own, shipped)
    assert (own / "people.csv").read_text(encoding="utf-8") == f"{mine},per-ny,Per Ny,Ny,NO,,,Q1\n"


@pytest.mark.parametrize(
    ("content", "what"),
    [("", "an empty one"), ("country,office\nNO,Adviser\n", "no column country_name, person")],
)
def test_a_file_that_is_no_list(tmp_path: Path, shipped: Path, own: Path, content: str, what: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=what):
        import_officeholders(path, own, shipped)
    assert not own.exists()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Imported]:
    """The whole reference list imported over the shipped tables."""
    own = tmp_path_factory.mktemp("whole")
    return own, import_officeholders(REFERENCE, own, data_folder())


@needs_reference
def test_the_whole_list_comes_in(whole: tuple[Path, Imported]) -> None:
    _, imported = whole
    assert imported.terms > 40_000
    assert imported.people > 25_000
    assert len(imported.undated) < 50


@needs_reference
def test_the_whole_list_makes_no_error(whole: tuple[Path, Imported]) -> None:
    own, _ = whole
    found = check(data_folder(), own)
    assert [str(each) for each in found if each.severity is Severity.ERROR and each.path.parent == own] == []


@needs_reference
def test_the_whole_list_twice_changes_nothing(whole: tuple[Path, Imported]) -> None:
    own, _ = whole
    before = {file.name: file.read_bytes() for file in own.iterdir()}
    again = import_officeholders(REFERENCE, own, data_folder())
    assert (again.people, again.offices, again.terms, again.ended) == (0, 0, 0, 0)
    assert {file.name: file.read_bytes() for file in own.iterdir()} == before


@needs_reference
def test_the_whole_list_leaves_the_shipped_rows_alone(whole: tuple[Path, Imported]) -> None:
    """No own row has the key of a shipped one, which it would replace."""
    own, _ = whole
    for table, width in (("people.csv", 1), ("offices.csv", 1), ("terms.csv", 4)):
        shipped = {tuple(row[:width]) for row in rows(data_folder(), table)}
        assert not shipped & {tuple(row[:width]) for row in rows(own, table)}
