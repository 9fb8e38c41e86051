"""The method page says what the rules say: change a rule and the page changes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from generator.compare import ORDER, compare
from generator.model import figure, keys, qualifiers, unit_table, units
from generator.model.dates import parse_date
from generator.model.findings import ClaimFinding, Status
from generator.model.fold import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES
from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.model.words import NEGATIONS, NEGATIVE_CHARACTERS
from generator.render import wording
from generator.render.catalogue import SHIPPED, words_for
from generator.render.method import WORKED, Rules, dates, figures, meanings, method_page, quotations
from tests.render.dom import attributes, texts

LANGUAGES = pytest.mark.parametrize("language", SHIPPED)


def worked() -> tuple[ClaimFinding, ...]:
    return compare(WORKED, {})[0].claims


def page(language: str = "en", rules: Rules | None = None) -> Page:
    return method_page(Settings(language=language), rules or Rules(ORDER, worked()))


def shown(made: Page) -> str:
    """The page's text, white space in runs as one."""
    parts = (_text(part.html) if isinstance(part, Markup) else part.text for part in made.parts)
    return re.sub(r"\s+", " ", " ".join(parts))


def _text(html: str) -> str:
    """Cells apart from each other."""
    return texts(re.sub(r"</(th|td)>", r" </\1>", html))


def section(anchor: str, made: Page) -> str:
    """The text of one section."""
    at = next(i for i, part in enumerate(made.parts) if isinstance(part, Heading) and part.anchor == anchor)
    return shown(replace(made, parts=made.parts[at : at + 2]))


# --- What stands there ---


@LANGUAGES
def test_each_status_stands_there_in_the_order_of_the_rules(language: str) -> None:
    words = words_for(language)
    said = section("statuses", page(language))
    places = [said.index(wording.status_meaning(status, words)) for status in ORDER]
    assert places == sorted(places)
    assert len(places) == len(Status)


@LANGUAGES
@pytest.mark.parametrize(
    ("values", "listed", "anchor"),
    [
        (keys.Stance, meanings.stances, "reading"),
        (keys.Rendition, meanings.renditions, "articles"),
        (keys.Rights, meanings.rights, "articles"),
        (keys.Motivation, meanings.motivations, "articles"),
        (keys.Because, meanings.reasons, "overrule"),
        (keys.Confidence, meanings.confidences, "assessments"),
    ],
)
def test_each_word_of_the_format_stands_there_with_its_meaning(
    language: str, values: object, listed: object, anchor: str
) -> None:
    rows = listed(words_for(language))  # type: ignore[operator]
    assert len({row.word for row in rows}) == len(get_args(values))
    said = section(anchor, page(language))
    for row in rows:
        assert row.word
        assert f"{row.word} {row.meaning}" in said


@LANGUAGES
def test_each_step_of_likelihood_stands_there(language: str) -> None:
    steps = meanings.likelihoods(words_for(language))
    said = section("assessments", page(language))
    assert {word for one, other, *_ in keys.LIKELIHOOD_STEPS for word in (one, other)} == set(
        get_args(keys.Likelihood)
    )
    for step in steps:
        assert f"{step.word}, {step.other} {step.lower}–{step.upper}" in said


def test_the_steps_of_likelihood_meet() -> None:
    ends = [upper for *_, upper in keys.LIKELIHOOD_STEPS]
    assert [lower for _, _, lower, _ in keys.LIKELIHOOD_STEPS[1:]] == ends[:-1]


@LANGUAGES
def test_each_qualifier_stands_there_with_what_it_may_mean(language: str) -> None:
    forms = figures.forms(words_for(language))
    assert len(forms) == len(qualifiers.LEADING[language])
    said = section("figures", page(language)).replace("\xa0", " ")
    for form in forms:
        assert form.written.replace("\xa0", " ") in said
        assert form.others in said


def test_ends_are_told_open_from_closed() -> None:
    ends = {form.written: (form.least, form.most) for form in figures.forms(words_for("en"))}
    assert ends == {
        "exactly 8,000": ("8,000", "8,000"),
        "about 8,000": ("7,200", "8,800"),
        "at least 8,000": ("8,000", "no limit"),
        "more than 8,000": ("8,000, itself left out", "no limit"),
        "at most 8,000": ("no limit", "8,000"),
        "up to 8,000": ("0, itself left out", "8,000"),
        "fewer than 8,000": ("no limit", "8,000, itself left out"),
        "7,000 to 8,000": ("7,000", "8,000"),
    }


@LANGUAGES
def test_every_unit_stands_there_in_a_dimension_with_a_name(language: str) -> None:
    words = words_for(language)
    listed = {unit.dimension for unit, _ in units.listed_units() if unit.kind == "measure"}
    measures = figures.measures(words)
    assert sum(len(measure.units) for measure in measures) == len(unit_table.MEASURES.strip().splitlines())
    assert len(measures) == len(listed)
    assert listed <= set(figures.dimensions(words))
    assert len(figures.currencies(words).split(", ")) == len(unit_table.MONEY.strip().splitlines())


