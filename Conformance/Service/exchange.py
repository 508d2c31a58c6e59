"""What a request of the own service is, and what it answers."""

import json
import urllib.parse


class Request:
    """A request as it came; `call` and `operation` are what the tests say of it in headers of their own."""

    def __init__(self, method, target, headers, body):
        self.method, self.target, self.body = method, target, body
        self.path, _, self.raw_query = target.partition("?")
        self.headers = headers
        self.call = self.header("x-conformance-call")
        self.operation = self.header("x-conformance-operation")
        self.query = dict(urllib.parse.parse_qsl(self.raw_query, keep_blank_values=True))

    def header(self, name, default=None):
        return next((value for key, value in self.headers if key.lower() == name), default)

    def json(self):
        """The body, an empty object where there is none."""
        return json.loads(self.body) if self.body else {}

    def whole(self, name, default):
        """A query parameter as a whole number."""
        return int(self.query.get(name, default))

    def seen(self):
        return {"method": self.method, "target": self.target, "headers": self.headers, "body": self.body}


class Answer:
    """A response: a body of bytes, or chunks that are sent one by one. `drop` closes the connection without a word,
    `hold` keeps it open after the chunks until the client closes it."""

    def __init__(self, status=200, body=b"", kind=None, headers=(), chunks=None, drop=False, hold=False):
        self.status, self.body, self.chunks, self.drop, self.hold = status, body, chunks, drop, hold
        self.headers = ([("Content-Type", kind)] if kind else []) + list(headers)

    @classmethod
    def json(cls, value, status=200, headers=()):
        return cls(status, json.dumps(value).encode(), "application/json", headers)


class Routes:
    """Which function answers what."""

    def __init__(self):
        self.functions = []

    def add(self, path, *methods):
        """Takes a function for a path; a path that ends in `/*` is every path below it."""
        def take(function):
            self.functions.append((path, methods or ("GET", "POST", "PUT"), function))
            return function
        return take

    def find(self, request):
        for path, methods, function in self.functions:
            fits = request.path.startswith(path[:-1]) if path.endswith("/*") else request.path == path
            if fits and request.method in methods:
                return function
        return None
