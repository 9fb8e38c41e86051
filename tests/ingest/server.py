"""A web server of our own on 127.0.0.1, and rules under which it may be fetched from."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from generator.ingest import Rules

NAME = "news.test"
PAGE = b"<html><head><title>Dam holds</title></head><body><p>The dam holds, they said.</p></body></html>"

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Answers by path; what was asked for is in `asked`, with its headers."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = NAME) -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Answer:
    """An answer with a body; underscores in the names of headers are hyphens."""
    sent = {"content-type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}

    def send(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in sent.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send


def moved(to: str, status: int = 302) -> Answer:
    return answer(b"", status, location=to)


@contextmanager
def serving() -> Iterator[Site]:
    """A server, until the block ends; a path without an answer is 404."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.casefold(): value for name, value in self.headers.items()}))
            try:
                site.answers.get(self.path, answer(b"", 404))(self)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield site
        server.shutdown()


def rules(**changes: object) -> Rules:
    """Rules under which the names of this test's sites are at 127.0.0.1, which is permitted, as an address only."""
    names = {
        NAME: ["127.0.0.1"],
        "other.test": ["127.0.0.1"],
        "inside.test": ["10.0.0.7"],
        "both.test": ["127.0.0.1", "10.0.0.7"],
    }

    def resolve(host: str, port: int) -> list[str]:
        if host not in names:
            raise OSError("no such name")
        return names[host]

    base = Rules(
        "annotated-briefs/test (a test)", seconds=5, resolve=resolve, permits=lambda ip: ip == "127.0.0.1"
    )
    return replace(base, **changes)  # type: ignore[arg-type]
