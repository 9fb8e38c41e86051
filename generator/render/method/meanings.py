"""What each word of the format means, for every value that the model knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.model.findings import Status
from generator.model.keys import (
    LIKELIHOOD_STEPS,
    Because,
    Confidence,
    Motivation,
    Rendition,
    Rights,
    Stance,
)
from generator.render import wording
from generator.render.catalogue import Words


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word as readers see it, and what it means. `slug` is for the class of its mark."""

    word: str
    meaning: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of likelihood in both wordings, and what it means in per cent."""

    word: str
    other: str
    lower: int
    upper: int


def status(value: Status, words: Words) -> Meaning:
    """One status with its mark."""
    return Meaning(
        wording.status_word(value, words), wording.status_meaning(value, words), wording.slug_of(value)
    )


def statuses(order: Sequence[Status], words: Words) -> tuple[Meaning, ...]:
    """The statuses in the order in which their rules are tried."""
    return tuple(status(value, words) for value in order)


def stances(words: Words) -> tuple[Meaning, ...]:
    """What an article may do to a claim."""
    said = {**wording.stances(words), "supports": words.pgettext("the source does so", "supports")}
    meant = {
        "supports": words.gettext("The article says that it is so."),
        "denies": words.gettext("The article says that it is not so."),
        "questions": words.gettext("The article doubts it, or says that others do."),
    }
    return _every(get_args(Stance), said, meant)


def renditions(words: Words) -> tuple[Meaning, ...]:
    """How an article's text relates to what the outlet published."""
    said = {**wording.rendition_words(words), "verbatim": words.pgettext("rendition", "verbatim")}
    meant = {**wording.renditions(words), "verbatim": words.gettext("The text as it was published.")}
    return _every(get_args(Rendition), said, meant)


def rights(words: Words) -> tuple[Meaning, ...]:
    """What of an article is shown, on the pages and to the search alike."""
    said = {
        "full": words.pgettext("what is shown of an article", "all of it"),
        "excerpts": words.pgettext("what is shown of an article", "excerpts"),
        "none": words.pgettext("what is shown of an article", "no text"),
    }
    return _every(get_args(Rights), said, wording.rights(words))


def motivations(words: Words) -> tuple[Meaning, ...]:
    """What a note on a passage is for (Web Annotation Data Model, 3.3.5)."""
    meant = {
        "commenting": words.gettext("What our editors say to the passage."),
        "describing": words.gettext("What the passage is about."),
        "identifying": words.gettext("Somebody or something that it names."),
        "questioning": words.gettext("What it leaves open."),
        "assessing": words.gettext("What our editors think of it."),
        "linking": words.gettext("Something to read beside it."),
        "classifying": words.gettext("What kind of statement it is."),
    }
    return _every(get_args(Motivation), wording.motivations(words), meant)


def reasons(words: Words) -> tuple[Meaning, ...]:
    """Why an editor may set a status by hand."""
    meant = {
        "scope": words.gettext("They count or describe different parts of it."),
        "time": words.gettext("They speak of different moments."),
        "definition": words.gettext("They mean different things by one word."),
        "source": words.gettext("One of them is no source for it."),
        "rounding": words.gettext("One has rounded what the other gives in full."),
        "revision": words.gettext("One gives an earlier figure than the other."),
    }
    return _every(get_args(Because), wording.overrules(words), meant)


def likelihoods(words: Words) -> tuple[Step, ...]:
    """The steps of ICD 203, from least to most likely."""
    said = wording.likelihoods(words)
    return tuple(Step(said[one], said[other], lower, upper) for one, other, lower, upper in LIKELIHOOD_STEPS)


def confidences(words: Words) -> tuple[Meaning, ...]:
    """How sure the editors are of their own judgement."""
    meant = {
        "low": words.gettext("What it rests on is scant, doubtful or contradictory."),
        "moderate": words.gettext("It rests on something credible, but not on enough."),
        "high": words.gettext("It rests on good evidence of more than one kind."),
    }
    return _every(get_args(Confidence), wording.confidences(words), meant)


# --- Private ---


def _every(values: Sequence[str], said: Mapping[str, str], meant: Mapping[str, str]) -> tuple[Meaning, ...]:
    """The values in the model's order; one that nobody has given a meaning is a fault of ours."""
    return tuple(Meaning(said[value], meant[value]) for value in values)
