"""Counts, lists and profiles."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import invented
import pytest
from samples import ANNA, OSLO, SOUTH, TALKS, coded, document

from chronicle.errors import BadFilter, UnknownName
from chronicle.querying import (
    Key,
    Query,
    actors,
    compare,
    count,
    cross,
    documents,
    profile,
    running,
    shares,
    total,
    venues,
)
from chronicle.querying.activity import activity, extent
from chronicle.querying.crossing import running_cells, share_cells
from chronicle.querying.groupings import GROUPINGS, apart
from chronicle.querying.network import circle, network
from chronicle.querying.reviewing import doubtful
from chronicle.querying.same import likely_same
from chronicle.storing import Database, connect
from chronicle.storing.identity import PER_DAY
from chronicle.storing.store import store_document


def counted(db: Database, *by: Key, query: Query | None = None) -> list[tuple[str | int | None, ...]]:
    return [(*each.keys, each.events) for each in count(db, query or Query(), by)]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("year", [("2021", 4), ("2022", 1), (None, 1)]),
        ("quarter", [("2021-Q3", 3), ("2021-Q4", 1), ("2022-Q1", 1), (None, 1)]),
        ("month", [("2021-09", 3), ("2021-12", 1), ("2022-02", 1), (None, 1)]),
        ("type", [("statement", 3), ("meeting", 2), ("visit", 1)]),
        ("mode", [("in_person", 2), ("hybrid", 1), ("written", 1), (None, 2)]),
        ("country", [("CN", 5), ("RU", 4)]),
        ("country_pair", [("CN – RU", 3)]),
        ("venue", [("Beijing", 1), ("Diaoyutai State Guesthouse", 1), ("Moscow", 1)]),
        ("venue_country", [("CN", 2), ("RU", 1)]),
        ("weekday", [("Thursday", 2), ("Friday", 3), (None, 1)]),
        ("relation", [("China - Russia", 5), ("US - China", 1)]),
    ],
)
def test_counts_by_one_key(db: Database, by: Key, expected: list[tuple[str | None, int]]) -> None:
    assert counted(db, by) == expected


def test_a_relation_is_one_whichever_side_stands_first(tmp_path: Path) -> None:
    """Called as most of its chronologies are, whatever is asked."""
    printed = ("CHINA-US", "U.S.-China", "China - United States", "U.S.-China", "Japan-Korea", "Sino-Russian")
    with closing(connect(str(tmp_path / "relations.db"), create=True)) as db:
        for at, relation in enumerate(printed):
            its, found = invented.document(
                invented.event(f"200{at}-01-01"), file=f"{at}.txt", relation=relation, title=f"Issue {at}"
            )
            store_document(db, replace(its, citation=replace(its.citation, number=str(at))), found)
        rows = [("U.S.-China", 4), ("Japan-Korea", 1), ("Sino-Russian", 1)]
        assert counted(db, "relation") == rows
        assert counted(db, "relation", query=Query(during="2002")) == [("U.S.-China", 1)]
        table = cross(db, Query(), ["relation", "type"])
        assert [(each.keys[0], table.row(each)) for each in table.rows] == [(name, [many]) for name, many in rows]
        for typed in ("China - US", "U.S.-China", "united states-china"):
            assert total(db, Query(relations=(typed,))) == 4


@pytest.fixture
def namesakes(tmp_path: Path) -> Iterator[Database]:
    """Three places and two people of one name each."""
    places = [replace(OSLO, name="Punjab", country=country) for country in ("IN", "PK", None)]
    people = [replace(ANNA, country=country, key=None, wikidata=None) for country in ("NO", None)]
    told = [
        replace(TALKS, venues=(place,), actors=(people[at % 2], SOUTH), headline=f"Talk {at}.", text=f"Talk {at}.")
        for at, place in enumerate([*places, places[0]])
    ]
    with closing(connect(str(tmp_path / "namesakes.db"), create=True)) as made:
        store_document(made, document(*told), coded(document(*told), *told))
        yield made


def test_those_of_one_name_are_counted_apart(namesakes: Database) -> None:
    assert counted(namesakes, "venue") == [("Punjab (IN)", 2), ("Punjab (PK)", 1), ("Punjab (city)", 1)]
    assert counted(namesakes, "actor") == [
        ("South Africa", 4),
        ("Anna Northman (NO)", 2),
        ("Anna Northman (person)", 2),
    ]
    assert counted(namesakes, "pair") == [
        ("Anna Northman (NO) – South Africa", 2),
        ("Anna Northman (person) – South Africa", 2),
    ]
    for by, listed in (("venue", venues(namesakes, Query())), ("actor", actors(namesakes, Query()))):
        assert len(counted(namesakes, by)) == len(listed)


def test_they_are_called_the_same_whatever_is_asked_for(namesakes: Database) -> None:
    assert counted(namesakes, "venue", query=Query(text='"talk 1"')) == [("Punjab (PK)", 1)]


@pytest.mark.parametrize(
    ("things", "called"),
    [
        ([("A", 1, "NO", "city", "a"), ("A", 2, None, "city", "b")], ["A (NO)", "A (city)"]),
        ([("A", 1, "NO", "city", "a"), ("A", 2, "NO", "region", "b")], ["A (NO, city)", "A (NO, region)"]),
        ([("A", 1, None, "city", "a"), ("A", 2, None, "city", "b")], ["A (city, a)", "A (city, b)"]),
    ],
)
def test_what_tells_namesakes_apart(things: list[tuple[object, ...]], called: list[str]) -> None:
    assert list(apart(things).values()) == called


def test_counts_by_actor_and_document(db: Database) -> None:
    assert counted(db, "actor")[:2] == [("Wang Yi", 4), ("United States", 2)]
    issue, quad = documents(db, Query())
    assert counted(db, "document") == [(f"{issue.title} ({issue.id})", 5), (f"The Quad Meets ({quad.id})", 1)]


def test_a_document_is_found_by_what_counts_call_it(db: Database) -> None:
    for called, number in counted(db, "document"):
        assert counted(db, "document", query=Query(documents=(str(called),))) == [(called, number)]
    with pytest.raises(UnknownName, match="not known here"):
        count(db, Query(documents=("The Quad Meets (0000)",)), ["document"])


def test_counts_by_two_keys_in_order_of_each(db: Database) -> None:
    assert counted(db, "year", "country") == [
        ("2021", "CN", 4),
        ("2021", "RU", 3),
        ("2022", "RU", 1),
        (None, "CN", 1),
    ]
    assert counted(db, "country", "year")[0] == ("CN", "2021", 4)
    assert counted(db, "type", "mode", query=Query(during="2021-09"))[0] == ("meeting", "hybrid", 1)


def test_pairs_of_actors_that_both_take_part(db: Database) -> None:
    """Whoever is named first, and without those who are only mentioned."""
    assert counted(db, "pair") == [
        ("Sergey Lavrov – Wang Yi", 1),
        ("Shanghai Cooperation Organization – Vladimir Putin", 1),
        ("Shanghai Cooperation Organization – Wang Yi", 1),
        ("Vladimir Putin – Wang Yi", 1),
        ("Vyacheslav Nikonov – Wang Qishan", 1),
    ]


@pytest.mark.parametrize(
    ("by", "query", "expected"),
    [
        ("month", Query(), [("2021-09", 3), ("2021-12", 1), ("2022-01", 1), ("2022-02", 1), (None, 1)]),
        ("month", Query(during="2022"), [("2022-01", 1), ("2022-02", 1)]),
        ("year", Query(types=("visit",)), [("2021", 1), ("2022", 1)]),
        ("quarter", Query(during="2021-12-31"), [("2021-Q4", 1)]),
        (
            "weekday",
            Query(types=("visit",)),
            [("Thursday", 1), ("Friday", 1), ("Saturday", 1), ("Sunday", 1)],
        ),
    ],
)
def test_an_event_of_several_days_spread_over_what_it_touches(
    db: Database, by: Key, query: Query, expected: list[tuple[str | None, int]]
) -> None:
    """Once in each period, and only in those asked for."""
    assert [(*each.keys, each.events) for each in count(db, query, [by], spread=True)] == expected


def test_two_times_are_spread_together(db: Database) -> None:
    spread = count(db, Query(types=("visit",)), ["year", "weekday"], spread=True)
    assert [each.keys for each in spread] == [
        ("2021", "Thursday"), ("2021", "Friday"), ("2022", "Saturday"), ("2022", "Sunday"),
    ]  # fmt: skip
    assert [each.keys for each in count(db, Query(types=("visit",)), ["country", "year"], spread=True)] == [
        ("CN", "2021"), ("CN", "2022"), ("RU", "2021"), ("RU", "2022"),
    ]  # fmt: skip


def test_a_table_of_one_key_against_the_other(db: Database) -> None:
    table = cross(db, Query(), ["year", "country"])
    assert [(row.keys, row.events, table.row(row)) for row in table.rows] == [
        (("2021",), 4, [4, 3]),
        (("2022",), 1, [0, 1]),
        ((None,), 1, [1, 0]),
    ]
    assert ([column.keys for column in table.columns], table.events) == ([("CN",), ("RU",)], 6)


def test_shares_are_of_events(db: Database) -> None:
    """Of six events; of the four of 2021, three of which are of both countries; of the five of China."""
    by: list[Key] = ["year", "country"]
    counts = count(db, Query(), by)
    assert shares(db, Query(), by, counts, "total") == [66.7, 50.0, 16.7, 16.7]
    assert shares(db, Query(), by, counts, "row") == [100.0, 75.0, 100.0, 100.0]
    assert shares(db, Query(), by, counts, "column") == [80.0, 75.0, 25.0, 20.0]
    assert share_cells(cross(db, Query(), by), "column")[0] == [80.0, 75.0]


def test_running_totals_follow_the_time(db: Database) -> None:
    by: list[Key] = ["country", "year"]
    assert running(count(db, Query(), by), by) == [4, 5, 3, 4]
    assert running_cells(cross(db, Query(), by), by) == [[4, 4, 5], [3, 4, 4]]
    assert running_cells(cross(db, Query(), by[::-1]), by[::-1]) == [[4, 3], [4, 4], [5, 4]]
    assert running(count(db, Query(), ["type"]), ["type"]) == [3, 5, 6]


@pytest.mark.parametrize("day", ["1999-12-31", "2000-02-29", "2000-03-01", "1900-03-01", "0004-02-29", "2021-01-01"])
def test_the_weekday_of_a_number(db: Database, day: str) -> None:
    number = int(day.replace("-", "")) * PER_DAY + 17
    expression = GROUPINGS["weekday"].value.format(id=number, alias="e")
    found = next(db.rows(f"SELECT {expression} FROM (SELECT 'day' AS precision) AS e"))[0]
    assert found == date.fromisoformat(day).weekday()


def test_counts_of_a_part(db: Database) -> None:
    assert counted(db, "actor", query=Query(role="mentioned")) == [("United States", 2)]
    assert counted(db, "month", query=Query(since="2022")) == [("2021-12", 1), ("2022-02", 1)]
    assert counted(db, "country", query=Query(actors=("lavrov",))) == [("CN", 1), ("RU", 1)]


def test_a_part_of_nobody(db: Database) -> None:
    assert counted(db, "actor", "year", query=Query(role="mentioned"))
    assert counted(db, "year", query=Query(role="participant", actors=("lavrov",)))
    with pytest.raises(BadFilter, match="role 'mentioned': is of which actor"):
        count(db, Query(role="mentioned"), ("year", "pair"))
    with pytest.raises(BadFilter, match="role 'mentioned': is of which actor"):
        cross(db, Query(role="mentioned"), ("year", "pair"))


@pytest.mark.parametrize(
    "ask",
    [total, venues, documents, doubtful, network, likely_same, extent,
     lambda db, query: activity(db, query, "year", "type"),
     lambda db, query: circle(db, "lavrov", query),
     lambda db, query: compare(db, query, query, ("actor", "type"))],
)  # fmt: skip
def test_every_answer_without_actors_of_its_own_refuses_a_part_of_nobody(
    db: Database, ask: Callable[[Database, Query], object]
) -> None:
    with pytest.raises(BadFilter, match="role 'mentioned': is of which actor"):
        ask(db, Query(role="mentioned"))
    ask(db, Query(role="mentioned", actors=("united states",)))


def test_answers_of_actors_have_their_part(db: Database) -> None:
    part = Query(role="mentioned")
    told_of = [("United States", 2)]
    assert [(each.name, each.events) for each in actors(db, part)] == told_of
    assert profile(db, "united states", part).actor.events == 2
    table = cross(db, part, ("actor", "year"))
    assert [(*each.keys, each.events) for each in table.rows] == told_of
    assert [(*each.keys, each.events) for each in table.columns] == [("2021", 4), ("2022", 1)]
    halves = count(db, part, ("actor", "year"))
    assert shares(db, part, ("actor", "year"), halves, "column") == [25.0, 100.0]
    assert [each.value for each in compare(db, part, part, ("actor",)).differences] == ["United States"]
    begun = activity(db, part, "year", "actor").begun
    assert begun == {("United States", "2021"): 1, ("United States", "2022"): 1}
    assert extent(db, part, "actor")


@pytest.mark.parametrize("by", [(), ("year", "month", "type"), ("year", "year"), ("weather",)])
def test_keys_that_there_are_not(db: Database, by: tuple[Key, ...]) -> None:
    with pytest.raises(BadFilter, match="count by"):
        count(db, Query(), by)


def test_actors_with_their_events(db: Database) -> None:
    listed = actors(db, Query())
    first = listed[0]
    assert (first.name, first.kind, first.country, first.events) == ("Wang Yi", "person", "CN", 4)
    assert (first.first, first.last) == (date(2021, 9, 3), date(2021, 9, 24))
    assert [row.name for row in actors(db, Query(limit=2))] == ["Wang Yi", "United States"]
    assert {row.name for row in actors(db, Query(actors=("lavrov",)))} == {"Wang Yi", "Sergey Lavrov"}
    assert [row.name for row in actors(db, Query(role="mentioned"))] == ["United States"]


def test_the_last_day_is_the_one_on_which_the_last_of_them_ends(tmp_path: Path) -> None:
    """A drill that begins before the talks and ends after them, and one without a date."""
    events = (
        invented.event("2021-08-30", "A drill begins.", end="2021-09-09"),
        invented.event("2021-09-03", "Talks begin."),
        invented.event(None, "Nobody knows when."),
    )
    days = (date(2021, 8, 30), date(2021, 9, 9))
    with closing(connect(str(tmp_path / "few.db"), create=True)) as db:
        store_document(db, *invented.document(*events))
        everything, part = Query(), Query(until="2021-09-05")
        for query in (everything, part):
            for row in (*actors(db, query), *venues(db, query), *documents(db, query)):
                assert (row.first, row.last) == days
            for found in (profile(db, "lavrov", query).actor, *circle(db, "lavrov", query).ties):
                assert (found.first, found.last) == days
            for side in ("actor", "country"):
                [tie] = network(db, query, side).ties
                assert (tie.first, tie.last) == days
        assert documents(db, Query(since="2021-09-03", text="talks"))[0].last == date(2021, 9, 3)


def test_venues_with_their_events(db: Database) -> None:
    assert [(row.name, row.country, row.events) for row in venues(db, Query(countries=("cn",)))] == [
        ("Beijing", "CN", 1),
        ("Diaoyutai State Guesthouse", "CN", 1),
    ]
    assert venues(db, Query(actors=("putin",))) == []


def test_documents_with_their_events(db: Database) -> None:
    issue, quad = documents(db, Query())
    assert (issue.file, issue.events, issue.flagged, issue.problems) == ("issue.txt", 5, 2, 0)
    assert (issue.first, issue.last) == (date(2021, 9, 3), date(2022, 2, 4))
    assert (quad.title, quad.relations, quad.authors) == ("The Quad Meets", ("US - China",), ("Yu Bin",))
    assert [row.events for row in documents(db, Query(types=("statement",)))] == [1, 2]


def test_a_persons_profile(db: Database) -> None:
    found = profile(db, "lavrov", Query())
    assert (found.actor.name, found.actor.events) == ("Sergey Lavrov", 1)
    assert "Сергей Лавров" in found.aliases
    assert [(term.office, term.start, term.end) for term in found.terms] == [("Foreign Minister", "2004-03-09", None)]
    assert [each.keys for each in found.offices] == [("Foreign Minister",)]
    assert [each.keys for each in found.partners] == [("Wang Yi",)]
    assert [each.keys for each in found.venues] == [("Beijing",)]
    assert [(each.keys, each.events) for each in found.years] == [(("2021",), 1)]


def test_a_states_profile_tells_of_those_who_act_for_it(db: Database) -> None:
    found = profile(db, "russia", Query())
    assert (found.actor.name, found.actor.kind, found.actor.events) == ("Russia", "state", 4)
    assert [(each.keys[0], each.events) for each in found.partners] == [
        ("Wang Yi", 2),
        ("Shanghai Cooperation Organization", 1),
        ("Wang Qishan", 1),
    ]
    assert [each.keys for each in found.countries] == [("CN",)]


def test_a_state_that_is_nowhere_named_itself_has_a_profile(db: Database) -> None:
    found = profile(db, "china", Query())
    assert (found.actor.key, found.actor.name, found.actor.events) == ("CN", "China", 5)


def test_a_profile_of_a_part_of_the_events(db: Database) -> None:
    assert profile(db, "wang yi", Query(types=("meeting",))).actor.events == 2


@pytest.mark.parametrize("name", ["nobody at all", "wang", "lavrov or putin"])
def test_a_profile_is_of_one(db: Database, name: str) -> None:
    with pytest.raises(UnknownName):
        profile(db, name, Query())
