"""The middleman: sits between the terminal and the backend with the backend's own certificate, and does one mischief.

What he can do on the line (`LINE`) any network can do to a terminal; what he can do to exchanges (`EXCHANGE`) takes a
backend, or a gateway before it, that has gone wrong. Threads of his own; `with Middleman(...) as m:`.
"""

import http.client
import socket
import ssl
import struct
import threading
from dataclasses import dataclass

PROBLEM = b'{"type":"about:blank","title":"trouble","status":%d}'
PAGE = b"<!doctype html><title>Welcome to the hotel</title><form>Room number: <input></form>"
PORTAL = (b"HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/login\r\nContent-Type: text/html\r\n"
          b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(PAGE), PAGE))


@dataclass
class Exchange:
    """One request, as it came, and what the backend made of it."""

    request: bytes
    method: str
    path: str
    status: int = 0
    reply: bytes = b""  # head and body
    body: bytes = b""

    def submits(self):
        return self.method == "POST" and self.path in ("/v1/requests", "/v1/reports", "/v1/appointments")


def reset(connection):
    """The line is cut: no orderly end, neither of TLS nor of TCP."""
    plain = connection.detach() if isinstance(connection, ssl.SSLSocket) else None
    victim = socket.socket(fileno=plain) if plain is not None else connection
    victim.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    victim.close()


def reply_of(status, body, kind=b"application/problem+json"):
    return b"HTTP/1.1 %d Trouble\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (status, kind, len(body), body)


# --- on the line: `mischief(middleman, connection)` instead of TLS ------------------------------------------------------


def black_hole(middleman, connection):
    """Takes the connection and everything that is said, and is silent."""
    middleman.over.wait()


def hang_up(middleman, connection):
    reset(connection)


def portal_page(middleman, connection):
    """A captive portal that knows plain HTTP only."""
    connection.sendall(PORTAL)


def portal_certificate(middleman, connection):
    """A captive portal that breaks TLS open: a certificate of its own, and a page."""
    with middleman.foreign.wrap_socket(connection, server_side=True) as tls:
        tls.recv(65536)
        tls.sendall(PORTAL)


def byte_a_second(middleman, connection):
    """The way there is as it should be, the way back lets one byte through each second."""
    with socket.create_connection(("127.0.0.1", middleman.backend_port)) as onward:
        def forth():
            try:
                while more := connection.recv(65536):
                    onward.sendall(more)
            except OSError:
                pass

        threading.Thread(target=forth, daemon=True).start()
        while (byte := onward.recv(1)) and not middleman.over.wait(1):
            connection.sendall(byte)


LINE = {"black-hole": black_hole, "hang-up": hang_up, "portal-page": portal_page,
        "portal-certificate": portal_certificate, "byte-a-second": byte_a_second}


# --- to exchanges: `mischief(middleman, tls, exchange)`; the backend is asked by middleman.forward(exchange) ------------


def lose_request(middleman, tls, exchange):
    reset(tls)


def lose_reply(middleman, tls, exchange):
    middleman.forward(exchange)
    reset(tls)


def late(middleman, tls, exchange):
    """The request lies in some buffer; it arrives when the terminal has been told that nobody knows it."""
    middleman.held.append(exchange)
    reset(tls)


def double_request(middleman, tls, exchange):
    middleman.forward(exchange)
    first = exchange.reply
    middleman.forward(exchange)
    tls.sendall(first)


def double_reply(middleman, tls, exchange):
    middleman.forward(exchange)
    tls.sendall(exchange.reply * 2)


