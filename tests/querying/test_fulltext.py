"""Searching texts: whatever is typed is a search or a plain word, never an SQL error."""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import document, event

from chronicle.errors import BadFilter
from chronicle.querying import Query, total
from chronicle.querying.fulltext import for_postgresql, for_sqlite, parse
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document


@pytest.mark.parametrize(
    ("typed", "sqlite", "postgresql"),
    [
        ("talks", '("talks")', "(('talks'))"),
        ("joint patrol", '("joint" AND "patrol")', "(('joint') & ('patrol'))"),
        ('"joint patrol"', '("joint patrol")', "(('joint' <-> 'patrol'))"),
        ("H-6K", '(("H-6K" OR "H-6Ks"))', "(('H' <-> '6K' | 'H' <-> '6Ks'))"),
        ("Tu-95s", '(("Tu-95s" OR "Tu-95"))', "(('Tu' <-> '95s' | 'Tu' <-> '95'))"),
        ("Tu-95*", '("Tu-95" *)', "(('Tu' <-> '95':*))"),
        ("sco's", '("sco\'s")', "(('sco' <-> 's'))"),
        ("U.S.", '(("U.S." OR "US"))', "(('U.S.' | 'US'))"),
        ("US", '(("US" OR "U.S."))', "(('US' | 'U.S.'))"),
        ("U.S-China", '(("U.S-China" OR "US-China" OR "U.S.-China"))',
         "(('U.S' <-> 'China' | 'US' <-> 'China' | 'U.S.' <-> 'China'))"),
        ('"d.p.r.k. envoy"', '(("d.p.r.k. envoy" OR "dprk envoy"))',
         "(('d.p.r.k.' <-> 'envoy' | 'dprk' <-> 'envoy'))"),
        ("U.S.*", '("U.S." *)', "(('U.S.':*))"),
        ("Jr. p.3 ASEAN", '("Jr." AND "p.3" AND "ASEAN")', "(('Jr') & ('p' <-> '3') & ('ASEAN'))"),
        ("communiqu*", '("communiqu" *)', "(('communiqu':*))"),
        ("a OR b c", '("a") OR ("b" AND "c")', "(('a')) | (('b') & ('c'))"),
        ("a NOT b", '(("a") NOT ("b"))', "(('a') & !('b'))"),
        ("a AND b", '("a" AND "b")', "(('a') & ('b'))"),
        ("a or b", '("a") OR ("b")', "(('a')) | (('b'))"),
        ('a "or" b', '("a" AND "or" AND "b")', "(('a') & ('or') & ('b'))"),
        ("a not b", '(("a") NOT ("b"))', "(('a') & !('b'))"),
        ("a -b", '(("a") NOT ("b"))', "(('a') & !('b'))"),
        ('-"b c" a', '(("a") NOT ("b c"))', "(('a') & !('b' <-> 'c'))"),
        ("(a OR b) c", '((("a") OR ("b")) AND "c")', "(((('a')) | (('b'))) & ('c'))"),
        ("a -(b OR c)", '(("a") NOT ((("b") OR ("c"))))', "(('a') & !((('b')) | (('c'))))"),
        ("a () b", '("a" AND "b")', "(('a') & ('b'))"),
        ("a and not b", '(("a") NOT ("b"))', "(('a') & !('b'))"),
        ('a "or"', '("a" AND "or")', "(('a') & ('or'))"),
        ("a - b", '("a" AND "b")', "(('a') & ('b'))"),
        ("headline:putin", '("headline:putin")', "(('headline' <-> 'putin'))"),
    ],
)  # fmt: skip
def test_what_is_typed(typed: str, sqlite: str, postgresql: str) -> None:
    assert for_sqlite(parse(typed)) == sqlite
    assert for_postgresql(parse(typed)) == postgresql


@pytest.mark.parametrize(
    ("typed", "events"),
    [
        ("H-6K", 1),
        ("SCO's", 1),
        ("sco’s plans", 1),
        ("h-6*", 1),
        ("(summit)", 1),
        ("summit AND NOT putin", 1),
        ("(lavrov OR summit) beijing", 1),
        ("meets or held", 2),
        ("wang -(yi OR bomber)", 1),
        ("H-6Ks", 1),
    ],
)
def test_signs_mean_nothing(db: Database, typed: str, events: int) -> None:
    assert total(db, Query(text=typed)) == events


