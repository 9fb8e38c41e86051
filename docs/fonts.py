"""Makes the social cards' fonts out of Debian's `fonts-noto-core`: `.venv/bin/python docs/fonts.py`.

Each is one file for all the scripts that a card can show, because a line is shaped and put in order in one font: a
name in Hebrew within a Greek title comes out right. Hints and all that no card needs are left out.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.ttProgram import Program

NOTO = Path("/usr/share/fonts/truetype/noto")
FOLDER = Path(__file__).parent.parent / "generator" / "render" / "social" / "fonts"
ALPHABETS = (
    "20-7e a0-24f 259 2b0-2ff 300-345 360-362 370-3ff 400-52f 1e00-1eff 1f00-1fff 2002-200b 2010-2027 202f-205e "
    "2070-209c 20a0-20bf 2103 2109 2113 2116 2117 2122 2126 2150-215e 2190-2199 2202 2206 220f 2211 2212 221a 221e "
    "222b 2248 2260 2264 2265 fb00-fb06"
)
HEBREW = "591-5f4 fb1d-fb4f"
ARABIC = "600-61b 61c-6ff 750-77f 200c-200f"
FONTS = {
    "serif-bold.ttf": (
        ("NotoSerif-Bold", ALPHABETS),
        ("NotoSerifHebrew-Bold", HEBREW),
        ("NotoNaskhArabic-Bold", ARABIC),
    ),
    "sans.ttf": (
        ("NotoSans-Regular", ALPHABETS),
        ("NotoSansHebrew-Regular", HEBREW),
        ("NotoSansArabic-Regular", ARABIC),
    ),
    "figures-bold.ttf": (("NotoSans-Bold", "30-39"),),
}
REVISED = 3_691_785_600
"""When Debian's fonts were last revised, in the seconds since 1904 that OpenType counts."""

NO_HINTS = bytes([0xB8, 0x01, 0xFF, 0x85, 0xB0, 0x04, 0x8D, 0xB0, 0x00, 0x21])
"""PUSHW 511, SCANCTRL, PUSHB 4, SCANTYPE (small gaps are filled), PUSHB 0, POP: longer than what counts as none."""


def main() -> None:
    """A TrueType font for each name, and its size."""
    for name, parts in FONTS.items():
        with tempfile.TemporaryDirectory() as folder:
            files = [_part(font, characters, Path(folder)) for font, characters in parts]
            font = merge.Merger().merge([str(file) for file in files]) if len(files) > 1 else TTFont(files[0])
        _finish(font, name)
        font.save(FOLDER / name)
        print(f"{name}: {len(font.getBestCmap())} characters, {(FOLDER / name).stat().st_size} bytes")


def _part(font: str, characters: str, folder: Path) -> Path:
    options = subset.Options(
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=[0, 13, 14],
        drop_tables=["DSIG", "gasp"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_code_points(characters))
    opened = subset.load_font(str(NOTO / f"{font}.ttf"), options)
    subsetter.subset(opened)
    out = folder / f"{font}.ttf"
    subset.save_font(opened, str(out), options)
    return out


def _code_points(ranges: str) -> list[int]:
    ends = [[int(end, 16) for end in each.split("-")] for each in ranges.split()]
    return [point for each in ends for point in range(each[0], each[-1] + 1)]


def _finish(font: TTFont, name: str) -> None:
    """One character map, a name of its own, no date of the day, and a program that keeps FreeType from hinting.

    Letters of this size need no hints, and where a font has none FreeType takes as long to find some as to draw.
    """
    best = font.getBestCmap()
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 10, 0, dict(best)
    font["cmap"].tables = [table]
    family = f"Briefs {name.removesuffix('.ttf')}"
    for number in (1, 4, 6):
        font["name"].setName(family.replace(" ", "-") if number == 6 else family, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = REVISED
    font.recalcTimestamp = False
    font["prep"] = newTable("prep")
    font["prep"].program = Program()
    font["prep"].program.fromBytecode(NO_HINTS)


if __name__ == "__main__":
    main()
