"""A document that looks badly read says so."""

import pytest

from chronicle.model import Document
from chronicle.model.confidence import Confidence
from chronicle.reading import read_document
from chronicle.reading.doubting import confidences
from chronicle.reading.leftover import left_out

HEAD = "Chronology of Nord - Sund Relations\n\nMay - June 2004\n\n"
IN_ORDER = "".join(f"May {day}, 2004: Envoy {day} arrives.\n\n" for day in range(1, 9))
PROSE = "It was a quiet quarter, and nobody who had a part in it has said what became of the envoys.\n\n"


def read(text: str) -> Document:
    return read_document(text.encode(), "a.txt")


def sure(document: Document) -> Confidence:
    (found,) = confidences(document, left_out(document))
    return found


def test_a_document_that_is_read_well() -> None:
    document = read(HEAD + IN_ORDER)
    assert sure(document) == Confidence(8)
    assert sure(document).told == ()
    assert document.problems == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (IN_ORDER + "Feb. 3, 2005: One.\n\nApril 9, 2005: Two.\n\nMay 9, 2005: Three.\n\n",
         "3 dates outside the period"),
        ("May 9, 2004: A.\n\nMay 1, 2004: B.\n\nMay 8, 2004: C.\n\nMay 2, 2004: D.\n\nMay 7, 2004: E.\n\n",
         "2 dates out of order"),
        ("May 3, 2004: A.\n\nMay 32, 2004: B.\n\nJune 31, 2004: C.\n\nJune 9, 2004: D.\n\n",
         "2 entries without a possible date"),
        (f"May 3, 2004: A.\n\n## On the first\n\n{PROSE}{PROSE}May 5, 2004: B.\n\nMay 9, 2004: C.\n\n",
         "2 paragraphs that belong to no entry"),
    ],
)  # fmt: skip
def test_one_that_is_not(text: str, doubt: str) -> None:
    document = read(HEAD + text)
    assert doubt in sure(document).doubts
    (problem,) = document.problems
    assert (problem.code, problem.line) == ("badly_read", 1)
    assert problem.message == f"looks badly read: {', '.join(sure(document).doubts)}; chronicle read shows them"


def test_a_slip_or_two_in_a_long_list_are_told_and_no_problem() -> None:
    document = read(HEAD + IN_ORDER + "May 3, 2004: Late.\n\nFeb. 3, 2004: Outside.\n\n")
    assert sure(document).told == ("2 dates out of order", "1 date outside the period")
    assert document.problems == ()
