"""What the schema at a place means there."""


def standing(library, place):
    """The schema to make values from, and the alternatives to choose in it, by the identity of the lists' items.

    A branch that stands inside of a schema means the schema with this branch: properties beside `oneOf` are each branch's.
    """
    pointer, forced = place["pointer"].split("/"), []
    while len(pointer) > 2 and pointer[-1].isdigit() and pointer[-2] in ("oneOf", "anyOf", "allOf"):
        if pointer[-2] == "allOf" and not forced:
            break
        if pointer[-2] != "allOf":
            branch = library.place({**place, "pointer": "/".join(pointer)})
            forced += [branch.value] if branch else []
        pointer = pointer[:-2]
    return library.place({**place, "pointer": "/".join(pointer)}), forced
