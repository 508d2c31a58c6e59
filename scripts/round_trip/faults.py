"""Spoils valid values, and says what must become of each: which of the outcomes below, and where."""

import copy
import dataclasses

from . import jsontext, readings, words
from .trees import at, put, tokens

WRONG = {"string": 12, "integer": "text", "number": "text", "boolean": "text", "array": {}, "object": "text"}
CHECKED_FORMATS = ("date-time", "date", "uuid", "byte", "base64")


@dataclasses.dataclass
class Fault:
    """A spoilt value. It has to fail at `path`, or else be written as one of `kept`; one of the two may be empty."""

    what: str
    value: object
    path: list
    kept: list
    # Where an error below alternatives may be told as well: another alternative may have failed.
    within: list = None
    # Whether constants may be added: of the alternative that the value is read as.
    adds: bool = False

    def allows(self, path):
        """Whether an error may be told at this path."""
        return path == self.path or self.within is not None and path[:len(self.within)] == self.within


def faults(value, maker, most):
    """Some faults at some of the sites of the value that was made last: those near the root first."""
    order = sorted(maker.sites, key=lambda site: (len(site.path) > 1, maker.rng.random()))
    made, reader = [], maker.reader
    for site in order:
        if len(made) >= most:
            break
        found = list(filter(None, (dropped(value, site, reader), wrong_type(value, site, reader),
                                   wrong_format(value, site, reader), null(value, site))))
        for fault in found if site.loose else ():
            fault.within = tokens(value, site.path[:site.depth])
            fault.adds = True
            fault.kept += readings.of(fault.value, site.path, maker)
        made += found
    return made


def dropped(value, site, reader):
    """Without a required member."""
    if not site.required:
        return None
    spoilt = copy.deepcopy(value)
    holder = at(spoilt, site.path[:-1])
    original = holder.pop(site.path[-1][1])
    only = constant(site, reader)
    if all(words.names_null(node) for node in site.nodes):
        # `generated-api`, rule 6: servers leave out what may be null.
        kept = [put(spoilt, site.path, None)] + ([spoilt] if site.loose else [])
        return Fault("required member that may be null dropped", spoilt, None, kept)
    if any(words.names_null(node) for node in site.nodes):
        # Where one part of `allOf` forbids null and another one allows it, the generated type allows it.
        return Fault("required member that may be null in a part dropped", spoilt, tokens(value, site.path),
                     [put(spoilt, site.path, None), spoilt])
    if only:
        kept = [put(spoilt, site.path, original)] + ([spoilt] if site.loose else [])
        return Fault("constant dropped", spoilt, tokens(value, site.path), kept)
    return Fault("required member dropped" + below(site), spoilt, tokens(value, site.path), [spoilt] if site.loose else [])


def wrong_type(value, site, reader):
    """With a value of another type."""
    kind = single_kind(site.nodes, reader)
    if kind is None or at(value, site.path) is None:
        return None
    spoilt = put(value, site.path, WRONG[kind])
    if constant(site, reader):
        # Decision 2: a constant that drifted is kept.
        return Fault("constant changed", spoilt, tokens(value, site.path), [spoilt])
    kept = [spoilt] if site.loose or site.wrong == "keep" else []
    note = " among further members" if site.wrong == "keep" else below(site)
    return Fault("wrong type" + note, spoilt, tokens(value, site.path), kept)


def wrong_format(value, site, reader):
    """With a text that its format does not allow."""
    view = plain_view(site.nodes, reader)
    if view is None or view.kinds() != {"string"} or view.format not in CHECKED_FORMATS or view.values is not None:
        return None
    if at(value, site.path) is None:
        return None
    spoilt = put(value, site.path, "no such format!")
    kept = [spoilt] if site.loose or site.wrong == "keep" else []
    return Fault("wrong format" + below(site), spoilt, tokens(value, site.path), kept)


def null(value, site):
    """With null where no schema names it. What may be left out may be null too, and is kept."""
    if any(words.names_null(node) for node in site.nodes) or site.loose or site.wrong == "keep":
        return None
    if not site.nodes or not all(words.shapes(node.value) for node in site.nodes) or site.path[-1][0] != "key":
        return None
    return None if site.required else Fault(
        "null for an optional member", put(value, site.path, None), None, [put(value, site.path, None)])


def below(site):
    return " below alternatives" if site.loose else ""


def constant(site, reader):
    """Whether it has one value, whatever alternatives say besides."""
    try:
        view = reader.view(site.nodes, lambda branches: type(branches[0])(branches[0].document, {}))
    except words.Impossible:
        return False
    return site.required and view.values is not None and len(view.values) == 1


def plain_view(nodes, reader):
    """What the schemas say together; None where there are alternatives."""
    try:
        view = reader.view(nodes, lambda branches: branches[0])
    except words.Impossible:
        return None
    return None if view.union else view


def single_kind(nodes, reader):
    view = plain_view(nodes, reader)
    if view is None:
        return None
    kinds = view.kinds()
    if view.values is not None and len({jsontext.kind(one) for one in view.values}) != 1:
        return None
    return next(iter(kinds)) if len(kinds) == 1 else None
