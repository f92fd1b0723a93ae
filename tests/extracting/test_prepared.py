"""The gazetteer kept in the cache is the one that the tables make, and no file there can do harm."""

import os
import pickle
import shutil
from pathlib import Path

import pytest

from chronicle.config import data_folder
from chronicle.errors import GazetteerError
from chronicle.extracting import load_gazetteer, prepared_gazetteer

SMALL = {
    "states.csv": "code,name,official,aliases,demonyms,people,capital,metonyms,leader,family_first\n"
    "NO,Norway,,,Norwegian,,Oslo,,,\n",
    "people.csv": "id,name,family,country,aliases,native,wikidata\nanna-nord,Anna Nord,Nord,NO,,,\n",
    "offices.csv": "id,name,function,country,forms,weight,exclusive\nking,King,,,king,,\n",
    "terms.csv": "person,office,country,to,start,end\nanna-nord,king,NO,,2001,2004-02\n",
    "organizations.csv": "id,name,kind,country,aliases,wikidata,function\n",
    "venues.csv": "id,name,kind,country,within,latitude,longitude,aliases,geonames\n",
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in SMALL.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "gazetteer"


def test_kept_and_made_are_the_same(kept: Path) -> None:
    made = prepared_gazetteer(data_folder(), None, kept)
    found = prepared_gazetteer(data_folder(), None, kept)
    assert found is not made
    assert found == made
    found.skeletons = None
    assert found == load_gazetteer(data_folder())


def test_a_changed_table_is_read_again(tables: Path, kept: Path) -> None:
    assert prepared_gazetteer(tables, None, kept).people["anna-nord"].name == "Anna Nord"
    people = tables / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace("Anna Nord", "Anne Nord"), encoding="utf-8")
    assert prepared_gazetteer(tables, None, kept).people["anna-nord"].name == "Anne Nord"


def test_own_tables_make_another(tables: Path, kept: Path, tmp_path: Path) -> None:
    prepared_gazetteer(tables, None, kept)
    own = tmp_path / "own"
    own.mkdir()
    (own / "people.csv").write_text("id,name,family,country,aliases,native,wikidata\nbo,Bo Sund,Sund,NO,,,\n")
    assert set(prepared_gazetteer(tables, own, kept).people) == {"anna-nord", "bo"}
    with pytest.raises(GazetteerError, match="no such folder"):
        prepared_gazetteer(tables, tmp_path / "none", kept)


class Foreign:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("made-by-a-pickle",)


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(Foreign()), pickle.dumps([1])])
def test_a_damaged_or_foreign_file_is_made_again(
    tables: Path, kept: Path, content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    made = prepared_gazetteer(tables, None, kept)
    [file] = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    assert prepared_gazetteer(tables, None, kept) == made
    assert file.read_bytes() == whole
    assert not Path("made-by-a-pickle").exists()


def test_a_cut_file_is_made_again(tables: Path, kept: Path) -> None:
    made = prepared_gazetteer(tables, None, kept)
    [file] = kept.iterdir()
    whole = file.read_bytes()
    for size in range(0, len(whole), 97):
        file.write_bytes(whole[:size])
        assert prepared_gazetteer(tables, None, kept) == made


def test_three_are_kept(tables: Path, kept: Path) -> None:
    for number in range(5):
        (tables / "people.csv").write_text(SMALL["people.csv"] + f"p{number},P Q{number},Q{number},NO,,,\n")
        prepared_gazetteer(tables, None, kept)
    assert len(list(kept.iterdir())) == 3


def test_no_folder_to_keep_it_in_costs_only_the_time(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert prepared_gazetteer(tables, None, tmp_path / "file" / "gazetteer").people
    shutil.rmtree(tables)
    with pytest.raises(GazetteerError, match="no such folder"):
        prepared_gazetteer(tables, None, tmp_path / "file" / "gazetteer")


def test_a_malformed_table_says_what_names_the_row(tables: Path) -> None:
    terms = tables / "terms.csv"
    terms.write_text(terms.read_text(encoding="utf-8") + "bo-sund,king,NO,,2004,\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"'bo-sund' in 'king', .*; `chronicle gazetteer check` names the row"):
        load_gazetteer(tables)
