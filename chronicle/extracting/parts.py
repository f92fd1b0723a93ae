"""How what stands at a word of a sentence takes part in what the sentence tells."""

from enum import Enum


class Part(Enum):
    """How what stands at a word takes part in what the sentence tells."""

    ACTS = "acts"
    SPOKEN_OF = "spoken of"
    PLACE = "place"
    PLACE_SPOKEN_OF = "place spoken of"
    OTHER_TIME = "another time"


# A place named within what is spoken of, or within another time, belongs to that.
NESTED = {
    Part.SPOKEN_OF: Part.PLACE_SPOKEN_OF,
    Part.PLACE_SPOKEN_OF: Part.PLACE_SPOKEN_OF,
    Part.OTHER_TIME: Part.OTHER_TIME,
}
