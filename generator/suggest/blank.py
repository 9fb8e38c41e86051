"""A blank brief: a draft that passes every check, each key explained where it stands."""

from __future__ import annotations

from datetime import date

OUTLET = "example-outlet"

BRIEF = """\
# yaml-language-server: $schema=../.schema/brief.json
# One event or question. Every quotation is checked against its article: `briefs check {slug}`.
title: {title}
summary: >-
  Two or three sentences: what the reports agree on, and where they part.
date: {today}
status: draft                # draft (served, never built) | published | withdrawn
tags: []
sources: [first-source]      # the order of the columns

claims:
  - id: first-claim          # for ever: it is part of the claim's address
    claim: One statement that can be true or false, in your own words
    reports:
      first-source:
        quote: Replace this paragraph with the report's own words
        # via: [an-agency]   # who the outlet had it from, nearest first; `unknown` if it doesn't say
        # value: about 8,000 # a figure; it must stand in the quote
        # hedge: expected    # the source's own word of certainty; it must stand in the quote's sentence
    # note: What a reader should know of the difference.
"""

ARTICLE = """\
---
outlet: {outlet}
title: The report's headline
published: {today}
language: en
rendition: verbatim          # verbatim | translation | adaptation | paraphrase
rights: excerpts             # full | excerpts (the annotated sentences) | none (the quotations only)
---

Replace this paragraph with the report's own words, as plain paragraphs with an empty line between them.
"""

PARTY = """\
{outlet}: {{name: Example Outlet, kind: newspaper}}
"""

REGISTER = """\
# yaml-language-server: $schema=.schema/parties.json
# Outlets, agencies, institutions and people, registered once and shared by all briefs.
"""


def blank_brief(slug: str, today: date) -> dict[str, bytes]:
    """The files of a new brief by their path below its folder."""
    words = {"slug": slug, "title": _title(slug), "today": today.isoformat(), "outlet": OUTLET}
    return {
        "brief.yml": BRIEF.format(**words).encode("utf-8"),
        "articles/first-source.md": ARTICLE.format(**words).encode("utf-8"),
    }


def blank_party(register: str | None) -> str:
    """The register with the outlet of the blank brief in it: `register` as it is where the outlet is there."""
    if register is None:
        return REGISTER + PARTY.format(outlet=OUTLET)
    if any(line.startswith(f"{OUTLET}:") for line in register.splitlines()):
        return register
    gap = "" if not register or register.endswith("\n") else "\n"
    return register + gap + PARTY.format(outlet=OUTLET)


# --- Private functions ---


def _title(slug: str) -> str:
    """The slug as words, quoted: a title may look like a number to YAML, and stays text."""
    return '"' + slug.replace("-", " ").replace("_", " ").strip().capitalize() + '"'
