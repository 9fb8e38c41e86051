"""A line put together of letters looks as if it were drawn as a whole, and goes as far."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from generator.render.social.fonts import FOLDER, SANS, SERIF, characters, font
from generator.render.social.glyphs import UNITS, width, write

TEXTS = [
    "The transport union of Holmwick",
    "AVATAR To Ty W.A. LT “quoted”",
    "offices, fjords, flags: affluent, baffling",
    "Överåskådlig ångström på Île-de-France",
    "Ελληνικά και Русский, Łódź",
    "£5—10 (0) 1,234.5",
    "jǰ",
    "",
]


def drawn(text: str, name: str, size: int, *, whole: bool) -> Image.Image:
    picture = Image.new("P", (2600, 240), 0)
    drawing = ImageDraw.Draw(picture)
    drawing.fontmode = "L"
    if whole:
        drawing.text((60, 160), text, 7, font(name, size), anchor="ls")
    else:
        write(drawing, (60, 160), text, name, size, 7)
    return Image.frombytes("L", picture.size, picture.tobytes())


@pytest.mark.parametrize("size", [132, 92, 56, 28, 20])
@pytest.mark.parametrize("name", [SERIF, SANS])
@pytest.mark.parametrize("text", TEXTS)
def test_its_letters_stand_where_they_would(text: str, name: str, size: int) -> None:
    together, whole = (drawn(text, name, size, whole=each) for each in (False, True))
    assert width(text, name, size) == pytest.approx(font(name, size).getlength(text), abs=0.5)
    if not text:
        assert together.getbbox() is None
        return
    box, other = together.getbbox(), whole.getbbox()
    assert box
    assert other
    assert all(abs(one - another) <= 1 for one, another in zip(box, other, strict=True))
    ink, inked = sum(together.tobytes()), sum(whole.tobytes())
    assert ink == pytest.approx(inked, rel=0.001)


@pytest.mark.parametrize("name", [SERIF, SANS])
def test_the_fonts_join_no_other_letters_of_one_form(name: str) -> None:
    """What else their ligatures are made of are letters of other scripts, which are drawn as a whole."""
    file = TTFont(FOLDER / name)
    assert file["head"].unitsPerEm == UNITS
    lookups = file["GSUB"].table.LookupList.Lookup
    features = [
        f for f in file["GSUB"].table.FeatureList.FeatureRecord if f.FeatureTag in ("liga", "clig", "calt")
    ]
    numbers = {number for feature in features for number in feature.Feature.LookupListIndex}
    tables = [table for number in numbers for table in lookups[number].SubTable]
    found = {
        "".join([first, *ligature.Component])
        for table in tables
        for first, ligatures in getattr(table, "ligatures", {}).items()
        for ligature in ligatures
    }
    latin = {
        text
        for text in found
        if text.isascii() and text.islower() and "glyph" not in text and "uni" not in text
    }
    assert latin == {"fi", "fl", "ff", "ffi", "ffl"}
    assert {ord("f"), ord("ß"), 0x0439} <= characters(name)
