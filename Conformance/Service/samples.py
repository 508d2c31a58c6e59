"""Valid instances of schemas, the same ones at each run."""

FORMATS = {
    "date": "2023-04-05", "date-time": "2023-04-05T06:07:08.25Z", "uuid": "7d9d5ba6-3a5c-4c79-8a8f-0e6f8f9a1b2c",
    "uri": "https://example.com/a?b=c", "url": "https://example.com/a", "email": "some.one@example.com",
    "byte": "aGVsbG8=", "bigint": "9007199254740993", "decimal": "3.141592653589793", "int64": "9007199254740991",
    "float64": "1.5", "double": "1.5", "float": "2.5", "hostname": "example.com", "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1", "time": "06:07:08Z", "duration": "PT1H", "binary": "bytes", "time-local": "06:07:08",
}
NUMBERS = {"int32": 32, "int64": 640, "bigint": 9007199254740993, "float": 2.5, "float32": 2.5, "double": 1.25}


def kinds(schema):
    """The types that a schema names, without null."""
    named = schema.get("type")
    named = named if isinstance(named, list) else [named] if named else []
    return [kind for kind in named if kind != "null"]


class Samples:
    """Makes instances; `side` says which of `readOnly` and `writeOnly` properties are left out."""

    def __init__(self, document, side):
        self.document = document
        self.hidden = {"request": "readOnly", "response": "writeOnly"}[side]

    def make(self, schema, depth=0, name=""):
        """An instance of the schema, with every property that fits."""
        if schema is True or schema is None:
            return "anything"
        schema = self.merged(self.document.resolve(schema))
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return next((value for value in schema["enum"] if value is not None), None)
        for key in ("oneOf", "anyOf"):
            if schema.get(key):
                return self.alternative(schema, schema[key], depth, name)
        kind = (kinds(schema) or [self.implied(schema)])[0]
        return getattr(self, f"of_{kind}")(schema, depth, name)

    def merged(self, schema):
        """The schema and all of its `allOf` as one."""
        result = {key: value for key, value in schema.items() if key != "allOf"}
        for part in schema.get("allOf") or []:
            part = self.merged(self.document.resolve(part))
            properties = {**part.get("properties", {}), **result.get("properties", {})}
            required = list(dict.fromkeys(part.get("required", []) + result.get("required", [])))
            result = {**part, **result}
            if properties:
                result["properties"] = properties
            if required:
                result["required"] = required
        return result

    def implied(self, schema):
        """The type that a schema without `type` most likely means."""
        if "properties" in schema or "additionalProperties" in schema:
            return "object"
        return "array" if "items" in schema else "any"

    def alternative(self, schema, branches, depth, name):
        """The first alternative that is not null, tagged as its discriminator says."""
        for branch in branches:
            resolved = self.document.resolve(branch)
            if resolved.get("type") == "null" or (depth > 4 and self.is_deep(resolved)):
                continue
            outer = {key: schema[key] for key in ("properties", "required", "type") if key in schema}
            value = self.make({**outer, "allOf": [resolved]} if outer.get("properties") else branch, depth + 1, name)
            discriminator = schema.get("discriminator") or {}
            tag = discriminator.get("propertyName")
            if tag and isinstance(value, dict):
                value[tag] = self.tag(discriminator, branch, value.get(tag))
            return value
        return None

    def tag(self, discriminator, branch, known):
        """The value by which a discriminator recognises the branch."""
        reference = branch.get("$ref", "")
        for value, target in (discriminator.get("mapping") or {}).items():
            if target.split("/")[-1] == reference.split("/")[-1] and reference:
                return value
        return known if known is not None else reference.split("/")[-1]

    def is_deep(self, schema):
        return "properties" in schema or "items" in schema or "allOf" in schema or "oneOf" in schema

    def of_object(self, schema, depth, name):
        """All properties; those that are optional only while it is not too deep."""
        required = schema.get("required") or []
        result = {}
        for key, child in (schema.get("properties") or {}).items():
            resolved = self.document.resolve(child)
            if resolved is not True and (resolved.get(self.hidden) or resolved.get("x-speakeasy-ignore")):
                continue
            if key in required or depth < 4:
                result[key] = self.make(child, depth + 1, key)
        if not schema.get("properties") and depth < 6:
            further = schema.get("additionalProperties")
            if isinstance(further, dict):
                result["key"] = self.make(further, depth + 1, "key")
        return result

    def of_array(self, schema, depth, name):
        """One element, or as many as there have to be."""
        if schema.get("prefixItems"):
            return [self.make(item, depth + 1, name) for item in schema["prefixItems"]]
        if depth > 5:
            return []
        count = max(2 if depth < 2 else 1, schema.get("minItems", 0))
        return [self.make(schema.get("items", True), depth + 1, name) for _ in range(count)]

    def of_string(self, schema, depth, name):
        """The format's text, an example where there is a pattern, else a text that has to be encoded."""
        if schema.get("format") in FORMATS:
            return FORMATS[schema["format"]]
        if schema.get("pattern") and isinstance(schema.get("example"), str):
            return schema["example"]
        text = f"{name or 'text'} & 100%"
        return text.ljust(schema.get("minLength", 0), "x")[:schema.get("maxLength", 1000)]

    def of_integer(self, schema, depth, name):
        value = NUMBERS.get(schema.get("format"), 7)
        return int(min(max(value, schema.get("minimum", value)), schema.get("maximum", value)))

    def of_number(self, schema, depth, name):
        value = NUMBERS.get(schema.get("format"), 1.5)
        return min(max(value, schema.get("minimum", value)), schema.get("maximum", value))

    def of_boolean(self, schema, depth, name):
        return True

    def of_null(self, schema, depth, name):
        return None

    def of_any(self, schema, depth, name):
        return "anything"
