"""The preview's server: pages with what there is to say on them, and a stream that tells when they changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from ipaddress import IPv6Address, ip_address
from socket import AF_INET, AF_INET6
from typing import Any
from urllib.parse import parse_qs, quote

from generator.preview.addresses import OWN, is_named, path_of, site_path
from generator.preview.line import Line
from generator.preview.quoting import read_asked
from generator.preview.room import Served

SCRIPTS = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
BREATH = 15.0
"""Seconds after which an idle stream says that it is still there."""

LARGEST = 200_000
"""Bytes that a request may bring along."""


class Server(ThreadingHTTPServer):
    """Listens at one address until it is shut down. Raises `OSError` where that is taken."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, line: Line, host: str, port: int) -> None:
        self.line, self.bound = line, host
        self.address_family = AF_INET6 if _is_six(host) else AF_INET
        super().__init__((host, port), _Request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hung up is no error, nor is a request that the end cuts off."""
        if not (isinstance(sys.exc_info()[1], ConnectionError) or self.line.has_ended):
            super().handle_error(request, client_address)


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """A page, a file, or what the preview itself is asked for."""
        if not is_named(self.headers.get("Host"), self.server.bound):
            self._send(Served(b"This host is not served here.", "text/plain", status=HTTPStatus.FORBIDDEN))
        elif self.path.startswith(OWN):
            self._own(path_of(self.path).removeprefix(OWN))
        else:
            self._site()

    def do_HEAD(self) -> None:
        """As GET, without the content."""
        self.do_GET()

    def do_POST(self) -> None:
        """What was selected in an article, as YAML: `{"yaml"}` or `{"why"}`."""
        length = self.headers.get("Content-Length", "")
        if not is_named(self.headers.get("Host"), self.server.bound) or path_of(self.path) != f"{OWN}quote":
            self.close_connection = True
            self._send(Served(b"Nothing is taken here.", "text/plain", status=HTTPStatus.FORBIDDEN))
            return
        is_short = length.isascii() and length.isdigit() and int(length) <= LARGEST
        asked = read_asked(self.rfile.read(int(length))) if is_short else None
        if asked is None:
            self.close_connection = True
            self._send(Served(b"This cannot be read.", "text/plain", status=HTTPStatus.BAD_REQUEST))
            return
        copied = self.server.line.ask(lambda room: room.copied(asked))
        said = {"yaml": copied.yaml} if copied.yaml else {"why": copied.why}
        self._send(Served(json.dumps(said).encode(), "application/json"))

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what is wrong stands in the pages."""

    # --- Private ---

    def _site(self) -> None:
        line, mount = self.server.line, self.server.line.ask(lambda room: room.mount)
        path = site_path(self.path, mount)
        if path is None and path_of(self.path) in ("/", mount.rstrip("/")):
            self._redirect(mount)
            return
        found = line.answer(path) if path is not None else None
        if found is None and path is not None and line.answer(f"{path}/index.html"):
            self._redirect(quote(f"{mount}{path}/"))
            return
        self._send(with_preview(found or line.ask(lambda room: room.not_found()), path or "", line))

    def _own(self, name: str) -> None:
        if name in SCRIPTS:
            content = files("generator.preview").joinpath("assets", name).read_bytes()
            self._send(Served(content, SCRIPTS[name]))
        elif name == "events":
            self._stream()
        else:
            self._send(Served(b"404 Not Found", "text/plain", status=HTTPStatus.NOT_FOUND))

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, served: Served) -> None:
        tag = f'"{sha256(served.content).hexdigest()[:32]}"'
        is_known = served.status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else served.status)
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        if not is_known:
            self.send_header("Content-Type", served.kind)
            self.send_header("Content-Length", str(len(served.content)))
        self.end_headers()
        if not is_known and self.command != "HEAD":
            self.wfile.write(served.content)

    @property
    def _asked(self) -> Mapping[str, str]:
        return {name: values[-1] for name, values in parse_qs(self.path.partition("?")[2]).items()}

    def _stream(self) -> None:
        """Server-sent events (HTML, 9.2): `page` when the page changed, `notice` when what there is to say did."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        line, path = self.server.line, self._asked.get("path", "")
        token, said = self._asked.get("token", ""), self._asked.get("said", "")
        while not line.has_ended:
            version = line.version
            found = line.answer(path) or line.ask(lambda room: room.not_found())
            notice = line.ask(lambda room: room.notice(path))
            if found.token != token:
                token = found.token
                self._tell("page", token)
            if _digest(notice) != said:
                said = _digest(notice)
                self._tell("notice", {"html": notice, "said": said})
            while not line.has_ended and not line.wait(version, BREATH):
                self._write(": still here\n\n")

    def _tell(self, event: str, content: object) -> None:
        self._write(f"event: {event}\ndata: {json.dumps(content)}\n\n")

    def _write(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()


def with_preview(served: Served, path: str, line: Line) -> Served:
    """A page with the preview's own part before the end of its body; any other file as it is."""
    if not served.token:
        return served
    notice = line.ask(lambda room: room.notice(path))
    values = {"path": path, "token": served.token, "said": _digest(notice)}
    listed = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    hidden = "" if notice else " hidden"
    own = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<section id="briefs-preview" lang="en" dir="ltr" aria-label="Preview"{hidden}>'
        f"{notice}</section>"
        f'<script id="briefs-preview-script" src="{OWN}preview.js"{listed} defer></script>'
    ).encode()
    body, end, rest = served.content.rpartition(b"</body>")
    content = body + own + end + rest if end else served.content + own
    return Served(content, served.kind, served.token, served.status)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _is_six(host: str) -> bool:
    try:
        return isinstance(ip_address(host), IPv6Address)
    except ValueError:
        return False
