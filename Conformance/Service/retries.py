"""Failures that pass: counted per request ID."""

import json
import threading
import time

from exchange import Answer, Routes

routes = Routes()
counts = {}
lock = threading.Lock()


def times(key):
    """How often this was asked before."""
    with lock:
        counts[key] = counts.get(key, -1) + 1
        return counts[key]


def fault(request):
    """What the header `fault-settings` asks for, before the route is asked; nothing once it was done often enough."""
    settings = request.header("fault-settings")
    if not settings or not settings.startswith("{"):
        return None
    settings = json.loads(settings)
    before = times(("fault", request.call, request.header("request-id"), request.raw_query))
    if before < settings.get("reject_count", 0):
        return Answer(drop=True)
    if before < settings.get("error_count", 0):
        return Answer(settings.get("error_code", 500))
    if before < settings.get("delay_count", 0):
        time.sleep(settings.get("delay_ms", 0) / 1000)
    return None


@routes.add("/retries", "GET", "POST")
@routes.add("/retriesFlatEmptyResponse", "POST")
def retries(request):
    """Fails `num-retries` times (3 unless told), then says how often it was tried again."""
    name = request.query.get("request-id")
    if not name:
        return Answer(400)
    before = times(("retries", request.path, request.method, name))
    if before < request.whole("num-retries", 3):
        headers = []
        if "retry-after-val" in request.query:
            headers.append(("Retry-After", request.query["retry-after-val"]))
        if "retry-after-ms-val" in request.query:
            headers.append(("retry-after-ms", request.query["retry-after-ms-val"]))
        return Answer(request.whole("status-code", 503), headers=headers)
    return Answer(200) if request.path.endswith("EmptyResponse") else Answer.json({"retries": before})
