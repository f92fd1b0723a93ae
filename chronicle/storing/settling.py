"""Events with each actor and each venue once."""

from dataclasses import replace

from chronicle.model import Event, Participation, Role, Venue
from chronicle.storing.facts import actor_key, venue_key


def settled(event: Event) -> Event:
    """The event with each actor and each venue once: the part taken counts for more than the mention."""
    actors: dict[str, Participation] = {}
    for actor in event.actors:
        known = actors.get(actor_key(actor))
        if known is None or (known.role is Role.MENTIONED and actor.role is Role.PARTICIPANT):
            actors[actor_key(actor)] = actor
    venues: dict[str, Venue] = {}
    for venue in event.venues:
        venues.setdefault(venue_key(venue), venue)
    if len(actors) == len(event.actors) and len(venues) == len(event.venues):
        return event
    return replace(event, actors=tuple(actors.values()), venues=tuple(venues.values()))
