"""HTML and SVG that cannot be injected into: text becomes markup here alone, escaped."""

from collections.abc import Iterable
from html import escape
from typing import NewType
from urllib.parse import urlsplit

from chronicle.directing import undirected
from chronicle.presenting.cells import plain

Markup = NewType("Markup", str)

# Elements that have no end tag in HTML.
_VOID = frozenset({"input", "meta", "br", "link"})


def text(value: object) -> Markup:
    return Markup(escape(plain(str(value))))


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))


def tag(name: str, *children: Markup, **attributes: object) -> Markup:
    """An element. `class_` is `class`, `data_key` is `data-key`; an attribute that is None or False is left out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items() if _is_given(value))
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{''.join(children)}</{name}>")


def _is_given(value: object) -> bool:
    return value is not None and value is not False


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if name == "viewbox":
        name = "viewBox"
    return f" {name}" if value is True else f' {name}="{escape(undirected(_short(value)))}"'


def _short(value: object) -> str:
    """A number with one place behind the point at most."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def web_address(url: str | None) -> str | None:
    """The address if it leads to the web; a script, a file or a fragment is none."""
    if not url or any(sign <= " " for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
