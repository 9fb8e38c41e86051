"""Inputs are told apart, and bytes of any encoding become text."""

from __future__ import annotations

import pytest

from generator.ingest import Kind, Refused, decode, kind_of
from generator.ingest.kind import LARGEST

PLAIN = """\
The quay was closed at noon on Tuesday, the harbour master said in a statement.

Divers are to look at the piles before the ferry may land again, which could take
until the end of the week.
"""
PASTED = """\
Home
Harbour
Sport
Log in

The quay is closed

3 min read
By Ada Berg

The quay was closed at noon on Tuesday, the harbour master said in a statement.

Share this article
Related
Ferry runs late again
"""


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!doctype html><p>A</p>", "", "html"),
        ("\n <!-- saved --> <HTML><body>A", "", "html"),
        ("<p>A paragraph alone.</p>", "-", "html"),
        ("no markup in it at all, but saved as such", "page.HTM", "html"),
        ("# The quay\n\nIt was closed.", "", "markdown"),
        ("---\ntitle: The quay\n---\n\nIt was closed.", "", "markdown"),
        ("It was closed.", "quay.md", "markdown"),
        ("It was closed.\n\n## Why\n\nA crack.\n\n## When\n\nAt noon.", "", "markdown"),
        (PLAIN, "", "text"),
        (PLAIN, "quay.txt", "text"),
        ("One line.", "", "text"),
        (PASTED, "", "pasted"),
        (PASTED, "page.txt", "pasted"),
        (PASTED + "\n# 1 in town\n", "", "pasted"),
        ("a < b and c > d, said the report about tags like <p> and <div>.", "", "text"),
    ],
)
def test_the_kind_is_seen(text: str, name: str, kind: Kind) -> None:
    assert kind_of(text, name) == kind


def test_a_servers_word_counts_first() -> None:
    assert kind_of(PLAIN, "", "text/html") == "html"
    assert kind_of(PLAIN, "", "text/plain") == "text"
    assert kind_of("It was closed.", "", "text/markdown") == "markdown"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_in_unicode_is_read_whatever_its_form(encoding: str) -> None:
    assert decode("Åmål “quay”, 8 000 €\n".encode(encoding)) == "Åmål “quay”, 8 000 €\n"


def test_a_page_may_say_its_encoding() -> None:
    assert "Привет" in decode('<meta charset="windows-1251"><p>Привет'.encode("windows-1251"))
    assert "Привет" in decode("<p>Привет".encode("koi8-r"), "koi8-r")
    assert "Åmål" in decode("Staden Åmål är på väg att få en ny hamn för färjor.".encode("latin-1"))


@pytest.mark.parametrize("charset", ["no-such", "idna", "undefined", "hex", "utf-8", "unicode_escape", "\0"])
def test_a_wrong_word_on_the_encoding_is_passed_over(charset: str) -> None:
    assert "quay" in decode(b"the quay", charset)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "no text in it"),
        (b" \r\n\t\n", "no text in it"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 4, "no text that"),
        (b"a" * (LARGEST + 1), "most that is read"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, word: str) -> None:
    with pytest.raises(Refused, match=word) as refused:
        decode(raw)
    assert refused.value.remedy


def test_what_can_not_be_seen_goes() -> None:
    assert decode("a\x00b\x07c\ufeffd\x1b[31m\x85e".encode()) == "abcd[31m\x85e"
    assert decode(b"a \xed\xa0\x80 b").startswith("a ")
