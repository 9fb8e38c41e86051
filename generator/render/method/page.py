"""The method page, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.findings import ClaimFinding, Status
from generator.model.page import Heading, Page, Part
from generator.model.settings import Settings
from generator.render.catalogue import Words, words_for
from generator.render.environment import markup
from generator.render.method import dates, figures, meanings, quotations
from generator.render.method.origins import worked
from generator.render.shared import said_in, shared_as


@dataclass(frozen=True, slots=True)
class Rules:
    """What the page is told of stages that `render` doesn't see.

    `order` holds the statuses as their rules are tried; `worked` is what comparing `WORKED` came to.
    """

    order: tuple[Status, ...]
    worked: tuple[ClaimFinding, ...]


def method_page(settings: Settings, rules: Rules) -> Page:
    """`method/`, in the site's language. Its first part is its title, all others may stand in a page of the site's
    own."""
    words = words_for(settings.language)
    meta = {
        "title": words.gettext("Method"),
        "description": words.gettext(
            "How reports are compared, what each status means, how origins are counted."
        ),
        "hide": ["navigation"],
        **said_in(words),
        **shared_as("website", words.language),
    }
    title = markup("title.html", {"title": words.gettext("Method")}, words)
    return Page("method/index.md", meta, (title, *_sections(words, rules)), edit=None, joins=True)


# --- Private ---


def _sections(words: Words, rules: Rules) -> Iterator[Part]:
    """Each with its heading."""
    yield from _on_claims(words, rules)
    yield from _on_comparing(words)
    yield from _on_judgement(words)
    yield from _section(
        words.gettext("The articles"),
        "articles",
        words,
        renditions=meanings.renditions(words),
        rights=meanings.rights(words),
        motivations=meanings.motivations(words),
    )
    yield from _section(words.gettext("The data"), "data", words)


def _on_claims(words: Words, rules: Rules) -> Iterator[Part]:
    stances = meanings.stances(words)
    yield from _section(words.gettext("Reading the table"), "reading", words, stances=stances)
    statuses = meanings.statuses(rules.order, words)
    yield from _section(words.gettext("Statuses"), "statuses", words, statuses=statuses)
    yield from _section(words.gettext("Origins"), "origins", words, cases=worked(rules.worked, words))


def _on_comparing(words: Words) -> Iterator[Part]:
    yield from _section(
        words.gettext("Quotations"),
        "quotations",
        words,
        folded=quotations.folded(words),
        sought=quotations.sought(words),
        kept=quotations.kept(words),
        spaceless=quotations.spaceless(words),
    )
    yield from _section(
        words.gettext("Figures"),
        "figures",
        words,
        forms=figures.forms(words),
        pairs=figures.pairs(words),
        about=figures.about(words),
        measures=figures.measures(words),
        currencies=figures.currencies(words),
    )
    examples, pairs = dates.examples(words), dates.pairs(words)
    yield from _section(words.gettext("Dates"), "dates", words, dates=examples, pairs=pairs)


def _on_judgement(words: Words) -> Iterator[Part]:
    steps, confidences = meanings.likelihoods(words), meanings.confidences(words)
    title = words.gettext("Their words and ours")
    yield from _section(title, "assessments", words, steps=steps, confidences=confidences)
    reasons = meanings.reasons(words)
    yield from _section(words.gettext("When we overrule the count"), "overrule", words, reasons=reasons)


def _section(title: str, template: str, words: Words, **values: object) -> Iterator[Part]:
    yield Heading(2, title, template)
    yield markup(f"method/{template}.html", values, words)
