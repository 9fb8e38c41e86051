"""A preview of a desk's site, run as its users run it: a process of its own, ended by its id."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from .desk import Desk


def ask(address: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The status and the text of what lies at an address, asked for as it is written; 0 where nobody answers."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        connection.request(
            method, parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers or {}
        )
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8")
    except (ConnectionError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()


def wait(met: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether it came to be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if met():
            return True
        time.sleep(0.05)
    return False


def free_address() -> str:
    """A host and a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def serving(desk: Desk, program: str = "briefs", *options: str) -> Iterator[str]:
    """The address of `briefs serve` (or `mkdocs serve`) of the desk's site."""
    host = free_address()
    command = [str(Path(sys.executable).with_name(program)), "serve", "-a", host, *options]
    with subprocess.Popen(
        command, cwd=desk.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            assert wait(lambda: ask(f"http://{host}/about/")[0] == 200, 60)
            yield f"http://{host}"
        finally:
            server.terminate()
