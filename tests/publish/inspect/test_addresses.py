"""Addresses lead to files of the site, out of it, or run something."""

from __future__ import annotations

import pytest

from generator.publish.inspect.addresses import Places, allows, is_active, is_elsewhere


@pytest.mark.parametrize(
    ("page", "href", "target"),
    [
        ("briefs/a/index.html", "../b/", ("briefs/b/index.html", "")),
        ("briefs/a/index.html", "../b/#claim-x", ("briefs/b/index.html", "claim-x")),
        ("briefs/a/index.html", "../../", ("index.html", "")),
        ("briefs/a/index.html", "../..", ("index.html", "")),
        ("briefs/a/index.html", "./", ("briefs/a/index.html", "")),
        ("briefs/a/index.html", ".", ("briefs/a/index.html", "")),
        ("briefs/a/index.html", "brief.json", ("briefs/a/brief.json", "")),
        ("briefs/a/index.html", "#x", ("briefs/a/index.html", "x")),
        ("briefs/a/index.html", "#%C3%A4", ("briefs/a/index.html", "ä")),
        ("briefs/a/index.html", "?q=1#:~:text=a", ("briefs/a/index.html", "")),
        ("index.html", "a%20b/c.png?v=1", ("a b/c.png", "")),
        ("index.html", "a//b/../c/", ("a/c/index.html", "")),
        ("404.html", "/sub/tags/", ("tags/index.html", "")),
        ("404.html", "/sub/", ("index.html", "")),
        ("a/index.html", "https://example.org/sub/tags/#x", None),
        ("404.html", "/elsewhere/", None),
        ("a/index.html", "../../../x/", None),
        ("a/index.html", "https://other.example/", None),
        ("a/index.html", "//other.example/", None),
        ("a/index.html", "mailto:a@example.org", None),
    ],
)
def test_where_an_address_leads(page: str, href: str, target: tuple[str, str] | None) -> None:
    assert Places(page, "https://example.org/sub/").target(href) == target


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x", "JavaScript:x", " javascript:x", "java\nscript:x", "\x01javascript:x", "vbscript:x",
        "data:text/html,x", "data:,x", "data:image/svg+xml,x", "DATA:text/html;base64,x", "filesystem:x",
    ],
)  # fmt: skip
def test_what_runs(address: str) -> None:
    assert is_active(address)


@pytest.mark.parametrize(
    "address",
    ["x", "", "#javascript:x", "a/javascript:x", "https://e.org/?javascript:x", "data:image/png;base64,x"],
)
def test_what_does_not_run(address: str) -> None:
    assert not is_active(address)


@pytest.mark.parametrize(
    ("address", "is_it"),
    [
        ("https://e.org", True),
        ("//e.org", True),
        ("\\\\e.org", True),
        ("HTTP://e.org", True),
        ("a/b", False),
        ("/a", False),
    ],
)
def test_what_is_elsewhere(address: str, is_it: bool) -> None:
    assert is_elsewhere(address) is is_it


@pytest.mark.parametrize(
    ("source", "address", "is_allowed"),
    [
        ("https://a.example", "https://a.example/x", True),
        ("https://a.example", "//a.example/x", True),
        ("https://a.example", "http://a.example/x", False),
        ("https://a.example", "https://a.example.evil/x", False),
        ("https://*.a.example", "https://b.a.example/x", True),
        ("https://*.a.example", "https://a.example/x", False),
        ("https://a.example/js/", "https://a.example/js/x.js", True),
        ("https://a.example/js/", "https://a.example/other.js", False),
        ("'self'", "https://a.example/x", False),
    ],
)
def test_what_a_policy_lets_be_loaded(source: str, address: str, is_allowed: bool) -> None:
    assert (
        allows(f"img-src 'self'; script-src 'self' {source}; font-src x", "script-src", address) is is_allowed
    )
    assert not allows(f"img-src {source}", "script-src", address)
