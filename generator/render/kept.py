"""Compiled templates, kept in a folder for the next process: to compile them takes longer than to render a brief."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.render.catalogue import Words

_DIGEST = 32
"""Bytes before the code, that tell whether the rest is whole."""


def keep_templates(folder: Path | None) -> None:
    """From now on a template's code is looked for in `folder`, and put there once it is compiled; nowhere for `None`,
    as at first.

    It may be deleted at any time, and several processes may share it. It holds code that is run: nobody else may
    write there.
    """
    Kept.folder = folder


class Kept(BytecodeCache):
    """What is kept of the templates in one language, by all that their code depends on."""

    folder: Path | None = None

    def __init__(self, words: Words) -> None:
        self.words = words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Jinja asks besides whether the template's text is the same."""
        said = f"{_compiler()}\0{self.words.language}\0{self.words.locale}\0{name}"
        return sha256(said.encode("utf-8")).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is not whole is not there."""
        if self.folder is None:
            return
        try:
            kept = (self.folder / bucket.key).read_bytes()
        except OSError:
            return
        if sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
            bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Where the folder can't be written to, nothing is kept."""
        if self.folder is None:
            return
        code = bucket.bytecode_to_string()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(sha256(code).digest() + code)
            os.replace(file.name, self.folder / bucket.key)  # noqa: PTH105 - of a name, not a path
        except OSError:
            return


# --- Private ---


@cache
def _compiler() -> str:
    """A digest of what makes code of templates, and of what they are made to say."""
    here = Path(__file__).parent
    parts = [here / name for name in ("compiler.py", "settled.py", "environment.py", "wording.py")]
    read = b"\0".join(path.read_bytes() for path in (*parts, *sorted(here.glob("locale/*/LC_MESSAGES/*.po"))))
    return sha256(version("jinja2").encode("ascii") + read).hexdigest()
