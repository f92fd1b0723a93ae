"""What `check` finds: tables of single slips, and the shipped tables without error."""

from pathlib import Path

import pytest
from tables import SOUND, changed, write

from chronicle.config import data_folder
from chronicle.errors import GazetteerError
from chronicle.gazetteer import Severity, TableProblem, check

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def told(problem: TableProblem) -> tuple[str, int, str]:
    return problem.table, problem.line, problem.code


def test_the_shipped_tables_have_no_error() -> None:
    assert [str(problem) for problem in check(data_folder()) if problem.severity is ERROR] == []


def test_sound_tables_have_no_problem(tmp_path: Path) -> None:
    assert check(write(tmp_path, SOUND)) == []


NEXT = "bo-nilsson,foreign-minister,NO,,2009-10-20,"

# table, text, what stands there instead (a blank text: lines at the end), the line and the code of the error
ERRORS = [
    ("people.csv", "bo-nilsson,Bo", "anna-northman,Bo", [("people.csv", 3, "duplicate"), ("terms.csv", 3, "dangling")]),
    ("people.csv", "bo-nilsson,Bo Nilsson", "bo-nilsson,", [("people.csv", 3, "blank")]),
    ("people.csv", "", "Per_Hansen,Per Hansen,Hansen,NO,,,\n", [("people.csv", 6, "id")]),
    ("people.csv", "Nilsson,NO", "Nilsson,XX", [("people.csv", 3, "country")]),
    ("people.csv", "Jun Mori", "Jun Mori;;J. Mori", [("people.csv", 4, "empty-alias")]),
    ("people.csv", "Q102", "102", [("people.csv", 3, "wikidata")]),
    ("people.csv", "Bo Nilsson,Nilsson,NO,,,Q102", "Bo Nilsson,Nilsson,NO", [("people.csv", 3, "cells")]),
    ("people.csv", "id,name,family", "id,name,surname", [("people.csv", 1, "columns")]),
    ("offices.csv", ",4,yes", ",9,yes", [("offices.csv", 2, "weight")]),
    ("offices.csv", ",4,yes", ",4,no", [("offices.csv", 2, "exclusive")]),
    ("offices.csv", ",US,", ",US;XX,", [("offices.csv", 4, "country")]),
    ("offices.csv", "", "adviser,Adviser,,,,,\n", [("offices.csv", 8, "duplicate")]),
    ("terms.csv", "bo-nilsson", "bo-nilson", [("terms.csv", 3, "dangling")]),
    ("terms.csv", "anna-northman,foreign-minister", "anna-northman,minister", [("terms.csv", 2, "dangling")]),
    ("terms.csv", "minister,NO", "minister,NN", [("terms.csv", 2, "country")]),
    ("terms.csv", "2005-10-17", "2005-10-32", [("terms.csv", 2, "date")]),
    ("terms.csv", "2005-10-17", "2005-13", [("terms.csv", 2, "date")]),
    ("terms.csv", "2005-10-17", "17.10.2005", [("terms.csv", 2, "date")]),
    ("terms.csv", "2005-10-17", "", [("terms.csv", 2, "blank")]),
    ("terms.csv", "2005-10-17", "2010-10-17", [("terms.csv", 2, "order")]),
    ("terms.csv", "2005,2008-03", "2009,2008-03", [("terms.csv", 5, "order")]),
    ("terms.csv", NEXT, "bo-nilsson,foreign-minister,NO,,2009-10-19,", [("terms.csv", 3, "overlap")]),
    ("terms.csv", "2009-10-20\n", "\n", [("terms.csv", 3, "overlap")]),
    ("terms.csv", "2005,2008-03", "2004,2008-03", [("terms.csv", 5, "overlap")]),
    ("terms.csv", "", f"{NEXT}\n", [("terms.csv", 6, "duplicate"), ("terms.csv", 6, "overlap")]),
    ("spellings.csv", "aa,å", "[aa,å", [("spellings.csv", 2, "pattern")]),
    ("spellings.csv", "aa,å", r"(a)a,\2", [("spellings.csv", 2, "pattern")]),
    ("spellings.csv", "aa,å", r"(a)a,\g<b>", [("spellings.csv", 2, "pattern")]),
    ("states.csv", "Oslo,,head-of-government", "Oslo,,head-of-gov", [("states.csv", 2, "leader")]),
    ("states.csv", "yes", "y", [("states.csv", 3, "family-first")]),
    ("states.csv", "US,United", "USA,United", [
        ("offices.csv", 4, "country"), ("states.csv", 4, "country"),
    ]),
    ("short_names.csv", "NO,state", "QQ,state", [("short_names.csv", 2, "country")]),
    ("short_names.csv", "state,JP", "state,JP;QQ", [("short_names.csv", 2, "country")]),
    ("spellings.csv", "NO,", "QQ,", [("spellings.csv", 2, "country")]),
    ("organizations.csv", "ministry,NO", "ministry,QQ", [("organizations.csv", 3, "country")]),
    ("venues.csv", "city,NO", "town,NO", [("venues.csv", 3, "kind")]),
    ("venues.csv", "city,NO,no-norway", "city,NO,no-norge", [("venues.csv", 3, "dangling")]),
    ("venues.csv", "country,NO,,", "country,NO,no-oslo,", [("venues.csv", 2, "circle"), ("venues.csv", 3, "circle")]),
    ("venues.csv", "59.9", "95.9", [("venues.csv", 3, "coordinates")]),
    ("venues.csv", "10.7", "east", [("venues.csv", 3, "coordinates")]),
    ("venues.csv", "10.7", "", [("venues.csv", 3, "coordinates")]),
    ("venues.csv", "3143244", "N3143244", [("venues.csv", 3, "geonames")]),
    ("verbs.csv", "meeting", "gathering", [("verbs.csv", 2, "type")]),
    ("verbs.csv", ",with,", ",with,meet", [("verbs.csv", 2, "mark")]),
    ("nouns.csv", "military", "war", [("nouns.csv", 2, "type")]),
    ("classes.csv", ",lemma,", ",verb,", [("classes.csv", 4, "holds")]),
    ("kinds.csv", "trial,politics", "trial,court", [("kinds.csv", 3, "type")]),
]  # fmt: skip

