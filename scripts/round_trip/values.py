"""Every type of a module: values made from its schema are read, written and compared; spoilt ones must fail in their place."""

import random

from . import faults, instances, jsontext, places, schemas, words

MODES = ("full", "least", "some", "some", "unknown", "unknown")
FAULTS = 12


class Report:
    """What was found in a document."""

    def __init__(self):
        self.counts = {}
        self.failures = []

    def count(self, what, number=1):
        self.counts[what] = self.counts.get(what, 0) + number

    def fail(self, where, what, value):
        self.failures.append((where, what, value))

    @property
    def failed(self):
        return len(self.failures)


def check(links, library, program, seed, report):
    reader = schemas.Reader(library)
    twice = twice_made(links["types"])
    for index, link in enumerate(links["types"]):
        report.count("types")
        node, forced = places.standing(library, link["place"])
        if node is None:
            report.fail(link["name"], "no such place in the document", link["place"]["pointer"])
            continue
        # By name, so that the values of a type do not depend on the other types.
        rng = random.Random(f"{seed} {link['name']}")
        maker = instances.Maker(reader, rng, omits=omitted(link, twice), forced=forced)
        check_type(link["name"], node, index, maker, program, report)


def omitted(link, twice):
    """What does not travel the type's way (decision 17). Of a schema with two types, one is what the API sends."""
    direction = link.get("direction") or ("response" if str(link["place"]) in twice else None)
    return {"request": "readOnly", "response": "writeOnly"}.get(direction)


def twice_made(types):
    found = [str(one["place"]) for one in types]
    return {place for place in found if found.count(place) > 1}


def check_type(name, node, index, maker, program, report):
    for mode in MODES:
        try:
            value = maker.make([node], mode)
        except words.Impossible:
            report.count("without finite value")
            continue
        if value is None:
            # Null belongs to the uses of a type.
            continue
        report.count("instances")
        right, answer, problem = program.ask("t", index, jsontext.text(value))
        if not right:
            report.fail(name, f"refused at {answer}: {problem}", value)
        elif not jsontext.same(value, jsontext.parse(answer)):
            report.fail(name, f"changed: {jsontext.difference(value, jsontext.parse(answer))}", value)
        elif mode in ("full", "some"):
            for fault in faults.faults(value, maker, FAULTS):
                check_fault(name, fault, index, program, report)


def check_fault(name, fault, index, program, report):
    right, answer, problem = program.ask("t", index, jsontext.text(fault.value))
    report.count("faults")
    if right:
        found = jsontext.parse(answer)
        same = jsontext.extends if fault.adds else jsontext.same
        if any(same(one, found) for one in fault.kept):
            return report.count(f"kept: {fault.what}")
        wanted = f"an error at {jsontext.text(fault.path)}" if not fault.kept else "kept as it was"
        changed = f", but {jsontext.difference(fault.kept[0], found)}" if fault.kept else ""
        return report.fail(name, f"{fault.what}: wanted {wanted}{changed or ', but it was accepted'}", fault.value)
    if fault.path is None:
        return report.fail(name, f"{fault.what}: wanted no error, found one at {answer}: {problem}", fault.value)
    if not fault.allows(jsontext.parse(answer)):
        return report.fail(name, f"{fault.what}: wanted an error at {jsontext.text(fault.path)}, found one at {answer}: {problem}",
                           fault.value)
    return report.count(f"failed: {fault.what}")
