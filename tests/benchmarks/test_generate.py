"""The made-up sites of the benchmarks: the same for one seed, valid, and as various as they are said to be."""

from __future__ import annotations

import statistics
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.generate import SEED, generate
from benchmarks.invention.briefs import brief_files
from benchmarks.invention.facts import TONGUES
from benchmarks.invention.register import register
from generator import pipeline
from generator.model.findings import Findings
from generator.model.published import UNLIMITED
from generator.model.settings import Settings
from generator.model.tokens import tokens

NUMBER = 60
GIVEN = {"place", "surname", "person", "figure", "when", "who", "hedge", "rare", "measure", "number_of"}
"""What a sentence is given, and no rule makes."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    generate(NUMBER, root)
    return root


@pytest.fixture(scope="module")
def checked(site: Path) -> list[Findings]:
    outcome = pipeline.check(site, Settings(excerpt_limit=UNLIMITED))  # as the site's configuration has it
    assert [problem.message for problem in outcome.problems] == []
    return list(outcome.findings.values())


@pytest.fixture(scope="module")
def written(site: Path) -> list[dict[str, Any]]:
    return [
        yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes texts and nothing else
        for path in sorted(site.glob("briefs/*/brief.yml"))
    ]


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.rglob("*.*")
        if path.is_file()
    }


def test_a_site_is_valid(checked: list[Findings]) -> None:
    assert len(checked) == NUMBER


def test_a_larger_site_holds_the_smaller_one(site: Path, tmp_path: Path) -> None:
    generate(5, tmp_path)
    larger = texts(site)
    assert {name: larger[name] for name in texts(tmp_path)} == texts(tmp_path)


def test_another_seed_makes_other_briefs() -> None:
    assert brief_files(3, SEED, register(SEED)) != brief_files(3, SEED + 1, register(SEED + 1))


def test_briefs_have_two_to_four_sources_and_eight_to_fifteen_claims(checked: list[Findings]) -> None:
    assert {len(findings.brief.articles) for findings in checked} == {2, 3, 4}
    assert {len(findings.claims) for findings in checked} == set(range(8, 16))


def test_a_brief_is_of_ten_kilobytes_and_an_article_of_five(site: Path) -> None:
    briefs = [path.stat().st_size for path in site.glob("briefs/*/brief.yml")]
    articles = [path.stat().st_size for path in site.glob("briefs/*/articles/*.md")]
    assert 9_000 < statistics.mean(briefs) < 11_000
    assert 4_500 < statistics.mean(articles) < 6_000


def test_most_that_the_format_can_say_is_said(written: list[dict[str, Any]], checked: list[Findings]) -> None:
    claims = [claim for brief in written for claim in brief["claims"]]
    reports = [
        report
        for claim in claims
        for listed in claim["reports"].values()
        for report in (listed if isinstance(listed, list) else [listed])
    ]
    notes = [note for brief in written for note in brief.get("notes", [])]
    said = {key for entry in (*written, *claims, *reports, *notes) for key in entry}
    assert said >= set(
        """title summary date author reviewed_by updated language tags sources related claims notes corrections
        id claim measure tolerance unchecked assessment note overrule reports
        quote in stance value scope as_of when via via_quote hedge translation source motivation links""".split()
    )
    assert any("[...]" in str(report["quote"]) for report in reports)
    assert any(isinstance(report["quote"], dict) for report in reports)
    assert any("together" in str(report.get("via")) for report in reports)
    assert {claim.status for findings in checked for claim in findings.claims} == {
        "corroborated", "repeated", "differs", "not comparable", "one source",
    }  # fmt: skip


def test_years_are_even_and_tags_are_not(written: list[dict[str, Any]]) -> None:
    years = Counter(brief["date"][:4] for brief in written)
    assert set(years) == {str(year) for year in range(2016, 2027)}
    assert max(years.values()) - min(years.values()) <= 1
    tags = Counter(tag for brief in written for tag in brief["tags"])
    assert tags["harbour"] > 3 * statistics.median(tags.values())


def test_every_claim_is_told_from_all_others_by_three_of_its_words(written: list[dict[str, Any]]) -> None:
    claims = [claim["claim"].casefold() for brief in written for claim in brief["claims"]]
    words = [frozenset(span.of(claim) for span in tokens(claim)) for claim in claims]
    common = Counter(word for of_one in words for word in of_one)
    for of_one in words:
        rarest = frozenset(sorted(of_one, key=lambda word: (common[word], word))[:3])
        assert sum(rarest <= other for other in words) == 1


@pytest.mark.parametrize("code", TONGUES)
def test_a_language_has_a_rule_for_every_word_that_its_sentences_leave_open(code: str) -> None:
    rules = TONGUES[code].rules
    open_words = {
        slot[0].lower() + slot[1:] for options in rules.values() for said in options for slot in said[1::2]
    }
    assert open_words <= rules.keys() | GIVEN