def test_each_precision_of_a_date_is_shown() -> None:
    read = [date for text in dates.EXAMPLES for date in [parse_date(text)[0]] if date]
    assert len(read) == len(dates.EXAMPLES)
    assert {date.precision for date in read} == {
        "day", "month", "season", "quarter", "quadrimester", "semester", "year", "decade", "century", "millennium",
        "interval",
    }  # fmt: skip


def test_a_date_covers_what_the_parser_says() -> None:
    covered = {date.written: (date.first, date.last) for date in dates.examples(words_for("en"))}
    assert covered["2024-24"] == ("2024-12-01", "2025-02-28")
    assert covered["2025-02~"] == ("2025-01-01", "2025-03-31")
    assert covered["../2025-02-08"] == ("no limit", "2025-02-08")


def test_every_character_that_is_folded_stands_there() -> None:
    folded = {alike.kind: alike.shown for alike in quotations.folded(words_for("en"))}
    assert set(folded["Dashes, hyphens and the minus sign"]) == set(DASHES)
    assert set(folded["Single quotation marks and apostrophes"]) == set(SINGLE_QUOTES)
    assert set(folded["Double quotation marks"]) == set(DOUBLE_QUOTES)
    assert len(folded) == 6


@LANGUAGES
def test_every_list_of_negations_stands_there_the_pages_own_first(language: str) -> None:
    kept = quotations.kept(words_for(language))
    assert {list_.code for list_ in kept} == set(NEGATIONS)
    assert [list_.code for list_ in kept if list_.is_own] == [kept[0].code] == [language]
    said = section("quotations", page(language))
    assert all(list_.negations in said and list_.modals in said for list_ in kept)
    assert all(mark in said for marks in NEGATIVE_CHARACTERS.values() for mark in marks)


# --- It is worked out, not retyped ---


def test_the_examples_come_to_the_same_in_every_language() -> None:
    """What stands in the article and agrees in one language does so in another: the translations keep the point."""
    verdicts = {
        language: (
            [each.stands for each in quotations.sought(words)],
            [pair.agree for pair in (*figures.pairs(words), *dates.pairs(words))],
            [
                (form.least.replace("\xa0", ","), form.most.replace("\xa0", ","))
                for form in figures.forms(words)
            ][1],
        )
        for language in SHIPPED
        for words in [words_for(language)]
    }
    assert verdicts["en"] == (
        [True, True, True, False, False, False, False, False, False],
        [True, False, True, False, True, False, False, False, True, False, True],
        ("7,200", "8,800"),
    )
    assert all(verdict == verdicts["en"] for verdict in verdicts.values())


def test_the_worked_example_is_counted_by_the_rules() -> None:
    assert [(claim.claim.id, claim.origins, claim.status.value) for claim in worked()] == [
        ("agency", 1, "repeated"),
        ("belonging", 1, "repeated"),
        ("own", 2, "corroborated"),
        ("third", 2, "corroborated"),
        ("unnamed", 2, "corroborated"),
        ("unknown", 1, "repeated"),
    ]
    said = section("origins", page())
    assert "The Herald: from Northern Wire The Echo: from Northern Wire 2 sources, 1 origin: repeated" in said


def test_another_order_of_rules_is_another_table() -> None:
    other = page(rules=Rules(tuple(reversed(ORDER)), worked()))
    assert section("statuses", other) != section("statuses", page())
    assert section("statuses", other).index("repeated") < section("statuses", other).index("one source")


def test_another_count_of_origins_is_another_example() -> None:
    claims = tuple(replace(claim, origins=7) for claim in worked())
    assert "2 sources, 7 origins" in section("origins", page(rules=Rules(ORDER, claims)))


def test_a_wider_about_is_another_range(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "7,200 8,800" in section("figures", page())
    monkeypatch.setattr(figure, "ABOUT", Decimal("0.25"))
    assert "6,000 10,000" in section("figures", page())
    assert "25%" in section("figures", page())


def test_a_new_qualifiers_word_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    spelt = {**qualifiers.LEADING["en"], "about": "about|give or take"}
    monkeypatch.setitem(qualifiers.LEADING, "en", spelt)
    assert "also: give or take" in section("figures", page())


def test_a_new_negation_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NEGATIONS, "en", frozenset({"nary"}))  # type: ignore[misc]
    assert "Never left out nary" in section("quotations", page())


def test_a_value_without_a_meaning_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanings, "get_args", lambda _: ("supports", "shrugs"))
    with pytest.raises(KeyError, match="shrugs"):
        page()


# --- The page ---


@LANGUAGES
def test_headings_have_anchors_that_no_language_changes(language: str) -> None:
    anchors = [part.anchor for part in page(language).parts if isinstance(part, Heading)]
    assert anchors == [
        "reading", "statuses", "origins", "quotations", "figures", "dates", "assessments", "overrule", "articles",
        "data",
    ]  # fmt: skip


def test_the_page_is_in_the_sites_language() -> None:
    assert page("sv").meta["title"] == "Metod"
    assert page("sv").meta["language"] == "sv"
    assert page("fr").meta["language"] == "en"


def test_lists_of_words_are_left_out_of_search_and_say_their_language() -> None:
    html = "".join(part.html for part in page().parts if isinstance(part, Markup))
    assert "data-search-exclude" in html
    assert {"de", "uk", "th"} <= set(attributes(html, "lang"))
