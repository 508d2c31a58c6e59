"""Reads requests by the document, independently of the runtime that wrote them, and compares them with what was put in."""

import datetime
import decimal
import email
import email.policy
import json
import re
import urllib.parse

DEFAULT_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


def text_of(value):
    """The text that a simple value is on the wire."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def same(sent, read):
    """Whether a value that was put in is the value that was read, where a text may stand for a simple value."""
    if isinstance(sent, dict):
        read = parsed(read, dict)
        return isinstance(read, dict) and sorted(sent) == sorted(read) and all(same(sent[k], read[k]) for k in sent)
    if isinstance(sent, list):
        read = parsed(read, list)
        return isinstance(read, list) and len(sent) == len(read) and all(map(same, sent, read))
    if sent is None or read is None or isinstance(read, (dict, list)):
        return sent is None and read in (None, "", "null")
    if isinstance(sent, bool) or isinstance(read, bool):
        return text_of(sent) == text_of(read)
    return sent == read or text_of(sent) == text_of(read) or number(sent, read) or instant(sent, read)


def parsed(value, kind):
    """JSON text inside a text, where the style has no other way to write structure."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def number(sent, read):
    try:
        return decimal.Decimal(text_of(sent)) == decimal.Decimal(text_of(read))
    except decimal.InvalidOperation:
        return False


def instant(sent, read):
    """Whether two texts are the same point in time, to the millisecond."""
    try:
        times = [datetime.datetime.fromisoformat(re.sub(r"[zZ]$", "+00:00", str(text))) for text in (sent, read)]
        return abs(times[0] - times[1]) < datetime.timedelta(milliseconds=1)
    except (TypeError, ValueError):
        return False


def unquote(text):
    return urllib.parse.unquote(text, errors="strict")


def query_pairs(raw_query):
    """The raw pairs of a query, names decoded."""
    pairs = [part.partition("=") for part in raw_query.split("&") if part]
    return [(unquote(name.replace("+", " ")), value.replace("+", "%20")) for name, _, value in pairs]


def split(raw, separator, shape, explode):
    """A list or an object out of separated parts."""
    parts = raw.split(separator) if raw else []
    if isinstance(shape, list):
        return [unquote(part) for part in parts]
    if explode:
        return {unquote(name): unquote(value) for name, _, value in (part.partition("=") for part in parts)}
    return {unquote(name): unquote(value) for name, value in zip(parts[::2], parts[1::2])}


def deep(pairs, name):
    """A `deepObject` parameter; lists end in `[]` or are numbered."""
    result = None
    for key, value in pairs:
        if not key.startswith(name + "["):
            continue
        result = {} if result is None else result
        node, keys = result, re.findall(r"\[([^\]]*)\]", key[len(name):])
        for index, step in enumerate(keys):
            is_last = index == len(keys) - 1
            if step == "":
                node.append(unquote(value))
            elif is_last:
                node[step] = unquote(value)
            else:
                node = node.setdefault(step, [] if keys[index + 1] == "" else {})
    return result


class Reading:
    """One request as its operation describes it."""

    def __init__(self, operation, seen):
        self.operation = operation
        path, _, query = seen["target"].partition("?")
        self.segments = operation.segments(path)
        self.pairs = query_pairs(query)
        self.headers = {name.lower(): value for name, value in seen["headers"]}
        self.body = seen["body"]

    def parameter(self, parameter, shape):
        """The parameter's value, read in the shape of the value that was put in; nothing when it is not there."""
        location, name = parameter["in"], parameter["name"]
        content = next(iter(parameter.get("content") or {}), None)
        style = parameter.get("style") or DEFAULT_STYLES[location]
        explode = parameter.get("explode", style == "form")
        if location == "query":
            return self.query(name, shape, style, explode, content)
        raw = (self.segments or {}).get(name) if location == "path" else self.headers.get(name.lower())
        if raw is None:
            return None
        if content:
            return json.loads(unquote(raw) if location == "path" else raw)
        if isinstance(shape, (list, dict)):
            return split(raw if location == "path" else urllib.parse.quote(raw, safe=",=%"), ",", shape, explode)
        return unquote(raw) if location == "path" else raw

    def query(self, name, shape, style, explode, content):
        own = [value for key, value in self.pairs if key == name]
        if content:
            return json.loads(unquote(own[0])) if own else None
        if style == "deepObject":
            return deep(self.pairs, name)
        if isinstance(shape, dict) and explode:
            found = {key: unquote(value) for key, value in self.pairs if key in shape}
            for key, value in shape.items():
                if isinstance(value, list) and key in found:
                    found[key] = [unquote(each) for other, each in self.pairs if other == key]
            return found
        if not own:
            return None
        if isinstance(shape, list) and explode:
            return [unquote(value) for value in own]
        if isinstance(shape, (list, dict)):
            separator = {"pipeDelimited": "|", "spaceDelimited": "%20"}.get(style, ",")
            return split(own[0].replace("%7C", "|").replace("%7c", "|"), separator, shape, False)
        return unquote(own[0])

    def content(self):
        """The body's media type and value."""
        kind = self.headers.get("content-type", "")
        plain = kind.split(";")[0].strip().lower()
        if plain == "application/json" or plain.endswith("+json") or plain == "text/json":
            return plain, json.loads(self.body, parse_float=decimal.Decimal)
        if plain == "application/x-www-form-urlencoded":
            return plain, form(urllib.parse.parse_qsl(self.body.decode(), keep_blank_values=True))
        if plain == "multipart/form-data":
            return plain, form(parts(kind, self.body))
        return plain, self.body.decode("utf-8", "replace")


def messages(kind, body):
    """The parts of a multipart body."""
    whole = b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body
    return email.message_from_bytes(whole, policy=email.policy.HTTP).iter_parts()


def parts(kind, body):
    """Names and texts of the parts of a multipart body."""
    for part in messages(kind, body):
        name = part.get_param("name", header="content-disposition")
        yield name, part.get_payload(decode=True).decode("utf-8", "replace")


def form(pairs):
    """Pairs as an object; a name that stands there several times is a list."""
    result = {}
    for name, value in pairs:
        name = name[:-2] if name.endswith("[]") else name
        result.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in result.items()}


def differences(operation, seen, sent):
    """What a request says other than the call that made it; nothing when all is the same."""
    found = []
    if seen["method"] != operation.method:
        found.append(f"method {seen['method']} instead of {operation.method}")
    reading = Reading(operation, seen)
    if reading.segments is None:
        return found + [f"path {seen['target']} instead of {operation.path}"]
    for parameter in operation.parameters:
        key = f"{parameter['in']}:{parameter['name']}"
        if key in sent["parameters"]:
            value = sent["parameters"][key]
            read = reading.parameter(parameter, value)
            if not same(value, read):
                found.append(f"{key} is {json.dumps(read)} instead of {json.dumps(value)}")
    if "body" in sent:
        kind, body = reading.content()
        if kind != sent["contentType"]:
            found.append(f"content type {kind} instead of {sent['contentType']}")
        elif not same_body(kind, sent["body"], body):
            found.append(f"body {json.dumps(body, default=str)} instead of {json.dumps(sent['body'])}")
    elif seen["body"]:
        found.append("a body that the call has not")
    return found


def same_body(kind, sent, read):
    """Forms write a list of one element as a single pair, and leave out what is null or empty."""
    if isinstance(sent, dict) and kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        sent = {key: value for key, value in sent.items() if value not in (None, [], {})}
        read = {key: [value] if isinstance(sent.get(key), list) and not isinstance(parsed(value, list), list) else value
                for key, value in read.items()}
    return same(sent, read)
