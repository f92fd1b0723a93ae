"""The start of `chronicle events --limit 20` on 100,000 events against `sqlite-utils rows --limit 20`."""

from measuring import CHRONICLE, SQLITE_UTILS, database, in_turns, processor, told, wall

MARK = 0.75


def main() -> None:
    path = str(database(100_000))
    ours = [CHRONICLE, "events", "--limit", "20", "--db", path]
    theirs = [SQLITE_UTILS, "rows", path, "events", "--limit", "20"]
    pair = in_turns(lambda: wall(ours), lambda: wall(theirs), 25)
    print(told("start, 20 events", pair, MARK, "sqlite-utils"))
    pair = in_turns(lambda: processor(ours), lambda: processor(theirs), 25)
    print(told("start, 20 events, processor time", pair, MARK, "sqlite-utils"))


if __name__ == "__main__":
    main()
