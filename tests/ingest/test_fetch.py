"""A link is fetched within limits, from the very address that was checked, or refused with the reason."""

from __future__ import annotations

import gzip
import http.server
import time
from collections.abc import Iterator

import pytest

from generator.ingest import Refused, Rules, fetch
from generator.ingest.fetch.rules import is_public, target
from tests.ingest.server import NAME, PAGE, Site, answer, moved, rules, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.answers["/page"] = answer()
        yield made


def refusal(url: str, **changes: object) -> str:
    with pytest.raises(Refused) as refused:
        fetch(url, rules(**changes))
    assert refused.value.remedy
    return refused.value.message


def test_a_page_is_fetched_with_our_name(site: Site) -> None:
    page = fetch(site.url("/page"), rules())
    assert (page.content, page.media_type, page.url) == (PAGE, "text/html", site.url("/page"))
    assert site.paths == ["/robots.txt", "/page"]
    assert site.asked[1][1]["user-agent"] == "annotated-briefs/test (a test)"
    assert site.asked[1][1]["host"] == f"{NAME}:{site.port}"


def test_the_charset_is_what_the_server_says(site: Site) -> None:
    site.answers["/latin"] = answer(
        "<p>Åmål</p>".encode("latin-1"), content_type="text/html; charset=ISO-8859-1"
    )
    assert fetch(site.url("/latin"), rules()).charset == "iso-8859-1"


@pytest.mark.parametrize(
    "link", ["ftp://news.test/a", "file:///etc/passwd", "gopher://news.test/", "http:///a", "news.test/a"]
)
def test_nothing_but_http_is_fetched(link: str) -> None:
    assert "http:// or https://" in refusal(link)


def test_a_name_or_a_password_in_a_link_is_refused() -> None:
    assert "password" in refusal("http://ada:secret@news.test/")


@pytest.mark.parametrize(
    "link",
    ["http://news.test/a b", "http://[::1/", "http://news.test:99999/", "http://news.test/\r\nHost: x"],
)
def test_what_is_no_link_is_refused(link: str) -> None:
    assert "is no link" in refusal(link)


INSIDE = """
    127.0.0.1 127.8.9.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 fec0::1 ff02::1 2001:db8::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0a00:1 ::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2002:7f00:1::1
    2001:0:4136:e378:8000:63bf:80ff:fffe nothing
"""
OUTSIDE = "93.184.216.34 2606:2800:220:1:248:1893:25c8:1946 ::ffff:93.184.216.34 64:ff9b::5db8:d822"
THIS_MACHINE = "http://127.0.0.1/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://localhost/ http://2130706433/ http://0x7f.1/"


@pytest.mark.parametrize("address", INSIDE.split())
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE.split())
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("link", THIS_MACHINE.split())
def test_by_default_this_machine_is_refused_however_it_is_written(link: str) -> None:
    with pytest.raises(Refused, match=r"not of the public internet|is not found"):
        fetch(link, Rules("test"))


def test_a_name_inside_is_refused_and_so_is_one_with_any_address_inside(site: Site) -> None:
    assert "10.0.0.7" in refusal(site.url("/page", "inside.test"))
    assert "10.0.0.7" in refusal(site.url("/page", "both.test"))
    assert site.asked == []


def test_each_redirect_is_checked(site: Site) -> None:
    site.answers["/in"] = moved("http://inside.test/secret")
    site.answers["/file"] = moved("file:///etc/passwd")
    site.answers["/user"] = moved(f"http://a:b@{NAME}:{site.port}/page")
    assert "10.0.0.7" in refusal(site.url("/in"))
    assert "http:// or https://" in refusal(site.url("/file"))
    assert "password" in refusal(site.url("/user"))


def test_a_name_that_changes_its_address_after_the_check_is_not_asked_again(site: Site) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) <= 2 else ["10.0.0.7"]

    fetch(site.url("/page"), rules(resolve=rebinding))
    assert len(asked) == 2  # once for robots.txt, once for the page; the connection goes to what was checked
    assert "10.0.0.7" in refusal(site.url("/page"), resolve=rebinding)


