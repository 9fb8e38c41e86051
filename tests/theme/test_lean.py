"""The style sheets of a site come of its texts and of what its pages show, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.theme import Finish, Seen, finished, seen
from generator.theme.finish import texts_of
from generator.theme.lean import Texts, lean

TEXTS = Texts(
    materials=('@charset "utf-8";.md-a{b:c}.md-b{b:var(--x)}', ":root{--x:1;--y:2}.md-c{b:c}"),
    ours=".b { c: d }\n[dir=rtl] .b { c: e }\n",
    others=(".own{b:var(--y)}",),
    bundle=('h("md-c")',),
    scripts=(("briefs.js", 'h("table")'),),
)
PAGES = ('<p class="md-a" dir="ltr">', '<table class="md-b"><p style="a:var(--z)">')


def test_a_page_shows_its_words_its_tables_and_what_it_asks_for() -> None:
    assert seen(PAGES[1]) == Seen(frozenset({"md-b"}), frozenset({"md-b"}), frozenset({"--z"}))
    assert seen(PAGES[0]) | seen(PAGES[1]) == seen("".join(PAGES))
    assert seen("") == Seen()


def test_what_was_seen_elsewhere_counts_as_if_it_were_seen_here() -> None:
    here, there = Finish(), Finish()
    for page in PAGES:
        assert here.page(page) == finished(page)
        there.note(seen(page))
    assert here.noted == there.noted == seen("".join(PAGES))


def test_what_nothing_meets_is_left_out() -> None:
    assert lean(TEXTS, seen(PAGES[0])) == (".md-a{b:c}:root{--y:2}.md-c{b:c}", ".b{c:d}")
    assert lean(TEXTS, seen(PAGES[1]))[0] == ".md-b{b:var(--x)}:root{--x:1;--y:2}.md-c{b:c}"


def test_a_digest_is_that_of_all_that_the_sheets_come_of() -> None:
    shown = seen(PAGES[0])
    others = (
        replace(TEXTS, materials=TEXTS.materials[::-1]),
        replace(TEXTS, ours=None),
        replace(TEXTS, others=()),
        replace(TEXTS, bundle=()),
        replace(TEXTS, scripts=(("own.js", 'h("table")'),)),
    )
    digests = {TEXTS.digest(shown), TEXTS.digest(seen(PAGES[1])), *(other.digest(shown) for other in others)}
    assert len(digests) == 2 + len(others)
    assert replace(TEXTS).digest(seen(PAGES[0])) == TEXTS.digest(shown)


@pytest.mark.parametrize("named", [None, ["own/a.css", "assets/briefs/theme.css", "gone.css"]])
def test_style_sheets_are_looked_for_or_named(tmp_path: Path, named: list[str] | None) -> None:
    for path, text in (
        ("assets/stylesheets/main.1.css", "m"),
        ("assets/stylesheets/palette.1.css", "p"),
        ("assets/briefs/theme.css", "old"),
        ("own/a.css", "a"),
        ("assets/javascripts/bundle.1.js", "b"),
        ("own.js", "o"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    found = texts_of(tmp_path, ["own.js", "gone.js"], named)
    assert found == Texts(("m", "p"), None, ("a",), ("b",), (("own.js", "o"),))
