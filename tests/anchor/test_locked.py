"""What a lock keeps of an article and its quotes."""

from __future__ import annotations

from hashlib import sha256

from generator.anchor import anchor
from generator.anchor.locked import by_source, entries, locked_source, text_digester
from generator.model.brief import Brief
from generator.model.digest import keyed_digest
from generator.model.lock import LockedSource
from tests.anchor.written import article, brief_of

KEY = "0123456789abcdef0123456789abcdef"
ANNOTATIONS = """\
title: T
summary: S
date: 2025-02-08
claims:
  - id: wage
    claim: C
    reports:
      herald:
        - {quote: [Strike over], in: title, via: a source, via_quote: sources said}
        - quote: [began, "it [...] last"]
      echo: So it all ended
  - id: end
    claim: C
    reports:
      echo: {quote: all ended, via: a source, via_quote: it all}
notes:
  - {source: echo, quote: ended, note: N}
  - {source: echo, note: N}
  - {source: echo, quote: "ended.", note: N}
"""
FRONT = {
    "url": "https://herald.example/1",
    "archive_url": "https://archive.example/1",
    "published": "2025-02-07",
    "updated": "2025-02-08",
    "accessed": "2025-02-09",
}
HERALD = "It began, sources said, in the night of Monday.\n\nThen “it” — at long last… it ended. No more."
ECHO = "So it all ended."


def brief() -> Brief:
    return brief_of(ANNOTATIONS, herald=article(HERALD, "Strike over", **FRONT), echo=article(ECHO))


def digest(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def lock(source: str, key: str | None = None) -> LockedSource:
    found = brief()
    anchors, _ = anchor(found)
    return locked_source(found, found.articles[source], anchors, by_source(found)[source], "2025-02-10", key)


def test_each_quote_goes_by_its_claim_or_note_and_may_change_places_within_it() -> None:
    assert [(entry.name, entry.bucket) for entry in entries(brief())] == [
        ("wage/0/0", "wage"),
        ("wage/0/via", "wage/via"),
        ("wage/1/0", "wage"),
        ("wage/1/1", "wage"),
        ("wage/0/0", "wage"),
        ("end/0/0", "end"),
        ("end/0/via", "end/via"),
        ("notes/0", "notes"),
        ("notes/2", "notes"),
    ]
    assert {source: len(own) for source, own in by_source(brief()).items()} == {"herald": 4, "echo": 5}


def test_it_keeps_digests_dates_and_addresses_of_an_article() -> None:
    herald = lock("herald")
    assert herald.model_dump(exclude={"quotes"}) == {
        "locked": "2025-02-10",
        "digest": digest(HERALD),
        "length": str(len(HERALD)),
        "title": digest("Strike over"),
        "text": "here",
        **FRONT,
    }
    echo = lock("echo")
    assert (echo.published, echo.updated, echo.accessed, echo.url, echo.archive_url) == (None,) * 5


def test_it_keeps_of_a_quote_where_its_parts_are_and_a_few_words_around_it() -> None:
    quotes = lock("herald").quotes
    assert [(quote.where, quote.span) for quote in quotes.values()] == [
        ("title", "0-11"),
        ("body", "10-22"),
        ("body", "3-8"),
        ("body", "55-57, 69-73"),
    ]
    last = quotes["wage/1/1"]
    assert (last.before, last.after) == (HERALD[23:55], HERALD[73:])
    assert (quotes["wage/1/0"].before, quotes["wage/1/0"].after) == ("It ", HERALD[8:40])
    assert (quotes["wage/0/0"].before, quotes["wage/0/0"].after) == ("", "")
    assert [quotes[name].digest for name in ("wage/0/via", "wage/1/1")] == [
        digest("sources said"),
        digest("it [...] last"),
    ]


def test_with_a_key_it_keeps_keyed_digests_each_of_one_thing_alone() -> None:
    herald, echo = lock("herald", KEY), lock("echo", KEY)
    assert (herald.text, herald.title) == ("withheld", digest("Strike over"))
    assert herald.digest == keyed_digest(HERALD, KEY, "text of port/herald")
    assert echo.digest == keyed_digest(ECHO, KEY, "text of port/echo")
    assert echo.digest == text_digester(brief(), "echo", KEY)(ECHO)
    assert text_digester(brief(), "echo", None)(ECHO) == digest(ECHO)
    began, both = herald.quotes["wage/1/0"], herald.quotes["wage/1/1"]
    assert began.span == lock("herald").quotes["wage/1/0"].span
    assert began.digest == keyed_digest("began", KEY, f"quote in {herald.digest}")
    assert began.before == keyed_digest("It ", KEY, f"before in {herald.digest}")
    assert began.after == keyed_digest(HERALD[8:40], KEY, f"after in {herald.digest}")
    assert both.digest == keyed_digest("it [...] last", KEY, f"quote in {herald.digest}")
    assert both.after == keyed_digest("... it ended. No more.", KEY, f"after in {herald.digest}")
    assert echo.quotes["wage/0/0"].before == ""
    assert echo.quotes["notes/2"].after == ""
