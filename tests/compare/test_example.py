"""The shared example: two real reports, and what comparing them must give."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.anchor import anchor
from generator.compare import compare
from generator.load import load_article, load_yaml
from generator.validate import validate_brief, validate_parties

SHARED = Path(os.environ.get("BRIEFS_SHARED", Path(__file__).parents[2].parent / "shared"))
EXAMPLE = SHARED / "design" / "example"
SLUG = "north-korea-russia-drones"

pytestmark = pytest.mark.skipif(not EXAMPLE.is_dir(), reason=f"no example at {EXAMPLE}")


def expected() -> dict[str, tuple[str, int]]:
    """The table of `expected.md`: a row may name several claims."""
    rows: dict[str, tuple[str, int]] = {}
    for line in (EXAMPLE / "expected.md").read_text(encoding="utf-8").splitlines()[4:]:
        if line.startswith("|"):
            claims, status, origins, _ = (cell.strip() for cell in line.strip("|").split("|"))
            named = claims.split(", ")
            counts = origins.split(", ")
            rows |= {claim: (status, int(count)) for claim, count in zip(named, counts, strict=True)}
    return rows


def test_the_example_comes_to_what_is_expected() -> None:
    folder = EXAMPLE / "briefs" / SLUG
    register, _ = load_yaml("parties.yml", (EXAMPLE / "briefs" / "parties.yml").read_bytes())
    tree, _ = load_yaml("brief.yml", (folder / "brief.yml").read_bytes())
    assert register is not None
    assert tree is not None
    manuscripts = {
        path.stem: load_article(path.name, path.read_bytes())[0]
        for path in sorted((folder / "articles").iterdir())
    }
    brief, problems = validate_brief(SLUG, tree, manuscripts, validate_parties(register)[0], {SLUG})  # type: ignore[arg-type]
    assert brief is not None, problems
    findings, problems = compare(brief, anchor(brief)[0])
    assert problems == []
    assert {f.claim.id: (str(f.computed), f.origins) for f in findings.claims} == expected()
