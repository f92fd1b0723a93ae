"""GraphML, for networkx, igraph, yEd, Gephi: actors as nodes; shared events as edges with weight and dates."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.graph import Edge, Node, graph_of
from chronicle.presenting.xml import attributes, escaped

# Name and type of what is told of nodes and of edges.
_NODE = {
    "label": "string", "kind": "string", "country": "string", "wikidata": "string", "events": "int",
    "first": "string", "last": "string",
}  # fmt: skip
_EDGE = {
    "weight": "int",
    "first": "string",
    "last": "string",
    "role": "string",
    "office": "string",
    "event_ids": "string",
}


def write(events: Iterable[Event], file: TextIO, *, bipartite: bool = False) -> None:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    file.writelines(_keys())
    file.write('<graph edgedefault="undirected">\n')
    with graph_of(events, bipartite) as graph:
        file.writelines(map(_node, graph.nodes()))
        file.writelines(map(_edge, graph.edges()))
    file.write("</graph>\n</graphml>\n")


def _keys() -> Iterator[str]:
    for target, names in (("node", _NODE), ("edge", _EDGE)):
        for name, type in names.items():
            told = attributes(id=f"{target}-{name}", **{"for": target, "attr.name": name, "attr.type": type})
            yield f"<key{told}/>\n"


def _node(node: Node) -> str:
    told = {name: getattr(node, name) for name in _NODE}
    return f"<node{attributes(id=node.id)}>{_data('node', told)}</node>\n"


def _edge(edge: Edge) -> str:
    part = edge.meetings[0]
    told = {
        "weight": len(edge.meetings), "first": edge.first, "last": edge.last, "role": part.role,
        "office": part.office, "event_ids": " ".join(each.event for each in edge.meetings),
    }  # fmt: skip
    return f"<edge{attributes(source=edge.one, target=edge.other)}>{_data('edge', told)}</edge>\n"


def _data(target: str, told: Mapping[str, object]) -> str:
    return "".join(
        f"<data{attributes(key=f'{target}-{name}')}>{escaped(value)}</data>"
        for name, value in told.items()
        if value is not None
    )
