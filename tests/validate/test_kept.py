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
    SaidTranslation,
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


WITHDRAWN = replace(BEFORE, status="withdrawn", claims=(), sources=(), claim_ids=("number", "dockers"))


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
    "a measure where there was none": with_claim(measure="dockers"),
    "a translation where there was none": with_reports(
        replace(HERALD, translation=SaidTranslation("some")), ECHO
    ),
    "an id, with the old one": with_claim(id="count", aliases=("dockers", "number")),
    "a source, with the old one": replace(
        with_reports(replace(HERALD, source="post"), ECHO),
        sources=(SaidSource("post", ("herald",)), SaidSource("echo")),
    ),
    "a draft again": replace(BEFORE, status="draft", claims=()),
    "withdrawn": WITHDRAWN,
}

MEASURED = replace(
    BEFORE,
    claims=(
        replace(
            NUMBER,
            measure="people hurt",
            reports=(replace(HERALD, translation=SaidTranslation("some four hundred")), ECHO),
        ),
    ),
)

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


@pytest.mark.parametrize("measure", ["people killed", None])
def test_what_was_counted_is_compared(measure: str | None) -> None:
    [claim] = MEASURED.claims
    now = replace(MEASURED, claims=(replace(claim, measure=measure),))
    assert [message.split(" of the")[0] for _, _, message in problems(now, MEASURED)] == ["the measure"]
    same = replace(MEASURED, claims=(replace(claim, measure="people  hurt"),))
    assert problems(same, MEASURED) == []


@pytest.mark.parametrize("translation", [SaidTranslation("exactly four hundred"), None])
def test_a_translation_is_compared(translation: SaidTranslation | None) -> None:
    [claim] = MEASURED.claims
    herald, echo = claim.reports
    now = replace(
        MEASURED, claims=(replace(claim, reports=(replace(herald, translation=translation), echo)),)
    )
    assert [message.split(" of the")[0] for _, _, message in problems(now, MEASURED)] == ["a translation"]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (replace(FIGURE, lower="280", upper="520"), "about 400, that is at least 280 and at most 520"),
        (replace(FIGURE, lower="400", upper=None), "about 400, that is at least 400"),
        (replace(FIGURE, lower=None, upper_closed=False), "about 400, that is fewer than 440"),
        (replace(FIGURE, lower="0", lower_closed=False), "about 400, that is more than 0 and at most 440"),
        (replace(FIGURE, lower="400", upper="400"), "about 400, that is 400"),
        (replace(FIGURE, lower=None, upper=None), "about 400, that is any"),
        (replace(FIGURE, scope="men"), "about 400 (men)"),
        (replace(FIGURE, text="400"), "nothing"),
        (replace(FIGURE, text="500", upper="500"), "500"),
    ],
)
def test_a_figure_in_the_same_words_is_told_with_its_range(figure: SaidFigure, said: str) -> None:
    """As when its tolerance was changed."""
    assert TREE is not None
    found = list(kept_problems(with_reports(replace(HERALD, value=figure), ECHO), BEFORE, TREE, SINCE))
    was = "about 400, that is at least 360 and at most 440" if "that is" in said else "about 400"
    lines = [line.strip() for problem in found for line in (problem.remedy or "").splitlines()]
    expected = [f'was: "herald: {was}"', f'now: "herald: {said}"']
    assert [line for line in lines if line.startswith(("was", "now"))] == (expected if found else [])
    assert bool(found) == (said != "nothing")


