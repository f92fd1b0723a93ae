"""The way of documents into the database: finds files, reads, codes and stores them."""

import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from chronicle import config
from chronicle.errors import ChronicleError, DatabaseError, NoChronology, ReadError, fault_told, is_of_database
from chronicle.fetching import is_address
from chronicle.finding import Found, bytes_of, find_files
from chronicle.model import AS_FOUND, Document, Event, ReadingOptions
from chronicle.storing import Database, connect
from chronicle.storing.database import as_path, is_url
from chronicle.storing.facts import load_facts
from chronicle.storing.kept import aliases_given
from chronicle.storing.namesakes import unsettled
from chronicle.storing.options import stored_options
from chronicle.storing.registry import Registry
from chronicle.storing.rewriting import settle_namesakes
from chronicle.storing.store import (
    Change,
    begin_ingest,
    end_ingest,
    remember_file,
    store_document,
    stored_copy,
    was_broken_off,
)

if TYPE_CHECKING:
    from chronicle.extracting import Gazetteer


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one document. `status` is the headline, the event ids tell the rest.

    `added` a new document, `changed` a known one, `unchanged` nothing to do, `skipped` a file in a folder
    that has no chronology, `failed` nothing stored and `error` says why. `same_as` is the file under which
    the chronology is known already. `flagged` counts events with flags; `problems` are messages about the
    document, `passed` files of other kinds in a folder. `dry_run`: told, and nothing written.
    """

    file: str
    status: str
    document: str | None = None
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    flagged: int = 0
    problems: tuple[str, ...] = ()
    same_as: str | None = None
    error: str | None = None
    dry_run: bool = False
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Coded:
    document: Document
    events: tuple[tuple[Event, ...], ...]


def ingest(
    paths: Sequence[str],
    target: str,
    *,
    jobs: int = 1,
    dry_run: bool = False,
    force: bool = False,
    options: ReadingOptions = AS_FOUND,
    as_found: bool = False,
) -> Iterator[Report]:
    """One report per document as soon as it is done; one that fails does not stop the rest.

    `paths` are files, folders (searched all the way down), zip archives, globs, addresses on the web and `-`
    for standard input; one that leads nowhere is a failed report. A file of a database is made with the first
    document that is stored.
    `force` reads and codes unchanged bytes again. `jobs` processes read and code while this one writes.
    `options` hold for all documents and are kept with them; one that is known keeps its own beside them,
    unless `as_found` drops these.
    Raises DatabaseError for the database and GazetteerError for the tables: there the rest would fail as well. A fault
    of ours in one document is a failed report, and raised with CHRONICLE_TRACEBACK.
    """
    with ExitStack() as stack:
        run = stack.enter_context(_Run(target, dry_run, force, options, as_found))
        coder = stack.enter_context(_coder(jobs, run.aliases))
        yield from _reports(find_files(paths), run, coder, ahead=jobs * 2 if jobs > 1 else 0)


@contextmanager
def _database(target: str, dry_run: bool) -> Iterator[Database]:
    """The database to write to; a dry run reads it, or an empty one where there is none yet."""
    if not dry_run:
        with closing(connect(target, create=True)) as db:
            yield db
    elif _is_there(target):
        with closing(connect(target, readonly=True)) as db:
            yield db
    else:
        with (
            tempfile.TemporaryDirectory() as folder,
            closing(connect(str(Path(folder, "empty.db")), create=True)) as db,
        ):
            yield db


def _is_there(target: str) -> bool:
    return is_url(target) or as_path(target).exists()


class _Run:
    """One run into one database. The row that tells of it is made with the first document stored, and so is the
    database if there is none: what is asked of that before has the answers of an empty one.
    """

    def __init__(self, target: str, dry_run: bool, force: bool, options: ReadingOptions, as_found: bool) -> None:
        self.target = target
        self.dry_run = dry_run
        self.force = force
        self.given = options
        self.as_found = as_found
        self.number: int | None = None
        self.db: Database | None = None
        self.closing = ExitStack()

    def __enter__(self) -> "_Run":
        if self.dry_run or _is_there(self.target):
            self._opened()
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        with self.closing:
            if self.db is None or self.dry_run:
                return
            if failed is None:
                self._settle(self.db)
                if self.number is not None:
                    end_ingest(self.db, self.number)
            elif not issubclass(failed, DatabaseError):
                self.forget()
                with suppress(DatabaseError):
                    self._settle(self.db)

    def _settle(self, db: Database) -> None:
        """Who is whom by all that is stored, be it by an earlier run that was broken off before it came to this."""
        if (self.number is not None or was_broken_off(db)) and unsettled(db):
            with db.transaction():
                settle_namesakes(db, self.registry)

    def _opened(self) -> Database:
        if self.db is None:
            self.db = self.closing.enter_context(_database(self.target, self.dry_run))
        return self.db

    @property
    def aliases(self) -> "Aliases":
        return aliases_given(self.db) if self.db else ()

    @cached_property
    def registry(self) -> Registry:
        return Registry(self._opened(), load_facts(config.data_folders()))

    def forget(self) -> None:
        """What a document that failed had looked up is not in the database."""
        vars(self).pop("registry", None)

    def options(self, found: Found, data: bytes) -> ReadingOptions:
        """What is said of a document now, over what was said of it before."""
        if self.as_found or self.db is None:
            return self.given
        before = stored_options(self.db, sha256(data).hexdigest(), found.whole_path)
        said = {name: value for name, value in asdict(self.given).items() if value is not None}
        return replace(before, **said)

    def known(self, found: Found, data: bytes, options: ReadingOptions) -> Report | None:
        """The report of a file whose bytes are stored already, read with these options."""
        if self.force or self.db is None:
            return None
        digest, path = sha256(data).hexdigest(), found.whole_path
        copy = stored_copy(self.db, digest, path)
        if copy is None or copy.options != options:
            return None
        if path is not None and not copy.is_remembered and not self.dry_run:
            remember_file(self.db, path, digest, copy.document)
        same_as = copy.file if copy.file != Path(found.name).name else None
        return Report(found.name, "unchanged", copy.key, unchanged=copy.events, same_as=same_as, dry_run=self.dry_run)

    def store(self, found: Found, coded: Coded) -> Report:
        db = self._opened()
        if self.number is None and not self.dry_run:
            self.number = begin_ingest(db)
            self.registry.forget_descriptions()
        change = store_document(
            db,
            coded.document,
            coded.events,
            ingest=self.number,
            path=found.whole_path,
            registry=self.registry,
            dry_run=self.dry_run,
        )
        return _report(found, coded, change, self.dry_run)


def _report(found: Found, coded: Coded, change: Change, dry_run: bool) -> Report:
    return Report(
        file=found.name,
        status=_status(change),
        document=change.document,
        added=change.added,
        changed=change.changed,
        removed=change.removed,
        unchanged=len(change.unchanged),
        flagged=change.flagged,
        problems=(*_problems(found, coded.document), *map(str, change.misfits)),
        same_as=change.same_as,
        dry_run=dry_run,
    )


def _status(change: Change) -> str:
    if change.is_new:
        return "added"
    return "changed" if change.added or change.changed or change.removed else "unchanged"


def _problems(found: Found, document: Document) -> tuple[str, ...]:
    """Messages that begin with the place: `issue.txt:17:`."""
    return found.problems + tuple(
        f"{found.name}{f':{problem.line}' if problem.line else ''}: {problem.message}" for problem in document.problems
    )


Coder = Callable[[bytes, str, ReadingOptions], Callable[[], Coded]]
Aliases = tuple[tuple[str, str], ...]


@contextmanager
def _coder(jobs: int, aliases: Aliases) -> Iterator[Coder]:
    """What begins to read and code, and gives what waits for it: in this process, or in as many others."""
    if jobs <= 1:
        yield lambda data, name, options: lambda: code(data, name, aliases, options)
        return
    with ExitStack() as stack:
        yield _Workers(jobs, aliases, stack).begin


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that writes; it stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Workers:
    """Processes that read and code, made anew where one was stopped, which ends them all.

    What they had is read once more, each document alone, so that the one that cannot be is known by its name.
    """

    def __init__(self, jobs: int, aliases: Aliases, stack: ExitStack) -> None:
        self.jobs = jobs
        self.aliases = aliases
        self.stack = stack
        self.pools: dict[int, ProcessPoolExecutor] = {}

    def begin(self, data: bytes, name: str, options: ReadingOptions) -> Callable[[], Coded]:
        begun = self._submitted(self.jobs, data, name, options)
        return lambda: self._result(begun, data, name, options)

    def _result(self, begun: "Future[Coded]", data: bytes, name: str, options: ReadingOptions) -> Coded:
        try:
            return begun.result()
        except BrokenProcessPool:
            pass
        try:
            return self._submitted(1, data, name, options).result()
        except BrokenProcessPool as error:
            raise ReadError(f"{name}: {_STOPPED}") from error

    def _submitted(self, size: int, data: bytes, name: str, options: ReadingOptions) -> "Future[Coded]":
        try:
            return self._pool(size).submit(code, data, name, self.aliases, options)
        except BrokenProcessPool:
            self.pools.pop(size)
            return self._pool(size).submit(code, data, name, self.aliases, options)

    def _pool(self, size: int) -> ProcessPoolExecutor:
        if size not in self.pools:
            made = ProcessPoolExecutor(size, mp_context=get_context("spawn"), initializer=_ignore_interrupts)
            self.stack.callback(made.shutdown, cancel_futures=True)
            self.pools[size] = made
        return self.pools[size]


_SMALLER = "split it, or read it without --jobs"
_STOPPED = f"the process that read it was stopped, as it is where memory runs out; {_SMALLER}"


def code(data: bytes, name: str, aliases: Aliases = (), options: ReadingOptions = AS_FOUND) -> Coded:
    """A file as a document with its events. `aliases` are printed forms besides those of the tables, with ids."""
    from chronicle.extracting import code_document

    document = read(data, name, options)
    return Coded(document, code_document(document, gazetteer(config.data_folder(), config.own_data_folder(), aliases)))


def read(data: bytes, name: str, options: ReadingOptions = AS_FOUND) -> Document:
    """A file as a document; a page on the web has its address."""
    from chronicle.reading import read_document

    return addressed(read_document(data, name, options), name)


def addressed(document: Document, name: str) -> Document:
    """The document with the address by which it was named, if that is one on the web."""
    if not is_address(name):
        return document
    return replace(document, citation=replace(document.citation, url=name.partition("#")[0]))


@lru_cache(maxsize=1)
def gazetteer(folder: Path, own: Path | None, aliases: Aliases) -> "Gazetteer":
    """The tables of these folders with the forms that corrections give besides."""
    from chronicle.extracting import prepared_gazetteer, with_aliases

    return with_aliases(prepared_gazetteer(folder, own, config.gazetteer_cache()), aliases)


def _reports(files: Iterator[Found], run: _Run, coder: Coder, ahead: int) -> Iterator[Report]:
    """Reports in the order of the files, with so many documents being read and coded ahead."""
    waiting: deque[tuple[Found, Report | Callable[[], Coded]]] = deque()
    for found in files:
        waiting.append((found, _started(found, run, coder)))
        while len(waiting) > ahead:
            yield _finished(*waiting.popleft(), run)
    while waiting:
        yield _finished(*waiting.popleft(), run)


def _started(found: Found, run: _Run, coder: Coder) -> Report | Callable[[], Coded]:
    if found.error is not None:
        return _failed(found, found.error)
    if found.passed:
        return Report(found.name, "skipped", problems=found.problems, passed=found.passed)
    try:
        data = bytes_of(found)
    except ReadError as error:
        return _failed(found, str(error))
    options = run.options(found, data)
    return run.known(found, data, options) or coder(data, found.name, options)


def _finished(found: Found, outcome: Report | Callable[[], Coded], run: _Run) -> Report:
    if isinstance(outcome, Report):
        return outcome
    try:
        return run.store(found, outcome())
    except NoChronology as error:
        return _skipped(found, str(error)) if found.sought else _failed(found, str(error))
    except ReadError as error:
        return _failed(found, str(error))
    except MemoryError:
        return _failed(found, f"{found.name}: takes more memory than there is; {_SMALLER}")
    except (ChronicleError, OSError):
        raise
    except Exception as error:
        if config.wants_traceback() or is_of_database(error):
            raise
        run.forget()
        return _failed(found, f"{found.name}: {fault_told(error)}")


def _failed(found: Found, error: str) -> Report:
    return Report(found.name, "failed", error=error)


def _skipped(found: Found, why: str) -> Report:
    return Report(found.name, "skipped", problems=(why,))
