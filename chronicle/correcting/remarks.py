"""What deserves a second look in corrections just kept, and is no reason to refuse them."""

from collections.abc import Iterable, Iterator

from chronicle.correcting.naming import Names
from chronicle.model.correction import Act, Correction
from chronicle.storing import Database
from chronicle.storing.kept import in_list

_CHRONOLOGIES = """
    SELECT e.key, e.section_id, d.file FROM events e
    JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id WHERE e.key IN ({})"""


def remarks(names: Names, ones: Iterable[Correction]) -> Iterator[str]:
    """One line each, with the command that puts it right."""
    for one in ones:
        if one.act is Act.SAME and (remark := _of_one_chronology(names.db, one)):
            yield remark


def _of_one_chronology(db: Database, one: Correction) -> str | None:
    """`same` is for what several tell. A list can print an event twice all the same, so that it is no error."""
    both = [str(key) for key in (one.event, one.subject)]
    rows = list(db.rows(*in_list(_CHRONOLOGIES, both)))
    if len({section for _, section, _ in rows}) != 1:
        return None
    undo = f"`chronicle correct undo {one.id}` takes it back"
    return f"events {' and '.join(both)}: stand in one chronology, of {rows[0][2]}, and not in two; {undo}"
