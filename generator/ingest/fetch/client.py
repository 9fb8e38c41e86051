"""One request after another, each to the very address that was checked, until there is a page or a reason why not."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import TypeVar
from urllib.parse import urldefrag, urljoin

from protego import Protego

from generator.ingest.fetch.rules import SAVE, Rules, Target, target
from generator.ingest.refused import Refused, Unreachable

TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
"""The media types that are read."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server sent it, unpacked, and where it came from in the end."""

    url: str
    content: bytes
    media_type: str
    charset: str | None


def fetch(url: str, rules: Rules) -> Fetched:
    """The page behind a link. Raises `Refused`, with the remedy, for anything that stands in the way.

    All of it, names and `robots.txt` (RFC 9309) included, takes at most `rules.seconds`; what is not over by then
    is cut off.
    """
    session = _Session(rules)
    return _in_time(lambda: session.page(_joined("", url)), session)


class Prober:
    """What several links of one host answer, one after the other, none of their bodies read but that of `robots.txt`,
    which is asked for once."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._robots: dict[str, Protego | None] = {}

    def status(self, url: str) -> int:
        """The status (RFC 9110, 15) at the end of the redirects, within `rules.seconds`. Raises `Refused`, and
        `Unreachable` where the link leads nowhere for anybody."""
        session = _Probe(self._rules)
        session.robots = self._robots
        return _in_time(lambda: session.follow(_joined("", url), asks_robots=True).status, session)


# --- Private functions ---

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    target: Target
    status: int
    headers: Message
    body: bytes


class _Session:
    """The requests of one fetch."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.deadline = time.monotonic() + rules.seconds
        self.open: socket.socket | None = None
        self.robots: dict[str, Protego | None] = {}

    def page(self, url: str) -> Fetched:
        answer = self.follow(url, asks_robots=True)
        if answer.status != 200:
            raise Refused(
                f"{answer.target.url} answered {answer.status} {_reason(answer.status)}".rstrip(), SAVE
            )
        media_type = answer.headers.get_content_type() if "content-type" in answer.headers else "text/html"
        if media_type not in TYPES:
            raise Refused(f"{answer.target.url} is {media_type}, no page of text", "Give its text as a file.")
        return Fetched(answer.target.url, answer.body, media_type, answer.headers.get_content_charset())

    def follow(self, url: str, *, asks_robots: bool) -> _Answer:
        """The answer at the end of the redirects; every address on the way is checked anew."""
        for _ in range(self.rules.redirects + 1):
            place = target(url, self.rules)
            if asks_robots:
                self.ask_robots(place)
            answer = self.request(place)
            if answer.status not in _MOVED or not answer.headers.get("location"):
                return answer
            url = _joined(url, answer.headers["location"].strip())
        raise Refused(f"more than {self.rules.redirects} redirects lead on from the link", SAVE)

    def ask_robots(self, place: Target) -> None:
        """Refuses what the site's `robots.txt` does not allow us; RFC 9309: 4xx allows all, 5xx nothing."""
        if place.origin not in self.robots:
            answer = self.follow(urljoin(place.origin, "/robots.txt"), asks_robots=False)
            if answer.status >= 500:
                raise Refused(
                    f"{place.host} can't say now whether its pages may be fetched ({answer.status})", SAVE
                )
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            self.robots[place.origin] = Protego.parse(text) if text else None
        said = self.robots[place.origin]
        if said is not None and not said.can_fetch(place.url, self.rules.product):
            raise Refused(f"the robots.txt of {place.host} asks programs not to fetch this page", SAVE)

    def request(self, place: Target) -> _Answer:
        try:
            return self.ask(place)
        except ssl.SSLCertVerificationError as error:
            reason = error.verify_message or str(error)
            raise Unreachable(f"{place.host} can't show that it is {place.host}: {reason}", SAVE) from error
        except (OSError, http.client.HTTPException, zlib.error) as error:
            reason = str(error) or type(error).__name__
            raise Refused(f"{place.host} did not answer as a server does: {reason}", SAVE) from error

    def ask(self, place: Target) -> _Answer:
        connection = http.client.HTTPConnection(place.host, place.port, timeout=self.left())
        try:
            connection.sock = self.open = self.connect(place)
            connection.request("GET", place.path, headers=self.headers(place))
            response = connection.getresponse()
            return _Answer(place, response.status, response.headers, self.read(response, place))
        finally:
            connection.close()

    def headers(self, place: Target) -> dict[str, str]:
        return {
            "Host": _host(place),
            "User-Agent": self.rules.agent,
            "Accept": ", ".join(TYPES),
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }

    def connect(self, place: Target) -> socket.socket:
        """A connection to one of the addresses that were checked, and to no other; TLS knows the host by its name."""
        fault: OSError = OSError("no address")
        for address in place.addresses:
            try:
                plain = socket.create_connection((address, place.port), timeout=self.left())
            except OSError as error:
                fault = error
                continue
            if place.scheme == "http":
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=place.host)
        raise fault

    def read(self, response: http.client.HTTPResponse, place: Target) -> bytes:
        """The body, unpacked; never more than `largest` bytes of it are held, packed or unpacked."""
        coding = (response.headers.get("content-encoding") or "identity").strip().casefold()
        if coding not in ("identity", "gzip", "x-gzip"):
            raise Refused(f"{place.host} sent it packed in a way that wasn't asked for: {coding}", SAVE)
        unpack = zlib.decompressobj(wbits=31) if coding != "identity" else None
        body, read = bytearray(), 0
        while len(body) <= self.rules.largest and read <= self.rules.largest:
            chunk = response.read(_CHUNK)
            if not chunk:
                return bytes(body)
            read += len(chunk)
            body += chunk if unpack is None else unpack.decompress(chunk, self.rules.largest + 1 - len(body))
        raise Refused(f"{place.url} is larger than {self.rules.largest:,} bytes", SAVE)

    def left(self) -> float:
        """The seconds that are left, more than none."""
        return max(0.001, self.deadline - time.monotonic())

    def cut(self) -> None:
        """Ends the connection under whatever waits for it."""
        if self.open is not None:
            with contextlib.suppress(OSError):
                self.open.shutdown(socket.SHUT_RDWR)


