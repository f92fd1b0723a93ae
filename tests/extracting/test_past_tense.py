"""A headline says the same in the past tense: its type, actors and venues change in hardly any."""

import json
from collections.abc import Iterator
from pathlib import Path

from coder import code

from chronicle.extracting import Gazetteer
from chronicle.extracting.clauses import read_clause
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.phrases import find_mentions
from chronicle.extracting.spans import find_spans
from chronicle.extracting.words import Words, split_words
from chronicle.model import Event
from chronicle.reading import read_document

OPEN = Path(__file__).parents[1] / "documents" / "open"
_MOST_CHANGED = 0.01


def past_tenses(lexicon: Lexicon) -> dict[str, str]:
    """By lemma, the verbs of one word whose past tense is regular."""
    forms = {key[0]: form for key, form in lexicon.verbs.items() if len(key) == 1 and form.past}
    return {form.verb.lemma: word for word, form in forms.items() if word.endswith("ed")}


def headlines() -> Iterator[str]:
    for coding in sorted(OPEN.glob("us-*.jsonl")):
        path = next(path for path in OPEN.glob(f"{coding.stem}.*") if path != coding)
        assert json.loads(coding.read_text("utf-8").splitlines()[0])["n"] == 1
        for section in read_document(path.read_bytes(), path.name).sections:
            for entry in section.entries:
                words = split_words(entry.text)
                yield entry.text[: words.headline_end]


def told_before(words: Words, gazetteer: Gazetteer, past: dict[str, str]) -> str | None:
    """The headline in the past tense; None where its main verb has no present in -s and no regular past."""
    spans = find_spans(words, gazetteer, frozenset({"US"}))
    clause = read_clause(words, find_mentions(words, spans, gazetteer), gazetteer.lexicon, 0, len(words))
    if clause.verb is None or clause.passive or clause.verb.lemma not in past:
        return None
    at = clause.verb_at
    form = gazetteer.lexicon.verbs.get((words.norms[at],))
    if form is None or not form.third or form.verb is not clause.verb:
        return None
    return words.text[: words.starts[at]] + past[clause.verb.lemma] + words.text[words.ends[at] :]


def coded(event: Event) -> tuple[object, ...]:
    return event.type, event.mode, {(a.name, a.role) for a in event.actors}, {v.name for v in event.venues}


def test_the_past_tense_tells_the_same(shipped: Gazetteer) -> None:
    past = past_tenses(shipped.lexicon)
    told, changed = 0, []
    for headline in headlines():
        before = told_before(split_words(headline), shipped, past)
        if before is None:
            continue
        told += 1
        if coded(code(shipped, headline, "2010-05-24")) != coded(code(shipped, before, "2010-05-24")):
            changed.append(before)
    assert told > 400
    assert len(changed) <= _MOST_CHANGED * told, changed
