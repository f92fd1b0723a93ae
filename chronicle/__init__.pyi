"""What `chronicle/__init__.py` gives, for type checkers (tests/api compares both)."""

from chronicle.api.database import Chronicle as Chronicle
from chronicle.api.database import open as open
from chronicle.api.database import upgrade as upgrade
from chronicle.api.events import Events as Events
from chronicle.api.filters import Filters as Filters
from chronicle.api.keeping import check_tables as check_tables
from chronicle.api.keeping import find_name as find_name
from chronicle.api.keeping import import_officeholders as import_officeholders
from chronicle.api.keeping import queries_path as queries_path
from chronicle.api.keeping import query as query
from chronicle.api.keeping import remove_query as remove_query
from chronicle.api.keeping import save_query as save_query
from chronicle.api.keeping import saved_queries as saved_queries
from chronicle.api.keeping import settings as settings
from chronicle.api.keeping import settings_path as settings_path
from chronicle.api.reading import Reading as Reading
from chronicle.api.reading import read as read
from chronicle.api.tables import Listed as Listed
from chronicle.api.tables import Table as Table
from chronicle.errors import BadFilter as BadFilter
from chronicle.errors import ChronicleError as ChronicleError
from chronicle.errors import DatabaseError as DatabaseError
from chronicle.errors import GazetteerError as GazetteerError
from chronicle.errors import NoChronology as NoChronology
from chronicle.errors import ReadError as ReadError
from chronicle.errors import UnknownName as UnknownName
from chronicle.errors import UsageError as UsageError
from chronicle.errors import WrongRevision as WrongRevision
from chronicle.model import ActorKind as ActorKind
from chronicle.model import Document as Document
from chronicle.model import Event as Event
from chronicle.model import EventDate as EventDate
from chronicle.model import EventType as EventType
from chronicle.model import Link as Link
from chronicle.model import Location as Location
from chronicle.model import Mode as Mode
from chronicle.model import Participation as Participation
from chronicle.model import Precision as Precision
from chronicle.model import Role as Role
from chronicle.model import Source as Source
from chronicle.model import Venue as Venue
from chronicle.model import VenueKind as VenueKind
from chronicle.presenting.record import record as record
from chronicle.querying import Query as Query

__version__: str
