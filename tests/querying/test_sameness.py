"""One event told by several chronologies: found, decided on, counted once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from corrected import DESK, LATER
from invented import BEIJING, DIAOYUTAI, LAVROV, MOSCOW, NIKONOV, PUTIN, RUSSIA, SCO, WANG_YI, document, event

from chronicle.model import Event, EventType, Venue, VenueKind
from chronicle.model.correction import Correction
from chronicle.querying import Query, actors, count, documents, events, profile, total
from chronicle.querying.likeness import Told, known, words_points
from chronicle.querying.network import circle
from chronicle.querying.same import around, confirmed, likely_same
from chronicle.storing import Database, connect
from chronicle.storing.corrections import Outcome, keep, take_back
from chronicle.storing.facts import Facts, Place, venue_key
from chronicle.storing.fitting import misfits
from chronicle.storing.registry import Registry
from chronicle.storing.sames import groups, united
from chronicle.storing.store import store_document

SINGAPORE = Venue("Singapore", VenueKind.COUNTRY, "SG")
ISLAND = Venue("Sentosa", VenueKind.CITY, "SG")
HOTEL = Venue("Capella Hotel", VenueKind.FACILITY, "SG")
SEA = Venue("Sea of Japan", VenueKind.WATER)
FACTS = Facts(
    places={
        venue_key(DIAOYUTAI): Place(DIAOYUTAI, (), venue_key(BEIJING)),
        venue_key(BEIJING): Place(BEIJING, (), None),
        venue_key(HOTEL): Place(HOTEL, (), venue_key(ISLAND)),
        venue_key(ISLAND): Place(ISLAND, (), None),
    }
)

TALKS = event("2021-09-03", "Lavrov meets Wang Yi in Beijing and talks about Afghanistan.")
SUMMIT = event(
    "2021-09-16", "Leaders of the SCO hold a summit in Dushanbe.", end="2021-09-17", actors=(SCO,), venues=()
)
CALL = event("2021-10-05", "Putin telephones Wang Yi about gas.", actors=(PUTIN, WANG_YI), venues=())
DRILL = EventType.EXERCISE
OTHERS = {
    "talks": event("2021-09-03", "In Beijing, Wang Yi meets Lavrov for talks about Afghanistan.", venues=(DIAOYUTAI,)),
    "summit": event("2021-09-17", "The SCO leaders hold their summit in Dushanbe.", actors=(SCO,), venues=()),
    "drill": event("2021-09-04", "Russian Navy ships exercise.", actors=(RUSSIA,), venues=(MOSCOW,), type=DRILL),
}  # fmt: skip


def store(db: Database, name: str, *told: Event) -> None:
    its, coded = document(*told, file=f"{name}.md", relation=name, title=name)
    store_document(db, replace(its, sha256=name + str(len(told))), coded, registry=Registry(db, FACTS))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "same.db"), create=True)) as opened:
        store(opened, "China - Russia", TALKS, SUMMIT, CALL)
        store(opened, "Central Asia", *OTHERS.values())
        yield opened


def named(db: Database, beginning: str) -> Event:
    return next(each for each in events(db, Query()) if each.headline.startswith(beginning))


def ids(*found: Event) -> tuple[str, ...]:
    return tuple(each.id or "" for each in found)


def kept(db: Database, *corrections: Correction) -> Outcome:
    return keep(db, corrections, FACTS)


def same(db: Database, first: str, second: str) -> Correction:
    return DESK.same(named(db, first), named(db, second))


class TestLikely:
    def test_pairs_with_their_reasons_the_likeliest_first(self, db: Database) -> None:
        found = likely_same(db, Query())
        assert [pair.ids for pair in found] == [
            ids(named(db, "Lavrov"), named(db, "In Beijing")),
            ids(named(db, "Leaders"), named(db, "The SCO")),
        ]
        assert [pair.reasons[:-1] for pair in found] == [
            ("same day", "Sergey Lavrov, Wang Yi", "Beijing"),
            ("days overlap", "Shanghai Cooperation Organization"),
        ]
        assert all(pair.reasons[-1].startswith("words ") for pair in found)
        assert 100 >= found[0].score > found[1].score >= 60

    def test_of_one_chronology_only_the_likeliest_is_proposed(self, db: Database) -> None:
        again = replace(OTHERS["talks"], headline="The two ministers confer.")
        store(db, "Third", OTHERS["talks"], again)
        partners = {pair.ids for pair in likely_same(db, Query(), 0)}
        assert not any(ids(named(db, "The two ministers"))[0] in pair for pair in partners)

    def test_events_of_one_chronology_are_not_compared(self, db: Database) -> None:
        store(db, "China - Russia", TALKS, SUMMIT, CALL, replace(CALL, ordinal=4))
        assert not [pair for pair in likely_same(db, Query(), 0) if named(db, "Putin").id in pair.ids]

    @pytest.mark.parametrize(
        ("query", "number"),
        [
            (Query(), 2),
            (Query(until="2021-09-10"), 1),
            (Query(types=("exercise",)), 0),
            (Query(documents=("China - Russia.md",)), 0),
            (Query(actors=("lavrov",)), 1),
        ],
    )
    def test_both_have_to_fit(self, db: Database, query: Query, number: int) -> None:
        assert len(likely_same(db, query)) == number

    @pytest.mark.parametrize(
        ("one", "other", "said"),
        [
            (SINGAPORE, HOTEL, "a place within Singapore"),
            (SINGAPORE, ISLAND, "a place within Singapore"),
            (SINGAPORE, MOSCOW, "other places"),
            (SEA, MOSCOW, "other places"),
        ],
    )
    def test_a_place_within_the_other_is_no_other_place(
        self, tmp_path: Path, one: Venue, other: Venue, said: str
    ) -> None:
        with closing(connect(str(tmp_path / "places.db"), create=True)) as db:
            meetings = [event("2018-06-12", "Two leaders meet for talks.", venues=(venue,)) for venue in (one, other)]
            store(db, "China - Russia", TALKS, SUMMIT, CALL, meetings[0])
            store(db, "Central Asia", *OTHERS.values(), meetings[1], replace(CALL, venues=(SINGAPORE, ISLAND)))
            [pair] = likely_same(db, Query(until="2018"))
        assert said in pair.reasons
        assert pair.score == 95 - 10 * (said == "other places")

    def test_pairs_of_one_event(self, db: Database) -> None:
        number, key = next(db.rows("SELECT id, key FROM events WHERE headline LIKE 'Leaders%'"))
        narrowed = around(db, Query(), number)
        assert (narrowed.since, narrowed.until) == ("2021-09-15", "2021-09-18")
        assert [pair.numbers[0] for pair in likely_same(db, Query(), id=key)] == [number]
        assert around(db, Query(on="2021-01-01"), number) == Query(on="2021-01-01")


TOLD = Told(1, 1, 10, 10, "meeting", "", frozenset({1, 2}), frozenset({1, 2}), frozenset({"RU", "CN"}), frozenset({5}))


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({}, 20 + 25 + 5 + 5),
        ({"type": "visit"}, 20 + 25 + 5),
        ({"venues": frozenset()}, 20 + 25 + 5),
        ({"venues": frozenset({6})}, 20 + 25 + 5 - 10),
        ({"venues": frozenset({6}), "wider": frozenset({5, 7})}, 20 + 25 + 5),
        ({"who": frozenset({1}), "people": frozenset({1})}, 20 + 25 + 5 + 5),
        ({"who": frozenset({1, 3}), "people": frozenset({1})}, 20 + 12 + 5 + 5),
        ({"who": frozenset({3}), "people": frozenset({3})}, 20 - 10 + 5 + 5),
        ({"who": frozenset(), "people": frozenset()}, 20 + 25 + 5 + 5),
        ({"who": frozenset(), "people": frozenset(), "states": frozenset({"US", "CN"})}, 20 + 12 + 5 + 5),
        ({"who": frozenset(), "people": frozenset(), "states": frozenset()}, 20 + 5 + 5),
        ({"last": 13}, 8 + 12 // 4 + 25 + 5 + 5),
        ({"first": 11, "last": 11}, 4 + 25 + 5 + 5),
        ({"first": 12, "last": 12}, 25 + 5 + 5),
    ],
)
def test_the_points_but_for_the_words(change: dict[str, object], points: int) -> None:
    other = replace(TOLD, number=2, section=2, **change)  # type: ignore[arg-type]
    assert known(TOLD, other) == known(other, TOLD) == points


@pytest.mark.parametrize(("alike", "points"), [(0, 0), (45, 0), (65, 22.5), (85, 45), (100, 45)])
def test_the_points_for_words(alike: float, points: float) -> None:
    assert words_points(alike) == points


class TestDecided:
    def test_what_is_confirmed_or_rejected_is_not_proposed_again(self, db: Database) -> None:
        kept(db, same(db, "Lavrov", "In Beijing"), DESK.different(named(db, "The SCO"), named(db, "Leaders")))
        assert likely_same(db, Query()) == []

    def test_of_two_words_on_a_pair_the_later_counts_and_undo_brings_the_earlier_back(self, db: Database) -> None:
        no = LATER.different(named(db, "In Beijing"), named(db, "Lavrov"))
        kept(db, same(db, "Lavrov", "In Beijing"), no)
        assert groups(db) == []
        take_back(db, [no], FACTS)
        assert len(groups(db)) == 1

    def test_events_are_not_changed(self, db: Database) -> None:
        before = list(events(db, Query()))
        assert kept(db, same(db, "Lavrov", "In Beijing")).events == ()
        assert list(events(db, Query())) == before
        assert next(db.rows("SELECT count(*) FROM found"))[0] == 0

    def test_two_are_one_by_way_of_a_third(self, db: Database) -> None:
        store(db, "Third", replace(OTHERS["talks"], headline="Lavrov and Wang."))
        kept(db, same(db, "Lavrov meets", "In Beijing"), same(db, "In Beijing", "Lavrov and"))
        [group] = confirmed(db)
        assert [each.headline for each in group] == [
            named(db, word).headline for word in ("Lavrov meets", "In Beijing", "Lavrov and")
        ]

    def test_they_outlive_another_reading(self, db: Database) -> None:
        kept(db, same(db, "Lavrov", "In Beijing"))
        store(db, "Central Asia", replace(OTHERS["talks"], headline="In Beijing, all else is new."), OTHERS["summit"])
        [group] = confirmed(db)
        assert [each.headline[:10] for each in group] == ["Lavrov mee", "In Beijing"]

    def test_one_whose_event_is_gone_is_told_of(self, db: Database) -> None:
        kept(db, same(db, "Lavrov", "In Beijing"))
        store(db, "Central Asia", OTHERS["drill"])
        assert [misfit.why for misfit in misfits(db)] == ["no such event here"]
        assert groups(db) == []
        assert total(db, Query(unique=True)) == 4


@pytest.mark.parametrize(
    ("pairs", "together"),
    [
        ([], []),
        ([("a", "b"), ("c", "d")], ["ab", "cd"]),
        ([("a", "b"), ("c", "d"), ("d", "a")], ["abcd"]),
        ([("b", "a"), ("a", "b")], ["ab"]),
    ],
)
def test_united(pairs: list[tuple[str, str]], together: list[str]) -> None:
    found: dict[str, str] = {}
    for key, root in sorted(united(pairs).items()):
        found[root] = found.get(root, "") + key
    assert sorted(found.values()) == together


class TestUnique:
    @pytest.fixture(autouse=True)
    def confirm(self, db: Database) -> None:
        kept(db, same(db, "Lavrov", "In Beijing"), same(db, "Leaders", "The SCO"))

    @pytest.mark.parametrize(
        ("query", "number"),
        [
            (Query(), 6 - 2),
            (Query(documents=("Central Asia.md",)), 3),
            (Query(documents=("China - Russia.md",)), 3),
            (Query(since="2021-09-17"), 2),
            (Query(since="2021-09-18"), 1),
            (Query(text="summit"), 1),
            (Query(text="their summit"), 1),
            (Query(actors=("lavrov",), types=("meeting",)), 1),
            (Query(not_actors=("lavrov",)), 3),
        ],
    )
    def test_of_those_that_fit_the_first_counts(self, db: Database, query: Query, number: int) -> None:
        asked = replace(query, unique=True)
        assert total(db, asked) == len(list(events(db, asked))) == number
        assert sum(one.events for one in count(db, asked, ["year"])) == number

    @pytest.mark.parametrize("sort", ["date", "-date", "document"])
    def test_in_every_order_it_is_the_first_by_date(self, db: Database, sort: str) -> None:
        found = [each.headline for each in events(db, Query(unique=True, sort=sort, text="sco"))]
        assert found == ["Leaders of the SCO hold a summit in Dushanbe."]

    def test_page_by_page(self, db: Database) -> None:
        found: list[Event] = []
        while page := list(events(db, Query(unique=True, limit=1, after=found[-1].id if found else None))):
            found += page
        assert found == list(events(db, Query(unique=True)))

    def test_lists(self, db: Database) -> None:
        assert {row.name: row.events for row in actors(db, Query(unique=True))}["Sergey Lavrov"] == 1
        assert [row.events for row in documents(db, Query(unique=True))] == [3, 1]

    def test_of_one_actor_the_first_that_names_it(self, db: Database) -> None:
        """The earlier telling does not name him; he takes part all the same, once."""
        store(db, "Third", replace(OTHERS["talks"], headline="Nikonov is there too.", actors=(LAVROV, NIKONOV)))
        kept(db, same(db, "In Beijing", "Nikonov"))
        asked = Query(unique=True)
        assert profile(db, "nikonov", asked).actor.events == 1
        assert [tie.other.name for tie in circle(db, "nikonov", asked, within=True).ties] == ["Sergey Lavrov"]
        assert profile(db, "lavrov", asked).actor.events == total(db, Query(actors=("lavrov",), unique=True)) == 1


def test_without_decisions_unique_changes_nothing(db: Database) -> None:
    assert list(events(db, Query(unique=True))) == list(events(db, Query()))
