"""What a release said of its briefs, read back out of the site's own exports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from generator.model.address import BRIEF_JSON, brief_folder
from generator.model.keys import ID_PATTERN
from generator.model.released import Released


def read_released(content: bytes) -> Released | None:
    """What a `brief.json` says, or `None` where it is none of ours."""
    try:
        return _DECODER.decode(content)
    except msgspec.DecodeError:  # which a value of another kind is too
        return None


class Exports(Mapping[str, bytes]):
    """The `brief.json` of each brief of the site in a folder, by slug, each read when it is asked for; none where no
    site is. One that can't be read is not there."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def __getitem__(self, slug: str) -> bytes:
        if not re.fullmatch(ID_PATTERN, slug):  # an editor may have written anything as an old slug
            raise KeyError(slug)
        try:
            return (self._site / brief_folder(slug) / BRIEF_JSON).read_bytes()
        except OSError as error:
            raise KeyError(slug) from error

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(path.parent.name for path in (self._site / "briefs").glob(f"*/{BRIEF_JSON}")))

    def __len__(self) -> int:
        return sum(1 for _ in self)


# --- Private ---

_DECODER = msgspec.json.Decoder(Released)
