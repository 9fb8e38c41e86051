"""The last touch to a built site's look: valid markup, and style sheets no larger than its pages need."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .kept import kept_lean
from .lean import Texts, whole_sheets
from .mend import mended, tightened
from .seen import Seen, seen

THEME = "assets/briefs/theme.css"
"""Material's style sheets in one, which the pages ask for instead of them."""

_OURS = "assets/briefs/briefs.css"
_ENCODING = "utf-8"


class Finish:
    """Looks at each page of a build, then writes the style sheets that those pages need."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._tables: set[str] = set()
        self._asked: set[str] = set()
        self._scripts: set[str] = set()
        self._tops: set[str] = set()

    def page(self, html: str) -> str:
        """The page as it is published; what it shows is noted."""
        self.note(seen(html))
        return finished(html)

    def note(self, shown: Seen) -> None:
        """Takes in what a page shows that was looked at elsewhere, or in an earlier build (`seen`)."""
        self._words |= shown.words
        self._tables |= shown.tables
        self._asked |= shown.asked
        self._scripts |= shown.scripts
        self._tops |= shown.tops

    @property
    def noted(self) -> Seen:
        """What all the pages show."""
        every = self._words, self._tables, self._asked, self._scripts, self._tops
        return Seen(*map(frozenset, every))

    def sheets(self, site: Path, scripts: Iterable[str], *, whole: bool) -> None:
        """Writes Material's style sheets as `THEME` below `site`, and ours minified in its place.

        What needs a direction that no page has is left out of both, and of Material's what no page and none of the
        `scripts` (paths below `site`) can meet; nothing is, where not every page was looked at (`whole`). The name of
        the file holds no digest of Material's, because its content is not that.
        """
        texts = texts_of(site, scripts)
        theme, ours = whole_sheets(texts) if whole else kept_lean(texts, self.noted)
        write_sheets(site, theme, ours)


def finished(html: str) -> str:
    """A page as it is published, whatever the others are."""
    return tightened(mended(html))


def texts_of(site: Path, scripts: Iterable[str], styles: Iterable[str] | None = None) -> Texts:
    """What the style sheets of a built site are made of: its `scripts`, and all its style sheets.

    `styles` are those that the site has beside Material's and ours, as paths below `site`; where they aren't given,
    each file of the site is looked at.
    """
    materials = _materials(site)
    if styles is None:
        found = {path.relative_to(site).as_posix() for path in site.rglob("*.css")}
    else:
        found = {style for style in styles if (site / style).is_file()}
    others = sorted(found - {THEME, *(path.relative_to(site).as_posix() for path in materials)})
    own = [site / script for script in scripts]
    ours = site / _OURS
    return Texts(
        materials=tuple(map(_read, materials)),
        ours=_read(ours) if ours.is_file() else None,
        others=tuple(_read(site / path) for path in others),
        bundle=tuple(map(_read, sorted(site.glob("assets/javascripts/bundle.*.js")))),
        scripts=tuple((path.name, _read(path)) for path in own if path.is_file()),
    )


def write_sheets(site: Path, theme: str, ours: str | None) -> None:
    """Writes the style sheets to where the pages ask for them."""
    for path, sheet in ((THEME, theme), (_OURS, ours)):
        if sheet is not None:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(f"{sheet}\n", _ENCODING)


# --- Private ---


def _materials(site: Path) -> list[Path]:
    """Material's style sheets, as it ships them."""
    folder = site / "assets" / "stylesheets"
    return [*folder.glob("main.*.css"), *folder.glob("palette.*.css")]


def _read(path: Path) -> str:
    return path.read_text(_ENCODING, errors="replace")
