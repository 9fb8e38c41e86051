"""Whether a release is what its manifest says: every file, byte for byte, and no other."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from generator.publish.manifest import MANIFEST
from generator.publish.rows import number_in


def fault_in(folder: Path) -> str:
    """What is wrong with a release, and where; nothing where it is whole. What is hidden at its top is not looked
    at unless the manifest names it."""
    manifest = folder / MANIFEST
    try:
        told = msgspec.json.decode(manifest.read_bytes(), type=_Manifest)
    except (OSError, msgspec.DecodeError):
        return f"{manifest} cannot be read"
    for path, file in told.files.items():
        try:
            content = (folder / path).read_bytes()
        except OSError:
            return f"{folder / path} is missing"
        if len(content) != file.size or sha256(content).hexdigest() != file.sha256:
            return f"{folder / path} is not what it was"
    if number_in(str(folder)) != 1 + sum(not path.startswith(".") for path in told.files):
        return f"{folder} has files that are none of its own"
    return ""


# --- Private ---


class _File(msgspec.Struct):
    sha256: str
    size: int


class _Manifest(msgspec.Struct):
    release: str
    files: dict[str, _File]
