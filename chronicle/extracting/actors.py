"""Who an entry names: persons, holders of offices, bodies and states, each with the part it takes."""

from chronicle.extracting.bodies import add_body_of_title, add_named_body, add_printed_body, add_setting
from chronicle.extracting.jointbodies import add_joint_body
from chronicle.extracting.localbodies import add_local_body
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, PLACE, STATE, UNKNOWN
from chronicle.extracting.officebodies import add_bodies_of_offices
from chronicle.extracting.officeholders import add_holders
from chronicle.extracting.persons import add_person, add_unknown_person
from chronicle.extracting.press import is_citation
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.states import (
    add_both_sides,
    add_named_state,
    add_state_of_authority,
    add_state_of_court,
    add_state_of_law,
    add_states_joined,
    add_visited_state,
)


def find_actors(scene: Scene) -> Found:
    """The actors of an entry in the order of their first mention."""
    found = Found()
    cited = {scene.words.sentence[c.first] for c in scene.clauses if is_citation(scene, c)}
    named = 0
    for k, mention in enumerate(scene.mentions):
        if scene.words.sentence[mention.first] in cited or (mention.kind == UNKNOWN and mention.first < named):
            continue
        if mention.kind in (PLACE, STATE):
            add_state_of_court(scene, found, mention)
            add_state_of_law(scene, found, mention)
            if not add_local_body(scene, found, mention):
                add_state_of_authority(scene, found, mention)
        named = add_joint_body(scene, found, k) or named
        for span in mention.bodies:
            add_body_of_title(scene, found, mention, span)
        if mention.kind == PERSON:
            add_person(scene, found, mention)
        elif mention.kind == OFFICE:
            add_holders(scene, found, mention)
        elif mention.kind == BODY:
            add_named_body(scene, found, k)
        elif mention.kind == STATE:
            add_named_state(scene, found, k)
        elif mention.kind == FORUM:
            add_setting(scene, found, mention)
        elif mention.kind == UNKNOWN and not add_printed_body(scene, found, k):
            add_unknown_person(scene, found, mention)
        if mention.offices:
            add_bodies_of_offices(scene, found, mention)
    add_both_sides(scene, found)
    add_states_joined(scene, found)
    add_visited_state(scene, found)
    return found
