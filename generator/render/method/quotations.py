"""What a quotation may differ in from its article, tried out on examples by the rules that builds are held to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from generator.model.fold import fold
from generator.model.text import contains
from generator.model.words import MODALS, NEGATIONS, NEGATIVE_CHARACTERS
from generator.render.catalogue import Words


@dataclass(frozen=True, slots=True)
class Alike:
    """Characters that are taken for one another: what kind they are, and those of them that can be seen."""

    kind: str
    shown: tuple[str, ...]
    number: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation, a text, and whether it stands there."""

    quote: str
    text: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """The words of a language that can't be left out of a quotation, and those that can't unseen."""

    language: str
    code: str
    is_own: bool
    negations: str
    modals: str


def folded(words: Words) -> tuple[Alike, ...]:
    """Every character that the fold takes for another, by what it takes it for."""
    kinds = _kinds(words)
    return tuple(
        Alike(
            kinds.get(plain, plain),
            tuple(c for c in characters if unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf")),
            words.ngettext("%(num)s character", "%(num)s characters", len(characters)),
        )
        for plain, characters in _alike()
    )


def sought(words: Words) -> tuple[Sought, ...]:
    """Quotations that stand in a text, and such that look as if they did."""
    pairs = (
        (words.gettext("the “port” reopened"), words.gettext('It was then that the "port" reopened.')),
        (words.gettext("it is open – for now"), words.gettext("“Yes, it is open — for now.”")),
        (words.gettext("8,000 soldiers"), words.gettext("at least 8,000 soldiers were sent")),
        (words.gettext("8,000 soldiers"), words.gettext("at least 18,000 soldiers were sent")),
        (words.gettext("rose 5"), words.gettext("prices rose 5%% in a year")),
        (words.gettext("rose 3"), words.gettext("prices rose 3.5 per cent")),
        (words.gettext("likely to resign"), words.gettext("she is unlikely to resign")),
        (words.gettext("nuclear powers"), words.gettext("the non-nuclear powers")),
        (words.gettext("The Port"), words.gettext("the port is open")),
    )
    return tuple(Sought(quote, text, contains(text, quote)) for quote, text in pairs)


def kept(words: Words) -> tuple[Kept, ...]:
    """The lists by language, the page's own first."""
    codes = sorted(NEGATIONS, key=lambda code: (code != words.language, _name(code, words)))
    return tuple(
        Kept(
            _name(code, words),
            code,
            code == words.language,
            ", ".join(sorted(NEGATIONS[code])),
            ", ".join(sorted(MODALS.get(code, ()))),
        )
        for code in codes
    )


def spaceless(words: Words) -> tuple[tuple[str, str, str], ...]:
    """For each script without spaces its language, the code of that, and what says no in it."""
    return tuple((_name(code, words), code, " ".join(marks)) for code, marks in NEGATIVE_CHARACTERS.items())


# --- Private ---


@cache
def _alike() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each group folds to and its characters, the plain one left out; found by folding every character of
    the planes' beginning, which holds all punctuation and spaces of Unicode."""
    groups: dict[str, list[str]] = {}
    for code in range(0x3100):
        character = chr(code)
        plain = fold(character).text
        if plain != character:
            groups.setdefault(plain, []).append(character)
    return tuple((plain, tuple(characters)) for plain, characters in groups.items())


def _kinds(words: Words) -> dict[str, str]:
    return {
        " ": words.gettext("Every kind of space and line break, however many in a row"),
        "-": words.gettext("Dashes, hyphens and the minus sign"),
        "'": words.gettext("Single quotation marks and apostrophes"),
        '"': words.gettext("Double quotation marks"),
        "...": words.gettext("Three dots and the one character for them"),
        "": words.gettext("Hidden hyphens: passed over"),
    }


def _name(code: str, words: Words) -> str:
    name = words.locale.languages.get(code)
    return str(name or code)
