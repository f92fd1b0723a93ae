"""Pages from the web: fetched within limits, and kept so that they can be read again without the network."""

import json
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import TYPE_CHECKING, Any

from chronicle import __version__
from chronicle.config import Limits, allows_local_addresses, limits, page_cache
from chronicle.errors import ReadError

if TYPE_CHECKING:
    from httpx import URL, Client, Response

_SCHEMES = ("http", "https")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_LAST_PORT = 65_535
_GRACE = 0.3  # seconds in which httpx itself may say that nothing came
_TRY_LATER = frozenset((408, 425, 429, *range(500, 600)))


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes with what the server said of them; `kept` is the day of a copy read without the server."""

    data: bytes
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    kept: str | None = None


def is_address(typed: str) -> bool:
    """Whether words name a page on the web rather than a file."""
    return typed[:8].lower().startswith(("http://", "https://"))


def fetch(address: str) -> Page:
    """The page at an address; the copy kept of it where the server says that it is the same, or is silent.

    Raises ReadError for other addresses than those of the open web, and beyond the limits in force.
    """
    url = _parsed(address)
    kept = _kept(str(url))
    try:
        page = _fetched(url, kept)
    except _Unreachable as fault:
        if kept is None:
            raise ReadError(f"{address}: {fault}; check the address and the network, or try again later") from fault
        return kept
    if kept is not None and page is kept:
        return Page(kept.data, kept.content_type, kept.etag, kept.modified)
    _keep(str(url), page)
    return page


class _Unreachable(Exception):
    """The server did not answer, or says that it cannot now: a copy will do."""


def _parsed(address: str) -> "URL":
    """An address without its fragment. Raises ReadError for one that is not of the web."""
    from httpx import URL, InvalidURL

    try:
        url = URL(address).copy_with(fragment=None)
        if "%" in url.host or (url.port or 0) > _LAST_PORT:
            raise InvalidURL(address)
    except (InvalidURL, ValueError, TypeError):
        raise ReadError(f"{address}: not an address; write it as https://example.org/page") from None
    if url.scheme not in _SCHEMES or not url.host:
        raise ReadError(f"{address}: only http and https are fetched; write it as https://example.org/page")
    if url.userinfo:
        raise ReadError(f"{_bare(url)}: an address with a password is not stored; save the page and give the file")
    return url


def _bare(url: "URL") -> str:
    return str(url.copy_with(userinfo=None))


def _fetched(url: "URL", kept: Page | None) -> Page:
    """The page at the end of the redirects."""
    from httpx import Client, DecodingError, HTTPError, InvalidURL

    most = limits()
    deadline = time.monotonic() + most.seconds
    headers = {"User-Agent": f"chronicle/{__version__}"}
    with _Alarm(deadline) as alarm, Client(timeout=most.seconds, headers=headers) as client:
        try:
            here = url
            for _ in range(most.redirects + 1):
                found = _one(client, here, kept, most, alarm)
                if not isinstance(found, str):
                    return found
                here = _parsed(str(here.join(found)))
        except DecodingError:
            raise ReadError(f"{url}: the page is packed and damaged; try again, or save it and give the file") from None
        except InvalidURL:
            raise ReadError(f"{url}: leads to an address that is none; check it in a browser") from None
        except HTTPError as fault:
            if alarm.rang:
                raise _too_slow(url, most) from fault
            raise _Unreachable(_said(fault)) from fault
    raise ReadError(f"{url}: redirected more than {most.redirects} times; give its last address, or raise "
                    "CHRONICLE_MAX_REDIRECTS")  # fmt: skip


class _Alarm:
    """Hangs up when the time is over: httpx bounds each wait for a byte, and a server can send one at a time."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.rang = False
        self._lines: list[socket] = []
        self._timer = Timer(max(0.0, deadline - time.monotonic()) + _GRACE, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> "_Alarm":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for line in self._lines:
            line.close()

    def watch(self, event: str, told: Mapping[str, Any]) -> None:
        """Called by httpx with all that it does; a copy of a socket is the same line, also once it is encrypted."""
        if event.endswith("connect_tcp.complete"):
            self._lines.append(told["return_value"].get_extra_info("socket").dup())

    def _ring(self) -> None:
        self.rang = True
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(SHUT_RDWR)


def _too_slow(url: "URL", most: Limits) -> ReadError:
    return ReadError(f"{url}: takes longer than {most.seconds} s; save it, or raise CHRONICLE_MAX_SECONDS")


def _said(fault: Exception) -> str:
    from httpx import TimeoutException

    return (
        "no answer in time" if isinstance(fault, TimeoutException) else f"no answer ({str(fault)[:100] or 'cut off'})"
    )


def _one(client: "Client", url: "URL", kept: Page | None, most: Limits, alarm: _Alarm) -> Page | str:
    """One answer: a page, or where it has gone."""
    to, extras = _pinned(url)
    headers = {"Host": url.netloc.decode("ascii")} | _conditions(kept)
    extras = {**extras, "trace": alarm.watch}
    with client.stream("GET", to, headers=headers, extensions=extras) as answer:
        if answer.status_code == 304 and kept is not None:
            return kept
        if answer.is_redirect and answer.headers.get("location"):
            return str(answer.headers["location"])
        if answer.status_code in _TRY_LATER:
            raise _Unreachable(f"the server answers {answer.status_code}")
        if not answer.is_success:
            raise ReadError(f"{url}: the server answers {answer.status_code} {answer.reason_phrase}; check the address")
        said = answer.headers
        data = _body(answer, url, most, alarm)
        return Page(data, said.get("content-type", ""), said.get("etag", ""), said.get("last-modified", ""))


def _conditions(kept: Page | None) -> dict[str, str]:
    """The server need not send again what is kept."""
    if kept is None:
        return {}
    named = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: value for name, value in named.items() if value}