@pytest.mark.parametrize("what", CHANGED)
@pytest.mark.parametrize(
    "correction",
    [
        CORRECTION,
        replace(CORRECTION, minor=True),
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


@pytest.mark.parametrize("what", CHANGED)
def test_a_slip_that_names_no_claim_is_of_the_only_one_that_changed_or_of_words_alone(what: str) -> None:
    now, kinds = CHANGED[what]
    slip = replace(CORRECTION, claim=None, minor=True)
    assert problems(replace(now, corrections=(slip,))) == []
    before = replace(BEFORE, claims=(NUMBER, replace(NUMBER, id="other", aliases=())))
    both = replace(
        now,
        claims=(*now.claims, replace(NUMBER, id="other", aliases=(), claim="Another")),
        corrections=(slip,),
    )
    assert len(problems(both, before)) == (0 if kinds in ("the text", "a quote", "a translation") else 1)


def test_an_old_correction_tells_of_no_new_change() -> None:
    before = replace(BEFORE, corrections=(CORRECTION,))
    now = replace(CHANGED["the text"][0], corrections=(CORRECTION,))
    assert len(problems(now, before)) == 1
    later = replace(CORRECTION, why="another")
    assert problems(replace(now, corrections=(CORRECTION, later)), before) == []


LOST = {
    "gone": ((), 1, "is gone"),
    "another was": ((replace(CORRECTION, was="Was"),), 11, "says something else now"),
    "another now": ((replace(CORRECTION, now="Now"),), 11, "says something else now"),
    "another why": ((replace(CORRECTION, why="Why"),), 11, "says something else now"),
    "another day": ((replace(CORRECTION, date="2026-04-02"),), 11, "says something else now"),
    "another claim": ((replace(CORRECTION, claim=None),), 11, "says something else now"),
    "minor": ((replace(CORRECTION, minor=True),), 11, "says something else now"),
    "another": ((SaidCorrection("2026-04-02", "a", "b", "c"),), 1, "is gone"),
}
CORRECTED = load_yaml(
    "briefs/strike/brief.yml",
    b"title: T\nclaims:\n- id: number\n  claim: How many walked out\n  # more\n\n\n\n\n"
    b"corrections:\n- date: 2026-04-01\n  was: was\n  now: now\n  why: why\n",
)[0]


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_a_correction_stays_as_it_was_published(what: str, status: str) -> None:
    assert CORRECTED is not None
    corrections, line, words = LOST[what]
    before = replace(BEFORE, corrections=(CORRECTION,))
    now = replace(before, corrections=corrections, status=status, claim_ids=("number", "dockers"))
    tree = TREE if line == 1 else CORRECTED
    assert tree is not None
    [problem] = kept_problems(now, before, tree, SINCE)
    assert (problem.code, problem.location.line) == ("vanished-correction", line)
    assert problem.message == (
        "the correction of 2026-04-01 of the claim `number` (was: “was”), which the last release has, "
        + words
    )
    assert not problem.is_error


def test_the_remedy_for_a_lost_correction_is_the_whole_of_it() -> None:
    assert TREE is not None
    lost = replace(CORRECTION, was='"long" ' * 500, minor=True)
    [problem] = kept_problems(BEFORE, replace(BEFORE, corrections=(lost,)), TREE, SINCE)
    assert problem.remedy is not None
    read, _ = load_yaml("c.yml", f"corrections:\n{problem.remedy.split(chr(10), 1)[1]}\n".encode())
    assert read is not None
    assert isinstance(read.value, dict)
    [entry] = read.value["corrections"]
    again = replace(BEFORE, corrections=(SaidCorrection(**entry),))
    assert problems(again, replace(BEFORE, corrections=(lost,))) == []
    assert len(problem.message) < 200


def test_a_correction_is_the_same_under_another_id_and_in_other_white_space() -> None:
    before = replace(BEFORE, corrections=(CORRECTION,))
    now = with_claim(id="count", aliases=("dockers", "number"))
    for claim in ("number", "dockers", "count"):
        assert (
            problems(replace(now, corrections=(replace(CORRECTION, claim=claim, was="was\n"),)), before) == []
        )


def test_a_correction_written_anew_tells_of_nothing() -> None:
    before = replace(BEFORE, corrections=(CORRECTION,))
    now = replace(CHANGED["the text"][0], corrections=(replace(CORRECTION, why="other"),))
    assert [code for _, code, _ in problems(now, before)] == ["vanished-correction", "untold-correction"]


def test_what_another_brief_told_of_tells_of_nothing_new() -> None:
    assert TREE is not None
    now = replace(CHANGED["the text"][0], corrections=(CORRECTION,))
    [problem] = kept_problems(now, BEFORE, TREE, SINCE, (CORRECTION,))
    assert problem.code == "untold-correction"


@pytest.mark.parametrize(
    ("correction", "line"),
    [
        (replace(CORRECTION, now=" was "), 13),
        (replace(CORRECTION, date="2020-01-01/.."), 11),
        (replace(CORRECTION, date="2026-03/2026-05"), 11),
    ],
)
def test_a_new_correction_that_says_nothing_is_told_of_at_its_place(
    correction: SaidCorrection, line: int
) -> None:
    assert CORRECTED is not None
    now = replace(CHANGED["the text"][0], corrections=(correction,))
    [problem] = kept_problems(now, BEFORE, CORRECTED, SINCE)
    assert (problem.code, problem.location.line, problem.is_error) == ("bad-correction", line, False)
    assert problems(now, replace(BEFORE, corrections=(correction,)))[0][1] == "untold-correction", (
        "of a new one alone"
    )


@pytest.mark.parametrize(
    ("date", "updated"), [("2026-04-01", "2026-03-31"), ("2026-04", "2026-04-01"), ("2026", None)]
)
def test_a_correction_may_be_of_any_day_from_what_it_corrects(date: str, updated: str | None) -> None:
    now = replace(CHANGED["the text"][0], corrections=(replace(CORRECTION, date=date),), updated=updated)
    assert problems(now) == []


def test_the_remedy_says_to_update_what_says_when_it_was() -> None:
    assert TREE is not None
    for updated, is_said in ((None, False), ("2026-03-05", True)):
        [problem] = kept_problems(replace(CHANGED["the text"][0], updated=updated), BEFORE, TREE, SINCE)
        assert ("`updated:`" in (problem.remedy or "")) == is_said


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


def test_an_id_that_leads_elsewhere_is_told() -> None:
    other = SaidClaim("other", "Other", "one source", aliases=("dockers",))
    now = replace(BEFORE, claims=(replace(NUMBER, aliases=()), other))
    [(_, code, message)] = problems(now)
    assert (code, "would lead to another claim" in message) == ("vanished-claim", True)
    herald, echo = SaidSource("herald", ("old",)), SaidSource("echo")
    before = replace(BEFORE, sources=(herald, echo))
    now = replace(BEFORE, sources=(SaidSource("herald"), SaidSource("echo", ("old",))))
    [(_, code, message)] = problems(now, before)
    assert (code, "would lead to another source" in message) == ("vanished-source", True)
    merged = replace(BEFORE, claims=(replace(NUMBER, aliases=("dockers", "number-2")),))
    two = replace(
        BEFORE, claims=(replace(NUMBER, aliases=()), replace(NUMBER, id="number-2", aliases=("dockers",)))
    )
    assert problems(merged, two) == []


def test_ids_of_claims_outlive_a_withdrawal() -> None:
    ids = ("number", "dockers")
    short = replace(WITHDRAWN, claim_ids=("number",))
    again = replace(CORRECTION, claim=None)
    for now, before in (
        (short, BEFORE),
        (short, WITHDRAWN),
        (replace(with_claim(aliases=()), corrections=(again,)), WITHDRAWN),
    ):
        [(_, code, message)] = problems(now, before)
        assert code == "vanished-claim"
        assert message.startswith("the claim `dockers`")
    assert problems(WITHDRAWN, WITHDRAWN) == []
    assert problems(replace(BEFORE, corrections=(again,)), replace(WITHDRAWN, claim_ids=ids)) == []


def test_what_was_withdrawn_is_not_published_again_without_a_word() -> None:
    old = replace(CORRECTION, claim=None)
    before = replace(WITHDRAWN, corrections=(old,))
    for corrections in (
        (),
        (CORRECTION,),
        (replace(CORRECTION, claim=None, minor=True),),
        (replace(old, date="2026-03-03", why="before it was withdrawn"),),
    ):
        [(_, code, message)] = problems(replace(BEFORE, corrections=(old, *corrections)), before)
        assert (code, "is published again" in message) == ("untold-correction", True)
    told = replace(old, was="withdrawn", now="published again")
    assert problems(replace(BEFORE, corrections=(old, told)), before) == []
    assert problems(replace(WITHDRAWN, corrections=(old,)), before) == []


def test_an_old_slug_is_not_given_to_another_brief() -> None:
    before = {"kiln": replace(BEFORE, slug="kiln", aliases=("blaze", "fire"))}
    for now in ({"kiln": ("blaze",), "fire": ()}, {"kiln": ("blaze",), "other": ("fire",)}):
        [problem] = gone_briefs(before, now, "texts", SINCE)
        assert (problem.location.file, problem.code) == ("texts/kiln/brief.yml", "vanished-brief")
        assert problem.message.startswith(
            "`fire`, which is an address of `kiln` in the last release, would lead to `"
        )
    for now in ({"fire": ("blaze", "kiln")}, {"kiln": ("fire", "blaze")}, {"new": ("blaze", "kiln", "fire")}):
        assert list(gone_briefs(before, now, "texts", SINCE)) == []
    assert len(list(gone_briefs(before, {"fire": (), "blaze": ()}, "texts", SINCE))) == 1, (
        "kiln itself is gone"
    )


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
