"""`chronicle gazetteer`, in a home of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tables import SOUND, write
from typer.testing import CliRunner, Result

from chronicle.cli.app import app

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command over the small tables as the shipped ones."""
    folder = write(tmp_path / "shipped", SOUND)
    monkeypatch.setattr("chronicle.config.data_folder", lambda: folder)
    return lambda *words: CliRunner().invoke(app, ["gazetteer", *words], prog_name="chronicle")


def listed(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_text(
        "country,country_name,office,person,wikidata,start,end,english_wikipedia\n"
        "NO,Norway,Adviser,Per Ny,Q1,2001,2002,\n",
        encoding="utf-8",
    )
    return path


def test_check_of_sound_tables(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no errors, no warnings\n"


def test_check_tells_errors_and_warnings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shipped" / "people.csv").write_text(
        SOUND["people.csv"].replace("Nilsson,NO", "Nilsson,XX").replace("Q103", "Q101"), encoding="utf-8"
    )
    every, errors = run("check"), run("check", "--errors-only")
    assert every.exit_code == errors.exit_code == 1
    assert [line.split(": ")[1] for line in every.stdout.splitlines()] == ["error", "warning"]
    assert errors.stdout == every.stdout.splitlines(keepends=True)[0]
    assert every.stderr == "1 error, 1 warning\n"


def test_import_goes_to_the_users_folder_and_is_found_from_then_on(run: Run, tmp_path: Path, home: Path) -> None:
    result = run("import", str(listed(tmp_path)))
    folder = home / "xdg_data_home" / "chronicle" / "gazetteer"
    assert result.exit_code == 0
    assert result.stdout == f"{folder}\n"
    assert result.stderr.startswith("new: 1 person, no offices, 1 term\n")
    assert "Per Ny" in run("find", "per ny").stdout


def test_import_goes_where_the_setting_or_the_option_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHRONICLE_DATA", str(tmp_path / "set"))
    run("import", str(listed(tmp_path)))
    run("import", str(listed(tmp_path)), "--to", str(tmp_path / "asked"))
    assert (tmp_path / "set" / "terms.csv").is_file()
    assert (tmp_path / "asked" / "terms.csv").is_file()


def test_import_tells_whose_terms_stand_in_the_way(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path)
    head = path.read_text(encoding="utf-8").splitlines()[0]
    lines = [f"NO,Norway,Foreign Minister,Per Ny {at},,200{at}-01-01,2012-01-01," for at in range(1, 3)]
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    _, _, told, one, two = run("import", str(path)).stderr.splitlines()
    assert told == "left out: 2 terms in an office that somebody else held then"
    assert (
        one == "  line 2: Per Ny 1, Foreign Minister, 2001-01-01 to 2012-01-01: Anna Northman, 2005-10-17 to 2009-10-20"
    )
    assert two.startswith("  line 3: Per Ny 2, Foreign Minister, 2002-01-01 to 2012-01-01: ")
    more = [f"NO,Norway,Foreign Minister,Per Ny {at},,2002-01-01,2012-01-01," for at in range(12)]
    path.write_text("\n".join([head, *more, ""]), encoding="utf-8")
    said = run("import", str(path)).stderr.splitlines()
    assert (len(said), said[-1]) == (14, "  and 2 more")


def test_import_tells_of_the_same_name_with_another_item(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path)
    head = path.read_text(encoding="utf-8").splitlines()[0]
    term = "NO,Norway,Foreign Minister,Anna B. Northman,Q900,2006-01-01,2008-01-01,"
    other = "NO,Norway,Foreign Minister,Per Ny,Q901,2010-01-01,2012-01-01,"
    path.write_text("\n".join([head, term, other, ""]), encoding="utf-8")
    _, _, _, one, two, told = run("import", str(path)).stderr.splitlines()
    assert one.endswith(": Anna Northman (the same name), 2005-10-17 to 2009-10-20")
    assert two.endswith(": Bo Nilsson, 2009-10-20 to today")
    assert told == (
        "1 term of these of somebody of the same name with another Wikidata id; if both are one, correct the id in"
        " the list"
    )


def test_import_tells_of_codes_that_no_table_has(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path)
    lines = "XX,Atlantis,Adviser,Ada Atlas,Q2,2001,2002,\nno,Norway,Adviser,Bo Lower,Q3,2001,2002,\n"
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    result = run("import", str(path))
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == (
        "warning: unknown country codes, taken as none: XX, no; add them to states.csv, or correct the list"
    )


def test_check_tells_of_codes_in_tables_of_ones_own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = write(tmp_path / "own", {
        "people.csv": "id,name,family,country,aliases,native,wikidata\nada,Ada Atlas,Atlas,XX,,,\n",
        "short_names.csv": "form,country,sort,within\nEast,NO,state,QQ\n",
    })  # fmt: skip
    monkeypatch.setenv("CHRONICLE_DATA", str(own))
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{own}/people.csv:2: error: unknown country code XX; use a code of states.csv",
        f"{own}/short_names.csv:2: error: unknown country code QQ; use a code of states.csv",
    ]


