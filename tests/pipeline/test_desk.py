"""The desk: after any edits its pages and problems are those of the straight line; nothing is done twice."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.model.page import Output
from generator.model.settings import Settings
from generator.pipeline import Desk
from tests.acceptance.broken.port import ALDER, BRIEF, FILES, REGISTER

SETTINGS = Settings(drafts=True, site_url="https://example.org/", site_name="A site", cards=False)
PARTS = (
    "index.md", "briefs", "tags", "outlets", "parties", "archive", "corrections", "method", "about", "imprint",
    "search", "feed", "robots.txt", "card.png",
)  # fmt: skip
STORM = "briefs/storm/brief.yml"


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def _all(desk: Desk) -> list[Output]:
    while desk.look_at_next() is not None:
        pass
    outputs = [output for slug in desk.slugs for output in desk.outputs(slug)]
    outputs += [output for part in PARTS for output in desk.across(part)]
    return sorted(outputs, key=lambda output: output.path)


def _same(desk: Desk, root: Path) -> None:
    """The desk's pages and problems are those of the straight line, run anew."""
    outcome = pipeline.check(root, SETTINGS)
    outputs = _all(desk)
    if not outcome.fails(strict=False):  # else the desk has pages of an earlier state besides
        assert outputs == pipeline.render(outcome, SETTINGS)
    assert desk.problems().problems == outcome.problems
    assert desk.problems().texts.keys() >= outcome.texts.keys() - {REGISTER}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    _write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("cards", [False, True])
def test_all_that_it_makes_is_what_the_straight_line_makes(cards: bool, root: Path) -> None:
    settings = replace(SETTINGS, cards=cards)
    desk = Desk(root, settings)
    assert _all(desk) == pipeline.render(pipeline.check(root, settings), settings)


def test_nothing_is_looked_at_before_it_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    check = pipeline.desk.check_brief

    def noted(folder, *rest):  # type: ignore[no-untyped-def]
        checked.append(folder.slug)
        return check(folder, *rest)

    monkeypatch.setattr(pipeline.desk, "check_brief", noted)
    desk = Desk(root, SETTINGS)
    desk.begun()
    assert checked == []
    desk.outputs("storm")
    desk.outputs("storm")
    assert checked == ["storm"]
    assert desk.look_at_next() == "port"
    assert desk.look_at_next() is None
    desk.touch(["storm"])
    desk.outputs("port")
    assert checked == ["storm", "port", "storm"]


def test_of_a_brief_with_an_error_the_last_good_state_stays(root: Path) -> None:
    desk = Desk(root, SETTINGS)
    good = desk.outputs("port")
    _write(root, {BRIEF: FILES[BRIEF].replace("at least 40 people", "at least 50 people")})
    assert "port" in desk.touch(["port"])
    looked = desk.look("port")
    assert looked is not None
    assert looked.is_broken
    assert desk.outputs("port") == good
    assert desk.broken() == {"port": 1}
    assert [p.code for p in desk.problems("port").problems] == ["quote-not-found"]
    _write(root, FILES)
    desk.touch(["port"])
    assert desk.problems().problems == ()
    assert desk.broken() == {}


def test_a_broken_register_leaves_the_last_good_one(root: Path) -> None:
    desk = Desk(root, SETTINGS)
    good = _all(desk)
    _write(root, {REGISTER: "alder: ["})
    assert desk.touch_register() is False
    assert [p.code for p in desk.register().problems] == ["yaml-unclosed"]
    assert _all(desk) == good
    _write(root, {REGISTER: FILES[REGISTER].replace("The Alder Gazette", "The Alder Times")})
    assert desk.touch_register() is True
    _same(desk, root)


def test_what_names_a_brief_follows_its_title_its_coming_and_its_going(root: Path) -> None:
    desk = Desk(root, SETTINGS)
    _all(desk)
    storm = FILES[STORM]
    steps: list[tuple[Callable[[], object], set[str]]] = [
        (lambda: _write(root, {STORM: storm.replace("A storm", "A gale")}), {"storm", "port"}),
        (lambda: _write(root, FILES), {"storm", "port"}),
        (lambda: _write(root, {STORM: storm.replace("One report.", "Three.")}), {"storm"}),
        (lambda: shutil.rmtree(root / "briefs/storm"), {"storm", "port"}),
        (lambda: _write(root, FILES), {"storm", "port"}),
    ]
    for edit, changed in steps:
        edit()
        assert desk.touch(["storm"]) == changed
        _same(desk, root)


def test_an_old_slug_leads_to_one_brief_and_the_other_is_told(root: Path) -> None:
    desk = Desk(root, SETTINGS)
    _write(root, {STORM: FILES[STORM] + "aliases: [gale, port]\n"})
    _write(root, {BRIEF: FILES[BRIEF].replace("related: [storm]", "related: [gale]\naliases: [gale]")})
    desk.touch(["storm", "port"])
    assert desk.owner("gale") == "port"
    assert desk.owner("nothing") is None
    _same(desk, root)


def test_findings_that_are_not_kept_are_worked_out_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(root, SETTINGS)
    before = desk.outputs("port")
    monkeypatch.setattr(pipeline.desk, "KEPT", 1)
    desk.outputs("storm")
    desk.touch(["storm"])
    assert desk.outputs("port") == before


def test_after_any_edits_in_any_order_all_is_as_if_it_were_read_anew(root: Path) -> None:
    dice = random.Random(4)  # noqa: S311 - the same edits each time
    desk = Desk(root, SETTINGS)
    edits: list[dict[str, str]] = [
        {BRIEF: FILES[BRIEF].replace("Fire in the port", "Blaze in the port")},
        {BRIEF: FILES[BRIEF].replace("related: [storm]", "related: [storm, flood]")},
        {STORM: FILES[STORM].replace("A storm", "A gale") + "aliases: [old-storm]\n"},
        {ALDER: FILES[ALDER].replace("Many hurt", "Few hurt")},
        {
            f"briefs/flood/{name}": FILES[f"briefs/storm/{name}"]
            for name in ("brief.yml", "articles/alder.md")
        },
        {REGISTER: FILES[REGISTER].replace("Overland Wire", "Overland Cable Wire")},
        {"briefs/storm/status": ""},
        dict(FILES),
    ]
    for _ in range(40):
        edit = dice.choice(edits)
        if dice.random() < 0.2:
            shutil.rmtree(root / "briefs/flood", ignore_errors=True)
            desk.touch(["flood"])
        _write(root, edit)
        if REGISTER in edit:
            desk.touch_register()
        desk.touch(sorted({name.split("/")[1] for name in edit if name != REGISTER}))
        _same(desk, root)