@pytest.mark.parametrize("typed", ["", "   ", "-", "***", '""', "NOT", "OR", "💥", "\0", "()", "- ()"])
def test_nothing_to_look_for(db: Database, typed: str) -> None:
    with pytest.raises(BadFilter, match="holds no word to look for"):
        total(db, Query(text=typed))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("word " * 5000, "holds 5000 words, more than 60"),
        ("(" * 5000, "holds 5000 brackets, more than 60"),
        ("(a OR b", "opens a bracket that it does not close"),
        ("a) b", "closes a bracket that none opens"),
        ('"joint patrol', "opens a quotation mark that it does not close; close it"),
        ('joint "', "opens a quotation mark that it does not close"),
        ("a OR", 'OR has no word behind it; write one, or "or" in quotation marks for the word'),
        ("a or *", "OR has no word behind it"),
        ("or a", "OR has no word before it"),
        ("a or and b", "OR has no word behind it"),
        ("(a and) b", "AND has no word behind it"),
        ("a (and b)", "AND has no word before it"),
        ("a not", 'NOT has no word behind it; write one, or "not"'),
        ("a not not b", "NOT has no word behind it"),
        ("a or ()", "holds no word to look for"),
        ("patrol or not drill", "NOT has no wanted word beside it on its side of OR; write one, as in talks not drill"),
        ("NOT putin", "NOT has no wanted word beside it; write one, as in talks not drill"),
        ("-putin", "NOT has no wanted word beside it; write one"),
        ("(-a) b", "NOT has no wanted word beside it; write one"),
        ("patrol -", "- has no word behind it; write one as in -drill, or leave it out"),
        ("(patrol -) drill", "- has no word behind it"),
    ],
    ids=lambda value: value[:12],
)
def test_what_cannot_be_looked_for(db: Database, typed: str, message: str) -> None:
    with pytest.raises(BadFilter, match=message):
        total(db, Query(text=typed))


def _of(texts: list[str], folder: Path) -> Iterator[Database]:
    """A database of one day's events with these texts."""
    with closing(connect(str(folder / "events.db"), create=True)) as db:
        store_document(db, *document(*(event("2021-09-03", text) for text in texts)))
        yield db


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Texts in scripts that put no blank between words."""
    texts = ["国务委员兼外长王毅会见俄罗斯外长拉夫罗夫。", "Wang Yi (王毅) calls Lavrov.", "ラブロフ外相が来日した。",
             "한러 외교장관회담이 열렸다.", "100% of nothing."]  # fmt: skip
    yield from _of(texts, tmp_path_factory.mktemp("scripts"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王毅", 2), ("外长", 1), ("外相", 1), ("외교장관", 1), ('"外长王毅"', 1), ("王毅 -calls", 1),
        ("王毅 NOT 外长", 1),
        ("外长 OR lavrov", 2), ("(外长 OR calls) 王毅", 2), ("calls 王毅", 1), ("韓国", 0), ("王*", 2), ("国%会", 0),
    ],
)  # fmt: skip
def test_words_within_a_text_without_blanks(scripts: Database, typed: str, found: int) -> None:
    assert total(scripts, Query(text=typed)) == found
    assert total(scripts, Query(text=typed, types=("meeting",), since="2021")) == found


@pytest.fixture(scope="module")
def pointed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Abbreviations with points and without."""
    texts = ["The U.S. Navy sails.", "The US Navy sails.", "U.S.-led talks begin.", "Envoys tell us nothing.",
             "D.P.R.K. envoys leave.", "The DPRK protests."]  # fmt: skip
    yield from _of(texts, tmp_path_factory.mktemp("pointed"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("US", 4), ("US -us", 2), ('"U.S. Navy"', 2), ('"US navy"', 2), ("U.S.-led", 1), ("US-led", 1),
        ("u.s. navy", 2), ("DPRK", 2), ("D.P.R.K.", 2), ("d.p.r.k", 2), ("dprk", 1), ("u.s.*", 2), ("U.N.", 0),
    ],
)  # fmt: skip
def test_abbreviations_with_points_and_without(pointed: Database, typed: str, found: int) -> None:
    assert total(pointed, Query(text=typed)) == found


@pytest.fixture(scope="module")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Words with letters that are no accented ones."""
    texts = [
        "Gomułka meets WAŁĘSA.",
        "Akıncı leaves İzmir.",
        "Đurić calls Taksøe-Jensen.",
        "Þór greets Weiß on Ærø.",
        "The ofﬁce moves.",
    ]
    yield from _of(texts, tmp_path_factory.mktemp("lettered"))


@pytest.mark.parametrize(
    "typed",
    [
        "gomulka", "GOMUŁKA", "gomułk*", '"gomulka meets walesa"', "walesa", "akinci", "Akıncı", "izmir", "duric",
        "Đurić", "taksoe", "taksøe-jensen", "thor", "Weiss", "weiß", "aero",
        "office", "ofﬁce",
    ],
)  # fmt: skip
def test_letters_that_are_no_accented_ones_are_found_by_plain_ones(lettered: Database, typed: str) -> None:
    assert total(lettered, Query(text=typed)) == 1


SIGNS = ['"', "*", "OR", "NOT", "AND", "(", ")", "NEAR", "a", "H-6K", ":", "^", "'", "+", "{}"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ['"', "*", "or", "NOT", "AND", "(", ")", "-", "NEAR", "a", "王", "H-6K", ":", "^", "'", "+"]
            )
        ).map(" ".join),
    )
)
def test_whatever_is_typed_is_no_error_of_the_database(db: Database, typed: str) -> None:
    with suppress(BadFilter):
        assert total(db, Query(text=typed)) >= 0
