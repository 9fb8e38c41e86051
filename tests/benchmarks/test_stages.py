"""The profile is of the pipeline as it is: its stages put out what the pipeline puts out, and leave it as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generate import generate
from benchmarks.stages import ROOMS, Stages, profile, stage_of, staged
from generator import pipeline, plugin
from generator.model.page import Page
from generator.model.settings import Settings
from generator.pipeline import line, outputs, reading

NUMBER = 3
SETTINGS = Settings(site_url="https://example.org/")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    generate(NUMBER, tmp_path)
    return tmp_path


def test_the_stages_together_put_out_what_the_pipeline_does(site: Path) -> None:
    expected = pipeline.render(pipeline.check(site, SETTINGS), SETTINGS)
    stages, _, made = staged(site, SETTINGS)
    assert made == expected
    assert set().union(*stages.paths.values()) == {output.path for output in expected}


def test_every_stage_is_called_as_often_as_there_is_work_for_it(site: Path) -> None:
    stages, whole, made = staged(site, SETTINGS)
    articles = len(list(site.glob("briefs/*/articles/*.md")))
    assert set(stages.calls) == set(ROOMS)
    read = (
        1 + 1 + 2 * NUMBER + articles
    )  # the folder, the register, each brief and its dead links, each article
    assert stages.calls["load"] == read
    assert stages.calls["validate"] == 1 + NUMBER
    assert (
        stages.calls["anchor"] == 3 * NUMBER
    )  # quotes; and what is shown of articles, called and then asked once
    assert stages.calls["compare"] == stages.calls["record"] == NUMBER
    assert stages.calls["emit"] == sum(isinstance(output, Page) for output in made)
    assert stages.spent.total() <= whole


def test_afterwards_nothing_is_timed(site: Path) -> None:
    before = [dict(vars(module)) for module in (reading, line, outputs, plugin)]
    staged(site, SETTINGS)
    assert [dict(vars(module)) for module in (reading, line, outputs, plugin)] == before


def test_what_is_made_when_it_is_asked_for_is_timed_then() -> None:
    stages = Stages()
    with stages.timed(outputs):
        parts = outputs.sheets((), SETTINGS, {})
    assert stages.calls["render"] + stages.calls["across"] == 1
    next(iter(parts.values()))()
    assert stages.calls.total() == 2


def test_a_function_is_of_the_room_that_defines_it() -> None:
    assert stage_of(line.load_yaml) == "load"
    assert stage_of(outputs.brief_card) == "cards"
    assert stage_of(plugin.to_placeholders) == "emit"
    assert stage_of(line.record) == "record"
    assert stage_of(line.Outcome) == ""
    assert stage_of(line.check_brief) == ""


def test_the_profile_is_a_table_of_the_stages(capsys: pytest.CaptureFixture[str]) -> None:
    profile(2, 1)
    lines = [
        line.split(" | ")[0].strip("| ") for line in capsys.readouterr().out.splitlines() if line[:2] == "| "
    ]
    assert lines == ["stage", *ROOMS, "between them", "**a brief, from load to emit**"]
