"""What a spoilt value becomes where it is read as another alternative than the one that it was made of."""

from . import trees, words


def of(value, path, maker):
    """The value as each alternative above the spoilt place, where that alternative leaves members out or writes nulls."""
    made = []
    for place, (nodes, branches) in maker.choices.items():
        holder = trees.at(value, place) if len(place) < len(path) and place == path[:len(place)] else None
        if isinstance(holder, dict):
            read = [as_alternative(holder, nodes, branch, maker) for branch in branches]
            made += [trees.put(value, place, one) for one in read if one is not None and one != holder]
    return made


def as_alternative(holder, nodes, branch, maker):
    """An object read as one of the alternatives; None where that has no values.

    Members that do not travel this way are left out (decision 17), and a required one that may be null reads as null where it is
    missing (`generated-api`, rule 6).
    """
    def choose(branches):
        return next((one for one in branches if one.value is branch.value), branches[0])
    try:
        view = maker.reader.view(nodes, choose)
    except words.Impossible:
        return None
    left_out = {name for name, schemas in view.properties.items() if any(words.travels_one_way(one, [maker.omits]) for one in schemas)}
    read = {name: member for name, member in holder.items() if name not in left_out}
    for name in view.required:
        schemas = view.properties.get(name)
        if name not in read and name not in left_out and schemas and all(words.names_null(one) for one in schemas):
            read[name] = None
    return read
