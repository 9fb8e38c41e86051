"""What a page says of itself where it is shared: kind and locale for the Open Graph, in the page's front matter."""

from __future__ import annotations

from functools import lru_cache

from babel.core import get_global

from generator.render.catalogue import Words

_LIKELY = get_global("likely_subtags")


def shared_as(kind: str, language: str) -> dict[str, object]:
    """The front matter for `og:type` and `og:locale`; without the latter where a language has no likely territory."""
    locale = og_locale(language)
    return {"og_type": kind, **({"og_locale": locale} if locale else {})}


def said_in(words: Words) -> dict[str, object]:
    """The front matter for the language of the page's own words: the theme speaks it too (partials/language.html)."""
    return {"language": words.language}


@lru_cache(maxsize=64)
def og_locale(language: str) -> str:
    """The language as `language_TERRITORY`: "sv_SE" of "sv", "en_GB" of "en"; empty where no territory is known."""
    if language == "en":
        return "en_GB"
    subtags = language.split("-")
    if len(subtags[-1]) == 2 and len(subtags) > 1:
        return f"{subtags[0].lower()}_{subtags[-1].upper()}"
    likely = str(_LIKELY.get(subtags[0].lower(), "")).split("_")
    return f"{likely[0]}_{likely[-1]}" if len(likely) > 1 and len(likely[-1]) == 2 else ""
