"""Names that are words of everyday text, and would be found where they are not meant."""

from collections.abc import Iterator

from chronicle.gazetteer.names import fold
from chronicle.gazetteer.problems import TableProblem
from chronicle.gazetteer.shape import doubt
from chronicle.gazetteer.tables import Row, Tables

_NAMED = ("people.csv", "organizations.csv", "notbodies.csv", "venues.csv")
# The classes of words.csv that hold words of any text; the others hold parts of names too (`Diet`, `Kyodo`).
_EVERYDAY = frozenset({"honorific", "modifier", "title", "verbnoun"})


def common_words(tables: Tables) -> frozenset[str]:
    """The words that the rules know as verbs, nouns and titles."""
    verbs = {form for row in tables.rows("verbs.csv") for form in [row["lemma"], *row.items("forms")]}
    nouns = {row["noun"] for row in tables.rows("nouns.csv")}
    words = {row["word"] for row in tables.rows("words.csv") if row["class"] in _EVERYDAY}
    return frozenset(fold(word) for word in verbs | nouns | words)


def common_aliases(tables: Tables) -> Iterator[TableProblem]:
    """An acronym (`AID`) is told from a word by its capitals, several words (`Asian Games`) likewise."""
    common = common_words(tables)
    for name in _NAMED:
        for row in tables.rows(name):
            for form in _forms(row):
                if not form.isupper() and " " not in form and fold(form) in common:
                    what, remedy = f"{form} is a common word", "give a longer form, or take it out"
                    yield doubt(row, "common-word", what, remedy)


def _forms(row: Row) -> list[str]:
    return [row["name"], *row.items("aliases"), *row.items("native")]
