"""Bodies of requests: made from the document's media types, and read back."""

import base64
import dataclasses

from . import instances, jsontext, multipart, streams, styles, words
from .documents import Node

@dataclasses.dataclass
class Body:
    """What a body holds: files and bytes are bytes, values of a stream a list."""

    coding: str
    content_type: str
    value: object
    # What the program is handed to make it.
    argument: object
    encoding: dict
    # Header fields of parts, by the names of the parts.
    fields: dict = dataclasses.field(default_factory=dict)


def is_json(content_type):
    kind = content_type.partition(";")[0].strip().lower()
    return kind.endswith("/json") or kind.endswith("+json")


def make(operation, content, forms, reader, rng, mode):
    """A body of one of the operation's contents."""
    media = operation.media(content["contentType"])
    schema = Node(operation.library.main, {}) if media is None else Node(media.document, media.get("schema", {}))
    if content["coding"] == "stream" and media is not None and media.get("itemSchema") is not None:
        schema = Node(media.document, media.get("itemSchema"))
    encoding = encoding_of(operation, content, media)
    for _ in range(20):
        value, argument, content_type = MAKERS[content["coding"]](content, schema, forms, reader, rng, mode)
        if content["coding"] != "multipart" or multipart.is_readable(value, encoding):
            break
    else:
        raise words.Impossible()
    made = Body(content["coding"], content_type, value, argument, encoding)
    if made.coding == "multipart":
        made.fields = multipart.give_fields(argument, forms[content["type"].removesuffix("?")], encoding, rng)
    return made


def encoding_of(operation, content, media):
    """The Encoding Objects of the body's properties, as far as they count."""
    encoding = media.get("encoding") if media is not None else None
    if not isinstance(encoding, dict):
        return {}
    if content["coding"] == "multipart" and operation.library.version.startswith("3.0"):
        # There styles are for the other kind of forms alone.
        return {name: {word: one[word] for word in ("contentType", "headers") if word in one} for name, one in encoding.items()}
    return encoding


def missing(operation, content):
    """What is sent where no body is given: nothing, or null where there must be one."""
    body = operation.body()
    is_required = body is not None and body.get("required") is True and content["coding"] == "json"
    return Body("json", content["contentType"], None, None, {}) if is_required else None


def make_json(content, schema, forms, reader, rng, mode):
    value = instances.Maker(reader, rng, omits="readOnly").make([schema], mode)
    if value is None:
        raise words.Impossible()
    return value, value, content["contentType"]


def make_stream(content, schema, forms, reader, rng, mode):
    values = [make_json(content, schema, forms, reader, rng, mode)[0] for _ in range(3)]
    return values, values, content["contentType"]


def make_text(content, schema, forms, reader, rng, mode):
    value = instances.Maker(reader, rng, omits="readOnly").make([schema], mode) if schema.value else None
    # Text in a syntax that the program is not told of is any text.
    value = "text" if value is None or isinstance(value, (dict, list)) else value
    return value, value, content["contentType"]


def make_xml(content, schema, forms, reader, rng, mode):
    text = f"<?xml version='1.0'?>\n<a b='{rng.random()}'>Grüße &amp; mehr</a>"
    return text, text, content["contentType"]


def make_bytes(content, schema, forms, reader, rng, mode):
    value = bytes(rng.getrandbits(8) for _ in range(rng.randint(1, 300)))
    return value, base64.b64encode(value).decode(), content["contentType"]


def make_media(content, schema, forms, reader, rng, mode):
    value, text, ranges = make_bytes(content, schema, forms, reader, rng, mode)
    content_type = rng.choice(ranges.split(",")).strip().replace("*/*", "application/*").replace("*", "x-test")
    return value, {"bytes": text, "contentType": content_type}, content_type


def make_parts(content, schema, forms, reader, rng, mode):
    value = {"first": "text", 'a "name"': "Grüße\r\n--\r\n"}
    return value, value, content["contentType"]


def make_multipart(content, schema, forms, reader, rng, mode):
    value, argument = multipart.make(schema, forms[content["type"].removesuffix("?")], reader, rng, mode)
    return value, argument, content["contentType"]


def make_form(content, schema, forms, reader, rng, mode):
    value = multipart.make_object(schema, reader, rng, mode)
    return value, value, content["contentType"]


MAKERS = {"json": make_json, "stream": make_stream, "text": make_text, "xml": make_xml, "binary": make_bytes,
          "media": make_media, "parts": make_parts, "multipart": make_multipart, "form": make_form}


def difference(body, received, sets):
    """How the body differs from what was put in; None when it does not."""
    if body is None:
        return None if not received.body else "a body was sent, and nobody gave one"
    kind = (received.header("content-type") or [""])[0]
    if kind.partition(";")[0] != body.content_type.partition(";")[0]:
        return f"the content type is {kind}, not {body.content_type}"
    if isinstance(body.value, bytes):
        return None if body.value == received.body else "the bytes differ"
    if body.coding in ("multipart", "parts"):
        return multipart.difference(with_choices(body.value, sets), body.encoding, body.fields, received)
    if body.coding == "stream":
        return value_difference(body.value, streams.items(kind, received.body))
    text = received.body.decode("utf-8")
    if body.coding == "json":
        return value_difference(with_choices(body.value, sets), jsontext.parse(text))
    if body.coding == "form":
        return form_difference(with_choices(body.value, sets), body.encoding, text)
    return None if styles.same(body.value, text) else f"the text {jsontext.shown(text)} is not {jsontext.shown(body.value)}"


def with_choices(value, sets):
    """With the member that the request sets itself; what is left out means false already."""
    if not isinstance(value, dict):
        return value
    return value | {field: flag for field, flag in (sets or {}).items() if flag or field in value}


def value_difference(value, read):
    return None if jsontext.same(value, read) else f"the body differs: {jsontext.difference(value, read)}"


def form_difference(form, encoding, text):
    pairs = styles.query_pairs(text)
    for name, value in form.items():
        if value in (None, [], {}):
            continue
        read = read_property(name, value, pairs, encoding)
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
