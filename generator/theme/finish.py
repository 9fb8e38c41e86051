"""The last touch to a built site's look: valid markup, and style sheets no larger than its pages need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from .mend import mended, tightened
from .sheet import asked_for, minified, quick, reduced, spare, tables_of_page, words_of_page, words_of_script

THEME = "assets/briefs/theme.css"
"""Material's style sheets in one, which the pages ask for instead of them."""

_ENCODING = "utf-8"
_READ = {"data-md-color-primary", "data-md-color-accent", "dir"}
"""What Material's script only copies from the switches of the palette, which the pages hold, or only reads."""

_MAKES_TABLES = re.compile(r"""<table\b|["'`]table["'`]""", re.I)

_Texts: TypeAlias = Mapping[Path, str]

_CHARSET = re.compile(r'^@charset "[^"]*";')


@dataclass(frozen=True, slots=True)
class Seen:
    """What the style sheets are needed for by some pages: classes and colours, classes of tables, properties."""

    words: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()


class Finish:
    """Looks at each page of a build, then writes the style sheets that those pages need."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._tables: set[str] = set()
        self._asked: set[str] = set()

    def page(self, html: str) -> str:
        """The page as it is published."""
        self._words |= words_of_page(html)
        self._tables |= tables_of_page(html)
        self._asked |= asked_for(html)
        return tightened(mended(html))

    @property
    def seen(self) -> Seen:
        """What the pages so far need the sheets for."""
        return Seen(frozenset(self._words), frozenset(self._tables), frozenset(self._asked))

    def note(self, seen: Seen) -> None:
        """Counts pages in that were looked at elsewhere."""
        self._words |= seen.words
        self._tables |= seen.tables
        self._asked |= seen.asked

    def sheets(self, site: Path, scripts: Iterable[str], *, whole: bool) -> None:
        """Writes Material's style sheets as `THEME` below `site`, and ours minified in its place.

        What needs a direction that no page has is left out of both, and of Material's what no page and none of the
        `scripts` (paths below `site`) can meet; nothing is, where not every page was looked at (`whole`). The name of
        the file holds no digest of Material's, because its content is not that.
        """
        own = {path: _read(path) for path in (site / script for script in scripts) if path.is_file()}
        sheets = _sheets(site)
        if not whole:
            bundle = {path: _read(path) for path in site.glob("assets/javascripts/bundle.*.js")}
            words, stems = self._known(bundle, own)
            lean = {path: reduced(sheet, words, ("",)) for path, sheet in sheets.items()}
            theme = reduced(lean[site / THEME], words, stems)
            sheets = {**lean, site / THEME: self._lean(theme, site, bundle, own)}
        for path, sheet in sheets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{sheet}\n", _ENCODING)

    def _lean(self, sheet: str, site: Path, bundle: _Texts, own: _Texts) -> str:
        """Material's sheet without what nothing asks for, and without what costs a browser time."""
        others = {*site.rglob("*.css")} - {site / THEME, *_materials(site)}
        texts = [*map(_read, others), *bundle.values(), *own.values()]
        lean = spare(sheet, self._asked.union(*map(asked_for, texts)))
        made_elsewhere = any(
            _MAKES_TABLES.search(text) for path, text in own.items() if path.name != "briefs.js"
        )
        return lean if made_elsewhere else quick(lean, self._tables)

    def _known(self, bundle: _Texts, own: _Texts) -> tuple[set[str], tuple[str, ...]]:
        """Each class and colour that a page has or a script may write, and the stems of such classes."""
        words, stems = set(self._words), set[str]()
        for scripts, only_read in ((bundle, _READ), (own, set[str]())):
            for script in scripts.values():
                written, begun = words_of_script(script)
                words |= written - only_read
                stems |= set(begun)
        return words, tuple(sorted(stems))


def _materials(site: Path) -> list[Path]:
    """Material's style sheets, as it ships them."""
    folder = site / "assets" / "stylesheets"
    return [*folder.glob("main.*.css"), *folder.glob("palette.*.css")]


def _sheets(site: Path) -> dict[Path, str]:
    """The sheets that the pages ask for, minified, by where they go: Material's in one, and ours."""
    given = (_CHARSET.sub("", minified(_without_map(_read(path)))) for path in _materials(site))
    ours = site / "assets" / "briefs" / "briefs.css"
    return {site / THEME: "".join(given), **({ours: minified(_read(ours))} if ours.is_file() else {})}


def _read(path: Path) -> str:
    return path.read_text(_ENCODING, errors="replace")


def _without_map(sheet: str) -> str:
    """The map's comment names a file beside the sheet, which `THEME` is not."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", sheet)
