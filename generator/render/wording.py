"""The pages' own words for what the model knows: statuses, stances, renditions, rights, motivations, judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from babel.lists import format_list

from generator.model.brief import UNKNOWN
from generator.model.findings import Status
from generator.render.catalogue import Words

GAP = "[…]"

Said: TypeAlias = Mapping[str, str]
"""What the pages say for each word of the format."""


def slug_of(status: Status) -> str:
    """The status as it stands in a class name and in an address: the same in every language."""
    return status.replace(" ", "-")


def status_word(status: Status, words: Words) -> str:
    """The status of one claim, in a word or two."""
    return _status_words(words)[status]


def status_meaning(status: Status, words: Words) -> str:
    """What the status says of a claim, in a sentence."""
    return _status_meanings(words)[status]


def status_of_several(status: Status, number: int, words: Words) -> str:
    """The status of so many claims, as it stands behind their number: "2 bekräftade av flera"."""
    # words: behind the number of claims with this status, as in "2 corroborated"
    if status is Status.CORROBORATED:
        return words.npgettext("claims by status", "corroborated", "corroborated", number)
    if status is Status.REPEATED:
        return words.npgettext("claims by status", "repeated", "repeated", number)
    if status is Status.DIFFERS:
        return words.npgettext("claims by status", "differs", "differs", number)
    if status is Status.NOT_COMPARABLE:
        return words.npgettext("claims by status", "not comparable", "not comparable", number)
    return words.npgettext("claims by status", "one source", "one source", number)


def sources(number: int, words: Words) -> str:
    """ "1 source", "2 sources"."""
    return words.ngettext("%(num)s source", "%(num)s sources", number)


def claims(number: int, words: Words) -> str:
    """ "1 claim", "2 claims"."""
    return words.ngettext("%(num)s claim", "%(num)s claims", number)


def unreviewed(number: int, every: int, words: Words) -> str:
    """ "3 of 12 claims have not been reviewed."; empty where there is no such claim."""
    if not number:
        return ""
    if number == every:
        return words.ngettext(
            "The claim has not been reviewed.", "None of the claims has been reviewed.", every
        )
    return words.ngettext(
        "%(num)s of %(claims)s has not been reviewed.",
        "%(num)s of %(claims)s have not been reviewed.",
        number,
        claims=claims(every, words),
    )


def origins(number: int, words: Words) -> str:
    """ "1 origin"; where none is known, that."""
    if not number:
        return words.gettext("origin unknown")
    return words.ngettext("%(num)s origin", "%(num)s origins", number)


def listed(names: Sequence[str], words: Words) -> str:
    """ "a", "a and b", "a, b and c", as the language joins them."""
    return format_list(names, locale=words.locale)


def between(index: int, number: int, words: Words) -> str:
    """What `listed` puts before the name at `index` of so many; nothing before the first.

    For templates, whose names are markup. CLDR's patterns stand between two names in the shipped languages.
    """
    if not index:
        return ""
    place = "2" if number == 2 else "start" if index == 1 else "end" if index == number - 1 else "middle"
    return _joint(place, words)


def quoted(text: str, words: Words) -> str:
    """The text between the language's quotation marks."""
    return words.pgettext("a quotation", "“%(text)s”", text=text)


def columns_of_chains(number: int, words: Words) -> tuple[str, ...]:
    """What stands over the columns of the provenance diagram."""
    first = words.pgettext("over a column of the diagram", "Reports")
    second = words.pgettext("over a column of the diagram", "had it from")
    further = words.pgettext("over a column of the diagram", "who had it from")
    return (first, second, *[further] * (number - 2))[:number]


def unattributed(words: Words) -> str:
    """What stands in place of a party that nobody names."""
    return words.gettext("not said from whom")


@cache
def stances(words: Words) -> Said:
    """What a source does to a claim; nothing is said where it supports it."""
    return {
        "supports": "",
        "denies": words.pgettext("the source does so", "denies"),
        "questions": words.pgettext("the source does so", "questions"),
    }


@cache
def absences(words: Words) -> Said:
    """What stands in the cell of a source without a report."""
    return {
        "not reported": words.pgettext("the claim, in this source", "not reported"),
        "unchecked": words.pgettext("the claim, in this source", "unchecked"),
    }


@cache
def states(words: Words) -> Said:
    """What is said of a brief that is not published."""
    return {
        "published": "",
        "draft": words.gettext("A draft, not yet published."),
        "withdrawn": words.gettext("This brief has been withdrawn."),
    }


