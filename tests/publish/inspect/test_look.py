"""Files are looked at when they are made: what is wrong with them is told, and where they link to is kept."""

from __future__ import annotations

import pytest

from generator.model.piece import Fault
from generator.model.policy import BARE, digest_source
from generator.model.source import Severity
from generator.publish.inspect import Looking, look, problem_of

HEAD = f'<html><head><meta http-equiv="Content-Security-Policy" content="{BARE}"></head><body>'


def codes(body: str, by: Looking | None = None, *, ours: bool = False, head: str = HEAD) -> list[str]:
    looked = look({"a/index.html": f"{head}{body}".encode()}, by or Looking(), ours=ours)
    return [fault.code for fault in looked.faults]


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>Text.</p>", ""),
        ('<p id="x"></p><a href="#x">x</a>', ""),
        ('<a href="#y">x</a>', "dead-link"),
        ("<script>x</script>", "inline-script"),
        ("<style>x</style>", "inline-style"),
        ('<p style="x">x</p>', "inline-style"),
        ("<iframe src=x></iframe>", "active-content"),
        ("<p onclick=x>x</p>", "active-content"),
        ('<a href="java&#115;cript:x">x</a>', "active-content"),
        ('<img src="data:image/svg+xml,x">', "active-content"),
        ('<meta http-equiv="refresh" content="0; url=https://a.example/">', "active-content"),
        ('<img src="https://a.example/x.png">', "load-not-allowed"),
        ('<link rel="stylesheet" href="https://a.example/x.css">', "load-not-allowed"),
        ('<script src="//a.example/x.js"></script>', "load-not-allowed"),
        ('<a href="https://a.example/">x</a>', ""),
        ('<script type="application/ld+json">{"a": 1}</script>', ""),
        ('<script type="application/ld+json">{a: 1}</script>', "invalid-json"),
    ],
)
def test_what_is_wrong_with_a_page(body: str, code: str, *, ours: bool) -> None:
    assert codes(body, ours=ours) == ([code] if code else [])


def test_what_the_policy_names_is_right() -> None:
    source = digest_source("x")
    policy = f"script-src 'self' {source} https://a.example; style-src 'self'"
    head = f'<html><head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>'
    assert codes('<script>x</script><script src="https://a.example/x.js"></script>', head=head) == []
    assert codes("<script>y</script>", head=head) == ["inline-script"]


def test_a_redirect_of_ours_leads_on() -> None:
    redirect = '<meta http-equiv="refresh" content="0; url=../../a-slug/source_2/">'
    looked = look({"a/index.html": f"{HEAD}{redirect}".encode()}, Looking(), ours=True)
    assert (looked.faults, looked.links) == ((), ())
    looked = look({"a/b/c/index.html": f"{HEAD}{redirect}".encode()}, Looking(), ours=True)
    assert (looked.faults, looked.links) == ((), ("a/a-slug/source_2/index.html",))
    assert codes(redirect, ours=False) == ["active-content"]


def test_links_out_of_a_piece_are_kept_but_those_to_what_is_certain() -> None:
    files = {
        "a/index.html": b'<a href="b/">b</a><a href="b/#x">x</a><a href="../c/#y">c</a><a href="../d.css">d</a>',
        "a/b/index.html": b'<p id="x"></p><a href="../data.json">e</a>',
        "a/data.json": b"{}",
    }
    looked = look(files, Looking(is_certain=lambda path: path == "d.css"), ours=True)
    assert looked.links == ("c/index.html#y",)
    assert looked.faults == ()


def test_a_place_that_is_not_in_another_page_of_the_piece_is_told() -> None:
    files = {"a/index.html": b'<a href="b/#z">b</a>', "a/b/index.html": b"<p>"}
    (fault,) = look(files, Looking(source_of=lambda _: "briefs/a/brief.yml"), ours=True).faults
    assert (fault.path, fault.code, fault.source) == ("a/index.html", "dead-link", "briefs/a/brief.yml")
    assert "a/b/index.html#z" in fault.message


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("a.json", b'{"a": 1}', ""), ("a.json", b"{", "invalid-json"), ("a.json", b'{"a": NaN}', "invalid-json"),
        ("a.jsonld", b'{"a": "\xff"}', "invalid-json"), ("feed.xml", b"<a><b/></a>", ""),
        ("feed.xml", b"<a><b></a>", "invalid-xml"), ("a.csv", b"secret='x9Y8z7W6v5'", "secret"),
        ("a.png", b"secret='x9Y8z7W6v5'", ""),
    ],
)  # fmt: skip
def test_files_for_machines_are_valid(path: str, content: bytes, code: str) -> None:
    assert [fault.code for fault in look({path: content}, Looking(), ours=True).faults] == (
        [code] if code else []
    )


@pytest.mark.parametrize(("size", "told"), [(700, []), (900, ["page-large"]), (1100, ["page-too-large"])])
def test_a_page_that_is_nearly_too_large_is_told_before_it_is(size: int, told: list[str]) -> None:
    looked = look({"a.html": b"x" * size}, Looking(page_limit=1000), ours=True)
    assert [fault.code for fault in looked.faults] == told
    assert [fault.is_error for fault in looked.faults] == [code == "page-too-large" for code in told]


def test_a_fault_is_told_in_the_file_that_it_comes_from() -> None:
    fault = Fault("a/index.html", "active-content", "it has <iframe>", "take it out", "site_src/a.md")
    problem = problem_of(fault)
    assert (problem.location.file, problem.severity) == ("site_src/a.md", Severity.ERROR)
    assert problem.message == "a/index.html: it has <iframe>"
    unknown = problem_of(Fault("", "site-too-large", "it is", is_error=False))
    assert (unknown.location.file, unknown.remedy, unknown.severity) == ("the site", None, Severity.WARNING)
