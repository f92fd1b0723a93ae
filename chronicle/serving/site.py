"""The site: Datasette over the database, with our pages, our templates and our word on who may ask."""

import asyncio
import json
import re
from collections.abc import Callable
from importlib.resources import files
from logging import getLogger
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette import Response, handle_exception, hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from markupsafe import Markup

from chronicle import __version__
from chronicle.errors import ChronicleError, UnknownName
from chronicle.serving.asking import asked
from chronicle.serving.description import NAME, SETTINGS, metadata
from chronicle.serving.pages import Pages
from chronicle.storing.names import plain_letters

# Columns that hold an event's id.
_PERMALINKS = {("event_view", "id"), ("participation_view", "event")}
_HTML = "text/html; charset=utf-8"
_HERE = files("chronicle.serving")


class Site:
    """What is added to Datasette. `hosts` are the names under which it may be asked, None for any."""

    # Datasette lists its plugins by name.
    __name__ = "chronicle"

    def __init__(self, path: Path, hosts: frozenset[str] | None) -> None:
        self.pages = Pages(str(path))
        self.hosts = hosts

    def register_routes(self) -> list[tuple[str, Callable[..., Any]]]:
        return [
            (r"^/$", self.home),
            (r"^/report$", self.report),
            (r"^/event/(?P<key>[^/.]+)$", self.event),
            (r"^/event/(?P<key>[^/.]+)\.json$", self.record),
        ]

    async def home(self, datasette: Any, request: Any) -> Any:
        return await self._page(datasette, request, "chronicle_home.html", self.pages.home)

    async def event(self, datasette: Any, request: Any) -> Any:
        key = request.url_vars["key"]
        return await self._page(datasette, request, "chronicle_event.html", lambda: self.pages.event(key))

    async def report(self, datasette: Any, request: Any) -> Any:
        try:
            page = await asyncio.to_thread(self.pages.report, asked(request.args, request.args.getlist))
        except ChronicleError as error:
            return await _told(datasette, request, str(error), _status(error), "This cannot be asked so")
        return Response(page, content_type=_HTML)

    async def record(self, datasette: Any, request: Any) -> Any:
        try:
            found = await asyncio.to_thread(self.pages.record, request.url_vars["key"])
        except ChronicleError as error:
            return Response.json({"error": str(error)}, status=_status(error))
        return Response(json.dumps(found, ensure_ascii=False), content_type="application/json; charset=utf-8")

    async def _page(self, datasette: Any, request: Any, template: str, values: Callable[[], dict[str, Any]]) -> Any:
        try:
            found = await asyncio.to_thread(values)
        except ChronicleError as error:
            return await _refused(datasette, request, error)
        return Response.html(await datasette.render_template(template, found, request=request))

    def render_cell(self, value: Any, column: str, table: str | None) -> Any:
        if (table, column) in _PERMALINKS and value:
            return Markup('<a href="/event/{}">{}</a>').format(quote(str(value), safe=""), value)
        return None

    def prepare_connection(self, conn: Any) -> None:
        conn.create_function("escape_fts", 1, searchable)

    def handle_exception(self, datasette: Any, request: Any, exception: Exception) -> Callable[[], Any]:
        """An error as a page or as JSON, in place of Datasette's own."""

        async def told() -> Any:
            status = int(getattr(exception, "status", 500))
            if status >= 500:
                getLogger("uvicorn.error").error("%s: %s", type(exception).__name__, exception)
            message = str(getattr(exception, "message", exception)) or f"status {status}"
            if request.path.endswith(".json"):
                return Response.json({"ok": False, "error": message, "status": status}, status=status)
            return await _told(datasette, request, message, status)

        return told

    def asgi_wrapper(self) -> Callable[[Any], Any]:
        return lambda app: self._guarded(app)

    def _guarded(self, app: Any) -> Any:
        """Refuses who calls us by another name: a page elsewhere that has its own name point here."""

        async def guarded(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and self.hosts is not None and _host(scope) not in self.hosts:
                refusal = Response.text("This address is for the browser of this machine.", status=421)
                await refusal.asgi_send(send)
            else:
                await app(scope, receive, send)

        return guarded


for hook in (Site.register_routes, Site.render_cell, Site.asgi_wrapper, Site.handle_exception):
    hookimpl(hook)
# After Datasette's own, whose function of the same name lets some searches through that are errors.
hookimpl(Site.prepare_connection, trylast=True)

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')


def searchable(typed: str) -> str:
    """What is typed as a full-text search that cannot be wrong: words and phrases, `*` at the end of a word."""
    pieces = [phrase or word for phrase, word in _PIECE.findall(plain_letters(typed))]
    words = [_quoted(piece) for piece in pieces if any(sign.isalnum() for sign in piece)]
    return " ".join(words) or '""'


def _quoted(piece: str) -> str:
    return f'"{piece[:-1]}"*' if piece.endswith("*") else f'"{piece}"'


def _host(scope: Any) -> str:
    return str(dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower())


def _status(error: ChronicleError) -> int:
    return 404 if isinstance(error, UnknownName) else 400


async def _refused(datasette: Any, request: Any, error: ChronicleError) -> Any:
    return await _told(datasette, request, str(error), _status(error))


async def _told(datasette: Any, request: Any, message: str, status: int, title: str | None = None) -> Any:
    shown = {"message": message, "title": title or ("Not found" if status == 404 else "This cannot be shown")}
    page = await datasette.render_template("chronicle_error.html", shown, request=request)
    return Response.html(page, status=status)


def made(path: Path, hosts: frozenset[str] | None) -> tuple[Any, Site]:
    """Datasette over the database, and the site that is registered with it until `closed`."""
    site = Site(path, hosts)
    # Datasette asks every plugin about an error, and its own prints the values of all variables.
    pm.unregister(handle_exception)
    pm.register(site)
    datasette = Datasette(
        metadata=metadata(f"chronicle {__version__}"),
        settings=SETTINGS,
        template_dir=str(_HERE / "templates"),
        static_mounts=[("site", str(_HERE / "static"))],
    )
    datasette.add_database(Database(datasette, path=str(path), is_mutable=True), name=NAME)
    datasette.remove_database("_memory")
    return datasette, site


def closed(site: Site) -> None:
    pm.unregister(site)
    pm.register(handle_exception)
