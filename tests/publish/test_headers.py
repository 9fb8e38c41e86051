"""The headers that hosts are told to send: one policy for each address, none for what other sites frame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
        assert "/embed/" in files[path]
        assert files[path].count("wasm-unsafe-eval") == 1
        assert "X-Content-Type-Options" in files[path]


def test_a_file_of_the_sites_own_stays(tmp_path: Path) -> None:
    (tmp_path / HEADERS).write_text("/own\n")
    put_headers(tmp_path, Noted(), Sources(), {HEADERS})
    assert (tmp_path / HEADERS).read_text() == "/own\n"
    assert (tmp_path / NGINX).is_file()
