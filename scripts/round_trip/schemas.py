"""What schemas say together: `$ref`, `allOf`, `oneOf`, `anyOf` and discriminators, down to plain keywords."""

import math

from . import jsontext

IMPLIED = {
    "object": ("properties", "additionalProperties", "patternProperties", "required", "propertyNames"),
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "string": ("pattern", "minLength", "maxLength", "contentEncoding"),
    "number": ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"),
}
STRING_FORMATS = ("date-time", "date", "uuid", "uri", "url", "byte", "base64", "binary", "email", "hostname")


class Impossible(Exception):
    """No finite value fits."""


def types_of(schema):
    """The types that a schema names, without null; None where it names none."""
    named = schema.get("type")
    named = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return {one for one in named if one != "null"} or None


def names_null(node, depth=0):
    """Whether null is named among the values of a schema, in any of its spellings."""
    if not isinstance(node.value, dict) or depth > 20:
        return False
    schema = node.value
    named = schema.get("type")
    if schema.get("nullable") is True or schema.get("x-nullable") is True or named == "null":
        return "$ref" not in schema or node.document.library.keeps_siblings
    if isinstance(named, list) and "null" in named or "const" in schema and schema["const"] is None:
        return True
    if isinstance(schema.get("enum"), list) and None in schema["enum"]:
        return True
    if "$ref" in schema:
        target = node.document.library.target(node.document, schema["$ref"])
        return target is not None and names_null(target, depth + 1)
    for word in ("anyOf", "oneOf"):
        if schema.get(word):
            return any(names_null(branch, depth + 1) for branch in node.each(word))
    if schema.get("allOf") and not schema.get("type"):
        parts = [part for part in node.each("allOf") if shapes(part.value)]
        return bool(parts) and all(names_null(part, depth + 1) for part in parts)
    return False


def shapes(schema):
    """Whether a schema says more than words."""
    words = {"title", "description", "example", "examples", "default", "deprecated", "readOnly", "writeOnly", "$comment"}
    return isinstance(schema, dict) and any(key not in words and not key.startswith("x-") for key in schema)


def is_null(node):
    """Whether null is the only value."""
    schema = node.value
    if not isinstance(schema, dict):
        return False
    return schema.get("type") in ("null", ["null"]) or "const" in schema and schema["const"] is None or \
        bool(schema.get("enum")) and all(one is None for one in schema["enum"])


def is_ignored(node):
    """Whether the document says to leave the schema out."""
    target = node.resolved() or node
    return any(one.get(f"x-{who}-ignore") is True for one in (node, target) for who in ("apus", "speakeasy"))


class View:
    """The keywords of several schemas that hold at once; where they contradict each other, the last one counts."""

    def __init__(self):
        self.types = None
        self.values = None
        self.properties = {}
        self.required = {}
        self.closed = False
        self.additional = []
        self.patterns = {}
        self.items = []
        self.prefix = None
        self.format = None
        self.encoding = None
        self.limits = {}
        self.tags = {}
        self.is_closed_set = False
        # Whether some alternative was chosen among several.
        self.union = False
        # Whether `oneOf` and `anyOf` stand in one schema: the generated type is any value then (`several-unions`).
        self.several = False

    def add(self, node):
        schema = node.value
        types = types_of(schema)
        if types:
            self.types = self._narrowed(types)
        values = [schema["const"]] if "const" in schema else schema.get("enum")
        if isinstance(values, list):
            values = [as_type(one, types or self.types) for one in values if one is not None]
            common = [one for one in values if self.values is None or any(jsontext.same(one, two) for two in self.values)]
            self.values = common or values
            self.is_closed_set = schema.get("x-speakeasy-unknown-values") == "disallow"
        for name, property_ in (node.each("properties") or {}).items():
            # What is left out on the document's word is an unknown member.
            if not is_ignored(property_):
                self.properties.setdefault(name, []).append(property_)
        ignored = [name for name, property_ in (node.each("properties") or {}).items() if is_ignored(property_)]
        for name in schema.get("required") if isinstance(schema.get("required"), list) else ():
            if name not in ignored:
                self.required[name] = True
        self._add_rest(node, schema)
        self.format = schema.get("format", self.format)
        self.encoding = schema.get("contentEncoding", self.encoding)
        for word in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
                     "minItems", "maxItems", "minProperties", "maxProperties"):
            if word in schema:
                self.limits[word] = schema[word]

    def _add_rest(self, node, schema):
        for word in ("additionalProperties", "unevaluatedProperties"):
            rest = schema.get(word)
            if rest is False:
                self.closed = True
            elif isinstance(rest, dict):
                self.additional.append(node[word])
        for pattern, value in (node.each("patternProperties") or {}).items():
            self.patterns.setdefault(pattern, []).append(value)
        if isinstance(schema.get("items"), dict):
            self.items.append(node["items"])
        if isinstance(schema.get("prefixItems"), list):
            self.prefix = node.each("prefixItems")

    def _narrowed(self, types):
        if self.types is None:
            return types
        def wide(some):
            return some | {"integer"} if "number" in some else some
        common = wide(types) & wide(self.types)
        return (common - {"integer"} if "number" in common else common) or types

    def kinds(self):
        """The types of values; empty when any will do."""
        if self.types:
            return self.types
        if self.values:
            return {jsontext.kind(one) for one in self.values}
        for kind, words in IMPLIED.items():
            said = {"properties": self.properties, "additionalProperties": self.additional or self.closed,
                    "patternProperties": self.patterns, "required": self.required, "items": self.items,
                    "prefixItems": self.prefix, "contentEncoding": self.encoding}
            if any(said.get(word) or word in self.limits for word in words if kind != "string" or word == "contentEncoding"):
                return {kind}
        return {"string"} if self.format in STRING_FORMATS[:7] else set()


