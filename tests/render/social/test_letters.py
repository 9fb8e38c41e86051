"""What can be drawn is drawn whole; what can't is not drawn at all."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from generator.render.social import letters
from generator.render.social.fonts import FIGURES, FOLDER, SANS, SERIF, characters, font
from generator.render.social.letters import drawable, is_right_to_left

SHAPED = pytest.mark.skipif(not letters.SHAPES, reason="Pillow has no FriBiDi here")


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("A plain title", "A plain title"),
        ("“Çà et là”: Ångström’s naïve £5 – 7 °C…", "“Çà et là”: Ångström’s naïve £5 – 7 °C…"),
        ("Премьер-министр і Ґанок", "Премьер-министр і Ґанок"),
        ("Ο πρωθυπουργός", "Ο πρωθυπουργός"),
        ("Thủ tướng công bố", "Thủ tướng công bố"),
        ("<b>&amp; {{ x }}", "<b>&amp; {{ x }}"),
        ("Cafe\u0301", "Café"),
        ("a\u202eb\x00\x07\u2066 c\n\td\u200b\u00ade", "ab c de"),
        ("🚢 Ferry aground 🌊! Rescue 👩‍🚒 under way 🇸🇪", "Ferry aground! Rescue under way"),
        ("fire🚒truck (🚒truck)", "fire truck ( truck)"),
        ("𝐁𝐨𝐥𝐝 12 ㎏ 1️⃣", "Bold 12 kg 1"),
        ("private \ue000 and \U000e0041 tags", "private and tags"),
    ],
)
def test_letters_stand_and_symbols_are_left_out(written: str, drawn: str) -> None:
    assert drawable(written, SERIF) == drawable(written, SANS) == drawn


@pytest.mark.parametrize(
    "written",
    [
        "日本の新聞",
        "Tokyo (東京) votes",
        "ประเทศไทย",
        "हिन्दी",
        "አማርኛ",
        "🚢🌊",
        "?!",
        "",
        " ",
        "\ud800",
        "A \ud83d x 日",
    ],
)
def test_half_a_title_is_never_drawn(written: str) -> None:
    assert drawable(written, SERIF) == ""


@SHAPED
@pytest.mark.parametrize(
    "written", ["رئيس الوزراء في Berlin", "ראש הממשלה: Reuters", "می‌خواهم", "e\u0323\u0302"]
)
def test_what_needs_shaping_is_drawn_where_it_is_shaped(written: str) -> None:
    assert drawable(written, SERIF)


@pytest.mark.parametrize("written", ["رئيس الوزراء", "ראש הממשלה", "x\u0335", "In Berlin: שלום"])
def test_without_shaping_it_is_not_drawn_wrongly(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "SHAPES", False)
    assert drawable(written, SERIF) == ""
    assert drawable("Ångström", SERIF) == "Ångström"


@SHAPED
def test_no_letter_carries_marks_onto_other_lines() -> None:
    assert len(drawable("Z" + "\u0307\u0323" * 40, SERIF)) <= 4


@pytest.mark.parametrize(
    ("text", "turned"), [("a ש", False), ("“ש” a", True), ("12 رئيس", True), ("12", False), ("", False)]
)
def test_a_text_goes_as_its_first_letter(text: str, turned: bool) -> None:
    assert is_right_to_left(text) is turned


@pytest.mark.parametrize("name", [SERIF, SANS, FIGURES])
def test_a_font_has_what_it_says(name: str) -> None:
    """Each letter that counts as drawable comes out as something else than the box for a missing one."""
    missing = _drawn("\u0378", name)
    boxes = [
        point for point in characters(name) if chr(point).isalnum() and _drawn(chr(point), name) == missing
    ]
    assert boxes == []
    assert set(range(ord("0"), ord("9") + 1)) <= characters(name)


def test_the_fonts_are_small_and_their_licence_lies_beside_them() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_000_000
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


def _drawn(text: str, name: str) -> bytes:
    picture = Image.new("L", (60, 60))
    ImageDraw.Draw(picture).text((10, 40), text, 255, font(name, 24), anchor="ls")
    return picture.tobytes()
