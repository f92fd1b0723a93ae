"""Events to and from a database. Importing this loads neither SQLAlchemy nor Alembic."""

from chronicle.storing.database import Database, connect
from chronicle.storing.upkeep import Info, backup, check, info, upgrade

__all__ = ["Database", "Info", "backup", "check", "connect", "info", "upgrade"]