def _body(answer: "Response", url: "URL", most: Limits, alarm: _Alarm) -> bytes:
    """The bytes, counted as they are unpacked."""
    pieces: list[bytes] = []
    size = 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > most.page_mb * 1_000_000:
            raise ReadError(f"{url}: is larger than {most.page_mb} MB; save it, or raise CHRONICLE_MAX_PAGE_MB")
        if time.monotonic() > alarm.deadline:
            raise _too_slow(url, most)
        pieces.append(piece)
    if alarm.rang:  # a body without a stated length seems to end where the line is cut
        raise _too_slow(url, most)
    return b"".join(pieces)


def _pinned(url: "URL") -> tuple["URL", dict[str, Any]]:
    """The address with the number that was checked in place of the name, so that it cannot change in between."""
    host = url.host
    if _has_proxy(url):
        _check_name(url, host)
        return url, {}
    number = _checked_number(url, host)
    return url.copy_with(host=number), {"sni_hostname": host}


def _has_proxy(url: "URL") -> bool:
    """Behind a proxy, names are looked up by the proxy."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    return bool(proxies.get(url.scheme) or proxies.get("all")) and not proxy_bypass(url.host)


def _check_name(url: "URL", host: str) -> None:
    if allows_local_addresses():
        return
    try:
        local = not _is_open(host)
    except ValueError:
        local = host == "localhost" or host.endswith(_LOCAL_NAMES)
    if local:
        raise _local(url)


def _checked_number(url: "URL", host: str) -> str:
    """The first number of a host, if none of its numbers belongs to this machine or its own network."""
    import socket

    try:
        port = url.port or (443 if url.scheme == "https" else 80)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise _Unreachable(f"no server of the name {host}") from fault
    numbers = [str(item[4][0]) for item in found]
    if not allows_local_addresses() and not all(map(_is_open, numbers)):
        raise _local(url)
    return numbers[0]


def _is_open(number: str) -> bool:
    """Whether a number is one of the open web. Raises ValueError for a name."""
    import ipaddress

    address = ipaddress.ip_address(number.partition("%")[0])
    within = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (within is None or within.is_global)


def _local(url: "URL") -> ReadError:
    return ReadError(
        f"{url}: belongs to this machine or its own network; set CHRONICLE_LOCAL_ADDRESSES=1 if it is to be fetched"
    )


def _file(address: str) -> Path:
    return page_cache() / f"{sha256(address.encode()).hexdigest()[:40]}.page"


def _kept(address: str) -> Page | None:
    """The copy of a page; None if there is none, or none that can be read."""
    try:
        head, _, data = _file(address).read_bytes().partition(b"\n")
        said = json.loads(head)
        if said["address"] != address or said["sha256"] != sha256(data).hexdigest():
            return None
        return Page(data, said["content_type"], said["etag"], said["modified"], said["fetched"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(address: str, page: Page) -> None:
    """Keeps a copy: one line of JSON, then the bytes. A page that cannot be kept is read all the same."""
    said = {
        "address": address,
        "fetched": datetime.now(UTC).date().isoformat(),
        "content_type": page.content_type,
        "etag": page.etag,
        "modified": page.modified,
        "sha256": sha256(page.data).hexdigest(),
    }
    with suppress(OSError):
        _write(_file(address), json.dumps(said).encode() + b"\n" + page.data)
        _make_room(_file(address), limits().cache_mb * 1_000_000)


def _make_room(newest: Path, most: int) -> None:
    """Removes the copies that were kept longest ago, until the others take no more than `most` bytes."""
    copies = sorted(((path.stat(), path) for path in newest.parent.glob("*.page")), key=lambda each: each[0].st_mtime)
    size = sum(status.st_size for status, _ in copies)
    for status, path in copies:
        if size <= most:
            return
        if path != newest:
            path.unlink(missing_ok=True)
            size -= status.st_size


def _write(file: Path, data: bytes) -> None:
    """The whole file or nothing of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as copy:
        path = Path(copy.name)
        try:
            copy.write(data)
            copy.flush()
            path.replace(file)
        except OSError:
            path.unlink(missing_ok=True)
            raise
