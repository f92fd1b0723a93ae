"""Rows that never decide: verbs and rules behind others that come first, words that no text has."""

from collections import defaultdict
from collections.abc import Iterator

from chronicle.gazetteer.names import fold
from chronicle.gazetteer.problems import TableProblem
from chronicle.gazetteer.shape import MENTIONS, problem
from chronicle.gazetteer.tables import COLUMNS, Row, Tables
from chronicle.inflecting import regular_forms, third
from chronicle.model import EventType

ANY_VERB = "*"
_ABSENT = "-"


# --- verbs and nouns: the first row of a form has it


def hidden_verbs(tables: Tables) -> Iterator[TableProblem]:
    """A form that an earlier row has, unless both rows say the same of it.

    A row that writes out a form of its own (`found`: `founded`) is told from the other by that, and may lose the rest.
    """
    owners: dict[str, Row] = {}
    for row in tables.rows("verbs.csv"):
        lemma, written = fold(row["lemma"]), {fold(form) for form in row.items("forms")}
        made = {fold(form) for form in regular_forms(row["lemma"])} - written - {lemma}
        apart = any(form not in owners for form in written)
        for form in sorted({lemma, *written, *made}):
            first = owners.setdefault(form, row)
            lost = first is not row and fold(first["lemma"]) != lemma
            if lost and (form in written or (not apart and (form == lemma or not _alike(row, first)))):
                what = f"{form} is read as a form of {first['lemma']} ({first.path}:{first.line})"
                yield problem(row, "hidden", what, "make one row of the two, or write out the forms of this one")
                break


def _alike(one: Row, two: Row) -> bool:
    return all(one[column] == two[column] for column in COLUMNS["verbs.csv"] if column not in ("lemma", "forms"))


def repeated_plurals(tables: Tables) -> Iterator[TableProblem]:
    """A plural is a row of its own only where it has a type of its own."""
    rows = tables.rows("nouns.csv")
    singular = {third(fold(row["noun"])): row for row in rows if row["noun"]}
    for row in rows:
        first = singular.get(fold(row["noun"]))
        if first is not None and first["type"] == row["type"]:
            what = f"{row['noun']} is the plural of {first['noun']} ({first.path}:{first.line})"
            yield problem(row, "duplicate", what, "take it out: plurals are made")


# --- classes of words


def words_of_classes(tables: Tables) -> Iterator[TableProblem]:
    """Texts are cut at hyphens and asked word by word; of a verb the lemma is asked for."""
    holds = {row["class"]: row["holds"] for row in tables.rows("classes.csv")}
    lemmas = {row["lemma"] for row in tables.rows("verbs.csv")}
    for row in tables.rows("words.csv"):
        held = holds.get(row["class"])
        if held is None:
            yield problem(row, "class", f"unknown class {row['class']}", "use a class of classes.csv, or add it there")
        elif held == "lemma" and row["word"] not in lemmas:
            yield problem(row, "lemma", f"{row['word']} is no lemma of verbs.csv", "add the verb, or take it out")
        elif held == "form" and " " in fold(row["word"]):
            yield problem(row, "unmatched", f"{row['word']} is more than one word", "give the words that tell it")


# --- rules of kind


def rules_of_verbs(tables: Tables) -> Iterator[TableProblem]:
    """Verbs that name no rule, and rules that no verb names."""
    verbs, rules = tables.rows("verbs.csv"), tables.rows("kinds.csv")
    named, known = {row["by"] for row in verbs}, {row["rule"] for row in rules}
    for row in verbs:
        if row["by"] and row["by"] not in known:
            yield problem(row, "rule", f"no rule {row['by']} in kinds.csv", "add it, or leave `by` blank")
    for row in rules:
        if row["rule"] not in named | {ANY_VERB}:
            yield problem(row, "rule", f"no verb goes by the rule {row['rule']}", "name it in `by` of verbs.csv")


def cells_of_rules(tables: Tables) -> Iterator[TableProblem]:
    """What a cell of subject or object asks and nothing can be."""
    classes = {row["class"] for row in tables.rows("words.csv")}
    for row in tables.rows("kinds.csv"):
        for item in [*row.items("subject"), *row.items("object")]:
            if item not in classes and not _can_be(item, {row["subject"], row["object"]}):
                what = f"nothing is {item}"
                yield problem(row, "unmatched", what, "one small word, a class of words.csv, is:TYPE or a kind of name")


def _can_be(item: str, cells: set[str]) -> bool:
    if item == _ABSENT:
        return item in cells
    if item.startswith("is:"):
        return item.removeprefix("is:") in set(EventType)
    return item in MENTIONS if item.isupper() else item == fold(item) and " " not in item


def covered_rules(tables: Tables) -> Iterator[TableProblem]:
    """A rule behind one that asks the same or less and decides."""
    words: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows("words.csv"):
        words[row["class"]].add(fold(row["word"]))
    before: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows("kinds.csv"):
        for first in before[ANY_VERB] + (before[row["rule"]] if row["rule"] != ANY_VERB else []):
            if _covers(first, row, words):
                what = f"line {first.line} of {first.path.name} decides all that it asks for"
                yield problem(row, "covered", what, "put it before that one, or take it out")
                break
        before[row["rule"]].append(row)


def _covers(first: Row, row: Row, words: dict[str, set[str]]) -> bool:
    decides = first["type"] in set(EventType) or first["type"] in ("own", row["type"])
    return decides and all(_asks_less(first[cell], row[cell], words) for cell in ("subject", "object"))


def _asks_less(first: str, cell: str, words: dict[str, set[str]]) -> bool:
    if not first or first == cell:
        return True
    return bool(cell) and _ABSENT not in (first, cell) and _asked(cell, words) <= _asked(first, words)


def _asked(cell: str, words: dict[str, set[str]]) -> set[str]:
    return {word for item in filter(None, cell.split(";")) for word in words.get(item, {item})}
