"""What one schema says by itself."""


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


def travels_one_way(node, words=("readOnly", "writeOnly"), depth=0):
    """Whether the schema, one that it refers to or a part of it says so."""
    target = node.resolved() or node
    if any(one.get(word) is True for one in (node, target) for word in words):
        return True
    return depth < 10 and any(travels_one_way(part, words, depth + 1) for part in target.each("allOf"))