@cache
def renditions(words: Words) -> Said:
    """How an article's text relates to what the outlet published, in a sentence or two."""
    return {
        "verbatim": "",
        "translation": words.gettext("A translation: not the language in which it was first published."),
        "adaptation": words.gettext(
            "An adaptation: an earlier text, changed. Quotations are of the adaptation."
        ),
        "paraphrase": words.gettext(
            "A paraphrase: retold in other words than those first published. Quotations are of the paraphrase."
        ),
    }


@cache
def rendition_words(words: Words) -> Said:
    """The same in a word, for the head of a column."""
    return {
        "verbatim": "",
        "translation": words.pgettext("rendition", "translation"),
        "adaptation": words.pgettext("rendition", "adaptation"),
        "paraphrase": words.pgettext("rendition", "paraphrase"),
    }


@cache
def rights(words: Words) -> Said:
    """What of an article's text is shown."""
    return {
        "full": words.gettext("The whole text is shown."),
        "excerpts": words.gettext(
            "Only the annotated sentences are shown; […] stands where text is left out."
        ),
        "none": words.gettext("Only the quotations are shown, not the text."),
    }


@cache
def motivations(words: Words) -> Said:
    """What a note is for (W3C Web Annotation, 3.3.5)."""
    return {
        "commenting": words.gettext("Comment"),
        "describing": words.gettext("Description"),
        "identifying": words.gettext("Who or what this is"),
        "questioning": words.gettext("Question"),
        "assessing": words.gettext("Assessment"),
        "linking": words.gettext("Link"),
        "classifying": words.gettext("Classification"),
    }


@cache
def overrules(words: Words) -> Said:
    """Why an editor overruled a status."""
    return {
        "scope": words.pgettext("because of", "scope"),
        "time": words.pgettext("because of", "time"),
        "definition": words.pgettext("because of", "definition"),
        "source": words.pgettext("because of", "source"),
        "rounding": words.pgettext("because of", "rounding"),
        "revision": words.pgettext("because of", "revision"),
    }


@cache
def likelihoods(words: Words) -> Said:
    """How likely the editors hold a claim to be (ICD 203)."""
    return {
        "almost no chance": words.gettext("almost no chance"),
        "remote": words.gettext("remote"),
        "very unlikely": words.gettext("very unlikely"),
        "highly improbable": words.gettext("highly improbable"),
        "unlikely": words.gettext("unlikely"),
        "improbable": words.gettext("improbable"),
        "roughly even chance": words.gettext("roughly even chance"),
        "roughly even odds": words.gettext("roughly even odds"),
        "likely": words.gettext("likely"),
        "probable": words.gettext("probable"),
        "very likely": words.gettext("very likely"),
        "highly probable": words.gettext("highly probable"),
        "almost certain": words.gettext("almost certain"),
        "nearly certain": words.gettext("nearly certain"),
    }


@cache
def confidences(words: Words) -> Said:
    """How sure the editors are of their judgement."""
    return {
        "low": words.gettext("low confidence"),
        "moderate": words.gettext("moderate confidence"),
        "high": words.gettext("high confidence"),
    }


def is_unknown(link: object) -> bool:
    """Whether a place in a chain says that it was passed on without saying from whom."""
    return link == UNKNOWN


def is_between_marks(parts: tuple[str, ...]) -> bool:
    """Whether a quotation has quotation marks of its own at both ends."""
    return parts[0][:1] in _OPENING and parts[-1][-1:] in _CLOSING


# --- Private ---

_OPENING = tuple('"“”„‟«»「『')
_CLOSING = tuple('"”“»«」』')


@cache
def _joint(place: str, words: Words) -> str:
    return str(words.locale.list_patterns["standard"][place]).replace("{0}", "").replace("{1}", "")


@cache
def _status_words(words: Words) -> Mapping[Status, str]:
    # words: the status of a claim
    return {
        Status.CORROBORATED: words.pgettext("status of a claim", "corroborated"),
        Status.REPEATED: words.pgettext("status of a claim", "repeated"),
        Status.DIFFERS: words.pgettext("status of a claim", "differs"),
        Status.NOT_COMPARABLE: words.pgettext("status of a claim", "not comparable"),
        Status.ONE_SOURCE: words.pgettext("status of a claim", "one source"),
    }


@cache
def _status_meanings(words: Words) -> Mapping[Status, str]:
    return {
        Status.CORROBORATED: words.gettext("The reports agree and rest on at least two independent origins."),
        Status.REPEATED: words.gettext(
            "The reports agree, but rest on one origin, or it isn’t known on how many."
        ),
        Status.DIFFERS: words.gettext(
            "One source supports what another denies or questions, or figures or dates exclude each other."
        ),
        Status.NOT_COMPARABLE: words.gettext("The figures count different things."),
        Status.ONE_SOURCE: words.gettext("Only one of the sources reports it."),
    }
