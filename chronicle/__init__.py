"""Chronicle reads chronologies of international relations into a database of events.

`chronicle.open(path)` gives a database to ask from Python (docs/python.md). What stands in `_LATER` is imported when
it is asked for, because the command starts with this file; `__init__.pyi` says the same to type checkers.
"""

__version__ = "0.1.0"

# A module: the names that it gives.
_LATER = {
    "api.database": ("Chronicle", "open", "upgrade"),
    "api.events": ("Events",),
    "api.filters": ("Filters",),
    "api.keeping": (
        "check_tables", "find_name", "import_officeholders", "queries_path", "query", "remove_query", "save_query",
        "saved_queries", "settings", "settings_path",
    ),
    "api.reading": ("Reading", "read"),
    "api.tables": ("Listed", "Table"),
    "errors": (
        "BadFilter", "ChronicleError", "DatabaseError", "GazetteerError", "NoChronology", "ReadError", "UnknownName",
        "UsageError", "WrongRevision",
    ),
    "model": (
        "ActorKind", "Document", "Event", "EventDate", "EventType", "Link", "Location", "Mode", "Participation",
        "Precision", "Role", "Source", "Venue", "VenueKind",
    ),
    "presenting.record": ("record",),
    "querying": ("Query",),
}  # fmt: skip

__all__ = ["__version__", *(name for names in _LATER.values() for name in names)]


def __getattr__(name: str) -> object:
    from importlib import import_module

    for module, names in _LATER.items():
        if name in names:
            globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
