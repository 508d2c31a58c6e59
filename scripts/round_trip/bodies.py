"""Bodies of requests: made from the document's media types, and read back."""

import dataclasses

from . import instances, jsontext, schemas, styles
from .documents import Node

FORM = "application/x-www-form-urlencoded"


@dataclasses.dataclass
class Body:
    content_type: str
    value: object
    media: Node


def is_json(content_type):
    kind = content_type.partition(";")[0].strip().lower()
    return kind.endswith("/json") or kind.endswith("+json")


def make(operation, argument, reader, rng, mode):
    """A body that fits the argument; None for media types that this does not read."""
    content_type, media = argument["contentType"], operation.media(argument["contentType"])
    schema = Node(media.document, media.get("schema", {})) if media else Node(operation.library.main, {})
    if argument["type"].startswith("ApusRuntime.RequestBody"):
        return Body(content_type, bytes(rng.getrandbits(8) for _ in range(rng.randint(1, 300))), media)
    if is_json(content_type):
        value = instances.Maker(reader, rng, omits="readOnly").make([schema], mode)
        if value is None:
            raise schemas.Impossible()
        return Body(content_type, value, media)
    if content_type.partition(";")[0] == FORM:
        return Body(content_type, make_form(schema, reader, rng, mode), media)
    if content_type.startswith("text/"):
        return Body(content_type, instances.Maker(reader, rng, omits="readOnly").make([schema], mode) if media else "text", media)
    return None


def make_form(schema, reader, rng, mode):
    maker = instances.Maker(reader, rng, [one for one in instances.TEXTS if one], wire=True, omits="readOnly")
    for _ in range(20):
        value = maker.make([schema], mode)
        if isinstance(value, dict):
            return value
    raise schemas.Impossible()


def difference(body, received, sets):
    """How the body differs from what was put in; None when it does not."""
    if body is None:
        return None if not received.body else "a body was sent, and nobody gave one"
    kind = (received.header("content-type") or [""])[0]
    if kind.partition(";")[0] != body.content_type.partition(";")[0] and "*" not in body.content_type:
        return f"the content type is {kind}, not {body.content_type}"
    if isinstance(body.value, bytes):
        return None if body.value == received.body else "the bytes differ"
    text = received.body.decode("utf-8")
    if is_json(body.content_type):
        return json_difference(body.value, jsontext.parse(text), sets)
    if body.content_type.partition(";")[0] == FORM:
        return form_difference(body, text)
    return None if styles.same(body.value, text) else f"the text {jsontext.shown(text)} is not {jsontext.shown(body.value)}"


def json_difference(value, read, sets):
    wanted = value
    for field, flag in (sets or {}).items():
        # What is left out means false already.
        if isinstance(value, dict) and (flag or field in value):
            wanted = {**wanted, field: flag}
    return None if jsontext.same(wanted, read) else f"the body differs: {jsontext.difference(wanted, read)}"


def form_difference(body, text):
    pairs = styles.query_pairs(text)
    for name, value in body.value.items():
        if value in (None, [], {}):
            continue
        read = read_property(name, value, pairs, body.media.get("encoding") or {})
        if read is None or not styles.same(value, read):
            return f"form {name}: {jsontext.shown(value)} was read as {read!r}"
    return None


def read_property(name, value, pairs, encoding):
    """By the Encoding Object: styles where one is named, else a pair for each item, and objects as JSON text."""
    rule = encoding.get(name) if isinstance(encoding.get(name), dict) else {}
    if {"style", "explode", "allowReserved"} & set(rule):
        style = rule.get("style", "form")
        return styles.read_query(pairs, name, style, styles.parts_of(value), rule.get("explode", style == "form"),
                                 set(value) if isinstance(value, dict) else set())
    values = [styles.decode_form(text) for key, text in pairs if styles.decode_form(key) == name]
    if isinstance(value, list) and not is_json(rule.get("contentType", "")):
        return values or None
    return values[0] if values else None


def read_form_text(text):
    """A whole form; a name that comes again is a list."""
    found = {}
    for key, value in styles.query_pairs(text):
        found.setdefault(styles.decode_form(key), []).append(styles.decode_form(value))
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}


def parsed(text, media):
    return jsontext.parse(text) if is_json(media) else text
