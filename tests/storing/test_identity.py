"""Ids: the same on every machine, whatever the order of ingest, short to type."""

import re
from dataclasses import replace

import pytest
from invented import dated, document, event

from chronicle.model import Document
from chronicle.storing.identity import EventKeys, day_number, document_key, short_hash
from chronicle.storing.names import fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Kim Jong-un", "kim jong un"),
        ("KIM JONG UN", "kim jong un"),
        ("U.S.", "us"),
        ("Xi’an", "xian"),
        ("Xi'an", "xian"),
        ("Tô Lâm", "to lam"),
        ("ŁÓDŹ", "lodz"),
        ("Erdoğan", "erdogan"),
        ("Лавров", "лавров"),
        ("马朝旭", "马朝旭"),
        ("김정은", "김정은"),
        ("  two   words ", "two words"),
        ("—", ""),
    ],
)
def test_names_are_looked_up_without_case_accents_and_signs(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert fold(fold(printed)) == folded


def invented(**changes: object) -> Document:
    return document(event(), **changes)[0]  # type: ignore[arg-type]


def test_ids_are_short_and_hold_no_signs_that_look_alike() -> None:
    assert re.fullmatch(r"[0-9abcdefghjkmnpqrstvwxyz]{10}", short_hash(["a", "b"], 10))


def test_an_id_never_changes_from_release_to_release() -> None:
    assert document_key(invented(), []) == "tq32c153"
    assert EventKeys("tq32c153").next("China - Russia", dated("2021-09-03")) == "k7t9a7y8s4"


def test_an_issue_is_the_same_document_whatever_its_file_and_text() -> None:
    other = replace(invented(file="other.md"), text="corrected", sha256="0")
    assert document_key(other, []) == document_key(invented(), [])


@pytest.mark.parametrize("change", [{"number": "2"}, {"relation": "China - Japan"}])
def test_another_number_or_relation_is_another_document(change: dict[str, str]) -> None:
    assert document_key(invented(**change), []) != document_key(invented(), [])


def test_without_an_issue_the_period_and_the_title_tell() -> None:
    first = document(event("2021-09-03"), number=None)[0]
    second = document(event("2020-09-03"), number=None)[0]
    assert document_key(first, []) != document_key(second, [])
    assert document_key(first, []) == document_key(replace(first, file="b.txt"), [])


def test_a_taken_id_is_passed_over() -> None:
    taken = document_key(invented(), [])
    assert document_key(invented(), [taken]) not in ("", taken)


def test_entries_of_one_day_are_counted() -> None:
    keys = EventKeys("d")
    same_day = [keys.next("China - Russia", dated("2021-09-03")) for _ in range(3)]
    assert len(set(same_day)) == 3
    assert same_day[1] == EventKeys("d", [same_day[0]]).next("China - Russia", dated("2021-09-03"))


def test_a_relation_with_another_dash_gives_the_same_id() -> None:
    assert EventKeys("d").next("China – Russia", dated("2021-09-03")) == EventKeys("d").next(
        "CHINA-RUSSIA", dated("2021-09-03")
    )


def test_an_impossible_date_counts_by_its_words() -> None:
    assert EventKeys("d").next(None, dated(None)) != EventKeys("d").next(None, dated("2021-09-03"))


def test_numbers_begin_with_the_day() -> None:
    assert day_number(dated("2021-09-03").start) == 20210903000000
    assert day_number(None) == 0
