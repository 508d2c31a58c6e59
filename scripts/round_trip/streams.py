"""Bodies of values one after the other: taken apart again."""

from . import jsontext


def items(content_type, body):
    """The values of a stream of lines, of a JSON text sequence (RFC 7464), or of events (WHATWG HTML)."""
    text, kind = body.decode("utf-8"), content_type.partition(";")[0]
    if kind.endswith("event-stream"):
        return [jsontext.parse(data_of(event)) for event in text.split("\n\n") if event]
    if kind.endswith("json-seq"):
        return [jsontext.parse(one) for one in text.split("\x1e")[1:]]
    return [jsontext.parse(line) for line in text.split("\n") if line]


def data_of(event):
    return "\n".join(line.removeprefix("data: ") for line in event.split("\n") if line.startswith("data"))
