"""The forms that are made of a verb and of a noun, so that the tables need not have them."""

import pytest

from chronicle.inflecting import regular_forms, third


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("visit", "visits visited visiting"),
        ("deny", "denies denied denying"),
        ("survey", "surveys surveyed surveying"),
        ("agree", "agrees agreed agreeing"),
        ("release", "releases released releasing"),
        ("reach", "reaches reached reaching"),
        ("travel", "travels traveled traveling travelled travelling"),
        ("nationalize", "nationalizes nationalized nationalizing nationalises nationalised nationalising"),
        ("seize", "seizes seized seizing"),
    ],
)
def test_forms_of_a_verb(lemma: str, forms: str) -> None:
    assert regular_forms(lemma) == set(forms.split())


def test_only_the_first_word_of_a_verb_changes() -> None:
    assert regular_forms("call off") == {"calls off", "called off", "calling off"}


@pytest.mark.parametrize(("noun", "plural"), [("visit", "visits"), ("treaty", "treaties"), ("port call", "port calls")])
def test_the_plural_of_a_noun(noun: str, plural: str) -> None:
    assert third(noun) == plural
