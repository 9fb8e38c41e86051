"""A build and a check that ask for a review of every claim, and pages that say how many have none."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.pipeline.test_since import brief, codes, run
from tests.sample import edit, make_site

ERRORS = [("briefs/strike/brief.yml", line, "unreviewed-claim") for line in (7, 16, 22)]


def _page(root: Path, path: str = "briefs/strike/index.html") -> str:
    return re.sub(r"<[^>]*>", "", (root / "site" / path).read_text("utf-8"))


def test_a_release_may_ask_for_a_review_of_each_claim(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    assert codes(root) == []
    assert codes(root, "--require-review") == ERRORS
    failed = run(root, "build", "-q", "--require-review")
    assert (failed.exit_code, failed.output.count("error unreviewed-claim")) == (1, 3)
    assert not (root / "site").exists()

    assert run(root, "build", "-q").exit_code == 0
    assert run(root, "build", "-q", "--require-review").exit_code == 1, "though it is built already"
    assert "None of the claims has been reviewed." in _page(root)
    assert "3 claims have not been reviewed by anyone but their authors." in _page(root, "index.html")
    assert json.loads((root / "site/briefs/strike/brief.json").read_text())["unreviewed"] == [
        "wage",
        "number",
        "cause",
    ]

    edit(brief(root), "  - id: wage\n", "  - id: wage\n    reviewed_by: Bo Reader\n")
    assert run(root, "build", "-q").exit_code == 0
    assert "2 of 3 claims have not been reviewed." in _page(root)

    edit(brief(root), "date:", "author: Ada Editor\nreviewed_by: Bo Reader\ndate:")
    assert codes(root, "--require-review") == []
    assert run(root, "build", "-q", "--require-review", "--strict").exit_code == 0
    assert "been reviewed" not in _page(root) + _page(root, "index.html")

    edit(brief(root), "author: Ada Editor", "author: bo  reader")
    assert [code for _, _, code in codes(root)] == ["reviewed-by-author"] * 2
