"""GEXF 1.2, for Gephi and its timeline: actors as nodes, shared events as edges, there in the days of the events."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.graph import Edge, Node, graph_of
from chronicle.presenting.xml import attributes

_NODE = {"kind": "string", "country": "string", "wikidata": "string", "events": "integer"}
_EDGE = {"first": "string", "last": "string", "role": "string", "office": "string", "event_ids": "string"}


def write(events: Iterable[Event], file: TextIO, *, bipartite: bool = False) -> None:
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
        '<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">\n'
    )
    file.writelines(_declared("node", _NODE))
    file.writelines(_declared("edge", _EDGE))
    with graph_of(events, bipartite) as graph:
        file.write("<nodes>\n")
        file.writelines(map(_node, graph.nodes()))
        file.write("</nodes>\n<edges>\n")
        file.writelines(_edge(number, edge) for number, edge in enumerate(graph.edges()))
    file.write("</edges>\n</graph>\n</gexf>\n")


def _declared(target: str, names: dict[str, str]) -> Iterator[str]:
    yield f"<attributes{attributes(**{'class': target}, mode='static')}>\n"
    yield from (f"<attribute{attributes(id=name, title=name, type=type)}/>\n" for name, type in names.items())
    yield "</attributes>\n"


def _node(node: Node) -> str:
    told = {name: getattr(node, name) for name in _NODE}
    opening = attributes(id=node.id, label=node.label, start=node.first, end=node.last)
    return f"<node{opening}>{_values(told)}</node>\n"


def _edge(number: int, edge: Edge) -> str:
    part = edge.meetings[0]
    told = {
        "first": edge.first, "last": edge.last, "role": part.role, "office": part.office,
        "event_ids": " ".join(each.event for each in edge.meetings),
    }  # fmt: skip
    opening = attributes(id=number, source=edge.one, target=edge.other, weight=len(edge.meetings))
    return f"<edge{opening}>{_values(told)}{_spells(edge)}</edge>\n"


def _values(told: Mapping[str, object]) -> str:
    values = ((name, value) for name, value in told.items() if value is not None)
    return f"<attvalues>{''.join(f'<attvalue{_of(name, value)}/>' for name, value in values)}</attvalues>"


def _of(name: str, value: object) -> str:
    return attributes(**{"for": name}, value=value)


def _spells(edge: Edge) -> str:
    """The days of each event; both ends are inclusive there too."""
    spells = "".join(f"<spell{attributes(start=each.first, end=each.last)}/>" for each in edge.meetings if each.first)
    return f"<spells>{spells}</spells>" if spells else ""
