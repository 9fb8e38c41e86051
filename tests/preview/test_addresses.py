"""Which requests the preview answers, and what of the site they ask for."""

from __future__ import annotations

import pytest

from generator.preview.addresses import is_named, site_path

EVERYWHERE = "0.0.0.0"  # noqa: S104 - compared, not bound


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"]
)
def test_this_machine_is_served(host: str) -> None:
    assert is_named(host, "127.0.0.1")


@pytest.mark.parametrize(
    "host",
    [
        None, "", "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "[::1",
        "10.0.0.5",
    ],
)  # fmt: skip
def test_another_hosts_name_that_leads_here_is_not(host: str | None) -> None:
    assert not is_named(host, "127.0.0.1")


def test_where_all_addresses_are_listened_on_each_is_served_and_no_name() -> None:
    assert is_named("192.168.1.7:8000", EVERYWHERE)
    assert not is_named("evil.example:8000", EVERYWHERE)


def test_the_address_that_is_listened_on_is_served() -> None:
    assert is_named("desk.internal:80", "desk.internal")


@pytest.mark.parametrize(
    ("target", "mount", "path"),
    [
        ("/", "/", "index.html"),
        ("/briefs/port/", "/", "briefs/port/index.html"),
        ("/briefs/port/?status=differs#claim", "/", "briefs/port/index.html"),
        ("/briefs/port", "/", "briefs/port"),
        ("/a/b/", "/a/", "b/index.html"),
        ("/a/", "/a/", "index.html"),
        ("/b/", "/a/", None),
        ("/../../etc/passwd", "/", "etc/passwd"),
        ("/x/%2e%2e/%2e%2e/etc/passwd", "/", "etc/passwd"),
        ("/..%2f..%2fetc%2fpasswd", "/", "etc/passwd"),
        ("/a%00b", "/", None),
        ("/b%C3%B6/", "/", "bö/index.html"),
        ("/%FF/", "/", "\ufffd/index.html"),
        ("//x", "/", "x"),
        ("//[x", "/", "[x"),
        ("http://evil.example/", "/", None),
    ],
)
def test_a_target_is_a_path_below_the_top_of_the_site(target: str, mount: str, path: str | None) -> None:
    assert site_path(target, mount) == path
