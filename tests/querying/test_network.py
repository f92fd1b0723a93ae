"""Who takes part with whom."""

import pytest

from chronicle.errors import UnknownName
from chronicle.querying import Query
from chronicle.querying.network import Side, Tie, circle, network
from chronicle.storing import Database


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
        "China", "Russia", 3, "2021-09-03", "2021-12-30",
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
