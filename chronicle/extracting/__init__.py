"""From an entry to an event: date, actors with offices, venues, type, mode, and what is doubtful."""

from chronicle.extracting.aliases import with_aliases
from chronicle.extracting.coding import code_document
from chronicle.extracting.gazetteer import Gazetteer
from chronicle.extracting.loading import load_gazetteer
from chronicle.extracting.prepared import prepared_gazetteer

__all__ = ["Gazetteer", "code_document", "load_gazetteer", "prepared_gazetteer", "with_aliases"]
