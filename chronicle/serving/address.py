"""Where to listen: a socket that is bound before anything is promised, on this machine unless it is said otherwise."""

import socket
from ipaddress import ip_address

from chronicle.errors import ChronicleError, UsageError


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def bound(host: str, port: int, allow_remote: bool) -> socket.socket:
    """A socket at the address; port 0 takes a free one. UsageError for an address that others reach."""
    if not allow_remote and not is_loopback(host):
        raise UsageError(f"{host}: is reached from other machines; add --allow-remote if that is meant")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        found = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise UsageError(f"{host}: is no address of this machine; name another one with --host") from error
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind(address)
    except OSError as error:
        found.close()
        reason = (error.strerror or "cannot be used").lower()
        raise ChronicleError(f"{host}:{port}: {reason}; name another one with --port, 0 takes a free one") from error
    return found


def url(found: socket.socket) -> str:
    host, port = found.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def hosts(found: socket.socket) -> frozenset[str]:
    """What a browser on this machine calls the address in its requests."""
    host, port = found.getsockname()[:2]
    names = (host, f"[{host}]", "localhost", "127.0.0.1", "[::1]")
    return frozenset({f"{name}:{port}" for name in names} | ({*names} if port == 80 else set()))
