"""The style of embedded pages: one constant text within each page, and the digest by which it alone is allowed."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup as Safe

_NOT_NEEDED = re.compile(r"/\*.*?\*/|\s+", re.DOTALL)
_AROUND = re.compile(r" ?([{};,>]) ?|(?<=:) |(?<=[ :])0(?=\.)")


@cache
def style(of: str) -> Safe:
    """The rules for the page of a `brief` or a `claim`, in as few characters as they need: each page holds them."""
    folder = files("generator.render") / "templates"
    written = "".join((folder / name).read_text("utf-8") for name in ("embed.css", f"embed_{of}.css"))
    short = _AROUND.sub(r"\1", _NOT_NEEDED.sub(" ", written)).replace(";}", "}").strip()
    return Safe(short)  # noqa: S704 - written by us, without a `<`


@cache
def policy(of: str) -> str:
    """The Content-Security-Policy (level 3): that style and nothing else, neither script nor request nor form."""
    digest = b64encode(sha256(style(of).encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
