"""`briefs links`: what it writes, what it prints, and what the pages make of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from generator.cli import links as command
from generator.ingest import Rules
from generator.ingest.links import Manners
from generator.load.links import read_links, written_links
from tests.ingest.server import Site, answer, rules, serving
from tests.sample import edit, make_site


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that may be asked, though it is on this machine."""
    monkeypatch.setattr(command, "rules", rules)
    monkeypatch.setattr(command, "MANNERS", Manners(pause=0))
    with serving() as site:
        site.answers |= {"/robots.txt": answer(b"", 404), "/echo": answer(), "/copy": answer()}
        yield site


@pytest.fixture
def root(tmp_path: Path, web: Site) -> Path:
    """A site whose herald article is found no more, with a copy that is."""
    made = make_site(tmp_path)
    edit(
        made / "briefs/strike/articles/herald.md",
        "title:",
        f"url: {web.url('/herald')}\narchive_url: {web.url('/copy')}\ntitle:",
    )
    edit(made / "briefs/strike/articles/echo.md", "title:", f"url: {web.url('/echo')}\ntitle:")
    return made


def run(root: Path, name: str, *arguments: str) -> Result:
    result = CliRunner().invoke(commands, [name, "-f", str(root / "mkdocs.yml"), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def file(root: Path) -> Path:
    return root / "briefs/strike/links.yml"


def dead(root: Path) -> dict[str, str]:
    found, faults = read_links("links.yml", file(root).read_bytes())
    assert faults == []
    return dict(found)


def test_what_is_dead_is_told_and_written_down(root: Path, web: Site) -> None:
    told = run(root, "links")
    assert told.exit_code == 1
    assert (
        told.stdout
        == f"briefs/strike/articles/herald.md: dead, original: {web.url('/herald')}: answered 404\n"
    )
    assert told.stderr == "3 links, 1 dead, 0 unknown\n"
    [(url, since)] = dead(root).items()
    assert url == web.url("/herald")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", since)


def test_what_was_dead_stays_so_since_then_until_it_answers(root: Path, web: Site) -> None:
    since = {web.url("/herald"): "2025-01-02"}
    file(root).write_bytes(written_links(since))
    assert run(root, "links", "-q").exit_code == 1
    assert dead(root) == since
    web.answers["/herald"] = answer(b"", 503)
    assert run(root, "links", "-q").exit_code == 1
    assert dead(root) == since, "it isn't known now"
    web.answers["/herald"] = answer()
    assert run(root, "links", "-q").exit_code == 0
    assert not file(root).exists()


def test_what_may_come_back_is_not_written_down(root: Path, web: Site) -> None:
    web.answers["/herald"] = answer(b"", 403)
    told = run(root, "links")
    assert told.exit_code == 0
    assert "unknown, original" in told.stdout
    assert not file(root).exists()


def test_for_programs(root: Path, web: Site) -> None:
    edit(
        root / "briefs/strike/brief.yml",
        "claims:",
        f"notes:\n- {{source: echo, note: N, links: [{web.url('/n')}]}}\nclaims:",
    )
    told = json.loads(run(root, "links", "--json", "--dry-run").stdout)["links"]
    assert [(each["kind"], each["state"], each["status"]) for each in told] == [
        ("original", "dead", 404), ("archive", "alive", 200), ("original", "alive", 200), ("note", "dead", 404),
    ]  # fmt: skip
    assert told[3] == {
        "brief": "strike", "file": "briefs/strike/brief.yml", "kind": "note", "url": web.url("/n"),
        "state": "dead", "status": 404, "why": "answered 404",
    }  # fmt: skip
    assert not file(root).exists()


def test_where_nothing_answers_nothing_is_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(host: str, port: int) -> list[str]:
        raise OSError("no network")

    file(root).write_bytes(before := written_links({"https://a.example/": "2025-01-02"}))
    monkeypatch.setattr(command, "rules", lambda: rules(resolve=offline))
    told = run(root, "links")
    assert told.exit_code == 1
    assert "is there a connection?" in told.stderr
    assert len(json.loads(run(root, "links", "--json").stdout)["links"]) == 3
    assert file(root).read_bytes() == before


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["::1"], ["10.0.0.7"]])
def test_where_no_link_is_public_that_is_told_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, addresses: list[str]
) -> None:
    file(root).write_bytes(before := written_links({"https://a.example/": "2025-01-02"}))
    own = Rules("tests/1", resolve=lambda host, port: addresses)
    monkeypatch.setattr(command, "rules", lambda: own)
    told = run(root, "links", "--json")
    assert told.exit_code == 1
    assert told.stderr == (
        "Error: no link was asked: there is none to the public internet. Nothing is written\n"
    )
    said = json.loads(told.stdout)["links"]
    assert [each["state"] for each in said] == ["unknown"] * 3
    assert {*said[0]} == {"brief", "file", "kind", "url", "state", "status", "why"}
    assert addresses[0] in said[0]["why"]
    assert file(root).read_bytes() == before


def test_of_a_withdrawn_brief_nothing_is_asked(root: Path, web: Site) -> None:
    edit(root / "briefs/strike/brief.yml", "title:", "status: withdrawn\ntitle:")
    assert run(root, "links").exit_code == 0
    assert web.asked == []


def test_the_page_offers_the_copy_first_and_no_way_to_what_is_gone(root: Path, web: Site) -> None:
    def built(page: str) -> str:
        assert run(root, "build", "-q", "--strict").exit_code == 0
        text = (root / "site/briefs/strike" / page).read_text("utf-8")
        return re.sub(r"\s+", " ", text)

    herald, copy = web.url("/herald"), web.url("/copy")
    before = built("herald/index.html")
    assert before.index(f'href="{herald}"') < before.index(f'href="{copy}"')
    assert ":~:text=" in before
    file(root).write_bytes(written_links({herald: "2026-11-29"}))
    after = built("herald/index.html")
    assert after.index(f'href="{copy}"') < after.index(f'href="{herald}"')
    assert "Original (not found since 29 November 2026)" in after
    assert ":~:text=" not in after
    assert "Original (not found since 29 November 2026)" in built("index.html")
    clean = run(root, "build", "-q", "--no-cache", "-d", str(root / "clean"))
    assert clean.exit_code == 0
    assert (root / "clean/briefs/strike/herald/index.html").read_bytes() == (
        root / "site/briefs/strike/herald/index.html"
    ).read_bytes()
    file(root).unlink()
    assert built("herald/index.html") == before


@pytest.mark.parametrize("content", ["https://a.example/: yesterday\n", "a: {b: c}\n"])
def test_a_file_that_nobody_wrote_so_is_told(root: Path, content: str) -> None:
    file(root).write_text(content)
    told = json.loads(run(root, "check", "--format", "json").stdout)["problems"]
    assert [(each["file"], each["line"], each["code"]) for each in told] == [
        ("briefs/strike/links.yml", 1, "bad-links")
    ]


def test_what_is_written_is_read() -> None:
    odd = {'https://a.example/"#: \\x?a=1&b={}': "2026-01-02", "http://b.example/å": "2026-01-03"}
    assert read_links("links.yml", written_links(odd)) == (odd, [])
    assert read_links("links.yml", None) == ({}, [])
