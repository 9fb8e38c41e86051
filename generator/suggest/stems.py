"""Words as they are compared: stems (Snowball), countries under one name, words that say nothing left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.model.numerals import primary
from generator.suggest.places import PLACE

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

_ALGORITHMS = {
    "en": "english", "sv": "swedish", "de": "german", "fr": "french", "es": "spanish", "no": "norwegian",
    "da": "danish", "nl": "dutch", "it": "italian", "pt": "portuguese", "fi": "finnish", "ru": "russian",
}  # fmt: skip

STOP = frozenset(
    """
    a an the this that these those it its he she
    they them his her their we our us you i me my and or but nor so yet if
    of in on at by for from with to into onto over under out up down off as than then there here where when while who
    whom whose
    which what how why is are was were be been being am has have had having do does did will would can could
    may might must shall should not no never also only just even still already more most much many some any all each
    other another such own same very too about after before during between against through because although though
    however meanwhile according said says say told added one two new year last first time people
    en ett den det de dem som att och eller men i på av för från med till om vid är var har hade ska skulle kan kunde
    blir blev inte sig sin sitt sina han hon vi man när där här efter under mellan mot genom också redan nu så än mer
    mest alla andra denna detta dessa enligt säger sade uppger
    """.split()
)
"""Words that stand in any text, English and Swedish, as they are written."""


@lru_cache(maxsize=16)
def _stemmer(code: str) -> Callable[[str], str]:
    from snowballstemmer import stemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - dear

    name = _ALGORITHMS.get(code)
    return stemmer(name).stemWord if name else str


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """The stem of a word in lower case; of a country's name or what belongs to it the country."""
    bare = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'").strip(".")
    if bare in PLACE:
        return PLACE[bare]
    return _stemmer(primary(language))(bare)


def stems(text: str, language: str) -> list[str]:
    """The stems of the words of a text that say something, in order. A hyphen parts words."""
    found = []
    for match in WORD.finditer(text):
        for part in match[0].replace("-", " ").split():
            bare = part.casefold().replace("’", "'").removesuffix("'s")
            if bare and bare not in STOP:
                found.append(stem(bare, language))
    return found
