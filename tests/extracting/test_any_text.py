"""Whatever an entry says, coding gives an event whose words stand in the text, in time that grows with its length."""

from datetime import date

import pytest
from growth import in_step
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.extracting import Gazetteer
from chronicle.extracting.coding import code_entry, parse_entry
from chronicle.extracting.people import People
from chronicle.model import Entry, Event, EventDate, Location, Precision

PIECES = (
    "Foreign Minister|Chinese|and|the|of|in|to|at|U.S.|Xi Jinping|Bush|Kim|Jong-un|meets|says|that|talks|visits|,|;|."
    "|(|)|“|”|’s|-|Seoul|Tokyo|SCO|PLA Navy|his Russian counterpart|former|ambassador to|Zhang Weiren|Hyundai Group"
    "|joint exercise|off|Jeju Island|North|South Korea|Premier|ministers|sign|agreement|3|May|USS Halibut|, who"
    "|which|according to|while|Mr.|Dec. 4|王毅|Лавров|é|#|"
).split("|")


def coded(text: str, gazetteer: Gazetteer) -> Event:
    day = date(2015, 5, 4)
    entry = Entry(1, EventDate("May 4, 2015", day, day, Precision.DAY), text, Location(0, len(text)))
    relation = frozenset({"CN", "KR", "KP"})
    return code_entry(parse_entry(entry, relation, gazetteer), People(gazetteer, relation), gazetteer)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from((*PIECES, "|")), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_words_make_an_event_and_every_mention_is_printed(shipped: Gazetteer, text: str) -> None:
    event = coded(text, shipped)
    assert event.text == text
    assert text.startswith(event.headline)
    for mention in [a.mention for a in event.actors] + [v.mention for v in event.venues]:
        assert mention is None or mention in text


def test_very_many_titles_over_a_text(shipped: Gazetteer) -> None:
    text = "Lavrov meets Wang Yi | " * 2_000 + "Lavrov signs a treaty in Beijing."
    event = coded(text, shipped)
    assert (event.text, event.type) == (text, "agreement")
    assert [venue.name for venue in event.venues] == ["Beijing"]


@pytest.mark.parametrize(
    ("words", "times"),
    [
        (
            "Foreign Minister Wang Yi meets his Russian counterpart in Seoul, and Kim Gunn of Hyundai Group speaks. ",
            100,
        ),
        ("Japan ", 300),
        ("Japan, China, Russia, India, ", 80),
        ("Zorvan Oktaryan and ", 200),
        ("Foreign Minister Wang Yi, ", 200),
        ("SCO, PLA, UN, ", 200),
        ("Chinese ", 200),
        ("the ship, which sinks in the Sea of Japan, ", 100),
        ("MOFA and the Central Bank, ", 200),
        ("President Xi meets the Chinese foreign minister, ", 150),
        ("Japan sees India; ", 200),
        ("Japan and ", 200),
        ("Putin meets Abe | ", 150),
        ("Putin | ", 200),
        ("Osaka | ", 200),
        ("Ministry of ", 200),
        ("spokesman ", 200),
        ("late ", 200),
        ("vice ", 200),
        ("Mr. ", 200),
        ("USS ", 200),
        ("been ", 200),
        ("let ", 200),
    ],
)
def test_time_grows_with_the_length_and_no_faster(words: str, times: int, shipped: Gazetteer) -> None:
    assert in_step(lambda n: coded(words * n, shipped), times, times * 10)
