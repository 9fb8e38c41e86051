"""The option `excerpt_limit` of a site's configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import ValidationError

from generator import pipeline
from generator.model.published import ExcerptLimit
from generator.model.settings import Settings
from generator.publish.configuration import ExcerptLimitOption
from tests.sample import edit, make_site


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        (None, ExcerptLimit(300, 20)),
        ({}, ExcerptLimit(300, 20)),
        ({"words": 100}, ExcerptLimit(100, 20)),
        ({"words": 0, "percent": 0}, ExcerptLimit(0, 0)),
    ],
)
def test_what_isnt_said_is_as_by_default(written: object, limit: ExcerptLimit) -> None:
    assert ExcerptLimitOption().run_validation(written) == limit


@pytest.mark.parametrize(
    "written",
    [300, "20%", {"share": 20}, {"words": -1}, {"words": True}, {"percent": "20%"}, {"words": None}],
)
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        ExcerptLimitOption().run_validation(written)


def test_of_more_and_less_the_more_counts() -> None:
    assert ExcerptLimit(300, 20).most(100) == 300
    assert ExcerptLimit(300, 20).most(5000) == 1000


def test_a_check_holds_to_it(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    for source in ("herald", "echo"):
        edit(root / f"briefs/strike/articles/{source}.md", "---\n\n", "rights: excerpts\n---\n\n")
    assert pipeline.check(root, Settings()).problems == ()
    problems = pipeline.check(root, Settings(excerpt_limit=ExcerptLimit(1, 0))).problems
    assert [problem.code for problem in problems] == ["excerpt-too-long"] * 2
    assert {problem.location.file for problem in problems} == {"briefs/strike/brief.yml"}