class _Probe(_Session):
    """The requests for one status."""

    def read(self, response: http.client.HTTPResponse, place: Target) -> bytes:
        """The body of `robots.txt`, and of nothing else."""
        return super().read(response, place) if place.path == "/robots.txt" else b""


def _in_time(work: Callable[[], T], session: _Session) -> T:
    """What `work` returns or raises, if it does in time. It runs beside: no timeout of a socket's bounds the whole,
    and the system's resolver knows none."""
    done: list[T | Refused] = []

    def run() -> None:
        try:
            done.append(work())
        except Refused as error:
            done.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(session.rules.seconds)
    if not done and not thread.is_alive():
        raise RuntimeError("the fetch ended without a word")
    if not done:
        session.cut()
        raise Refused(f"it took longer than {session.rules.seconds:g} seconds", SAVE)
    if isinstance(done[0], Refused):
        raise done[0]
    return done[0]


def _joined(base: str, link: str) -> str:
    """Where `link` leads from `base`, without a fragment."""
    try:
        return urldefrag(urljoin(base, link)).url
    except ValueError as error:
        raise Refused(f"{link} is no link: {error}", "Check the link.") from error


def _host(place: Target) -> str:
    """The host as a request names it (RFC 9110, 7.2)."""
    name = place.host.encode("idna").decode("ascii") if not place.host.isascii() else place.host
    name = f"[{name}]" if ":" in name else name
    return name if place.port == {"http": 80, "https": 443}[place.scheme] else f"{name}:{place.port}"


def _reason(status: int) -> str:
    return http.client.responses.get(status, "")
