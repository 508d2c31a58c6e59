"""Brings requests, bodies and what was read into forms that are equal when they mean the same."""

import json
import re

# What legitimately differs between two HTTP stacks, or says which SDK calls.
UNCOMPARED = {"host", "connection", "accept-encoding", "user-agent", "content-length"}


def normal(requests):
    return [normal_request(*request) for request in requests] or "not sent"


def normal_request(method, target, headers, body):
    fields = {}
    for name, text in headers:
        if name.lower() not in UNCOMPARED:
            fields[name.lower()] = fields.get(name.lower(), ()) + (text,)
    kind = fields.get("content-type", ("",))[0]
    boundary = re.search(r'boundary="?([^";]+)', kind)
    if boundary:
        fields["content-type"] = (without_boundary(kind),)
        body = parts(body, boundary.group(1).encode())
    elif kind.partition(";")[0] == "application/json":
        body = value(json.loads(body))
    return {"method": method, "target": target, "headers": fields, "body": body}


def without_boundary(kind):
    return re.sub(r';\s*boundary=("[^"]*"|[^;]*)', "", kind)


def parts(body, boundary):
    """The parts by name: their order is kept only among those of one name."""
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if pieces[0] or not pieces[-1].startswith(b"--"):
        raise ValueError(f"not a multipart body: {body!r}")
    named = sorted((part(piece) for piece in pieces[1:-1]), key=lambda pair: pair[0])
    return [part for _, part in named]


def part(piece):
    """A part's name, and all of it."""
    head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    fields = {}
    for line in head.decode().split("\r\n"):
        name, _, text = line.partition(":")
        fields[name.strip().lower()] = text.strip()
    name = re.search(r'\bname="([^"]*)"', fields["content-disposition"])
    return name.group(1), {"headers": fields, "content": content}


def value(json_value):
    """A JSON value of which Python's `==` is JSON's equality: `true` is not 1 there, 1 is 1.0, and null is no missing member."""
    if json_value is None:
        return "$null"
    if isinstance(json_value, bool):
        return "$true" if json_value else "$false"
    if isinstance(json_value, dict):
        return {name: value(member) for name, member in json_value.items()}
    return [value(item) for item in json_value] if isinstance(json_value, list) else json_value


def outcome(result):
    """What was read; a null member and a missing one are the same to a reader."""
    if "failed" in result:
        return {"failed": result["failed"]}
    return {"read": value(without_nulls(result["read"]))}


def without_nulls(json_value):
    if isinstance(json_value, dict):
        return {name: without_nulls(member) for name, member in json_value.items() if member is not None}
    return [without_nulls(item) for item in json_value] if isinstance(json_value, list) else json_value


def differences(left, right, place=""):
    """The places in which two values differ, such as `0.headers.accept`, each with both values."""
    if isinstance(left, dict) and isinstance(right, dict):
        names = sorted(left.keys() | right.keys())
        pairs = [(name, left.get(name), right.get(name)) for name in names]
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        pairs = [(index, *pair) for index, pair in enumerate(zip(left, right))]
    else:
        return {} if left == right else {place: (left, right)}
    found = {}
    for name, one, other in pairs:
        found |= differences(one, other, f"{place}.{name}" if place else f"{name}")
    return found
