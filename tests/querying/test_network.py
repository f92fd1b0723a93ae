"""Who takes part with whom."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented import LAVROV, WANG_YI, document, event

from chronicle.errors import UnknownName
from chronicle.exporting.drawings import Paper, draw
from chronicle.presenting.drawing import ties
from chronicle.presenting.terminal.signs import ASCII
from chronicle.querying import Query, events
from chronicle.querying.network import Side, Tie, circle, network
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document


def named(ties: tuple[Tie, ...]) -> list[tuple[str, str, int]]:
    return [(tie.one.name, tie.other.name, tie.events) for tie in ties]


def test_pairs_of_different_countries(db: Database) -> None:
    found = network(db, Query())
    assert sorted(sorted(pair[:2]) for pair in named(found.ties)) == [
        ["Sergey Lavrov", "Wang Yi"],
        ["Shanghai Cooperation Organization", "Vladimir Putin"],
        ["Shanghai Cooperation Organization", "Wang Yi"],
        ["Vladimir Putin", "Wang Yi"],
        ["Vyacheslav Nikonov", "Wang Qishan"],
    ]


def test_members_by_the_events_that_they_share(db: Database) -> None:
    assert [(member.name, events) for member, events in network(db, Query()).members][:2] == [
        ("Wang Yi", 2),
        ("Sergey Lavrov", 1),
    ]


def test_whoever_is_only_mentioned_takes_no_part(db: Database) -> None:
    assert "United States" not in {member.name for member, _ in network(db, Query()).members}


def test_countries(db: Database) -> None:
    [tie] = network(db, Query(), "country").ties
    assert (tie.one.name, tie.other.name, tie.events, str(tie.first), str(tie.last)) == (
        "China", "Russia", 3, "2021-09-03", "2022-01-02",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "side", "events", "partners"),
    [
        ("lavrov", "actor", 1, {"Wang Yi": 1}),
        ("lavrov", "country", 1, {"China": 1}),
        ("sco", "actor", 1, {"Vladimir Putin": 1, "Wang Yi": 1}),
        ("sco", "country", 1, {"China": 1, "Russia": 1}),
        (
            "china",
            "actor",
            5,
            {
                "Sergey Lavrov": 1,
                "Shanghai Cooperation Organization": 1,
                "Vladimir Putin": 1,
                "Vyacheslav Nikonov": 1,
            },
        ),
        ("china", "country", 5, {"Russia": 3}),
    ],
)
def test_the_partners_of_one(db: Database, name: str, side: Side, events: int, partners: dict[str, int]) -> None:
    found = circle(db, name, Query(), side)
    assert found.centre.events == events
    assert {tie.other.name: tie.events for tie in found.ties} == partners


def test_filters_hold(db: Database) -> None:
    assert named(network(db, Query(types=("visit",))).ties) == [("Wang Qishan", "Vyacheslav Nikonov", 1)]
    assert circle(db, "wang yi", Query(since="2022")).ties == ()


def test_a_name_that_fits_several(db: Database) -> None:
    with pytest.raises(UnknownName):
        circle(db, "wang", Query())


class TestCrowds:
    @pytest.fixture
    def crowded(self, tmp_path: Path) -> Iterator[Database]:
        """An event of somebody named thousands of times, and one of thousands, beside a small one."""
        many = tuple(replace(LAVROV, name=f"Person {at}", key=None, wikidata=None) for at in range(3000))
        again = (WANG_YI, *(LAVROV for _ in range(3000)), replace(LAVROV, office="Envoy"))
        with closing(connect(str(tmp_path / "crowd.db"), create=True)) as db:
            told = (event("2021-09-03", "Again.", actors=again), event("2021-09-04", "Many.", actors=(WANG_YI, *many)))
            store_document(db, *document(*told))
            yield db

    def test_who_is_named_again_takes_part_once(self, crowded: Database) -> None:
        assert named(network(crowded, Query(until="2021-09-03")).ties) == [("Wang Yi", "Sergey Lavrov", 1)]

    def test_an_event_of_a_crowd_is_left_out_and_counted(self, crowded: Database) -> None:
        found = network(crowded, Query(), within=True)
        assert (len(found.ties), found.crowded) == (1, 1)
        assert network(crowded, Query(), "country").crowded == 0

    def test_the_partners_of_one_are_all_told(self, crowded: Database) -> None:
        assert len(circle(crowded, "wang yi", Query()).ties) == 3001

    def test_the_picture_says_so(self, crowded: Database) -> None:
        drawing = draw(crowded, Query(), "network", Paper(80, ASCII), None)
        assert drawing is not None
        assert "left out: 1 event in which more than 300 take part" in str(drawing)

    def test_the_drawn_network_has_the_pairs_of_the_busiest_alone(self, crowded: Database) -> None:
        drawn = ties.network(map(ties.takes_part, events(crowded, Query())))
        assert (len(drawn.nodes), len(drawn.ties)) == (ties.MOST, ties.MOST * (ties.MOST - 1) // 2)
