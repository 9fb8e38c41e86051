"""Pictures drawn anew: what is seen of them, and nothing else that was in the file."""

from __future__ import annotations

import io
import struct
import warnings
from functools import cache

import PIL
from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

PICTURES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
"""Kinds of files, and how Pillow calls what is in them."""

MOST = 50_000_000
"""The most points of a picture, of all its frames together: more would need gigabytes to be looked at."""

_OPTIONS: dict[str, dict[str, object]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "WEBP": {"quality": 90, "method": 4},
    "GIF": {},
}
_MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), "JPEG": ("L", "RGB"), "WEBP": ("RGB", "RGBA")}


class Unreadable(Exception):  # noqa: N818 - what it says of a picture
    """Why a picture can't be taken, in words."""


@cache
def version() -> str:
    """What pictures are drawn by: another may draw them otherwise."""
    return f"pictures-1 {PIL.__version__}"


def redrawn(content: bytes, kind: str) -> bytes:
    """The picture in a file of the same format, upright, in sRGB, without any metadata; the same bytes for the same.

    Raises `Unreadable` where it isn't what its name says, is damaged, or has more than `MOST` points.
    """
    form = PICTURES[kind]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form]) as image:
                return _written(image, form)
    except Image.DecompressionBombError as error:
        raise Unreadable(_TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise Unreadable(f"it is no {form}") from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise Unreadable(f"it is damaged ({error})") from error


# --- Private ---

_TOO_LARGE = f"it has more than {MOST // 1_000_000} million points"


def _written(image: Image.Image, form: str) -> bytes:
    number = getattr(image, "n_frames", 1)
    if image.width * image.height * number > MOST:
        raise Unreadable(_TOO_LARGE)
    out = io.BytesIO()
    if number > 1 and form in ("GIF", "WEBP"):
        durations, frames = [], []
        for frame in ImageSequence.Iterator(image):
            durations.append(int(frame.info.get("duration", 100)))
            frames.append(_bare(frame.convert("RGBA")))
        loop = int(image.info.get("loop", 0))
        frames[0].save(
            out,
            form,
            save_all=True,
            append_images=frames[1:],
            duration=durations,
            loop=loop,
            **_OPTIONS[form],
        )
    else:
        _seen(image, form).save(out, form, **_OPTIONS[form])
    return out.getvalue()


def _seen(image: Image.Image, form: str) -> Image.Image:
    """The one picture, as it is seen."""
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if profile and upright.mode in ("RGB", "RGBA", "L", "CMYK"):
        upright = _in_srgb(upright, profile)
    if upright.mode not in _MODES.get(form, (upright.mode,)):
        upright = upright.convert("RGBA" if form != "JPEG" and upright.has_transparency_data else "RGB")
    return _bare(upright)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A profile that can't be read is none."""
    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        changed = ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
    return changed or image


def _bare(image: Image.Image) -> Image.Image:
    """Without what stands beside the picture, but for the colour that counts as nothing."""
    bare = image.copy()
    clear = bare.info.get("transparency")
    bare.info = {} if clear is None else {"transparency": clear}
    return bare