def test_the_target_keeps_the_addresses_that_were_checked() -> None:
    assert target("http://news.test/ä?q=ö", rules()).addresses == ("127.0.0.1",)
    assert target("http://news.test/ä?q=ö", rules()).path == "/%C3%A4?q=%C3%B6"


def test_redirects_are_followed_so_far_and_no_further(site: Site) -> None:
    for step in range(9):
        site.answers[f"/{step}"] = moved(f"/{step + 1}")
    site.answers["/9"] = answer()
    assert fetch(site.url("/4"), rules()).url == site.url("/9")
    assert "more than 5 redirects" in refusal(site.url("/3"))


@pytest.mark.parametrize("status", [301, 303, 307, 308])
def test_a_redirect_to_another_host_asks_its_robots_too(site: Site, status: int) -> None:
    site.answers["/away"] = moved(site.url("/page", "other.test"), status)
    assert fetch(site.url("/away"), rules()).url == site.url("/page", "other.test")
    assert site.paths == ["/robots.txt", "/away", "/robots.txt", "/page"]


def test_robots_are_respected(site: Site) -> None:
    site.answers["/robots.txt"] = answer(
        b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n", content_type="text/plain"
    )
    site.answers["/private/a"] = site.answers["/private/open"] = answer()
    assert "robots.txt" in refusal(site.url("/private/a"))
    assert "/private/a" not in site.paths
    assert fetch(site.url("/private/open"), rules()).content == PAGE


def test_robots_know_us_by_name(site: Site) -> None:
    site.answers["/robots.txt"] = answer(
        b"User-agent: annotated-briefs\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    )
    assert "robots.txt" in refusal(site.url("/page"))


def test_where_robots_can_not_be_had_nothing_is_fetched(site: Site) -> None:
    site.answers["/robots.txt"] = answer(b"", 503)
    assert "503" in refusal(site.url("/page"))


def test_what_is_too_large_is_refused(site: Site) -> None:
    site.answers["/large"] = answer(b"a" * 2_000)
    assert "larger than 1,000 bytes" in refusal(site.url("/large"), largest=1_000)
    assert fetch(site.url("/large"), rules(largest=2_000)).content == b"a" * 2_000


def test_what_unpacks_to_too_much_is_refused(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.answers["/bomb"] = answer(bomb, content_encoding="gzip")
    assert len(bomb) < 100_000
    assert "larger than 100,000 bytes" in refusal(site.url("/bomb"), largest=100_000)


def test_what_is_packed_by_gzip_is_unpacked_and_nothing_else(site: Site) -> None:
    site.answers["/gzip"] = answer(gzip.compress(PAGE), content_encoding="gzip")
    site.answers["/br"] = answer(b"??", content_encoding="br")
    site.answers["/broken"] = answer(b"no gzip", content_encoding="gzip")
    assert fetch(site.url("/gzip"), rules()).content == PAGE
    assert "br" in refusal(site.url("/br"))
    assert "did not answer as a server does" in refusal(site.url("/broken"))


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream"])
def test_what_is_no_page_of_text_is_refused(site: Site, kind: str) -> None:
    site.answers["/other"] = answer(content_type=kind)
    assert kind in refusal(site.url("/other"))


def test_an_answer_that_is_no_page_is_told_by_its_number(site: Site) -> None:
    site.answers["/gone"] = answer(status=410)
    assert "410 Gone" in refusal(site.url("/gone"))
    assert "404 Not Found" in refusal(site.url("/nothing"))


def test_a_server_that_drips_is_cut_off(site: Site) -> None:
    def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"a")
            time.sleep(0.05)

    site.answers["/drip"] = drip
    assert "longer than 0.5 seconds" in refusal(site.url("/drip"), seconds=0.5)


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    def hang(host: str, port: int) -> list[str]:
        time.sleep(3)
        return ["127.0.0.1"]

    assert "longer than 0.2 seconds" in refusal("http://news.test/", resolve=hang, seconds=0.2)


def test_a_host_that_is_not_there_is_named() -> None:
    assert "nowhere.test is not found" in refusal("http://nowhere.test/")
    assert "did not answer" in refusal("http://news.test:1/")
