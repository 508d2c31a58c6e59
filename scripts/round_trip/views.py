"""The keywords of several schemas that hold at once."""

from . import jsontext, words

IMPLIED = {
    "object": ("properties", "additionalProperties", "patternProperties", "required", "propertyNames"),
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "string": ("pattern", "minLength", "maxLength", "contentEncoding"),
    "number": ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"),
}
STRING_FORMATS = ("date-time", "date", "uuid", "uri", "url", "byte", "base64", "binary", "email", "hostname")


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
        types = words.types_of(schema)
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
            if not words.is_ignored(property_):
                self.properties.setdefault(name, []).append(property_)
        ignored = [name for name, property_ in (node.each("properties") or {}).items() if words.is_ignored(property_)]
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
