"""`chronicle export` of 100,000 events as CSV, JSON Lines and Parquet against others who write the same rows.

sqlite-utils asks the same file for them by hand SQL; DuckDB has a copy of the tables of its own, and asks that by
the same SQL with both processors. Its JSON Lines and theirs have the columns of the CSV, ours the whole record.
"""

import sqlite3
import sys
from pathlib import Path

from measuring import CHRONICLE, MADE, SQLITE_UTILS, Pair, database, in_turns, told, wall

EVENTS = 100_000
# In CSV, against sqlite-utils; the rest is told without a mark.
MARK = 0.5

# The same columns, each table gathered once, as somebody writes it who knows SQL well; for SQLite and DuckDB.
SQL = """
    WITH listed AS (
        SELECT p.event_id, a.name, a.kind, p.country, o.name AS office, p.role, p.inferred, p.mention, a.wikidata
        FROM participations p JOIN actors a ON a.id = p.actor_id LEFT JOIN offices o ON o.id = p.office_id
        ORDER BY p.event_id, p.position
    ), who AS (
        SELECT event_id, group_concat(name, '; ') FILTER (WHERE role = 'participant') AS participants,
               group_concat(name, '; ') AS actors, group_concat(kind, '; ') AS kinds,
               group_concat(coalesce(country, ''), '; ') AS countries,
               group_concat(coalesce(office, ''), '; ') AS offices, group_concat(role, '; ') AS roles,
               group_concat(CAST(inferred AS TEXT), '; ') AS inferences,
               group_concat(coalesce(mention, ''), '; ') AS mentions,
               group_concat(coalesce(wikidata, ''), '; ') AS wikidata_ids
        FROM listed GROUP BY event_id
    ), places AS (
        SELECT w.event_id, group_concat(v.name, '; ') AS venues,
               group_concat(coalesce(v.country, ''), '; ') AS venue_countries,
               group_concat(v.kind, '; ') AS venue_kinds,
               group_concat(coalesce(CAST(v.latitude AS TEXT), ''), '; ') AS latitudes,
               group_concat(coalesce(CAST(v.longitude AS TEXT), ''), '; ') AS longitudes,
               group_concat(coalesce(v.geonames, ''), '; ') AS geonames,
               group_concat(coalesce(w.mention, ''), '; ') AS venue_mentions
        FROM event_venues w JOIN venues v ON v.id = w.venue_id GROUP BY w.event_id
    ), linked AS (
        SELECT event_id, group_concat(text, '; ') AS link_texts, group_concat(url, '; ') AS link_urls
        FROM links GROUP BY event_id
    ), flagged AS (
        SELECT event_id, group_concat(flag, '; ') AS flags FROM flags GROUP BY event_id
    )
    SELECT e.key, e.start_date, e.end_date, e.precision, e.approximate, e.date_text, e.type, e.mode, e.headline,
           e.text, who.participants, who.actors, who.kinds, who.countries, who.offices, who.roles, who.inferences,
           who.mentions, who.wikidata_ids, places.venues, places.venue_countries, places.venue_kinds,
           places.latitudes, places.longitudes, places.geonames, places.venue_mentions, linked.link_texts,
           linked.link_urls, flagged.flags, e.ordinal, e.start_offset, e.end_offset, e.page, e.line,
           d.key AS source_id, d.file, d.title, d.authors, d.publication, d.volume, d.number, d.published,
           coalesce(s.relation, d.relation) AS relation, s.heading, d.url, e.plover
    FROM events e JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id
    LEFT JOIN who ON who.event_id = e.id LEFT JOIN places ON places.event_id = e.id
    LEFT JOIN linked ON linked.event_id = e.id LEFT JOIN flagged ON flagged.event_id = e.id
    ORDER BY e.id"""
TABLES = (
    "documents", "sections", "events", "actors", "offices", "participations", "venues", "event_venues", "links",
    "flags",
)  # fmt: skip

# Each format with what makes it: sqlite-utils has no Parquet.
FORMATS = {"csv": ("--csv", "csv, header"), "jsonl": ("--nl", "json"), "parquet": (None, "parquet, compression zstd")}
COPY = "import sys, duckdb; duckdb.connect(sys.argv[1], read_only=True).execute(sys.argv[2])"


def main() -> None:
    path = str(database(EVENTS))
    copy = str(duckdb_copy(Path(path)))
    for name, (flag, options) in FORMATS.items():
        ours = [CHRONICLE, "export", name, "--db", path]
        if flag:
            theirs = [SQLITE_UTILS, "query", path, SQL, flag]
            pair = in_turns(lambda ours=ours: wall(ours), lambda theirs=theirs: wall(theirs), 5)
            say(name, pair, "sqlite-utils")
        duck = [sys.executable, "-c", COPY, copy, f"COPY ({SQL}) TO '/dev/null' (FORMAT {options})"]
        pair = in_turns(lambda ours=ours: wall(ours), lambda duck=duck: wall(duck), 5)
        say(name, pair, "DuckDB on its own copy")


def say(name: str, pair: Pair, against: str) -> None:
    what = f"{name} of {EVENTS:,} events"
    if (name, against) == ("csv", "sqlite-utils"):
        print(told(what, pair, MARK, against))
    else:
        print(f"{what:<44} {pair.ratio:7.3f} x {against} ({pair.ours * 1000:.0f} ms to {pair.theirs * 1000:.0f} ms)")


def duckdb_copy(path: Path) -> Path:
    """The tables in a file of DuckDB's, made once."""
    import duckdb
    import pyarrow as pa

    copy = MADE / f"{EVENTS}.duckdb"
    if copy.exists() and copy.stat().st_mtime > path.stat().st_mtime:
        return copy
    copy.unlink(missing_ok=True)
    source = sqlite3.connect(path)
    target = duckdb.connect(str(copy))
    for table in TABLES:
        cursor = source.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        columns = zip(*cursor.fetchall(), strict=True)
        rows = pa.table({name: list(values) for name, values in zip(names, columns, strict=False)})
        # Where nothing is, the type is not known either.
        empty = [name for name in rows.column_names if pa.types.is_null(rows.schema.field(name).type)]
        for name in empty:
            at = rows.column_names.index(name)
            rows = rows.set_column(at, name, rows[name].cast(pa.string()))
        target.register("rows_of_it", rows)
        target.execute(f"CREATE TABLE {table} AS SELECT * FROM rows_of_it")
        target.unregister("rows_of_it")
    target.close()
    source.close()
    return copy


if __name__ == "__main__":
    main()
