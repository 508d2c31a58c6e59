"""How many levels the values of a schema have at least."""

import math

from . import words


class Heights:
    """Heights by schema, each found once."""

    def __init__(self, library):
        self.library = library
        self._heights = {}

    def of(self, node, open_=frozenset()):
        """How many levels a value has at least; infinite where it has no end."""
        if not isinstance(node.value, dict):
            return 0
        key = id(node.value)
        if key in self._heights:
            return self._heights[key]
        if key in open_ or len(open_) > 60:
            return math.inf
        height = self._height(node, open_ | {key})
        if height < math.inf or not open_:
            self._heights[key] = height
        return height

    def _height(self, node, open_):
        if words.names_null(node):
            return 0
        schema, found = node.value, 0
        if isinstance(schema.get("$ref"), str):
            target = self.library.target(node.document, schema["$ref"])
            found = self.of(target, open_) if target else 0
        for part in node.each("allOf"):
            found = max(found, self.of(part, open_))
        for word in ("oneOf", "anyOf"):
            branches = [branch for branch in node.each(word) if not words.is_null(branch)]
            if branches:
                found = max(found, min(self.of(branch, open_) for branch in branches))
        properties = node.each("properties") or {}
        for name in schema.get("required") if isinstance(schema.get("required"), list) else ():
            if name in properties:
                found = max(found, 1 + self.of(properties[name], open_))
        if isinstance(schema.get("items"), dict) and isinstance(schema.get("minItems"), int) and schema["minItems"] > 0:
            found = max(found, 1 + self.of(node["items"], open_))
        return found
