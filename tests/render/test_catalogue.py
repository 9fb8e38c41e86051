"""The pages' words are said in every shipped language, and no message is missing from a catalogue."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from generator.render.catalogue import ENGLISH, SHIPPED, words_for
from generator.render.environment import markup
from generator.render.messages import catalogue_file, extracted, updated

OTHERS = [language for language in SHIPPED if language != ENGLISH]
PLACEHOLDERS = re.compile(r"%\(\w+\)s|\{\w*\}|%%|<[^>]*>|\"|&\w+;")
"""What a translation must hold as its message does: values, tags, and what means something in HTML."""


def read(language: str) -> Catalog:
    return read_po(BytesIO(catalogue_file(language).read_bytes()), locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in read(language) if message.id]


def forms(text: object) -> list[str]:
    return [*text] if isinstance(text, (tuple, list)) else [str(text or "")]


@pytest.mark.parametrize(
    ("language", "otherwise", "said", "locale"),
    [
        ("en", "en", "en", "en_GB"),
        ("en-US", "en", "en", "en_US"),
        ("sv", "en", "sv", "sv"),
        ("sv-FI", "en", "sv", "sv_FI"),
        ("fr", "en", "en", "en_GB"),
        ("fr", "sv", "sv", "sv"),
        ("x-none", "de", "en", "en_GB"),
        ("", "", "en", "en_GB"),
    ],
)
def test_words_are_the_briefs_language_or_the_sites_or_english(
    language: str, otherwise: str, said: str, locale: str
) -> None:
    words = words_for(language, otherwise)
    assert (words.language, str(words.locale)) == (said, locale)


def test_values_are_filled_in_and_plurals_chosen() -> None:
    words = words_for("en")
    assert words.gettext("By %(name)s", name="A 5 %") == "By A 5 %"
    assert [words.ngettext("%(num)s line", "%(num)s lines", n) for n in (0, 1, 2)] == [
        "0 lines",
        "1 line",
        "2 lines",
    ]


def test_large_numbers_are_grouped_as_the_language_does_it() -> None:
    said = [words_for(each).ngettext("%(num)s line", "%(num)s lines", 12000) for each in ("en", "sv", "de")]
    assert said == ["12,000 lines", "12\N{NO-BREAK SPACE}000 lines", "12,000 lines"]


def test_a_template_speaks_the_language_it_is_given() -> None:
    values = {"heads": [], "rows": [], "reports": {}, "lang": ""}
    said = {language: markup("table.html", values, words_for(language)).html for language in SHIPPED}
    assert "Show all" in said["en"]
    assert "Visa alla" in said["sv"]
    assert "Show all" not in said["sv"]


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_is_what_the_code_says(language: str) -> None:
    assert catalogue_file(language).read_bytes() == updated(language), "run `make messages`, then translate"


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str) -> None:
    wrong = [message.id for message in messages(language) if message.fuzzy or not all(forms(message.string))]
    assert wrong == []
    assert len(messages(language)) > 5


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_the_values_and_the_markup(language: str) -> None:
    wrong = [
        (message.id, form)
        for message in messages(language)
        for form in forms(message.string)
        if sorted(PLACEHOLDERS.findall(form))
        not in [sorted(PLACEHOLDERS.findall(i)) for i in forms(message.id)]
    ]
    assert wrong == []


def test_messages_are_found_in_code_and_templates() -> None:
    files = {file for message in extracted() for file, _ in message.locations}
    assert any(file.endswith(".html") for file in files)
