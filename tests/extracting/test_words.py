"""An entry's words, its sentences and what stands in quotes."""

import pytest

from chronicle.extracting.words import norms_of, split_words

SENTENCES: dict[str, list[tuple[str, list[str]]]] = {
    "sentences end at a full stop, and at other marks": [
        ("Hu arrives. He leaves at once.", ["Hu arrives", "He leaves at once"]),
        ("Will Hu come? Seoul hopes so.", ["Will Hu come", "Seoul hopes so"]),
        ("Hu arrives", ["Hu arrives"]),
        ("He says “no.” She leaves.", ["He says “no", "She leaves"]),
        ("He says “no”. She leaves.", ["He says “no", "She leaves"]),
        ("Talks end.\n\nA statement follows.", ["Talks end", "A statement follows"]),
    ],
    "abbreviations do not end one": [
        ("Gen. Xiong meets Adm. Blair.", ["Gen. Xiong meets Adm. Blair"]),
        ("Lt. Gen. Ma flies to St. Petersburg.", ["Lt. Gen. Ma flies to St. Petersburg"]),
        ("Legend Corp. buys a unit of IBM.", ["Legend Corp. buys a unit of IBM"]),
        ("Talks resume on Sept. 3 and Oct. 4.", ["Talks resume on Sept. 3 and Oct. 4"]),
        ("Sen. Lugar and Rep. Hyde write to Mr. Chen.", ["Sen. Lugar and Rep. Hyde write to Mr. Chen"]),
        ("Route No. 1 opens.", ["Route No. 1 opens"]),
        ("The answer is no. Talks end.", ["The answer is no", "Talks end"]),
    ],
    "initials do not end one": [
        ("George W. Bush meets A.Q. Khan.", ["George W. Bush meets A.Q. Khan"]),
        ("R. Nicholas Burns travels.", ["R. Nicholas Burns travels"]),
        ("George W.Bush travels.", ["George W.Bush travels"]),
        ("He speaks on Q&A. The embassy denies it.", ["He speaks on Q&A", "The embassy denies it"]),
    ],
    "a dotted acronym ends one only before a word that opens sentences": [
        ("Li is in Washington, D.C. From there he goes on.", ["Li is in Washington, D.C.", "From there he goes on"]),
        ("The U.S. Navy sails.", ["The U.S. Navy sails"]),
        ("Hu flies to the U.S. He meets Bush.", ["Hu flies to the U.S.", "He meets Bush"]),
        ("Wu tells the U.N. Security Council.", ["Wu tells the U.N. Security Council"]),
        ("Hu flies to the U.S. The visit is short.", ["Hu flies to the U.S.", "The visit is short"]),
    ],
    "numbers do not end one": [
        ("Trade rises 3.5 percent.", ["Trade rises 3.5 percent"]),
        ("Trade rises 3.5. Seoul is glad.", ["Trade rises 3.5", "Seoul is glad"]),
        ("Trade reaches $1.2 billion.", ["Trade reaches $1.2 billion"]),
    ],
}


def cases(table: dict[str, list[tuple[str, list[str]]]]) -> list[object]:
    return [pytest.param(*case, id=f"{name}: {case[0]}") for name, rows in table.items() for case in rows]


@pytest.mark.parametrize(("text", "expected"), cases(SENTENCES))
def test_sentences(text: str, expected: list[str]) -> None:
    words = split_words(text)
    found: list[str] = []
    for number in range(max(words.sentence) + 1):
        inside = [i for i, s in enumerate(words.sentence) if s == number]
        found.append(words.span(inside[0], inside[-1] + 1))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Hu arrives. He leaves.", "Hu arrives."),
        ("Hu arrives", "Hu arrives"),
        ("He says “no.” She leaves.", "He says “no.”"),
        ("Hu flies to the U.S. He meets Bush.", "Hu flies to the U.S."),
        ("Is Hu coming? He is.", "Is Hu coming?"),
        ("", ""),
    ],
)
def test_the_headline_is_the_first_sentence_with_its_mark(text: str, headline: str) -> None:
    words = split_words(text)
    assert text[: words.headline_end] == headline


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He calls it “a grave mistake” today.", "a grave mistake"),
        ('He calls it "a grave mistake" today.', "a grave mistake"),
        ("He calls it a grave mistake.", ""),
        ("“Not now,” he says.", "Not now"),
    ],
)
def test_what_stands_in_quotes(text: str, quoted: str) -> None:
    words = split_words(text)
    assert " ".join(f for f, inside in zip(words.forms, words.quoted, strict=True) if inside) == quoted


@pytest.mark.parametrize(
    ("printed", "norms"),
    [
        ("Sergei Lavrov", ("sergei", "lavrov")),
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("Roh Moo‑hyun", ("roh", "moo", "hyun")),
        ("Nguyễn Phú Trọng", ("nguyen", "phu", "trong")),
        ("Лавров", ("лавров",)),
        ("王毅", ("王毅",)),
        ("U.S.", ("us",)),
        ("China's", ("china", "'s")),
        ("China’s", ("china", "'s")),
    ],
)
def test_names_are_compared_without_case_accents_and_hyphens(printed: str, norms: tuple[str, ...]) -> None:
    assert norms_of(printed) == norms


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Philippines' president flies home.", True),
        ("Laos’ president flies home.", True),
        ("The ministers' talks go on.", False),
        ("He speaks of ‘Cold Wars’ to come.", False),
        ("He speaks of 'Cold Wars' to come.", False),
    ],
)
def test_a_name_in_s_can_own_something(text: str, owner: bool) -> None:
    assert ("'s" in split_words(text).norms) is owner
