"""How much of what editors annotated is found, of briefs that were written for it and of those that are shipped."""

from __future__ import annotations

import pytest

from benchmarks.suggest import FOLDERS, Tally, measure
from generator import pipeline
from generator.model.settings import Settings

MADE_UP = ["shipped", "briefs init", "written for this"]
EXAMPLE = "example (shared)"


def tally(names: list[str]) -> Tally:
    every = Tally()
    for name in names:
        folder = FOLDERS[name]
        outcome = pipeline.check(folder.parent, Settings(briefs_dir=folder.name, drafts=True))
        for slug, findings in outcome.findings.items():
            every.add(measure(folder, slug, findings))
    return every


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_most_quotes_figures_and_chains_are_found_and_most_shared_claims_aligned() -> None:
    found = tally(MADE_UP)
    assert share(found.quotes) >= 0.9
    assert share(found.strict) >= 0.85
    assert share(found.figures) >= 0.9
    assert share(found.chains) >= 0.8
    assert share(found.shared) >= 0.75


def test_there_are_not_many_more_drafts_than_an_editor_would_write_claims() -> None:
    found = tally(["written for this"])
    assert found.suggested <= 2.5 * found.claims
    assert share(found.joined) >= 0.5


@pytest.mark.skipif(not FOLDERS[EXAMPLE].is_dir(), reason="shared/design/example is not here (BRIEFS_SHARED)")
def test_of_the_shared_example_four_fifths_are_found_and_six_of_seven_claims_aligned() -> None:
    found = tally([EXAMPLE])
    assert share(found.quotes) >= 0.8
    assert share(found.figures) >= 0.8
    assert share(found.chains) >= 0.8
    assert (sum(found.shared) >= 6, len(found.shared)) == (True, 7)
