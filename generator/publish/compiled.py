"""What the program alone comes to, and is dear to make: templates as Python compiled them, and style sheets."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.publish import disk
from generator.publish.store import sealed, unsealed


class Compiled(BytecodeCache):
    """Below a folder that may be deleted at any time; what isn't whole there is compiled anew.

    Jinja tells by the source whether it is the same template; by whom it is compiled is the folder's name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, unless a byte of it is another: Python's `marshal` must not be given just anything."""
        code = self.load(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it, or not: nothing depends on it."""
        self.save(bucket.key, bucket.bytecode_to_string())

    def load(self, name: str) -> bytes | None:
        """What was kept under a name, as it was kept."""
        try:
            return unsealed((self._folder / name).read_bytes())
        except OSError:
            return None

    def save(self, name: str, content: bytes) -> None:
        """Keeps it in place of what was kept under the name, or not: nothing depends on it."""
        with suppress(OSError):
            disk.mkdir(self._folder)
            disk.replace(self._folder / name, sealed(content))