def as_type(value, types):
    """A literal as its schema's type: YAML reads the value `1` of a text enumeration as a number."""
    if types == {"string"} and not isinstance(value, (str, dict, list)):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value


class Reader:
    """Lays schemas over each other; `choose` picks one of several alternatives."""

    def __init__(self, library):
        self.library = library
        self._heights = {}
        self._children = None

    def view(self, nodes, choose, tags=()):
        view = View()
        for name, values in tags:
            view.tags[name] = values
        seen = set()
        for node in nodes:
            self._visit(node, view, choose, seen, [])
        return view

    def _visit(self, node, view, choose, seen, chain):
        schema = node.value
        if schema is False:
            raise Impossible()
        if not isinstance(schema, dict) or id(schema) in seen:
            return
        seen.add(id(schema))
        chain = chain + [schema]
        if isinstance(schema.get("$ref"), str):
            target = self.library.target(node.document, schema["$ref"])
            if target is not None:
                self._visit(target, view, choose, seen, chain)
            if not self.library.keeps_siblings:
                return
        for part in node.each("allOf"):
            self._visit(part, view, choose, seen, chain)
        view.add(node)
        view.several |= bool(schema.get("oneOf")) and bool(schema.get("anyOf"))
        for word in ("oneOf", "anyOf"):
            self._visit_branch(node, word, view, choose, seen, chain)
        if isinstance(schema.get("discriminator"), dict) and not schema.get("oneOf") and not schema.get("anyOf"):
            self._visit_child(node, view, choose, seen, chain)

    def _visit_branch(self, node, word, view, choose, seen, chain):
        branches = [branch for branch in node.each(word) if not is_null(branch)]
        # A base that lists its children says nothing to a child.
        branches = [] if any(self._is_open(branch, chain) for branch in branches) else branches
        if not branches:
            return
        view.union |= len(branches) > 1
        branch = choose(branches)
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict):
            self._tag(node, discriminator, branch, view)
        self._visit(branch, view, choose, seen, chain)

    @staticmethod
    def _is_open(branch, chain):
        target = branch.resolved()
        return target is not None and any(target.value is one for one in chain[:-1])

    def _visit_child(self, node, view, choose, seen, chain):
        """A schema with a discriminator and no alternatives: its children are those that have it as a part."""
        discriminator = node.get("discriminator")
        children = self.children(node)
        inside = [one for one in chain[:-1] if any(one is child.value for child in children)]
        if inside:
            self._tag(node, discriminator, type(node)(node.document, inside[0]), view)
        elif children:
            view.union = True
            child = choose(children + [node])
            if child is not node:
                self._visit(child, view, choose, seen, [])

    def _tag(self, node, discriminator, branch, view):
        """Tells the branch in the discriminator's property."""
        name, target = discriminator.get("propertyName"), branch.resolved()
        if not name or target is None:
            return
        mapping = discriminator.get("mapping")
        tags = [key for key, value in (mapping if isinstance(mapping, dict) else {}).items()
                if isinstance(value, str) and self._mapped(node, value) is target.value]
        implied = self.library.names.get(id(target.value))
        if tags or implied:
            view.tags.setdefault(name, tags or [implied])

    def _mapped(self, node, value):
        if value in self.library.schemas:
            return self.library.schemas[value]
        found = self.library.target(node.document, value)
        return found.value if found else None

    def children(self, base):
        if self._children is None:
            self._children = {}
            main = self.library.main
            for value in self.library.schemas.values():
                child = base.__class__(main, value)
                for parent in self._ancestors(child):
                    self._children.setdefault(id(parent), []).append(child)
        return self._children.get(id(base.value), [])

    def _ancestors(self, node, depth=0):
        found = []
        for part in node.each("allOf") if depth < 10 else ():
            target = part.resolved()
            if target is not None and isinstance(part.get("$ref"), str):
                found += [target.value] + self._ancestors(target, depth + 1)
        return found

    def height(self, node, open_=frozenset()):
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
        if names_null(node):
            return 0
        schema, found = node.value, 0
        if isinstance(schema.get("$ref"), str):
            target = self.library.target(node.document, schema["$ref"])
            found = self.height(target, open_) if target else 0
        for part in node.each("allOf"):
            found = max(found, self.height(part, open_))
        for word in ("oneOf", "anyOf"):
            branches = [branch for branch in node.each(word) if not is_null(branch)]
            if branches:
                found = max(found, min(self.height(branch, open_) for branch in branches))
        properties = node.each("properties") or {}
        for name in schema.get("required") if isinstance(schema.get("required"), list) else ():
            if name in properties:
                found = max(found, 1 + self.height(properties[name], open_))
        if isinstance(schema.get("items"), dict) and isinstance(schema.get("minItems"), int) and schema["minItems"] > 0:
            found = max(found, 1 + self.height(node["items"], open_))
        return found
