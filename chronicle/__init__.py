"""Chronicle reads chronologies of international relations into a database of events."""

__version__ = "0.1.0"
