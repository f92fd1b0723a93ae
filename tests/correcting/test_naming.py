"""Who and what is meant by a name typed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented import BEIJING, DIAOYUTAI, LAVROV, NIKONOV, PUTIN, SCO, WANG_QISHAN, WANG_YI, document, event

from chronicle import config
from chronicle.correcting.naming import Names, actor_of, venue_of
from chronicle.errors import UnknownName
from chronicle.model import ActorKind, VenueKind
from chronicle.storing import connect
from chronicle.storing.store import store_document

TALKS = replace(event(actors=(LAVROV, WANG_YI, WANG_QISHAN, NIKONOV, SCO), venues=(BEIJING, DIAOYUTAI)), id="4f2a")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sergey-lavrov", "Sergey Lavrov"),
        ("SERGEY LAVROV", "Sergey Lavrov"),
        ("Lavrov", "Sergey Lavrov"),
        ("qishan", "Wang Qishan"),
        ("wang yi", "Wang Yi"),
        ("SCO", "Shanghai Cooperation Organization"),
        ("person:vyacheslav nikonov:RU", "Vyacheslav Nikonov"),
    ],
)
def test_an_actor_of_an_event(typed: str, name: str) -> None:
    assert actor_of(TALKS, typed).name == name


def test_a_name_that_several_bear_lists_them_with_their_ids() -> None:
    with pytest.raises(UnknownName, match=r"fits several of event 4f2a: Wang Yi \(wang-yi\), Wang Qishan \(wang-q"):
        actor_of(TALKS, "Wang")


def test_a_name_that_nobody_bears_lists_all() -> None:
    with pytest.raises(UnknownName, match="actor 'putin': not in event 4f2a; it has Sergey Lavrov, Wang Yi"):
        actor_of(TALKS, "putin")


def test_a_venue_of_an_event() -> None:
    assert venue_of(TALKS, "guesthouse") == DIAOYUTAI
    with pytest.raises(UnknownName, match="venue 'moscow': not in event 4f2a; it has Beijing, Diaoyutai"):
        venue_of(TALKS, "moscow")


@pytest.fixture
def names(tmp_path: Path) -> Iterator[Names]:
    with closing(connect(str(tmp_path / "a.db"), create=True)) as db:
        store_document(db, *document(TALKS))
        yield Names(db, [config.data_folder()])


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("lavrov", "sergey-lavrov"),
        ("person:vyacheslav nikonov:RU", None),
        ("vladimir-putin", "vladimir-putin"),
        ("Владимир Путин", "vladimir-putin"),
        ("Japan", "JP"),
        ("JP", "JP"),
        ("sco", "sco"),
        ("The United Kingdom", "GB"),
    ],
)
def test_an_actor_of_the_database_or_of_the_tables(names: Names, typed: str, key: str | None) -> None:
    assert names.actor(typed)["key"] == key


def test_what_is_known_of_it(names: Names) -> None:
    assert names.actor("putin") == {
        "key": "vladimir-putin",
        "name": "Vladimir Putin",
        "kind": "person",
        "country": "RU",
        "wikidata": PUTIN.wikidata,
    }


def test_several_are_narrowed_by_kind_and_country(names: Names) -> None:
    with pytest.raises(UnknownName, match=r"fits several: .*; write the id"):
        names.actor("wang")
    with pytest.raises(UnknownName, match="not known here"):
        names.actor("lavrov", kind=ActorKind.STATE)
    with pytest.raises(UnknownName, match="not known here"):
        names.actor("lavrov", country="CN")


def test_nobody(names: Names) -> None:
    with pytest.raises(UnknownName, match=r"'Ada Nowhere': not known here; .* --new makes one"):
        names.actor("Ada Nowhere", new=False)


def test_somebody_new_even_of_a_name_that_is_known(names: Names) -> None:
    found = names.actor("Wang Yi", country="CN", new=True)
    assert (found["key"], found["name"], found["kind"], found["country"]) == (None, "Wang Yi", "person", "CN")


def test_places(names: Names) -> None:
    assert names.place("beijing")["geonames"] == BEIJING.geonames
    assert (names.place("vladivostok")["country"], names.place("vladivostok")["kind"]) == ("RU", "city")
    assert names.place("Guesthouse No. 5", kind=VenueKind.FACILITY, country="CN", new=True)["latitude"] is None
    assert names.place("Portsmouth", country="GB")["name"] == names.place("Portsmouth, UK")["name"] == "Portsmouth"
    assert names.place("the Grand Palace (Bangkok)")["name"] == names.place("grand palace", country="TH")["name"]
    assert [names.place(name)["country"] for name in ("London", "white house", "Barcelona")] == ["GB", "US", "ES"]
    assert names.place("city:portsmouth:GB")["country"] == "GB"
    assert names.place("London", country="CA")["country"] == "CA"
    with pytest.raises(UnknownName, match=r"venue 'Portsmouth': fits several: Portsmouth \(city:.*GB.*US"):
        names.place("Portsmouth")
    with pytest.raises(UnknownName, match="venue 'nowhere': not known here"):
        names.place("nowhere")