TWICE = [
    ("states.csv", "", "NO,Norge,,,,,,,,\n", [("states.csv", 5, "duplicate")]),
    ("organizations.csv", "", "int-european-union,Union,union,,,,\n", [("organizations.csv", 4, "duplicate")]),
    ("generic_bodies.csv", "", "foreign ministry,ministry,foreign,\n", [("generic_bodies.csv", 3, "duplicate")]),
    ("notbodies.csv", "", "OSLO-Forum,,forum\n", [("notbodies.csv", 3, "duplicate")]),
    ("native_names.csv", "", "Norway,ノルウェー\n", [("native_names.csv", 3, "duplicate")]),
    ("short_names.csv", "", "North,NO,state,JP\n", [("short_names.csv", 3, "duplicate")]),
    ("spellings.csv", "", "NO,aa,å\n", [("spellings.csv", 3, "duplicate")]),
    ("classes.csv", "", "court,form,courts\n", [("classes.csv", 5, "duplicate")]),
    ("words.csv", "", "Judge,court\n", [("words.csv", 6, "duplicate")]),
    ("verbs.csv", "", "meet,,visit,,,with,\n", [("verbs.csv", 8, "duplicate")]),
    ("nouns.csv", "", "Shell,incident\n", [("nouns.csv", 5, "duplicate")]),
    ("nouns.csv", "", "port-call,visit\nport call,visit\n", [("nouns.csv", 6, "duplicate")]),
    ("nouns.csv", "", "shells,military\n", [("nouns.csv", 5, "duplicate")]),
    ("nouns.csv", "tours,cooperation", "tours,visit", [("nouns.csv", 4, "duplicate")]),
]

