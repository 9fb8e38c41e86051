"""A picture in the site is what is seen of it, made anew: no metadata, the same bytes each time, no bomb."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, PngImagePlugin

from generator.publish.pictures import MOST, PICTURES, Unreadable, redrawn

WORD = "a-secret-place"


def picture(form: str, mode: str = "RGB", **options: object) -> bytes:
    image = Image.new(mode, (40, 20), 200 if mode in ("L", "P") else (200, 30, 60, 128)[: len(mode)])
    image.putpixel((39, 0), 10 if mode in ("L", "P") else (0, 0, 0, 255)[: len(mode)])
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def told() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", WORD)
    info.add_itxt("XML:com.adobe.xmp", WORD)
    return info


def exif(orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112], tags[0x010E] = orientation, WORD
    return tags


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("png", picture("PNG", pnginfo=told())),
        ("png", picture("PNG", "RGBA", exif=exif())),
        ("png", picture("PNG", "L")),
        ("png", picture("PNG", "P")),
        ("jpg", picture("JPEG", exif=exif(), comment=WORD)),
        ("jpeg", picture("JPEG", "L")),
        ("webp", picture("WEBP", exif=exif(), xmp=WORD.encode())),
        ("gif", picture("GIF", comment=WORD.encode())),
    ],
)
def test_what_is_not_seen_is_left_out(kind: str, content: bytes) -> None:
    made = redrawn(content, kind)
    assert WORD.encode() not in made
    assert redrawn(content, kind) == made
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(made)) as after:
        assert after.format == PICTURES[kind]
        assert after.size == before.size
        assert not after.getexif()
        if kind in ("png", "gif"):
            assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_what_follows_a_picture_in_its_file_is_left_out() -> None:
    assert b"<script>" not in redrawn(picture("PNG") + b"<script>alert(1)</script>", "png")


def test_a_picture_that_was_taken_sideways_stands_upright() -> None:
    made = redrawn(picture("JPEG", exif=exif(orientation=6)), "jpg")
    with Image.open(io.BytesIO(made)) as after:
        assert after.size == (20, 40)


def test_a_moving_picture_moves() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=70, loop=0, comment=WORD.encode()
    )
    made = redrawn(out.getvalue(), "gif")
    with Image.open(io.BytesIO(made)) as after:
        assert getattr(after, "n_frames", 1) == 3
        assert after.info["duration"] == 70
    assert WORD.encode() not in made


def bomb(side: int) -> bytes:
    """A PNG that says it is so many points wide and high, and holds none."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("png", bomb(int(MOST**0.5) + 1), "million points"),
        ("png", bomb(60_000), "million points"),
        ("png", bomb(100), "damaged"),
        ("png", picture("JPEG"), "no PNG"),
        ("jpg", b"<svg onload=alert(1)>", "no JPEG"),
        ("png", picture("PNG")[:60], "damaged"),
        ("gif", b"", "no GIF"),
    ],
)
def test_what_is_refused(kind: str, content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        redrawn(content, kind)
