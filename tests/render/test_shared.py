"""What a page says of itself where it is shared."""

from __future__ import annotations

import pytest

from generator.render.shared import og_locale, shared_as


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_GB"),
        ("sv", "sv_SE"),
        ("en-US", "en_US"),
        ("pt-br", "pt_BR"),
        ("ar", "ar_EG"),
        ("zh-Hant", "zh_CN"),
    ],
)
def test_a_language_has_its_likely_territory(language: str, locale: str) -> None:
    assert og_locale(language) == locale


def test_a_language_without_one_is_left_out() -> None:
    assert og_locale("qaa") == ""
    assert shared_as("article", "qaa") == {"og_type": "article"}
