"""A picture comes back from its file as it went in."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from generator.render.social.palette import palette
from generator.render.social.png import UNSEEN, png


def test_every_pixel_comes_back_in_its_colour() -> None:
    colours = palette()
    number = len(colours) // 3
    picture = Image.new("P", (64, 5))
    picture.putdata([(3 * place) % number for place in range(64 * 5)])
    drawn = picture.crop((-UNSEEN, 0, 64, 5))
    written = png(drawn, colours)
    with Image.open(BytesIO(written)) as read:
        read.verify()
    with Image.open(BytesIO(written)) as read:
        assert (read.format, read.mode, read.size) == ("PNG", "P", (64, 5))
        assert read.tobytes() == picture.tobytes()
        assert bytes(read.getpalette() or ())[: len(colours)] == colours


def test_the_file_says_nothing_of_when_or_with_what_it_was_made() -> None:
    written = png(Image.new("P", (64, 5)), palette())
    assert all(written.count(kind) == 1 for kind in (b"IHDR", b"PLTE", b"IDAT", b"IEND"))
    assert not any(kind in written for kind in (b"tIME", b"tEXt", b"iTXt", b"eXIf", b"pHYs"))


def test_there_is_room_for_every_colour() -> None:
    assert len(palette()) <= 16 * 3
