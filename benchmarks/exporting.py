"""`chronicle export csv` of 100,000 events against `sqlite-utils query --csv` of their rows, joined by hand."""

from measuring import CHRONICLE, SQLITE_UTILS, database, in_turns, told, wall

MARK = 0.5
# The same columns, each table gathered once, as somebody writes it who knows SQL well.
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
               group_concat(inferred, '; ') AS inferences, group_concat(coalesce(mention, ''), '; ') AS mentions,
               group_concat(coalesce(wikidata, ''), '; ') AS wikidata_ids
        FROM listed GROUP BY event_id
    ), places AS (
        SELECT w.event_id, group_concat(v.name, '; ') AS venues,
               group_concat(coalesce(v.country, ''), '; ') AS venue_countries,
               group_concat(v.kind, '; ') AS venue_kinds,
               group_concat(coalesce(v.latitude, ''), '; ') AS latitudes,
               group_concat(coalesce(v.longitude, ''), '; ') AS longitudes,
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
           e.text, who.*, places.*, linked.*, flagged.*, e.ordinal, e.start_offset, e.end_offset, e.page, e.line,
           d.key AS source_id, d.file, d.title, d.authors, d.publication, d.volume, d.number, d.published,
           coalesce(s.relation, d.relation) AS relation, s.heading, d.url
    FROM events e JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id
    LEFT JOIN who ON who.event_id = e.id LEFT JOIN places ON places.event_id = e.id
    LEFT JOIN linked ON linked.event_id = e.id LEFT JOIN flagged ON flagged.event_id = e.id
    ORDER BY e.id"""


def main() -> None:
    path = str(database(100_000))
    ours = [CHRONICLE, "export", "csv", "--db", path]
    theirs = [SQLITE_UTILS, "query", path, SQL, "--csv"]
    pair = in_turns(lambda: wall(ours), lambda: wall(theirs), 5)
    print(told("CSV of 100,000 events", pair, MARK, "sqlite-utils"))


if __name__ == "__main__":
    main()
