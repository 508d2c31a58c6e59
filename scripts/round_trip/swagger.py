"""Swagger 2.0's parameters and bodies in the words of OpenAPI 3: shapes only, for the makers of values."""

from .documents import Node

FORM = "application/x-www-form-urlencoded"
# Swagger's words for how the items of a list stand in a text, and OpenAPI's.
STYLES = {"ssv": ("spaceDelimited", False), "pipes": ("pipeDelimited", False), "multi": ("form", True)}


def parameter(node):
    """A parameter with a schema: there the type stands in the parameter itself."""
    value = dict(node.value, schema=without_name(node.value))
    location, format_ = value.get("in"), value.get("collectionFormat", "csv")
    style, explode = STYLES.get(format_, ("form", False))
    value.update(style=style if location == "query" else "simple", explode=explode)
    return Node(node.document, value)


def body(operation, library):
    """The request body of an operation; None for none."""
    nodes = [one.resolved() for holder in (operation.item, operation.node) for one in (holder.each("parameters") if holder else ())]
    nodes = [one for one in nodes if one is not None]
    whole = next((one for one in nodes if one.get("in") == "body"), None)
    fields = [one.value for one in nodes if one.get("in") == "formData"]
    if whole is None and not fields:
        return None
    types = operation.node.get("consumes") or library.main.root.get("consumes") or ["application/json"]
    schema = whole.get("schema", {}) if whole is not None else form(fields)
    encoding = {one["name"]: {"style": "form", "explode": True} if one.get("collectionFormat") == "multi" else
                {"style": STYLES.get(one.get("collectionFormat"), ("form", False))[0], "explode": False}
                for one in fields if one.get("type") == "array"}
    media = {"schema": schema, "encoding": encoding}
    names = types if whole is not None else [FORM, "multipart/form-data", *types]
    required = whole is not None and whole.get("required") is True
    return Node((whole or nodes[0]).document, {"content": {name: media for name in names}, "required": required})


def form(fields):
    return {"type": "object", "properties": {one["name"]: without_name(one) for one in fields},
            "required": [one["name"] for one in fields if one.get("required") is True]}


def without_name(value):
    """The schema in a parameter. Files are texts of bytes."""
    schema = {key: one for key, one in value.items() if key not in ("name", "in", "required", "collectionFormat")}
    return {**schema, "type": "string", "format": "binary"} if schema.get("type") == "file" else schema
