"""The style sheets of a site made of what they were and what its pages show: the same texts give the same sheets."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .seen import Seen
from .sheet import asked_for, minified, quick, reduced, spare, words_of_script


@dataclass(frozen=True, slots=True)
class Texts:
    """What the sheets are made of.

    `materials` are Material's style sheets in their order, `ours` the one of this theme, `others` all that the site
    has beside Material's (ours is one of them); `bundle` is Material's script, `scripts` are the site's by the names
    of their files.
    """

    materials: tuple[str, ...]
    ours: str | None
    others: tuple[str, ...]
    bundle: tuple[str, ...]
    scripts: tuple[tuple[str, str], ...]

    def digest(self, shown: Seen) -> str:
        """The same where `lean` comes to the same of these texts: what it comes to may be kept under it."""
        whole = (self.materials, self.ours, self.others, self.bundle, self.scripts)
        seen = (sorted(shown.words), sorted(shown.tables), sorted(shown.asked))
        return hashlib.sha256(json.dumps([whole, seen]).encode("ascii")).hexdigest()


def lean(texts: Texts, shown: Seen) -> tuple[str, str | None]:
    """Material's sheets in one, and ours, both minified, without what nothing can meet or asks for.

    From ours only what needs a direction or a colour that no page has is left out.
    """
    words, stems = _known(texts, shown)
    asked = shown.asked.union(*map(asked_for, (*texts.others, *texts.bundle, *_written(texts))))
    theme, ours = whole_sheets(texts)
    theme = spare(reduced(theme, words, stems), asked)
    if not any(_MAKES_TABLES.search(text) for name, text in texts.scripts if name != "briefs.js"):
        theme = quick(theme, shown.tables)
    return theme, None if ours is None else reduced(ours, words, ("",))


def whole_sheets(texts: Texts) -> tuple[str, str | None]:
    """Material's sheets in one, and ours, both minified."""
    theme = "".join(_CHARSET.sub("", minified(_without_map(sheet))) for sheet in texts.materials)
    return theme, None if texts.ours is None else minified(texts.ours)


# --- Private ---

_READ = {"data-md-color-primary", "data-md-color-accent", "dir"}
"""What Material's script only copies from the switches of the palette, which the pages hold, or only reads."""

_MAKES_TABLES = re.compile(r"""<table\b|["'`]table["'`]""", re.I)
_CHARSET = re.compile(r'^@charset "[^"]*";')


def _known(texts: Texts, shown: Seen) -> tuple[set[str], tuple[str, ...]]:
    """Each class and colour that a page has or a script may write, and the stems of such classes."""
    words, stems = set(shown.words), set[str]()
    for scripts, only_read in ((texts.bundle, _READ), (_written(texts), set[str]())):
        for script in scripts:
            written, begun = words_of_script(script)
            words |= written - only_read
            stems |= set(begun)
    return words, tuple(sorted(stems))


def _written(texts: Texts) -> Iterable[str]:
    return [text for _, text in texts.scripts]


def _without_map(sheet: str) -> str:
    """The map's comment names a file beside the sheet, which `THEME` is not."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", sheet)
