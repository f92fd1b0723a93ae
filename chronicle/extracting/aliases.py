"""Names given by hand besides those of the tables: they are read like any other printed form."""

from collections.abc import Iterable
from dataclasses import replace

from chronicle.extracting.gazetteer import Form, Gazetteer, Reading, Sort
from chronicle.extracting.words import norms_of


def with_aliases(gazetteer: Gazetteer, aliases: Iterable[tuple[str, str]]) -> Gazetteer:
    """The gazetteer with more printed forms, each with the id of a person, a body or a state.

    An id that no table has is passed over; the gazetteer itself stays as it is.
    """
    known = [(norms_of(printed), printed, reading) for printed, key in aliases if (reading := _reading(gazetteer, key))]
    if not known:
        return gazetteer
    added = replace(gazetteer, printed=dict(gazetteer.printed), lengths=dict(gazetteer.lengths), made={})
    for norms, printed, reading in known:
        if norms:
            form = _form(printed, reading)
            added.made[norms] = [form, *added.forms(norms)]
            added.printed[norms] = [(*reading, *form[:3]), *added.printed.get(norms, ())]
        if len(norms) > 1:
            added.lengths[norms[:2]] = tuple(sorted({len(norms), *added.lengths.get(norms[:2], ())}, reverse=True))
    return added


def _reading(gazetteer: Gazetteer, key: str) -> Reading | None:
    tables = ((Sort.PERSON, gazetteer.people), (Sort.BODY, gazetteer.bodies), (Sort.STATE, gazetteer.states))
    return next((Reading(sort, key) for sort, table in tables if key in table), None)


def _form(printed: str, reading: Reading) -> Form:
    acronym = len(printed) < 12 and printed.isupper() and printed.isascii()
    return Form(acronym, False, "," in printed, reading.sort is Sort.PERSON, (reading,))
