"""Searching texts: whatever is typed is a search or a plain word, never an SQL error."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronicle.errors import BadFilter
from chronicle.querying import Query, total
from chronicle.querying.fulltext import for_postgresql, for_sqlite, parse
from chronicle.storing import Database


@pytest.mark.parametrize(
    ("typed", "sqlite", "postgresql"),
    [
        ("talks", '("talks")', "(('talks'))"),
        ("joint patrol", '("joint" AND "patrol")', "(('joint') & ('patrol'))"),
        ('"joint patrol"', '("joint patrol")', "(('joint' <-> 'patrol'))"),
        ("H-6K", '("H-6K")', "(('H' <-> '6K'))"),
        ("SCO's", '("SCO\'s")', "(('SCO' <-> 's'))"),
        ("communiqu*", '("communiqu" *)', "(('communiqu':*))"),
        ("a OR b c", '("a") OR ("b" AND "c")', "(('a')) | (('b') & ('c'))"),
        ("a NOT b", '(("a") NOT ("b"))', "(('a') & !('b'))"),
        ("a AND b", '("a" AND "b")', "(('a') & ('b'))"),
        ("a or b", '("a" AND "or" AND "b")', "(('a') & ('or') & ('b'))"),
        ("OR a OR", '("a")', "(('a'))"),
        ('"unclosed phrase', '("unclosed phrase")', "(('unclosed' <-> 'phrase'))"),
        ("a - b", '("a" AND "b")', "(('a') & ('b'))"),
        ("headline:putin", '("headline:putin")', "(('headline' <-> 'putin'))"),
    ],
)
def test_what_is_typed(typed: str, sqlite: str, postgresql: str) -> None:
    assert for_sqlite(parse(typed)) == sqlite
    assert for_postgresql(parse(typed)) == postgresql


@pytest.mark.parametrize(
    ("typed", "events"),
    [("H-6K", 1), ("SCO's", 1), ("sco’s plans", 1), ("h-6*", 1), ("(summit)", 1), ("summit AND NOT putin", 1)],
)
def test_signs_mean_nothing(db: Database, typed: str, events: int) -> None:
    assert total(db, Query(text=typed)) == events


@pytest.mark.parametrize("typed", ["", "   ", "-", "***", '""', "NOT", "NOT putin", "OR", "a OR NOT b", "💥", "\0"])
def test_nothing_to_look_for(db: Database, typed: str) -> None:
    with pytest.raises(BadFilter, match="holds no word to look for"):
        total(db, Query(text=typed))


def test_too_much_to_look_for(db: Database) -> None:
    with pytest.raises(BadFilter, match="holds 5000 words, more than 60"):
        total(db, Query(text="word " * 5000))


SIGNS = ['"', "*", "OR", "NOT", "AND", "(", ")", "NEAR", "a", "H-6K", ":", "^", "'", "+", "{}"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(['"', "*", "OR", "NOT", "AND", "(", ")", "NEAR", "a", "H-6K", ":", "^", "'", "+"])
        ).map(" ".join),
    )
)
def test_whatever_is_typed_is_no_error_of_the_database(db: Database, typed: str) -> None:
    with suppress(BadFilter):
        assert total(db, Query(text=typed)) >= 0
