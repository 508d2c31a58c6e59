"""Event streams and lines of JSON, in chunks that cut where it hurts."""

import json

from exchange import Answer, Routes

routes = Routes()
TEXT = "Hello world!"


def events(*blocks, cut=0, **more):
    """A stream of blocks, each closed by an empty line; `cut` splits the whole into chunks of that many bytes."""
    data = [(block + "\n\n").encode() for block in blocks]
    return Answer(kind="text/event-stream", chunks=cutting(data, cut), **more)


def cutting(data, cut):
    whole = b"".join(data)
    return [whole[at:at + cut] for at in range(0, len(whole), cut)] if cut else data


def content(*texts):
    return ["data: " + json.dumps({"content": text}) for text in texts]


@routes.add("/eventstreams/json", "POST")
def as_json(request):
    return events(*content("Hello", " ", "world", "!"), headers=[("Request-Id", "stream-1")])


@routes.add("/eventstreams/malformed", "POST")
def malformed(request):
    """The second event is no JSON."""
    return events(*content("Hello"), "data: {not json", *content("lost"))


@routes.add("/eventstreams/text", "POST")
def as_text(request):
    return events("data: Hello", "data:  ", "data: world", "data: !")


@routes.add("/eventstreams/multiline", "POST")
def multiline(request):
    return events("data: YHOO\ndata: +2\ndata: 10")


@routes.add("/eventstreams/rich", "POST")
def rich(request):
    def completion(number, text, finish):
        data = {"completion": text, "stop_reason": finish, "model": "jeeves-1"}
        return f"id: job-{number}\nevent: completion\ndata: {json.dumps(data)}"
    return events(completion(1, "Hello", None), "event: heartbeat\ndata: ping\nretry: 3000",
                  completion(1, "world!", "stop_sequence"))


@routes.add("/eventstreams/differentdataschemas", "POST")
def different(request):
    return events("id: event-1\nevent: message\ndata: " + json.dumps({"content": "Here is your url"}),
                  "id: event-2\nevent: url\ndata: " + json.dumps({"url": "https://example.com"}),
                  "id: event-3\nevent: array\ndata: " + json.dumps([1, 2]),
                  "id: event-4\nevent: primitive\ndata: true", "id: event-5\nevent: primitive\ndata: 12.5")


@routes.add("/eventstreams/chat", "POST")
@routes.add("/eventstreams/sse-overload", "POST")
def chat(request):
    """A stream or a whole list, by the body's `stream` or by what is accepted."""
    body = request.json()
    if body.get("prompt") == "bad":
        return Answer.json({"code": "bad_prompt", "message": "no such prompt", "type": "invalid"}, 400)
    wants = body.get("stream")
    if wants or (wants is None and "text/event-stream" in request.header("accept", "").split(",")[0]):
        return events(*content("Hello", " ", "world", "!"), "data: [DONE]", cut=7)
    whole = [{"data": {"content": text}} for text in ("Hello", " ", "world", "!")] + [{"data": "[DONE]"}]
    return Answer.json(whole)


@routes.add("/eventstreams/chat-heartbeat", "POST")
def heartbeat(request):
    """Events without data keep the line open and are no elements."""
    first, *rest = content("Hello", " ", "world", "!")
    return events("event: heartbeat", first, ": only a comment", "event: heartbeat\nid: 7", *rest, "data: [DONE]")


@routes.add("/eventstreams/chat-chunked", "POST")
def chunked(request):
    """Three bytes a chunk; what follows the sentinel must not be read."""
    return events(*content("Hello", " ", "world", "!"), "data: [DONE]", "data: {broken", cut=3)


@routes.add("/eventstreams/stayopen", "POST")
def stay_open(request):
    """The connection stays open after the sentinel, until the client lets go of it."""
    return events("data: event 1", "data: event 2", "data: [SENTINEL]", hold=True)


@routes.add("/eventstreams/union-with-comments", "POST")
def union_with_comments(request):
    return events(": hello\nevent: status\n: in between\ndata: " + json.dumps({"message": "on", "status": "active"}),
                  ": alone", "event: progress\ndata: " + json.dumps({"percent": 50, "detail": "half"}),
                  "event: status\ndata: " + json.dumps({"message": "off", "status": "done"}), cut=5)


@routes.add("/eventstreams/partial-with-comments", "POST")
def partial_with_comments(request):
    return events(": c\nid: 1\nevent: a\ndata: " + json.dumps({"message": "first", "status": "on"}),
                  "id: 2\n: c\nevent: b\ndata: " + json.dumps({"progress": 50}), "data: [DONE]", cut=11)


@routes.add("/eventstreams/optionaldata", "POST")
def optional_data(request):
    return events("event: heartbeat", 'event: message\ndata: {"content": "hi"}\nid: 1\nretry: 10', "event: heartbeat")


@routes.add("/eventstreams/wpt-compliance", "GET")
def compliance(request):
    """Line ends of all kinds, a byte order mark, one space stripped, fields that are ignored, an event cut off."""
    text = ("\ufeffdata: mark\n\n" "data:one space\r\n\r\n" "data:  two spaces\r\r" "data\n\n" "data:\ndata:\n\n"
            "unknown: x\ndata: kept\n\n" "id: 5\nevent: named\nretry: 99\ndata: all\n\n" "retry: 1x\ndata: same id\n\n"
            "data: never finished")
    return Answer(kind="text/event-stream; charset=utf-8", chunks=[bytes([byte]) for byte in text.encode()])


@routes.add("/eventstreams/mixeddata", "POST")
def mixed(request):
    return events('event: completion\ndata: {"content": "json"}', "event: text\ndata: plain text",
                  "event: loading\ndata: 100%")


@routes.add("/eventstreams/nullable-id", "GET")
def nullable_id(request):
    return events('event: update\ndata: {"status": "none"}', 'id: 1\nevent: update\ndata: {"status": "one"}')


PEOPLE = [{"name": "Peter", "skills": ["Go", "Python"]}, {"name": "Charles", "skills": ["Java", "C#"]},
          {"name": "Ben", "skills": ["TypeScript", "Swift é"]}]


def lines(request, values, cut=0):
    data = [(json.dumps(value, ensure_ascii=False) + "\n").encode() for value in values]
    kind = "application/x-ndjson" if "ndjson" in request.path else "application/jsonl"
    return Answer(kind=kind, chunks=cutting(data, cut))


@routes.add("/jsonl", "GET")
@routes.add("/x-ndjson", "GET")
def json_lines(request):
    return lines(request, PEOPLE)


@routes.add("/jsonl/deserialization_verification", "GET")
def camel_case(request):
    return lines(request, [{"isFinished": "no"}, {"isFinished": "yes"}])


@routes.add("/jsonl/chunks", "GET")
@routes.add("/x-ndjson/chunks", "GET")
def json_lines_in_chunks(request):
    return lines(request, PEOPLE, cut=4)
