"""The own service: special answers first, else a sample of what the document promises."""

import json
import threading

import answers
import auth
import paging
import polling
import retries
import streams
from exchange import Answer, Request
from samples import Samples

ROUTES = [auth.routes, retries.routes, paging.routes, polling.routes, streams.routes, answers.routes]


class Seen:
    """Every request of the tests, by call, from both servers."""

    def __init__(self):
        self.calls, self.operations, self.lock = {}, set(), threading.Lock()

    def add(self, request):
        with self.lock:
            if request.operation:
                self.operations.add(request.operation)
            if request.call:
                self.calls.setdefault(request.call, []).append(request.seen())

    def of(self, call):
        with self.lock:
            return list(self.calls.get(call, []))


class Service:
    """Answers requests of the document's operations."""

    def __init__(self, document, seen):
        self.document, self.seen = document, seen
        self.samples = Samples(document, "response")

    def answer(self, request):
        self.seen.add(request)
        failure = retries.fault(request)
        if failure:
            return failure
        for routes in ROUTES:
            function = routes.find(request)
            found = function(request) if function else None
            if found:
                return found
        return self.sample(request)

    def sample(self, request):
        """The first success that the document describes, made of its schema."""
        operation = self.document.operations.get(request.operation or "")
        if operation is None or operation.method != request.method or operation.segments(request.path) is None:
            operation = next(iter(self.document.matching(request.method, request.path)), None)
        if operation is None:
            return Answer(404)
        for status, response in sorted(operation.responses.items()):
            if status[0] in "2d":
                return self.described(200 if status[1:] in ("XX", "efault") else int(status), response)
        return Answer(200)

    def described(self, status, response):
        content = response.get("content") or {}
        if not content:
            return Answer(status)
        kind = "application/json" if "application/json" in content else next(iter(content))
        value = self.samples.make(content[kind].get("schema"))
        if kind.endswith("json"):
            return Answer(status, json.dumps(value).encode(), kind)
        return Answer(status, str(value).encode(), kind)
