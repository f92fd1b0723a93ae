"""Dates in other languages, and one chronology of several."""

import pytest

from chronicle.errors import NoChronology, ReadError, UsageError
from chronicle.model import Document, Language, ReadingOptions
from chronicle.reading import read_document

LISTS = {
    "fr": """Chronologie des relations

        3 mars 2014 : Les deux ministres se rencontrent. Ils partent le 5 mars.

        1er avril 2014 – Un accord est signé.

        Lundi 12 mai 2014 : Visite.

        3-5 juillet 2014 : Sommet.
    """,
    "de": """Chronik

        3. März 2014: Die Minister treffen sich. Am 5. März reisen sie ab.

        1. April 2014: Ein Abkommen.

        Montag, 12. Mai 2014: Besuch.

        3./5. Juli 2014: Gipfel.
    """,
    "es": """Cronología

        - 3 de marzo de 2014: Los ministros se reúnen. El 5 de marzo se van.
        - 1 de abril de 2014: Acuerdo.
        - 12 de mayo del 2014: Visita.
        - 3 a 5 de julio de 2014: Cumbre.
    """,
    "it": """3 marzo 2014 - I ministri si incontrano a Roma.

        1 aprile 2014 - Le parti firmano un accordo.

        12 maggio 2014 - Il presidente arriva in visita.

        3-5 luglio 2014 - I capi si riuniscono.
    """,
    "pt": """Cronologia

        3 de março de 2014: Os ministros.

        1 de abril de 2014: Acordo.

        12 de maio de 2014: Visita.

        3 a 5 de julho de 2014: Cimeira.
    """,
    "ru": """Хронология

        3 марта 2014 г. – Министры встретились. 5 марта они уехали.

        1 апреля 2014 года – Соглашение.

        12 мая 2014 – Визит.

        3-5 июля 2014 г. – Саммит.
    """,
    "id": """Kronologi

        3 Maret 2014: Para menteri bertemu.

        1 April 2014: Perjanjian.

        12 Mei 2014: Kunjungan.

        3-5 Juli 2014: Pertemuan puncak.
    """,
    "vi": """Niên biểu

        Ngày 3 tháng 3 năm 2014: Bộ trưởng gặp nhau.

        1 tháng 4 năm 2014: Hiệp định.

        12 tháng 5 năm 2014: Chuyến thăm.

        3-5 tháng 7 năm 2014: Hội nghị.
    """,
    "zh": """大事记

        2014年3月3日：两国外长会晤。

        2014年4月1日：签署协议。

        2014年5月12日：访问。

        2014年7月：峰会。
    """,
}
TWO = """Chronology of Nord - Sund Relations

May 3, 2004: Envoys meet.

May 9, 2004: They part.

Chronology of Nord - West Relations

June 3, 2004: A tariff.

June 9, 2004: Another one.
"""


def read(text: str, **options: object) -> Document:
    return read_document(text.encode(), "a.txt", ReadingOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LISTS)
def test_the_dates_of_a_list(language: str) -> None:
    document = read(LISTS[language], language=Language(language))
    entries = document.sections[0].entries
    last = "2014-07" if language == "zh" else "2014-07-03/2014-07-05"
    assert [entry.date.edtf for entry in entries] == ["2014-03-03", "2014-04-01", "2014-05-12", last]
    for entry in entries:
        assert document.text[entry.location.start :].startswith(entry.date.text)


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (Language.CHINESE, "两国关系大事记"),
        (Language.CHINESE, "兩國關係大事記（2014年）"),
        (Language.CHINESE, "Chronology"),
        (Language.JAPANESE, "両国関係年表"),
    ],
)
@pytest.mark.parametrize("sign", ["，", "："])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headings_and_signs_of_scripts_without_blanks(
    language: Language, heading: str, sign: str, between: str
) -> None:
    dates = ["2014年3月3日", "2014年4月1日", "2014年5月12日"]
    document = read(between.join([heading, *(f"{date}{sign}外长会晤。" for date in dates)]), language=language)
    assert [entry.date.text for entry in document.sections[0].entries] == dates
    assert {entry.text for entry in document.sections[0].entries} == {"外长会晤。"}


def test_what_a_script_without_blanks_calls_a_chronology_within_a_sentence() -> None:
    with pytest.raises(NoChronology):
        read("大事记载于书中\n\n2014年3月3日：外长会晤。\n", language=Language.CHINESE)


def test_dates_are_kept_as_printed_at_the_head_and_within() -> None:
    entry = read(LISTS["fr"], language=Language.FRENCH).sections[0].entries[0]
    assert entry.date.text == "3 mars 2014"
    assert entry.text == "Les deux ministres se rencontrent. Ils partent le 5 mars."


def test_months_of_another_language_are_no_dates_unless_it_is_said() -> None:
    with pytest.raises(ReadError, match="no chronology found"):
        read(LISTS["ru"])


@pytest.mark.parametrize("section", ["2", "nord - west", "WEST"])
def test_one_section(section: str) -> None:
    document = read(TWO, section=section)
    assert [each.relation for each in document.sections] == ["Nord - West"]
    assert len(document.sections[0].entries) == 2


def test_words_that_several_headings_hold() -> None:
    assert len(read(TWO, section="Chronology").sections) == 2


def test_a_section_that_is_not_there() -> None:
    with pytest.raises(ReadError) as caught:
        read(TWO, section="3")
    assert str(caught.value) == (
        "a.txt: no section '3'; say one of 1 (Chronology of Nord - Sund Relations), "
        "2 (Chronology of Nord - West Relations)"
    )


@pytest.mark.parametrize("option", ["relation", "section"])
@pytest.mark.parametrize("said", ["", "  "])
def test_an_option_that_says_nothing(option: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"{option} '{said}': says nothing; give one, or leave it out"):
        read(TWO, **{option: said})
