"""The audit reads its checkers' reports rightly, without Java and Node: it fails where they find fault."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.audit.__main__ import main, table, told
from tests.audit.lighthouse import LEAST, Run, read, verdict
from tests.audit.nu import Remark
from tests.audit.nu import read as read_nu
from tests.audit.pages import chosen
from tests.audit.tools import LOCKED, Unable, lacking, version

SITE = Path("/srv/site")
ALL = dict.fromkeys(LEAST, 1.0)


def report(scores: dict[str, float | None], **audits: tuple[float | None, int]) -> str:
    """A report of Lighthouse; each of `audits` is a score and its weight in accessibility."""
    categories: dict[str, Any] = {name: {"score": score, "auditRefs": []} for name, score in scores.items()}
    categories["accessibility"]["auditRefs"] = [{"id": i, "weight": w} for i, (_, w) in audits.items()]
    found = {
        name: {
            "id": name,
            "title": f"On {name}",
            "score": score,
            "details": {"items": [{"node": {"snippet": "<a>"}}]},
        }
        for name, (score, _) in audits.items()
    }
    return json.dumps({"requestedUrl": "http://a/", "categories": categories, "audits": found})


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ('openjdk version "17.0.15" 2025-04-15', (17, 0, 15)),
        ("v20.20.2\n", (20, 20, 2)),
        ('java version "1.8.0_401"', (1, 8, 0)),
        ("", ()),
    ],
)
def test_a_programs_version_is_read(said: str, number: tuple[int, ...]) -> None:
    assert version(said) == number


def test_what_is_absent_or_too_old_is_lacking() -> None:
    assert lacking({"java": (17, 0, 15), "node": (18, 16), "npm": (11,)}) == []
    assert lacking({"java": (11, 0, 2), "node": (18, 15, 9)}) == ["java", "node", "npm"]


def test_the_nu_checkers_errors_have_file_and_line() -> None:
    messages = [
        {"type": "error", "url": "file:/srv/site/a%20b/index.html", "lastLine": 3, "message": "Bad\n value"},
        {
            "type": "info",
            "subType": "warning",
            "url": "file:/srv/site/c.html",
            "firstLine": 1,
            "message": "Odd",
        },
        {"type": "non-document-error", "url": "file:/srv/site/d.html", "message": "Unreadable"},
    ]
    found = read_nu(json.dumps({"messages": messages}), SITE)
    assert found == [
        Remark("a b/index.html", 3, True, "Bad value"),
        Remark("c.html", 1, False, "Odd"),
        Remark("d.html", 0, True, "Unreadable"),
    ]
    assert told(found).splitlines()[0] == "a b/index.html:3: error: Bad value"
    assert told(found).splitlines()[-1] == "The Nu checker: 2 errors, 1 warnings"


def test_a_page_without_fault_has_every_score() -> None:
    run = read(report({**ALL}, good=(1, 5), beside_the_point=(None, 5)))
    assert run == Run(dict.fromkeys(LEAST, 100), ())
    assert verdict("", [run] * 3).short == []


def test_a_score_is_never_rounded_up() -> None:
    run = read(report({**ALL, "accessibility": 0.996}, contrast=(0, 7), unweighed=(0, 0)))
    assert run.scores["accessibility"] == 99
    assert run.faults == ("accessibility: On contrast (<a>)",)
    assert read(report({**ALL, "performance": 0.95})).scores["performance"] == 95
    assert read(report({**ALL, "performance": 0.29})).scores["performance"] == 29


def test_performance_is_the_median_of_the_runs_and_the_rest_the_least() -> None:
    runs = [
        Run({**dict.fromkeys(LEAST, 100), "performance": performance, "seo": seo}, ())
        for performance, seo in ((96, 100), (80, 92), (95, 100))
    ]
    found = verdict("a/", runs)
    assert (found.scores["performance"], found.scores["seo"]) == (95, 92)
    assert found.short == ["seo"]
    assert verdict("a/", [*runs[:2], Run({**runs[2].scores, "performance": 94}, ())]).short == [
        "performance",
        "seo",
    ]
    assert re.search(r"a/ +95 +100 +100 +92  96 80 95", table([found]))


@pytest.mark.parametrize(
    "wrong",
    [
        json.dumps({"runtimeError": {"message": "no such page"}}),
        report({**ALL, "seo": None}),
    ],
)
def test_a_run_that_came_to_nothing_is_no_score(wrong: str) -> None:
    with pytest.raises(Unable, match="Lighthouse"):
        read(wrong)


def test_the_largest_brief_and_article_are_looked_at(tmp_path: Path) -> None:
    pages = {"": 1, "briefs": 9, "briefs/a": 5, "briefs/b": 6, "briefs/b/x": 7, "briefs/a/y": 8, "about": 9}
    for name, size in pages.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text("x" * size)
    assert chosen(tmp_path) == {"home": "", "brief": "briefs/b/", "article": "briefs/a/y/"}


def test_what_cannot_be_made_is_said_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.audit.__main__.provide", lambda: None)
    assert main([str(tmp_path)]) == 1
    assert "there is no page below" in capsys.readouterr().err


def test_the_checkers_are_locked_and_no_registry_is_named() -> None:
    lock = (LOCKED / "package-lock.json").read_text("utf-8")
    wanted = json.loads((LOCKED / "package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads(lock)["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("integrity" in each for name, each in packages.items() if name)
    assert "resolved" not in lock
    assert "registry" not in lock
