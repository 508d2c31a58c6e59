"""Places in values. A path is a list of pairs: what kind of step, and the key or the index."""

import copy


def at(value, path):
    for _, token in path:
        value = value[token]
    return value


def put(value, path, member):
    """A copy with another member."""
    made = copy.deepcopy(value)
    if not path:
        return member
    at(made, path[:-1])[path[-1][1]] = member
    return made


def tokens(value, path):
    """A path as errors have it: a member of a map by its position, since its name is not the schema's."""
    found = []
    for kind, token in path:
        found.append([list(value).index(token)] if kind == "member" else token)
        value = value[token]
    return found
