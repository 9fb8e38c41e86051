"""The draft that a brief begins with when its first article is there: it quotes it, and passes every check."""

from __future__ import annotations

from generator.ingest.article import scalar
from generator.ingest.guess.guess import Guess
from generator.ingest.reading import Reading
from generator.model.text import canonical, contains

BRIEF = """\
# yaml-language-server: $schema=../.schema/brief.json
# One event or question. Every quotation is checked against its article: `briefs check {slug}`.
title: {title}
summary: >-
  Two or three sentences: what the reports agree on, and where they part.
date: {date}
status: draft                # draft (served, never built) | published | withdrawn
tags: []

claims:
  - id: first-claim          # for ever: it is part of the claim's address
    claim: One statement that can be true or false, in your own words
    reports:
      {source}:
        quote: {quote}
        # via: [an-agency]   # who the outlet had it from, nearest first; `unknown` if it doesn't say
        # value: about 8,000 # a figure; it must stand in the quote
        # hedge: expected    # the source's own word of certainty; it must stand in the quote's sentence
"""


def first_brief(slug: str, source: str, reading: Reading, today: str) -> str:
    """The text of `brief.yml`: its one claim quotes the first sentence of `source` that stands there once."""
    published = reading.guesses.keys.get("published", Guess(today, ""))
    return BRIEF.format(
        slug=slug,
        title=scalar(slug.replace("-", " ").replace("_", " ").strip().capitalize() or slug),
        date=scalar(str(published.value)),
        source=scalar(source),
        quote=scalar(_quote(reading.body)),
    )


# --- Private functions ---


def _quote(body: str) -> str:
    """A sentence that can be quoted as it stands: once in the text, nothing in it that would mean something else."""
    text = canonical(body)
    found = [" ".join(span.of(text.text).split()) for span in text.sentences[:50]]
    for sentence in found:
        fits = "[...]" not in sentence and "[…]" not in sentence and len(sentence) > 3
        if fits and contains(text, sentence) and text.folded.text.count(canonical(sentence).folded.text) == 1:
            return sentence
    return found[0] if found else "…"
