"""A small site root to build, break and look at."""

from __future__ import annotations

from pathlib import Path

CONFIG = """\
site_name: Sample
site_url: https://example.org/
docs_dir: site_src
theme: {name: material, font: false}
plugins: [search, briefs]
nav:
  - Home: index.md
  - Briefs: briefs/index.md
not_in_nav: |
  /briefs/*/**
  /tags/
  /outlets/
  /parties/
"""

PARTIES = """\
herald: {name: The Herald, kind: newspaper}
echo: {name: The Echo, kind: newspaper}
wire: {name: Northern Wire, kind: agency}
"""

BRIEF = """\
title: The harbour strike ends
summary: Two reports agree on the wage rise and part on how many walked out.
date: 2026-03-04
tags: [harbour, labour]
sources: [herald, echo]
claims:
  - id: wage
    claim: The strike ends with a wage rise
    reports:
      herald:
        quote: dockers will get a wage rise
        via: wire
      echo:
        quote: The deal brings higher wages
        via: wire
  - id: number
    claim: How many dockers walked out
    measure: dockers
    reports:
      herald: {quote: about 400 dockers, value: about 400}
      echo: {quote: more than 600 dockers, value: more than 600}
  - id: cause
    claim: Night shifts were the cause
    reports:
      echo: The quarrel began over night shifts.
"""

ARTICLES = {
    "herald": """\
---
outlet: herald
title: Harbour strike over
published: 2026-03-04
---

After nine days dockers will get a wage rise, Northern Wire reported.

The union said that about 400 dockers had walked out.
""",
    "echo": """\
---
outlet: echo
title: Back to work at the harbour
published: 2026-03-04
---

The deal brings higher wages, according to Northern Wire.

It ends a strike of more than 600 dockers. The quarrel began over night shifts.
""",
}


def make_site(root: Path, slug: str = "strike") -> Path:
    """A site root with one brief that has no problem."""
    files = {
        "mkdocs.yml": CONFIG,
        "site_src/about.md": "# About\n",
        "briefs/parties.yml": PARTIES,
        f"briefs/{slug}/brief.yml": BRIEF,
    }
    files |= {f"briefs/{slug}/articles/{source}.md": text for source, text in ARTICLES.items()}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Replaces `old`, which must be there, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
