"""`chronicle export csv` of 100,000 events against `sqlite-utils query --csv` of their rows, joined by hand."""

import tempfile
from pathlib import Path

from measuring import CHRONICLE, SQLITE_UTILS, database, in_turns, told, wall

MARK = 0.5
# What a person would write for one row an event; the export has all of it and some thirty columns more.
SQL = """
    SELECT e.key, e.start_date, e.end_date, e.precision, e.approximate, e.date_text, e.type, e.mode,
           e.headline, e.text, e.ordinal, d.key AS document, d.file, d.title, s.heading, s.relation,
           (SELECT group_concat(a.name, '; ') FROM participations p JOIN actors a ON a.id = p.actor_id
            WHERE p.event_id = e.id) AS actors,
           (SELECT group_concat(a.country, '; ') FROM participations p JOIN actors a ON a.id = p.actor_id
            WHERE p.event_id = e.id) AS countries,
           (SELECT group_concat(p.role, '; ') FROM participations p WHERE p.event_id = e.id) AS roles,
           (SELECT group_concat(v.name, '; ') FROM event_venues w JOIN venues v ON v.id = w.venue_id
            WHERE w.event_id = e.id) AS venues,
           (SELECT group_concat(f.flag, '; ') FROM flags f WHERE f.event_id = e.id) AS flags
    FROM events e JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id
    ORDER BY e.id"""


def main() -> None:
    path = str(database(100_000))
    with tempfile.TemporaryDirectory() as folder:
        ours = [CHRONICLE, "export", "csv", "--db", path, "--output", str(Path(folder, "events.csv"))]
        theirs = [SQLITE_UTILS, "query", path, SQL, "--csv"]
        pair = in_turns(lambda: wall(ours), lambda: wall(theirs), 5)
    print(told("CSV of 100,000 events", pair, MARK, "sqlite-utils"))


if __name__ == "__main__":
    main()
