"""Words that were probably meant."""

from __future__ import annotations

import pytest

from generator.model.brief import Party
from generator.validate.nearness import Names, did_you_mean, nearest_of

REGISTER = {
    "herald": Party(name="The Kyiv Herald"),
    "us": Party(name="US intelligence services", aliases=("American spies",)),
    "north": Party(name="North Korea's army"),
    "tt": Party(name="TT", full_name="Tidningarnas Telegrambyrå"),
    "lukin": Party(name="Artyom Lukin"),
}


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The Kyiv Herald", "herald"),
        ("kyiv herald", "herald"),
        ("THE KYIV-HERALD.", "herald"),
        ("Kyiv Heralds", "herald"),
        ("Kyiv Hreald", "herald"),
        ("american spies", "us"),
        ("Tidningarnas Telegrambyra", "tt"),
        ("Artyom  Lukin", "lukin"),
        ("Artem Lukin", None),
        ("Artyom Lukins", "lukin"),
        ("UK intelligence services", None),
        ("South Korea's army", None),
        ("several sources", None),
        ("undisclosed sources", None),
        ("intelligence services", None),
        ("a Kyiv herald reader", None),
        ("", None),
        ("!!!", None),
    ],
)
def test_a_name_is_known_in_other_spellings_and_no_further(text: str, id_: str | None) -> None:
    assert Names(REGISTER).meant_by(text) == id_


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("qoute", "Did you mean `quote`?"),
        ("Quote", "Did you mean `quote`?"),
        ("via-quote", "Did you mean `via_quote`?"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_offered_if_it_is_near(word: str, hint: str) -> None:
    assert did_you_mean(nearest_of(word, ["quote", "via_quote", "stance"])) == hint
