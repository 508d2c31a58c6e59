"""Reads parameters back, by the tables of the OpenAPI Specification ("Style Examples") and RFC 6570.

What comes out has the value's parts as texts: a text, a list of texts, or a mapping of texts; nested for `deepObject`.
`parts` says which of the three is wanted: a text alone does not tell.
"""

import re
import urllib.parse

from . import jsontext


def decode(text):
    return urllib.parse.unquote(text, errors="strict")


def decode_form(text):
    return urllib.parse.unquote_plus(text, errors="strict")


def query_pairs(query):
    """The pairs of a query as they came."""
    return [tuple(pair.partition("=")[::2]) for pair in query.split("&")] if query else []


def joined(text, parts, explode, separator, read):
    """A text of values between separators."""
    if parts == "text":
        return read(text)
    items = re.split(separator, text)
    if parts == "list":
        return [read(item) for item in items]
    if explode:
        return {read(key): read(value) for key, _, value in (item.partition("=") for item in items)}
    return {read(key): read(value) for key, value in zip(items[::2], items[1::2])}


def read_path(text, name, style, parts, explode):
    """A segment, or the part of one that stands for a parameter."""
    if style == "label":
        # 3.0.0 to 3.0.3 and 3.1.0 have dots where later ones have commas.
        separator = r"\." if explode else r"[.,]"
        return joined(text.removeprefix("."), parts, explode, separator, decode) if text.startswith(".") else None
    if style == "matrix":
        return read_matrix(text, name, parts, explode)
    return joined(text, parts, explode, ",", decode)


def read_matrix(text, name, parts, explode):
    pairs = [tuple(pair.partition("=")[::2]) for pair in text.split(";")[1:]]
    if explode and parts == "mapping":
        return {decode(key): decode(value) for key, value in pairs}
    values = [value for key, value in pairs if decode(key) == name]
    if explode and parts == "list":
        return [decode(value) for value in values]
    return joined(values[0], parts, False, ",", decode) if values else None


def read_query(pairs, name, style, parts, explode, keys):
    """From the pairs of a query. `keys` are the members that an exploded object may have."""
    # Brackets say nothing of what has no members.
    if style == "deepObject" and parts != "text":
        return read_brackets(pairs, name)
    if explode and parts == "mapping":
        return {decode_form(key): decode_form(value) for key, value in pairs if decode_form(key) in keys} or None
    values = [value for key, value in pairs if decode_form(key) == name]
    if explode and parts == "list":
        return [decode_form(value) for value in values] or None
    separator = {"spaceDelimited": "%20", "pipeDelimited": r"%7[Cc]|\|"}.get(style, ",")
    return joined(values[0], parts, False, separator, decode_form) if values else None


def read_brackets(pairs, name):
    """`name[a][b]=1`, `name[a][]=1`, `name[a][0][b]=1`."""
    found = {}
    for key, value in pairs:
        match = re.fullmatch(re.escape(name) + r"((?:\[[^\[\]]*\])+)", decode_form(key))
        if match:
            place(found, re.findall(r"\[([^\[\]]*)\]", match.group(1)), decode_form(value))
    return lists(found) or None


def place(found, steps, value):
    for step, _ in zip(steps, steps[1:]):
        found = found.setdefault(step or len(found), {})
    found[steps[-1] or len(found)] = value


def lists(value):
    """Mappings of numbers become lists."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) or key.isdigit() for key in value):
        return [lists(item) for item in value.values()]
    return {key: lists(member) for key, member in value.items()}


def read_header(values, parts, explode):
    return joined(", ".join(values), parts, explode, ", ?", lambda text: text) if values else None


def read_cookie(cookies, name, style, parts, explode, keys):
    read = (lambda text: text) if style == "cookie" else decode
    if explode and parts == "mapping":
        return {read(key): read(value) for key, value in cookies if read(key) in keys} or None
    values = [value for key, value in cookies if read(key) == name]
    if explode and parts == "list":
        return [read(value) for value in values] or None
    return joined(values[0], parts, False, ",", read) if values else None


def parts_of(value):
    return {"array": "list", "object": "mapping"}.get(jsontext.kind(value), "text")


def same(value, read):
    """Whether what was read is the value: scalars by their texts, what has no style of its own as JSON text."""
    if isinstance(value, dict) and isinstance(read, dict):
        return value.keys() == read.keys() and all(same(member, read[key]) for key, member in value.items())
    if isinstance(value, list) and isinstance(read, list):
        return len(value) == len(read) and all(map(same, value, read))
    if not isinstance(read, str):
        return False
    if isinstance(value, str):
        return jsontext.same(value, read)
    try:
        return jsontext.same(value, jsontext.parse(read))
    except ValueError:
        return False
