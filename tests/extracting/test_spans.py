"""Which printed forms of the tables stand in a text, and what they can be."""

import pytest

from chronicle.extracting import Gazetteer
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.spans import find_spans
from chronicle.extracting.words import split_words

KOREAS = frozenset({"KP", "KR"})


def spans_of(text: str, gazetteer: Gazetteer, relation: frozenset[str] = frozenset()) -> dict[str, set[Sort]]:
    words = split_words(text)
    return {words.span(s.first, s.last): {r.sort for r in s.readings} for s in find_spans(words, gazetteer, relation)}


@pytest.mark.parametrize(
    ("text", "printed", "sort"),
    [
        ("Hu Jintao goes home.", "Hu Jintao", Sort.PERSON),
        ("Then Sergei Lavrov calls.", "Sergei Lavrov", Sort.PERSON),
        ("Then Lavrov calls.", "Lavrov", Sort.FAMILY),
        ("Then Kim Jong-un calls.", "Kim Jong-un", Sort.PERSON),
        ("Then Kim Jong Un calls.", "Kim Jong Un", Sort.PERSON),
        ("the Chinese side", "Chinese", Sort.DEMONYM),
        ("leaves China for good", "China", Sort.STATE),
        ("leaves Beijing for good", "Beijing", Sort.CAPITAL),
        ("the Kremlin denies it", "Kremlin", Sort.BODY),
        ("the SCO denies it", "SCO", Sort.BODY),
        ("the Shanghai Cooperation Organization denies it", "Shanghai Cooperation Organization", Sort.BODY),
        ("the Foreign Ministry denies it", "Foreign Ministry", Sort.GENERIC),
        ("the foreign minister denies it", "foreign minister", Sort.OFFICE),
        ("the foreign ministers deny it", "foreign ministers", Sort.OFFICES),
        ("then Vladivostok sleeps", "Vladivostok", Sort.PLACE),
        ("the Shangri-La Dialogue ends", "Shangri-La Dialogue", Sort.NOT_A_BODY),
    ],
)
def test_what_a_printed_form_can_be(text: str, printed: str, sort: Sort, shipped: Gazetteer) -> None:
    assert sort in spans_of(text, shipped)[printed]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("it takes us an hour", "us"),
        ("he will go", "will"),
        ("a sea change", "sea"),
        ("in may and june", "may"),
        ("May 9 is a holiday", "May"),
        ("An envoy leaves", "An"),
        ("he is going home", "is"),
    ],
)
def test_plain_words_are_no_names(text: str, printed: str, shipped: Gazetteer) -> None:
    found = spans_of(text, shipped).get(printed, set())
    assert not found & {Sort.PERSON, Sort.FAMILY, Sort.STATE, Sort.BODY, Sort.CAPITAL}


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("the UN Security Council votes", "UN Security Council"),
        ("the South China Sea is calm", "South China Sea"),
        ("South Korean President Moon", "South Korean"),
        ("the Vice Foreign Minister", "Vice Foreign Minister"),
        ("the New York Times writes", "New York Times"),
    ],
)
def test_the_longest_form_counts(text: str, longest: str, shipped: Gazetteer) -> None:
    assert longest in spans_of(text, shipped)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("then Qworn Zablix leaves", "Qworn Zablix"),
        ("then Abdul bin Qworn leaves", "Abdul bin Qworn"),
        ("the Qworn Corporation closes", "Qworn Corporation"),
    ],
)
def test_capitalised_words_that_no_table_has_are_one_run(text: str, run: str, shipped: Gazetteer) -> None:
    assert spans_of(text, shipped)[run] == set()


@pytest.mark.parametrize(
    ("text", "relation", "sort"),
    [
        ("the North will deny it", KOREAS, Sort.STATE),
        ("the North will deny it", frozenset({"CN", "RU"}), None),
        ("the snow of the north", KOREAS, None),
    ],
)
def test_a_short_name_means_a_state_in_its_chronology_only(
    text: str, relation: frozenset[str], sort: Sort | None, shipped: Gazetteer
) -> None:
    found = spans_of(text, shipped, relation)
    got = {s for printed, sorts in found.items() if printed.lower() == "north" for s in sorts}
    assert got & {Sort.STATE, Sort.DEMONYM} == ({sort} if sort else set())
