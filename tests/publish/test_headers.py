"""The headers that hosts are told to send: one policy for each address, none for what other sites frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model.policy import Sources
from generator.publish.headers import APACHE, HEADERS, NGINX, WORKER, headers, put_headers
from tests.hosts import rules_for


@dataclass(frozen=True)
class Noted:
    scripts: frozenset[str] = frozenset({"'sha256-x'"})
    tops: frozenset[str] = frozenset({"index.html", "404.html", "briefs/", "embed/", "search/"})


def test_each_address_has_one_policy_and_embedded_pages_have_none() -> None:
    text = headers(Noted(), Sources())[HEADERS]
    for path in ("/", "/index.html", "/404.html", "/briefs/a/", "/briefs/", "/search/", f"/{WORKER}"):
        policies = [value for name, value in rules_for(text, path) if name == "Content-Security-Policy"]
        assert len(policies) == 1, path
        assert ("wasm-unsafe-eval" in policies[0]) == (path == f"/{WORKER}")
        assert ("frame-ancestors 'none'" in policies[0]) == (path != f"/{WORKER}")
    for path in ("/embed/a/", "/assets/x.js", "/search/2026/x.pf_index"):
        names = [name for name, _ in rules_for(text, path)]
        assert names == ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"], path


def test_lines_and_rules_are_no_more_than_hosts_read() -> None:
    """Cloudflare Pages: 100 rules, 2,000 characters a line."""
    digests = frozenset(f"'sha256-{'x' * 43}={n}'" for n in range(12))
    text = headers(Noted(digests), Sources())[HEADERS]
    assert max(map(len, text.splitlines())) < 2000


def test_servers_of_ones_own_are_told_the_same() -> None:
    files = headers(Noted(), Sources())
    for path in (NGINX, APACHE):
        assert "script-src 'self' 'sha256-x'" in files[path]
        assert files[path].count("wasm-unsafe-eval") == 1
        assert "X-Content-Type-Options" in files[path]


EXEMPT = {NGINX: r'if \(\$uri ~ "(.*)"\) { set \$briefs_policy ""', APACHE: r"!~ m#(.*)#"}
"""Which addresses the policy of pages is not sent with."""


@pytest.mark.parametrize(
    ("site_url", "framed", "shut"),
    [
        ("", ("/embed/a/", "/news/embed/a/"), ("/briefs/a/", "/")),
        (
            "https://example.org",
            ("/embed/a/",),
            ("/briefs/embed/", "/tags/embed/", "/embedded/", "/x/embed/a/"),
        ),
        (
            "https://example.org/a.b/",
            ("/a.b/embed/a/",),
            ("/a.b/briefs/embed/", "/axb/embed/a/", "/embed/a/"),
        ),
    ],
)
def test_only_embedded_pages_may_be_framed(
    site_url: str, framed: tuple[str, ...], shut: tuple[str, ...]
) -> None:
    files = headers(Noted(), Sources(), site_url)
    for path, form in EXEMPT.items():
        told = re.search(form, files[path])
        assert told is not None
        assert all(re.search(told[1], address) for address in framed), path
        assert not any(re.search(told[1], address) for address in shut), path


def test_a_file_of_the_sites_own_stays(tmp_path: Path) -> None:
    (tmp_path / HEADERS).write_text("/own\n")
    put_headers(tmp_path, Noted(), Sources(), {HEADERS})
    assert (tmp_path / HEADERS).read_text() == "/own\n"
    assert (tmp_path / NGINX).is_file()
