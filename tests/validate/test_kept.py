"""What was said is said still, or a correction tells of it; what had an address has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.load import load_yaml
from generator.model.released import (
    Released,
    SaidClaim,
    SaidCorrection,
    SaidFigure,
    SaidQuote,
    SaidReport,
    SaidSource,
)
from generator.validate.kept import Since, gone_briefs, kept_problems

SINCE = Since("the last release", "2026-04-01")
FIGURE = SaidFigure("about 400", "360", "440")
HERALD = SaidReport("herald", quotes=(SaidQuote("about 400 dockers"),), value=FIGURE)
ECHO = SaidReport("echo", quotes=(SaidQuote("more than 600 dockers"), SaidQuote("a crowd")))
NUMBER = SaidClaim("number", "How many walked out", "differs", "2026-03", ("dockers",), (HERALD, ECHO))
BEFORE = Released(
    "strike", "published", "2026-03-04", sources=(SaidSource("herald"), SaidSource("echo")), claims=(NUMBER,)
)
TREE = load_yaml(
    "briefs/strike/brief.yml",
    b"title: T\nsources: [herald, echo]\nclaims:\n- id: number\n  claim: How many walked out\n",
)[0]
CORRECTION = SaidCorrection("2026-04-01", "was", "now", "why", "number")


def problems(now: Released, before: Released = BEFORE) -> list[tuple[int, str, str]]:
    assert TREE is not None
    found = list(kept_problems(now, before, TREE, SINCE))
    assert not any(problem.is_error for problem in found)
    return [(problem.location.line, problem.code, problem.message) for problem in found]


def with_claim(**changes: object) -> Released:
    return replace(BEFORE, claims=(replace(NUMBER, **changes),))  # type: ignore[arg-type]


def with_reports(*reports: SaidReport) -> Released:
    return with_claim(reports=reports)


NOT_CHANGED = {
    "nothing": BEFORE,
    "a new claim": replace(BEFORE, claims=(NUMBER, SaidClaim("new", "New", "one source"))),
    "the order": replace(with_reports(ECHO, HERALD), sources=BEFORE.sources[::-1]),
    "a new report": with_reports(HERALD, ECHO, SaidReport("post", quotes=(SaidQuote("500"),))),
    "a new quote": with_reports(replace(HERALD, quotes=(*HERALD.quotes, SaidQuote("more"))), ECHO),
    "curly for straight": with_claim(claim="How  many walked\u00a0out"),
    "other words for a figure": with_reports(
        replace(HERALD, value=replace(FIGURE, text="roughly 400")), ECHO
    ),
    "an id, with the old one": with_claim(id="count", aliases=("dockers", "number")),
    "a source, with the old one": replace(
        with_reports(replace(HERALD, source="post"), ECHO),
        sources=(SaidSource("post", ("herald",)), SaidSource("echo")),
    ),
    "a draft again": replace(BEFORE, status="draft", claims=()),
    "withdrawn": replace(BEFORE, status="withdrawn", claims=(), sources=()),
}

CHANGED = {
    "the text": (with_claim(claim="How many men walked out"), "the text"),
    "the status": (with_claim(status="corroborated"), "the status"),
    "the date": (with_claim(when="2026-02"), "the date"),
    "a word of a quote": (
        with_reports(replace(HERALD, quotes=(SaidQuote("some 400 dockers"),)), ECHO),
        "a quote",
    ),
    "a quote left out": (with_reports(HERALD, replace(ECHO, quotes=ECHO.quotes[:1])), "a quote"),
    "a report left out": (with_reports(ECHO), "a quote and a figure"),
    "a stance": (with_reports(HERALD, replace(ECHO, stance="denies")), "a quote"),
    "a figure": (with_reports(replace(HERALD, value=replace(FIGURE, upper="500")), ECHO), "a figure"),
    "what was counted": (with_reports(replace(HERALD, value=replace(FIGURE, scope="men")), ECHO), "a figure"),
    "a figure left out": (with_reports(replace(HERALD, value=None), ECHO), "a figure"),
    "under another id": (with_claim(id="count", aliases=("dockers", "number"), claim="Other"), "the text"),
}


@pytest.mark.parametrize("what", NOT_CHANGED)
def test_what_is_new_or_only_written_otherwise_is_no_change(what: str) -> None:
    assert problems(NOT_CHANGED[what]) == []


@pytest.mark.parametrize("what", CHANGED)
def test_what_changed_silently_is_told_at_the_claim(what: str) -> None:
    now, kinds = CHANGED[what]
    [(line, code, message)] = problems(now)
    assert (line, code) == (5, "untold-correction")
    assert message.startswith(f"{kinds} of the claim `")


@pytest.mark.parametrize("what", CHANGED)
@pytest.mark.parametrize(
    "correction",
    [
        CORRECTION,
        replace(CORRECTION, minor=True),
        replace(CORRECTION, claim=None, minor=True),
        replace(CORRECTION, claim="dockers"),
        replace(CORRECTION, date="2026-03-04"),
    ],
)
def test_a_correction_tells_of_it(what: str, correction: SaidCorrection) -> None:
    assert problems(replace(CHANGED[what][0], corrections=(correction,))) == []


@pytest.mark.parametrize(
    "correction",
    [
        replace(CORRECTION, claim="another"),
        replace(CORRECTION, claim=None),
        replace(CORRECTION, date="2026-03-03"),  # before what it would correct
    ],
)
def test_a_correction_of_something_else_does_not(correction: SaidCorrection) -> None:
    assert len(problems(replace(CHANGED["the text"][0], corrections=(correction,)))) == 1


def test_an_old_correction_tells_of_no_new_change() -> None:
    before = replace(BEFORE, corrections=(CORRECTION,))
    now = replace(CHANGED["the text"][0], corrections=(CORRECTION,))
    assert len(problems(now, before)) == 1
    later = replace(CORRECTION, why="another")
    assert problems(replace(now, corrections=(CORRECTION, later)), before) == []


def test_the_version_is_that_of_the_last_update() -> None:
    before = replace(BEFORE, updated="2026-04-02")
    assert len(problems(replace(CHANGED["the text"][0], corrections=(CORRECTION,)), before)) == 1


def test_the_remedy_is_the_entry_to_paste_and_reads_as_yaml() -> None:
    assert TREE is not None
    now = with_reports(replace(HERALD, quotes=(SaidQuote('"some" \\ 400\u2028dockers'),)), ECHO)
    [problem] = kept_problems(now, BEFORE, TREE, SINCE)
    assert problem.remedy is not None
    entry, faults = load_yaml("c.yml", f"corrections:\n{problem.remedy.split(chr(10), 1)[1]}\n".encode())
    assert faults == []
    assert entry is not None
    assert isinstance(entry.value, dict)
    assert entry.value["corrections"] == [
        {
            "date": "2026-04-01",
            "claim": "number",
            "was": "herald: “about 400 dockers”",
            "now": 'herald: “"some" \\ 400 dockers”',
            "why": "…",
        }
    ]


def test_a_long_quote_is_cut_in_the_remedy() -> None:
    assert TREE is not None
    [problem] = kept_problems(with_claim(claim="long " * 5000), BEFORE, TREE, SINCE)
    assert problem.remedy is not None
    assert len(problem.remedy) < 1200


@pytest.mark.parametrize(
    ("now", "line", "code", "name"),
    [
        (replace(BEFORE, claims=()), 3, "vanished-claim", "number"),
        (with_claim(aliases=()), 3, "vanished-claim", "dockers"),
        (replace(BEFORE, sources=BEFORE.sources[:1]), 2, "vanished-source", "echo"),
    ],
)
def test_an_id_that_is_gone_is_told(now: Released, line: int, code: str, name: str) -> None:
    found = problems(now)
    assert (line, code) in {each[:2] for each in found}
    assert any(f"`{name}`" in message for _, _, message in found)


def test_a_slug_is_for_ever_old_ones_too() -> None:
    before = {
        "strike": replace(BEFORE, aliases=("old",)),
        "gone": replace(BEFORE, slug="gone", status="withdrawn"),
    }
    found = list(gone_briefs(before, {"strike": ("other",)}, "texts", SINCE))
    assert [(p.location.file, p.code) for p in found] == [
        ("texts/strike/brief.yml", "vanished-brief"),
        ("texts/gone/brief.yml", "vanished-brief"),
    ]
    assert list(gone_briefs(before, {"strike": ("old", "gone")}, "texts", SINCE)) == []
    assert list(gone_briefs(before, {"new": ("strike", "old"), "gone": ()}, "texts", SINCE)) == []
