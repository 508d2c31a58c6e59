"""A loopback server that writes down what it is sent, byte by byte, and answers 200 without a body."""

import dataclasses
import queue
import socket
import threading


@dataclasses.dataclass
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: list
    body: bytes

    def header(self, name):
        """All fields of a name, or None."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return found or None


class Server:
    def __init__(self):
        self.requests = queue.Queue()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection, connection.makefile("rb") as stream:
            while True:
                received = read_request(stream)
                if received is None:
                    return
                self.requests.put(received)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    def take(self):
        """The requests that came since it was last asked."""
        found = []
        while not self.requests.empty():
            found.append(self.requests.get())
        return found

    def close(self):
        self.socket.close()


def read_request(stream):
    first = stream.readline()
    if not first:
        return None
    method, target, _ = first.decode("latin-1").split(" ")
    headers = []
    while (line := stream.readline().rstrip(b"\r\n")):
        name, _, value = line.decode("latin-1").partition(":")
        headers.append((name, value.strip(" \t")))
    fields = {name.lower(): value for name, value in headers}
    if fields.get("transfer-encoding", "").lower() == "chunked":
        body = b"".join(iter(lambda: read_chunk(stream), b""))
    else:
        body = stream.read(int(fields.get("content-length", 0)))
    return Received(method, target, headers, body)


def read_chunk(stream):
    size = int(stream.readline().split(b";")[0], 16)
    data = stream.read(size)
    stream.readline()
    return data
