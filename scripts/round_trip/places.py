"""What the schema at a place means there."""

from . import swagger
from .documents import Node


def standing(library, place):
    """The schema to make values from, and the alternatives to choose in it, by the identity of the lists' items.

    A branch that stands inside of a schema means the schema with this branch: properties beside `oneOf` are each branch's.
    """
    pointer, forced = place["pointer"].split("/"), []
    while len(pointer) > 2 and pointer[-1].isdigit() and pointer[-2] in ("oneOf", "anyOf", "allOf", "items"):
        if pointer[-2] == "allOf" and not forced:
            break
        if pointer[-2] == "items" and is_array(library.place({**place, "pointer": "/".join(pointer[:-2])})):
            break
        if pointer[-2] != "allOf":
            branch = library.place({**place, "pointer": "/".join(pointer)})
            forced += [branch.value] if branch else []
        pointer = pointer[:-2]
    found = library.place({**place, "pointer": "/".join(pointer)})
    if found is not None and isinstance(found.value, list):
        # Swagger 2.0's form parameters, which are one type.
        fields = [one.resolved() for one in found.each_item()]
        found = Node(found.document, swagger.form([one.value for one in fields if one and one.get("in") == "formData"]))
    return found, forced


def is_array(node):
    """Whether a list of schemas under `items` describes a tuple."""
    return node is not None and node.get("type") == "array"
