"""A question in words: names are called as the database has them, whatever was typed."""

import pytest

from chronicle.querying import Query
from chronicle.querying.telling import as_typed, heading, told
from chronicle.storing import Database


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query(), "all events"),
        (Query(participants=("putin", "us or prc"), types=("meeting", "visit")),
         "events with Vladimir Putin and United States or China, of type meeting or visit"),
        (Query(participants=("putin", "wang yi or CN")), "events with Vladimir Putin and Wang Yi or China"),
        (Query(actors=("sco",)), "events naming Shanghai Cooperation Organization"),
        (Query(actors=("лавров", "moscow")), "events naming Sergey Lavrov and Russia"),
        (Query(countries=("CN",), venues=("peking",)), "events with China taking part, in Beijing"),
        (Query(venues=("guesthouse or china",)), "events in Diaoyutai State Guesthouse or China"),
        (Query(not_actors=("the shanghai cooperation organization",)),
         "events not naming Shanghai Cooperation Organization"),
        (Query(text='"joint statement"', modes=("in_person",)), 'events of mode in person, saying "joint statement"'),
        (Query(since_last_ingest=True, sort="-date", limit=5), "events new since the last ingest"),
    ],
)  # fmt: skip
def test_a_query_in_words(db: Database, query: Query, said: str) -> None:
    assert told(db, query) == said


def test_a_title(db: Database) -> None:
    assert heading(db, Query(participants=("lavrov", "wang yi"))) == "Events with Sergey Lavrov and Wang Yi"


def test_without_a_database_names_are_as_typed() -> None:
    assert as_typed(Query(actors=("mccain or SCO",))) == "events naming mccain or SCO"
