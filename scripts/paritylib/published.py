"""Makes calls with the published Python SDK, and tells what it read from the answers."""

import datetime
import functools
import json
import os

import httpx
from openrouter import OpenRouter, errors
from openrouter.utils import marshal_json

# Our names of the headers that a client or a call can be given, and theirs.
GLOBALS = {"httpReferer": "http_referer", "appTitle": "x_open_router_title", "appCategories": "x_open_router_categories"}


def make(call, base):
    """Makes one call and gives what was read: `{"read": […]}` or `{"failed": …}`."""
    saved = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("OPENROUTER_")]:
        del os.environ[name]
    os.environ.update(call.get("environment", {}))
    try:
        key = call.get("apiKey", "sk-parity")
        server = base + call.get("baseSuffix", "")
        with OpenRouter(api_key=key, server_url=server, **header_arguments(call.get("client", {}))) as sdk:
            # Nothing is tried twice: a call that fails locally counts as not sent.
            arguments = {name: special(value) for name, value in call.get("arguments", {}).items()}
            answer = method(sdk, call)(
                http_headers=call.get("headers"), retries=None, **header_arguments(call), **arguments)
            return {"read": list(read(answer, call.get("pages", 1)))}
    except Exception as error:
        return {"failed": failure(error), "why": f"{type(error).__name__}: {error}"}
    finally:
        os.environ.clear()
        os.environ.update(saved)


def method(sdk, call):
    """The SDK's method that the call names, such as `chat.send`."""
    return functools.reduce(getattr, call["python"].split("."), sdk)


def header_arguments(values):
    return {theirs: values[ours] for ours, theirs in GLOBALS.items() if ours in values}


def special(value):
    """What JSON has no values for: dates and bytes."""
    if isinstance(value, dict):
        if "$date" in value:
            return datetime.datetime.fromisoformat(value["$date"])
        if "$bytes" in value:
            return value["$bytes"].encode()
        return {name: special(member) for name, member in value.items()}
    return [special(item) for item in value] if isinstance(value, list) else value


def read(answer, pages):
    """What the SDK gives its caller, as JSON values: one for a value, one for a page, one for an event."""
    if isinstance(answer, httpx.Response):
        yield answer.read().decode()
    elif hasattr(answer, "generator"):
        yield from events(answer)
    elif hasattr(answer, "next") and hasattr(answer, "result"):
        yield plain(answer.result)
        for _ in range(pages - 1):
            answer = answer.next()
            yield plain(answer.result)
    else:
        yield plain(answer)


def events(stream):
    try:
        for event in stream:
            yield plain(event)
    except Exception as error:
        yield {"failed": failure(error)}


def plain(value):
    return json.loads(marshal_json(value, type(value)) or "null")


def failure(error):
    """The kind of failure, by which both SDKs are compared."""
    if isinstance(error, errors.ResponseValidationError):
        return "decoding"
    if isinstance(error, errors.OpenRouterError):
        return {"status": error.status_code, "message": error.message}
    return "not sent" if not isinstance(error, httpx.HTTPError) else "transport"
