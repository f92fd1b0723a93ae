"""A chart to bytes: SVG, PNG at twice its size, or one page of HTML that needs no network."""

import json
from html import escape
from typing import Any

import altair as alt
import vl_convert

FORMATS = ("svg", "png", "html")
_SCALE = 2
_VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def saved(chart: Any, format: str, title: str) -> bytes:
    """The bytes of a file; `format` is one of FORMATS, `title` the name of the page."""
    with alt.data_transformers.enable("default", max_rows=None):
        told = chart.to_dict()
    if format == "svg":
        return vl_convert.vegalite_to_svg(told, vl_version=_VERSION).encode()
    if format == "png":
        return vl_convert.vegalite_to_png(told, vl_version=_VERSION, scale=_SCALE)
    return _page(told, title).encode()


# What the bundled libraries leave behind for the page.
_SNIPPET = "window.vegaEmbed = vegaEmbed;"

# Nothing is fetched; the library compiles its expressions, and a picture saved from the page is a blob.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'; img-src data: blob:;"
    " base-uri 'none'; form-action 'none'"
)
_STYLE = "body { margin: 1rem; background: #fff; font-family: sans-serif } #chart { max-width: 100%; overflow-x: auto }"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main><div id="chart"></div></main>
<script type="application/json" id="spec">{spec}</script>
<script>{bundle}</script>
<script>vegaEmbed("#chart", JSON.parse(document.getElementById("spec").textContent), {options})</script>
</body>
</html>
"""
_OPTIONS = {"renderer": "svg", "actions": {"export": True, "source": False, "compiled": False, "editor": False}}


def _page(told: dict[str, Any], title: str) -> str:
    spec = json.dumps(told, ensure_ascii=False).translate(_UNSAFE)
    bundle = vl_convert.javascript_bundle(_SNIPPET, vl_version=_VERSION).replace("</script", "<\\/script")
    return _PAGE.format(
        policy=_POLICY, style=_STYLE, title=escape(title), spec=spec, bundle=bundle, options=json.dumps(_OPTIONS)
    )
