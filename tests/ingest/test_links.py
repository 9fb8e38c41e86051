"""Links are asked for politely, and only what is surely gone counts as dead."""

from __future__ import annotations

import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.ingest import Rules
from generator.ingest.links import Asked, Manners, ask
from tests.ingest.server import Answer, Site, answer, moved, rules, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


class Clock:
    """Notes the pauses that are made, and makes none."""

    def __init__(self) -> None:
        self.pauses: list[float] = []


def asked(urls: list[str], given: Rules | None = None, clock: Clock | None = None) -> dict[str, Asked]:
    rest = (clock or Clock()).pauses.append
    return {each.url: each for each in ask(urls, given or rules(), Manners(pause=1.0, rest=rest))}


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, "alive"), (204, "alive"), (304, "alive"), (404, "dead"), (410, "dead"),
        (401, "unknown"), (403, "unknown"), (429, "unknown"), (451, "unknown"), (500, "unknown"), (503, "unknown"),
    ],
)  # fmt: skip
def test_what_an_answer_means(site: Site, status: int, state: str) -> None:
    site.answers["/a"] = answer(b"", status)
    url = site.url("/a")
    assert asked([url])[url] == Asked(url, state, status, f"answered {status}")  # type: ignore[arg-type]


def test_a_redirect_is_what_it_leads_to(site: Site) -> None:
    site.answers |= {"/a": moved("/b"), "/b": answer(), "/c": moved("/gone"), "/loop": moved("/loop")}
    urls = [site.url(path) for path in ("/a", "/c", "/loop")]
    assert [each.state for each in asked(urls).values()] == ["alive", "dead", "unknown"]


def _no_name(errno: int) -> Rules:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(errno, "no")

    return rules(resolve=resolve)


def test_a_host_without_a_name_is_dead_and_a_resolver_that_cannot_say_is_not() -> None:
    url = "http://gone.test/"
    assert asked([url], _no_name(socket.EAI_NONAME))[url].state == "dead"
    assert asked([url], _no_name(socket.EAI_AGAIN))[url].state == "unknown"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.test/a",
        "file:///etc/passwd",
        "http://inside.test/",
        "http://both.test/",
        "http://u:p@news.test/",
        "x",
    ],
)
def test_what_may_not_be_asked_for_is_unknown_and_not_asked(site: Site, url: str) -> None:
    assert asked([url])[url].state == "unknown"
    assert site.asked == []


def test_a_redirect_to_a_machine_inside_is_not_followed(site: Site) -> None:
    site.answers["/a"] = moved("http://inside.test/secret")
    assert asked([site.url("/a")])[site.url("/a")].state == "unknown"


def test_nobody_listening_is_unknown() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://news.test:{port}/"
    assert asked([url])[url].state == "unknown"


def test_a_certificate_that_is_nobodys_is_dead(tmp_path: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, own = tmp_path / "key.pem", tmp_path / "own.pem"
    asked_for = ("-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.test")
    made = [program, "req", *asked_for, "-keyout", str(key), "-out", str(own)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"https://news.test:{server.server_address[1]}/"
        assert asked([url])[url].state == "dead"
        server.shutdown()


def test_robots_txt_is_asked_once_a_host_and_obeyed(site: Site) -> None:
    site.answers |= {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /private", content_type="text/plain"),
        "/private": answer(b"", 404), "/a": answer(), "/b": answer(),
    }  # fmt: skip
    urls = [site.url(path) for path in ("/a", "/private", "/b")]
    assert [each.state for each in asked(urls).values()] == ["alive", "unknown", "alive"]
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_each_link_is_asked_once_with_a_pause_between_those_of_one_host(site: Site) -> None:
    site.answers |= {"/a": answer(), "/b": answer()}
    clock = Clock()
    asked([site.url("/a"), site.url("/b"), site.url("/a"), site.url("/a", "other.test")], clock=clock)
    assert sorted(site.paths) == ["/a", "/a", "/b", "/robots.txt", "/robots.txt"]
    assert clock.pauses == [1.0]


def test_no_more_hosts_are_asked_at_once_than_manners_allow(site: Site) -> None:
    here, most, lock = [0], [0], threading.Lock()

    def slow() -> Answer:
        def send(handler: http.server.BaseHTTPRequestHandler) -> None:
            with lock:
                here[0] += 1
                most[0] = max(most[0], here[0])
            time.sleep(0.05)
            with lock:
                here[0] -= 1
            answer()(handler)

        return send

    site.answers["/a"] = slow()
    given = rules(resolve=lambda host, port: ["127.0.0.1"])
    urls = [f"http://h{number}.test:{site.port}/a" for number in range(12)]
    found = list(ask(urls, given, Manners(hosts=3, pause=0)))
    assert {each.state for each in found} == {"alive"}
    assert most[0] <= 3


def test_a_body_is_not_read_however_long_it_is(site: Site) -> None:
    sent = [0]

    def endless(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while sent[0] < 200_000_000:
            handler.wfile.write(b"x" * 65536)
            sent[0] += 65536

    site.answers["/a"] = endless
    assert asked([site.url("/a")])[site.url("/a")].state == "alive"
    assert sent[0] < 50_000_000


def test_who_takes_too_long_is_cut_off(site: Site) -> None:
    def stuck(handler: http.server.BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    site.answers["/a"] = stuck
    assert asked([site.url("/a")], rules(seconds=0.3))[site.url("/a")].state == "unknown"


def test_a_huge_robots_txt_is_not_read_to_its_end(site: Site) -> None:
    site.answers["/robots.txt"] = answer(b"#" * 2_000_000, content_type="text/plain")
    site.answers["/a"] = answer()
    assert asked([site.url("/a")])[site.url("/a")].state == "unknown"


def test_nothing_to_ask() -> None:
    assert list(ask([], rules(), Manners())) == []