def half_reply(middleman, tls, exchange):
    middleman.forward(exchange)
    tls.sendall(exchange.reply[:-max(1, len(exchange.body) // 2)])
    reset(tls)


def garbage(middleman, tls, exchange):
    middleman.forward(exchange)
    tls.sendall(bytes(range(256)) * 16)


def wrong_shape(middleman, tls, exchange):
    middleman.forward(exchange)
    tls.sendall(reply_of(exchange.status, b'{"number":["RP-26-999999"],"unexpected":{"a":null}}', b"application/json"))


def somebody_elses(middleman, tls, exchange):
    """A page of good JSON that belongs to another call."""
    middleman.forward(exchange)
    tls.sendall(reply_of(200, b'{"keys":[]}', b"application/json"))


def status(code, forwards):
    def mischief(middleman, tls, exchange):
        if forwards:
            middleman.forward(exchange)
        tls.sendall(reply_of(code, PROBLEM % code))

    return mischief


def gigabyte(middleman, tls, exchange):
    """It is announced and begun; who reads it whole has no memory left."""
    middleman.forward(exchange)
    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n")
    block = b" " * 65536
    for _ in range(1 << 14):
        tls.sendall(block)


def gigabyte_in_chunks(middleman, tls, exchange):
    """The same, but it is not announced."""
    middleman.forward(exchange)
    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    block = b"10000\r\n" + b" " * 65536 + b"\r\n"
    for _ in range(1 << 14):
        tls.sendall(block)


def silence(middleman, tls, exchange):
    middleman.forward(exchange)
    middleman.over.wait()


def slow_loris(middleman, tls, exchange):
    """A header that never ends, a few bytes each second."""
    middleman.forward(exchange)
    tls.sendall(b"HTTP/1.1 200 OK\r\n")
    while not middleman.over.wait(1):
        tls.sendall(b"X-More: 1\r\n")


EXCHANGE = {
    "lose-request": lose_request, "lose-reply": lose_reply, "late": late, "double-request": double_request,
    "double-reply": double_reply, "half-reply": half_reply, "garbage": garbage, "wrong-shape": wrong_shape,
    "somebody-elses": somebody_elses, "status-429": status(429, False), "status-500": status(500, False),
    "status-503": status(503, False), "status-500-done": status(500, True), "status-502-done": status(502, True),
    "gigabyte": gigabyte, "gigabyte-in-chunks": gigabyte_in_chunks, "silence": silence, "slow-loris": slow_loris,
}


class Middleman:
    """One visit's: of what matches, the `first`-th and `count - 1` more get the mischief; everything else passes."""

    def __init__(self, sandbox, mischief, first, count, only_submissions=False):
        pki = sandbox.folder / "sandbox/pki"
        self.line, self.exchange = LINE.get(mischief), EXCHANGE.get(mischief)
        self.refuses = mischief == "refused"
        self.first, self.count, self.only_submissions = first, count, only_submissions
        self.backend_port = sandbox.ports[0]
        self.over = threading.Event()
        self.lock = threading.Lock()
        self.met, self.done, self.held = 0, 0, []
        self.server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.server.load_cert_chain(pki / "server.pem", pki / "server.key")
        self.server.load_verify_locations(pki / "ca.pem")
        self.server.verify_mode = ssl.CERT_REQUIRED
        self.foreign = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.foreign.load_cert_chain(*sandbox.foreign_certificate())
        self.client = ssl.create_default_context(cafile=pki / "ca.pem")
        self.client.load_cert_chain(pki / "client.pem", pki / "client.key")

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        if self.refuses:
            self.listener.close()  # for the whole visit: nobody listens there
        else:
            self.thread = threading.Thread(target=self.accept, daemon=True)
            self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        if not self.refuses:
            self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()
            self.thread.join()

    def relent(self):
        """From now on everything passes, and what was held back arrives."""
        with self.lock:
            self.count = 0
        self.over.set()
        self.deliver()

    def deliver(self):
        with self.lock:
            held, self.held = self.held, []
        for exchange in held:
            self.forward(exchange)

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def is_due(self):
        with self.lock:
            self.met += 1
            due = self.first < self.met <= self.first + self.count
            self.done += due
            return due

    def serve(self, connection):
        try:
            if self.line:
                if self.is_due():
                    self.line(self, connection)
                    connection.close()
                    return
            with self.server.wrap_socket(connection, server_side=True) as tls:
                while exchange := self.read(tls):
                    due = self.exchange and (exchange.submits() or not self.only_submissions) and self.is_due()
                    if due:
                        self.exchange(self, tls, exchange)
                        return
                    self.forward(exchange)
                    tls.sendall(exchange.reply)
                    if "/by-key/" in exchange.path:
                        self.deliver()  # the terminal has its answer: now comes what was late
        except (OSError, ValueError, http.client.HTTPException):
            pass  # the terminal hung up, or the backend

    @staticmethod
    def read(tls):
        """A whole request, or nothing at the end of the connection."""
        read = b""
        while b"\r\n\r\n" not in read:
            more = tls.recv(65536)
            if not more:
                return None
            read += more
        head, body = read.split(b"\r\n\r\n", 1)
        length = 0
        for line in head.split(b"\r\n")[1:]:
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                length = int(value)
        while len(body) < length:
            more = tls.recv(65536)
            if not more:
                return None
            body += more
        method, path, _ = head.split(b"\r\n")[0].decode().split(" ")
        return Exchange(head + b"\r\n\r\n" + body, method, path)

    def forward(self, exchange):
        """Asks the backend, on a connection of its own, and keeps the reply as bytes."""
        with socket.create_connection(("127.0.0.1", self.backend_port), timeout=30) as plain:
            with self.client.wrap_socket(plain, server_hostname="localhost") as tls:
                tls.sendall(exchange.request)
                reply = http.client.HTTPResponse(tls, method=exchange.method)
                reply.begin()
                exchange.body, exchange.status = reply.read(), reply.status
        head = [b"HTTP/1.1 %d %s" % (reply.status, reply.reason.encode())]
        head += [f"{name}: {value}".encode() for name, value in reply.getheaders()
                 if name.lower() not in ("connection", "transfer-encoding", "content-length")]
        if reply.status not in (204, 304):
            head.append(b"Content-Length: %d" % len(exchange.body))
        exchange.reply = b"\r\n".join(head) + b"\r\n\r\n" + exchange.body
