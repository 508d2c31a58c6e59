"""Multipart bodies: made from a form's schema, and taken apart again (RFC 2046, RFC 7578)."""

import base64
import dataclasses
import email.message
import urllib.parse

from . import instances, jsontext, styles, words

MORE = "additionalProperties"
FIELDS = ("text", "a b", "q\"uote; x=1", "x" * 50)


@dataclasses.dataclass
class Part:
    """A part as it came."""

    name: str
    content_type: str
    header: email.message.Message
    content: bytes


def make(schema, form, reader, rng, mode):
    """What the parts hold, by name: files are bytes. And the arguments that give them to the form."""
    value = make_object(schema, reader, rng, mode)
    arguments = {}
    for part in form["parts"]:
        name = part.get("name")
        if name not in value:
            continue
        if "ApusRuntime.FilePart" in part["type"]:
            value[name] = make_files(part["type"], rng)
        arguments[part["label"]] = as_json(value[name])
    further = {name: one for name, one in value.items() if name.startswith("extra")}
    if "additional" in form:
        if "FilePart" in form["additional"]:
            value |= {name: make_files(form["additional"], rng) for name in further}
        arguments[MORE] = {name: as_json(value[name]) for name in further}
    return value, arguments


def give_fields(arguments, form, encoding, rng):
    """The header fields of parts, where the document names some, and the arguments that give them: files bring their own."""
    made = {}
    for part, behind in zip(form["parts"], [*form["parts"][1:], {}]):
        rule = encoding.get(part.get("name"))
        names = rule.get("headers") if isinstance(rule, dict) else None
        names = [name for name in names or () if name.lower() != "content-type"]
        if not names or part["label"] not in arguments:
            continue
        fields = made[part["name"]] = {name: rng.choice(FIELDS) for name in names}
        if "ApusRuntime.FilePart" in part["type"]:
            arguments[part["label"] + " headers"] = fields
        elif "name" not in behind and behind:
            arguments[behind["label"]] = fields
    return made


def is_readable(value, encoding):
    """Whether separators can be told from what stands between them: nothing is escaped in parts."""
    for name, rule in encoding.items():
        style = rule.get("style") if isinstance(rule, dict) else None
        one = value.get(name)
        if style is None or not isinstance(one, (list, dict)) or rule.get("explode", style == "form"):
            continue
        separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
        scalars = [*one, *one.values()] if isinstance(one, dict) else one
        if any(isinstance(text, str) and separator in text for text in scalars):
            return False
    return True


def make_object(schema, reader, rng, mode):
    maker = instances.Maker(reader, rng, [one for one in instances.TEXTS if one], wire=True, omits="readOnly")
    for _ in range(20):
        value = maker.make([schema], mode)
        if isinstance(value, dict):
            return value
    raise words.Impossible()


def make_files(type_, rng):
    files = [bytes(rng.getrandbits(8) for _ in range(rng.randint(1, 100))) for _ in range(rng.randint(1, 3))]
    return files if type_.startswith("[") else files[0]


def as_json(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return [as_json(one) for one in value] if isinstance(value, list) else value


def parts(content_type, body):
    """The parts of a body. Raises ValueError where it is none."""
    header = email.message.Message()
    header["content-type"] = content_type
    boundary = header.get_param("boundary")
    if not boundary:
        raise ValueError(f"no boundary in {content_type}")
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    if pieces[0] or pieces[-1].strip() != b"--":
        raise ValueError("the boundaries are wrong")
    return [part(piece.removeprefix(b"\r\n")) for piece in pieces[1:-1]]


def part(piece):
    head, found, content = (b"\r\n" + piece).partition(b"\r\n\r\n")
    if not found:
        raise ValueError("a part without an end of its header")
    header = email.message.Message()
    for line in head.decode("utf-8").split("\r\n")[1:]:
        name, _, value = line.partition(": ")
        header[name] = value
    name = header.get_param("name", header="content-disposition")
    return Part(urllib.parse.unquote(name or ""), header.get("content-type") or "", header, content)


def difference(value, encoding, fields, received):
    """How the parts differ from what was put in; None when they do not."""
    found = parts(received.header("content-type")[0], received.body)
    for name, one in value.items():
        if one in (None, [], {}):
            continue
        rule = encoding.get(name) if isinstance(encoding.get(name), dict) else {}
        own = [part for part in found if part.name == name]
        wrong = difference_of_part(name, one, rule, own, found) or difference_of_fields(fields.get(name, {}), own)
        if wrong:
            return f"part {name}: {wrong}"
    return None


def difference_of_part(name, value, rule, own, found):
    if "style" in rule and not isinstance(value, bytes):
        read = read_style(name, value, rule, found)
        return None if read is not None and styles.same(value, read) else f"{jsontext.shown(value)} was read as {read!r}"
    items = value if isinstance(value, list) else [value]
    items = [one for one in items if one is not None]
    if len(items) != len(own):
        return f"{len(own)} of {len(items)} came"
    named = rule.get("contentType", "")
    for item, part in zip(items, own):
        if named and "," not in named and "*" not in named and part.content_type != named:
            return f"the content type is {part.content_type}, not {named}"
        if not equal(item, part):
            return f"{jsontext.shown(as_json(item))} was read as {part.content[:100]!r}"
    return None


def difference_of_fields(fields, own):
    for part in own:
        for name, value in fields.items():
            if part.header.get(name) != value:
                return f"the header field {name} is {part.header.get(name)!r}, not {value!r}"
    return None


def equal(item, part):
    if isinstance(item, bytes):
        return item == part.content
    text = part.content.decode("utf-8")
    is_json = part.content_type.partition(";")[0].endswith("json")
    return jsontext.same(item, jsontext.parse(text)) if is_json else styles.same(item, text)


def read_style(name, value, rule, found):
    """Parts in a style are the pairs of a query, but for the percent-encoding."""
    pairs = [(urllib.parse.quote(part.name, safe="[]"),
              urllib.parse.quote(part.content.decode("utf-8", errors="replace"), safe=",|")) for part in found]
    style = rule["style"]
    return styles.read_query(pairs, name, style, styles.parts_of(value), rule.get("explode", style == "form"),
                             set(value) if isinstance(value, dict) else set())