def test_check_tells_of_files_that_are_no_tables(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {"peple.csv": SOUND["people.csv"], "coastline.csv": "ring,longitude,latitude\n"}
    own = write(tmp_path / "own", {**tables, "nouns.csv": SOUND["nouns.csv"], "notes.txt": "own notes"})
    monkeypatch.setenv("CHRONICLE_DATA", str(own))
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "no errors, 2 warnings\n")
    assert result.stdout.splitlines() == [
        f"{own}/coastline.csv:1: warning: only the shipped one is read; take it out",
        f"{own}/peple.csv:1: warning: no table is called so, it is passed over; did you mean people.csv?",
    ]


def test_import_leaves_out_what_is_no_wikidata_item(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("Q1", "XYZ"), encoding="utf-8")
    result = run("import", str(path))
    assert result.exit_code == 0
    told = "warning: no Wikidata items, taken as none: XYZ; write a Q and digits, or nothing"
    assert result.stderr.splitlines()[-1] == told
    assert run("check").stderr == "no errors, no warnings\n"


def test_import_of_what_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("import", str(tmp_path / "none.csv"))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {tmp_path / 'none.csv'}: no such list")


FOUND = [
    ("northman", "person\tAnna Northman\tNO\tanna-northman\tNorthman\tfamily"),
    ("ANNA B NORTHMAN", "person\tAnna Northman\tNO\tanna-northman\tAnna B. Northman\taliases"),
    ("伊藤健", "person\tIto Ken\tJP\tito-ken\t伊藤健\tnative"),
    ("foggy bottom", "state\tUnited States\tUS\tUS\tFoggy Bottom\tmetonyms"),
    ("the Foggy Bottom", "state\tUnited States\tUS\tUS\tFoggy Bottom\tmetonyms"),
    ("the eu", "organization\tEuropean Union\t\tint-european-union\tEU\taliases"),
    ("eu", "organization\tEuropean Union\t\tint-european-union\tEU\taliases"),
    ("christiania", "venue\tOslo\tNO\tno-oslo\tChristiania\taliases\tcity, in Norway, 59.9 10.7"),
    ("PM", "office\tPrime Minister\t\tprime-minister\tpm\tforms\thead-of-government"),
    ("oslo forum", "no organization\tOslo Forum\t\tOslo Forum\tOslo Forum\tname\tforum"),
]


@pytest.mark.parametrize(("name", "line"), FOUND)
def test_find(run: Run, name: str, line: str) -> None:
    result = run("find", name)
    assert result.exit_code == 0
    assert result.stdout.startswith(line)


def test_find_of_a_place_without_what_tells_it_from_others(run: Run, tmp_path: Path) -> None:
    rows = (
        'gb-port,"Port, UK",city,NO,,1,1,,\nus-port,"Port, US state",city,US,,1,1,,\n'
        "no-hall,Hall (Oslo),facility,NO,,1,1,,\n"
    )
    (tmp_path / "shipped" / "venues.csv").write_text(SOUND["venues.csv"] + rows, encoding="utf-8")
    assert [line.split("\t")[1] for line in run("find", "port").stdout.splitlines()] == ["Port, UK", "Port, US state"]
    (tmp_path / "shipped" / "venues.csv").write_text(SOUND["venues.csv"] + rows + "no-port,Port,city,NO,,1,1,,\n")
    assert run("find", "port").stdout.startswith("venue\tPort\tNO")
    assert run("find", "the hall").stdout.startswith("venue\tHall (Oslo)\tNO\tno-hall\tHall (Oslo)\tname")


def test_find_of_a_word_of_states_has_them_all(run: Run, tmp_path: Path) -> None:
    rows = "XA,East Borea,,,,,,,,\nXB,West Borea,,,,,,,,\n"
    (tmp_path / "shipped" / "states.csv").write_text(SOUND["states.csv"] + rows)
    names = [line.split("\t")[1] for line in run("find", "borea").stdout.splitlines()]
    assert names == ["East Borea", "West Borea"]
    whole = "XC,Borea,,,,,,,,\n"
    (tmp_path / "shipped" / "states.csv").write_text(SOUND["states.csv"] + rows + whole)
    assert [line.split("\t")[1] for line in run("find", "borea").stdout.splitlines()] == ["Borea"]


def test_find_tells_the_terms(run: Run) -> None:
    assert "\tJP Ambassador (NO) 2005 to 2008-03\t" in run("find", "ito").stdout


def test_find_of_a_name_that_nothing_has(run: Run) -> None:
    result = run("find", "nortman")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "nortman: no such name; did you mean Northman?\nnothing found\n"
