"""Templates as Python compiled them once: a tenth of what an edit would cost otherwise."""

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
        try:
            code = unsealed(self._file(bucket).read_bytes())
        except OSError:
            return
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it, or not: nothing depends on it."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            disk.mkdir(self._folder)
            disk.replace(self._file(bucket), sealed(code))

    # --- Private ---

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key
