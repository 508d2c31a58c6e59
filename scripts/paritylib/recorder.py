"""A server on the loopback that keeps every request and answers it with what the call was given."""

import http.server
import threading


class Recorder:
    """Answers `/<number of the call>/…` with the answer of that call, and keeps what came."""

    def __init__(self, answers):
        self.requests = []
        recorder = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                prefix, _, rest = self.path.lstrip("/").partition("/")
                headers = list(self.headers.items())
                recorder.requests.append((int(prefix), self.command, "/" + rest, headers, self.body()))
                answer = answers[int(prefix)]
                self.send_response(answer["status"])
                if answer["contentType"]:
                    self.send_header("Content-Type", answer["contentType"])
                self.send_header("Content-Length", str(len(answer["body"])))
                self.end_headers()
                self.wfile.write(answer["body"])

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def body(self):
                if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                    return b"".join(self.chunks())
                return self.rfile.read(int(self.headers.get("Content-Length", "0")))

            def chunks(self):
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    yield self.rfile.read(size)
                    self.rfile.readline()
                while self.rfile.readline().strip():
                    pass

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def taken(self, count):
        """The requests since the last time, as a list for each call."""
        requests, self.requests = self.requests, []
        by_call = [[] for _ in range(count)]
        for index, *rest in requests:
            by_call[index].append(rest)
        return by_call

    def stop(self):
        self.server.shutdown()
