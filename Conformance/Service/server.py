"""Serves httpbin and the own service on the document's two ports of the loopback, until its input ends.

Usage: server.py DOCUMENT; prints `ready` once both ports take connections.
"""

import http.server
import io
import sys
import threading
import time
import urllib.parse

import httpbin
import werkzeug.serving

import auth
import wire
from document import Document
from exchange import Answer, Request
from service import Seen, Service
from sweep import Calls

HTTPBIN_PORT, SERVICE_PORT = 35123, 35456


class Control:
    """What the tests ask about requests that were seen, below `/_conformance/`."""

    def __init__(self, document, seen):
        self.document, self.seen, self.calls = document, seen, Calls(document)

    def answer(self, request):
        what, call = map(urllib.parse.unquote, request.path.split("/")[2:4])
        if what == "seen":
            return Answer.json([{**each, "body": each["body"].decode("utf-8", "replace")} for each in self.seen.of(call)])
        if what == "tokens":
            return Answer.json(auth.token_requests.get(call, []))
        if what == "called":
            return Answer.json(sorted(self.seen.operations))
        if what == "differences":
            return Answer.json(self.differences(call))
        return Answer(404)

    def differences(self, call):
        """How a call of the sweep, which is named after its operation, differs from what was put in."""
        seen = self.seen.of(call)
        operation = self.document.operations[call.removeprefix("sweep-")]
        return wire.differences(operation, seen[0], self.calls.sent(operation)) if seen else ["no request"]


class Handler(http.server.BaseHTTPRequestHandler):
    """HTTP for the own service."""

    protocol_version = "HTTP/1.1"
    service = control = None

    def handle_any(self):
        request = Request(self.command, self.path, list(self.headers.items()), self.read_body())
        side = Handler.control if request.path.startswith("/_conformance/") else Handler.service
        try:
            self.reply(self.answered(side, request))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answered(self, side, request):
        """A fault of the service is an answer, which says what it was."""
        try:
            return side.answer(request)
        except Exception as fault:
            return Answer.json({"message": f"the test service failed: {fault!r}"}, 500)

    def read_body(self):
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            data = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                data += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return data
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def reply(self, answer):
        if answer.drop:
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.chunks is None:
            if answer.status not in (204, 304):
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for chunk in answer.chunks:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            self.wfile.flush()
        while answer.hold:
            # Comments, until the client lets go; 100 of them are enough for any test.
            self.wfile.write(b"2\r\n:\n\r\n")
            self.wfile.flush()
            time.sleep(0.05)
        self.wfile.write(b"0\r\n\r\n")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = handle_any

    def log_message(self, *_):
        pass


class RecordingBin:
    """httpbin as it is, after its request was noted."""

    def __init__(self, seen):
        self.seen = seen

    def __call__(self, environ, start_response):
        is_chunked = "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "")
        body = environ["wsgi.input"].read(-1 if is_chunked else int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        headers = [(name[5:].replace("_", "-").title(), value) for name, value in environ.items()
                   if name.startswith("HTTP_")]
        headers.append(("Content-Type", environ.get("CONTENT_TYPE", "")))
        self.seen.add(Request(environ["REQUEST_METHOD"], environ["RAW_URI"], headers, body))
        return httpbin.app(environ, start_response)


class QuietHandler(werkzeug.serving.WSGIRequestHandler):
    def log(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Tests open many connections at once."""

    request_queue_size = 128
    daemon_threads = True


def main():
    document = Document(sys.argv[1])
    seen = Seen()
    Handler.service, Handler.control = Service(document, seen), Control(document, seen)
    servers = [
        werkzeug.serving.make_server("127.0.0.1", HTTPBIN_PORT, RecordingBin(seen), threaded=True,
                                     request_handler=QuietHandler),
        Server(("127.0.0.1", SERVICE_PORT), Handler),
    ]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()


main()