NEVER = [
    # A lemma that is another's form; a form by rule that another row has and says something else of.
    ("verbs.csv", "", "met,,visit,,,with,\n", [("verbs.csv", 8, "hidden")]),
    ("verbs.csv", ",founded,", ",,", [("verbs.csv", 5, "hidden")]),
    ("verbs.csv", "lambaste,,statement", "lambaste,,incident", [("verbs.csv", 7, "hidden")]),
    ("verbs.csv", "", "realise,,statement,,,about,\nrealize,,other,,,about,\n", [("verbs.csv", 9, "hidden")]),
    ("verbs.csv", "", "rap,,statement,,,about,\nrape,raped,incident,,,about,\n", [("verbs.csv", 9, "hidden")]),
    # Rules that no verb goes by, verbs that go by none.
    ("verbs.csv", ",,attend,", ",,,", [("kinds.csv", line, "rule") for line in (2, 3, 4, 5)]),
    ("verbs.csv", "attend,,meeting,,attend,", "attend,,meeting,,join,", [
        *[("kinds.csv", line, "rule") for line in (2, 3, 4, 5)], ("verbs.csv", 3, "rule"),
    ]),
    # The same once more, by classes of words, by fewer words, by any verb's rule, behind one that asks nothing.
    ("kinds.csv", "", "attend,judge,trial,incident\n", [("kinds.csv", 6, "covered")]),
    ("kinds.csv", "", "attend,,wreath,noun\n", [("kinds.csv", 6, "covered")]),
    ("kinds.csv", "", "attend,PERSON,is:ceremony,visit\n", [("kinds.csv", 6, "covered")]),
    ("kinds.csv", "", "attend,court,-,visit\n", [("kinds.csv", 6, "covered")]),
    ("kinds.csv", "attend,,is:ceremony", "*,court,,other\nattend,court,is:ceremony", [
        ("kinds.csv", 3, "covered"),
    ]),
    ("kinds.csv", "attend,,is:ceremony", "attend,,,visit\nattend,,is:ceremony", [
        ("kinds.csv", line, "covered") for line in (3, 4, 5, 6)
    ]),
    # What no word is: texts are cut at hyphens, and compared in small letters.
    ("kinds.csv", "trial", "show-trial", [("kinds.csv", 3, "unmatched")]),
    ("kinds.csv", "trial", "show trial", [("kinds.csv", 3, "unmatched")]),
    ("kinds.csv", "trial", "Trial", [("kinds.csv", 3, "unmatched")]),
    ("kinds.csv", "PERSON", "PEOPLE", [("kinds.csv", 3, "unmatched")]),
    ("kinds.csv", "is:ceremony", "is:feast", [("kinds.csv", 2, "unmatched")]),
    ("kinds.csv", "trial", "trial;-", [("kinds.csv", 3, "unmatched")]),
    ("words.csv", "deputy", "vice-minister", [("words.csv", 2, "unmatched")]),
    ("words.csv", "find,finding", "rule,finding", [("words.csv", 5, "lemma")]),
    ("words.csv", "deputy,modifier", "deputy,modifer", [("words.csv", 2, "class")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "old", "new", "expected"), [*ERRORS, *TWICE, *NEVER])
def test_an_error(tmp_path: Path, table: str, old: str, new: str, expected: list[tuple[str, int, str]]) -> None:
    found = [problem for problem in check(changed(tmp_path, table, old, new)) if problem.severity is ERROR]
    assert [told(problem) for problem in found] == expected


WARNINGS = [
    ("people.csv", "Jun Mori", "Jun Mori;Jun Mori", [("people.csv", 4, "repeated-alias")]),
    ("people.csv", "Q102", "Q101", [("people.csv", 3, "same-wikidata")]),
    ("organizations.csv", "", "nl-shell,Shell,company,,,,\n", [("organizations.csv", 4, "common-word")]),
    ("venues.csv", "Christiania", "Deputy", [("venues.csv", 3, "common-word")]),
]


@pytest.mark.parametrize(("table", "old", "new", "expected"), WARNINGS)
def test_a_warning(tmp_path: Path, table: str, old: str, new: str, expected: list[tuple[str, int, str]]) -> None:
    found = check(changed(tmp_path, table, old, new))
    assert [told(problem) for problem in found] == expected
    assert {problem.severity for problem in found} == {WARNING}


NO_PROBLEM = [
    ("organizations.csv", "", "int-shell,Shell House League,ngo,,SHELL,,\n"),
    ("people.csv", "Nilsson,NO", "Nilsson,EU"),
    ("terms.csv", "", "mori-jun,adviser,JP,,2002,\nito-ken,adviser,JP,,2002,\n"),
    ("terms.csv", "", "mori-jun,ambassador,JP,US,2006,\n"),
    ("venues.csv", "59.9,10.7", ","),
    ("words.csv", "find,finding", "found,court"),
    ("kinds.csv", "", "attend,,noun,ceremony\n"),
    ("kinds.csv", "", "attend,PERSON,trial;verdict,incident\n"),
    ("verbs.csv", "", "rap,rapped,statement,,,about,\n"),
    ("verbs.csv", "", "rape,,incident,,,about,\nrap,rapped,statement,,,about,\n"),
    ("verbs.csv", "", "look on,looks on,other,,,with,\n"),
]


@pytest.mark.parametrize(("table", "old", "new"), NO_PROBLEM)
def test_what_is_meant_so(tmp_path: Path, table: str, old: str, new: str) -> None:
    """Acronyms that are words, codes of unions, offices of several, two hosts, a place without coordinates.

    And rules behind one that asks more or may find nothing, verbs told apart by a form of their own.
    """
    assert check(changed(tmp_path, table, old, new)) == []


@pytest.mark.parametrize(("start", "shared"), [("2006", True), ("2009-10-20", False)])
def test_a_name_that_two_share_while_in_office(tmp_path: Path, start: str, shared: bool) -> None:
    people = SOUND["people.csv"] + "anna-northman-2,Anna NORTHMAN,Northman,NO,,,\n"
    terms = SOUND["terms.csv"] + f"anna-northman-2,adviser,NO,,{start},\n"
    found = check(write(tmp_path, SOUND | {"people.csv": people, "terms.csv": terms}))
    assert [told(problem) for problem in found] == ([("people.csv", 6, "shared-alias")] if shared else [])


def test_a_problem_says_where_and_what_to_do(tmp_path: Path) -> None:
    (problem,) = check(changed(tmp_path, "people.csv", "Nilsson,NO", "Nilsson,XX"))
    where = f"{tmp_path / 'people.csv'}:3"
    assert str(problem) == f"{where}: error: unknown country code XX; use a code of states.csv"


def test_a_line_is_counted_where_it_begins(tmp_path: Path) -> None:
    folder = changed(tmp_path, "people.csv", "Anna B. Northman", '"Anna B.\nNorthman"')
    (folder / "terms.csv").write_text(SOUND["terms.csv"].replace("bo-nilsson", "bo"), encoding="utf-8")
    text = (folder / "people.csv").read_text(encoding="utf-8").replace("Nilsson,NO", "Nilsson,XX")
    (folder / "people.csv").write_text(text, encoding="utf-8")
    assert told(check(folder)[0]) == ("people.csv", 4, "country")


OWN = "own"

OWN_TABLES = [
    ({"people.csv": "id,name,family,country,aliases,native,wikidata\nbo-nilsson,Bo Nilsson,Nilsson,NO,,,\n"}, []),
    (
        {"terms.csv": "person,office,country,to,start,end\nbo-nilsson,foreign-minister,NO,,2009-10-20,2012\n"},
        [],
    ),
    (
        {"terms.csv": "person,office,country,to,start,end\nbo-nilsson,foreign-minister,NO,,2008,2012\n"},
        [("terms.csv", 2, "overlap")],
    ),
    (
        {"terms.csv": "person,office,country,to,start,end\nper-hansen,foreign-minister,NO,,2002,2003\n"},
        [("terms.csv", 2, "dangling")],
    ),
    ({"venues.csv": SOUND["venues.csv"].replace("59.9", "159.9")}, [("venues.csv", 3, "coordinates")]),
]


@pytest.mark.parametrize(("tables", "expected"), OWN_TABLES)
def test_own_tables_over_the_shipped(
    tmp_path: Path, tables: dict[str, str], expected: list[tuple[str, int, str]]
) -> None:
    """A row of the same key stands in the place of the shipped one; what is wrong is told of the own file."""
    found = check(write(tmp_path / "shipped", SOUND), write(tmp_path / OWN, tables))
    assert [told(problem) for problem in found] == expected
    assert {problem.path.parent.name for problem in found} <= {OWN}


def test_a_table_that_is_missing(tmp_path: Path) -> None:
    folder = write(tmp_path, {name: text for name, text in SOUND.items() if name != "nouns.csv"})
    assert [told(problem) for problem in check(folder)] == [("nouns.csv", 1, "missing")]


BROKEN = [
    (b'id,name\n"anna', "not CSV"),
    ("id,name\nanna,Jos\xe9\n".encode("latin-1"), "not UTF-8"),
]


@pytest.mark.parametrize(("content", "what"), BROKEN)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, what: str) -> None:
    (write(tmp_path, SOUND) / "people.csv").write_bytes(content)
    with pytest.raises(GazetteerError, match=what):
        check(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such folder"):
        check(write(tmp_path, SOUND), tmp_path / "nowhere")


def test_the_closed_lists_stand_class_by_class() -> None:
    """So that a person sees the whole of a class in one place, and a change of one in a diff."""
    rows = (data_folder() / "words.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert rows == sorted(set(rows), key=lambda row: row.split(",")[::-1])
