"""Events on their way into a picture: how many there were, and what they cite."""

from collections.abc import Iterable, Iterator

from chronicle.model import Event
from chronicle.presenting.citation import reference


class Cited:
    """Passes events on; then `events` is their number and `works` the references, each once, in order."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = events
        self._works: dict[str, None] = {}
        self.events = 0

    def __iter__(self) -> Iterator[Event]:
        for event in self._events:
            self.events += 1
            if event.source:
                self._works[reference(event.source)] = None
            yield event

    @property
    def works(self) -> tuple[str, ...]:
        return tuple(self._works)
