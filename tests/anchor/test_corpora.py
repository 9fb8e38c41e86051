"""Quotes on real articles: the shared corpora, where they are (BRIEFS_SHARED)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.model.text import canonical, contains, matches, tokens

CORPORA = Path(os.environ.get("BRIEFS_SHARED", "../shared")) / "corpora"


def lines_of(name: str) -> list[dict[str, object]]:
    file = CORPORA / name
    if not file.is_file():
        pytest.skip(f"the shared corpus {name} is not here (BRIEFS_SHARED)")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_every_run_of_whole_tokens_of_a_real_article_is_found_where_it_stands() -> None:
    for item in lines_of("quotes_5w1h_gold/articles.jsonl")[:40]:
        text = canonical(str(item["text"]))
        spans = tokens(text.text)
        for first in range(0, max(1, len(spans) - 12), 37):
            start, end = spans[first].start, spans[min(first + 11, len(spans) - 1)].end
            sought = canonical(text.text[start:end]).folded.text
            found = [text.folded.span(at, at + len(sought)) for at in matches(text.folded, sought)]
            assert (start, end) in [(span.start, span.end) for span in found]


def test_a_real_sentence_with_another_number_is_not_contained() -> None:
    for item in lines_of("quotes_5w1h_gold/articles.jsonl")[:40]:
        text = canonical(str(item["text"]))
        for sentence in text.sentences:
            words = sentence.of(text.text)
            changed = words.translate(str.maketrans("0123456789", "1234567890"))
            if changed != words and changed not in text.text:
                assert not contains(text, changed)
