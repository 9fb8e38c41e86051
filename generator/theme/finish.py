"""The last touch to a built site's look: valid markup, and style sheets no larger than its pages need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .mend import mended
from .sheet import minified, reduced, words_of_page, words_of_script

THEME = "assets/briefs/theme.css"
"""Material's style sheets in one, which the pages ask for instead of them."""

_ENCODING = "utf-8"
_READ = {"data-md-color-primary", "data-md-color-accent"}
"""What Material's script only copies from the switches of the palette, which the pages hold."""

_CHARSET = re.compile(r'^@charset "[^"]*";')


class Finish:
    """Looks at each page of a build, then writes the style sheets that those pages need."""

    def __init__(self) -> None:
        self._words: set[str] = set()

    def page(self, html: str) -> str:
        """The page as it is published."""
        self._words |= words_of_page(html)
        return mended(html)

    def sheets(self, site: Path, scripts: Iterable[str], *, whole: bool) -> None:
        """Writes Material's style sheets as `THEME` below `site`, and ours minified in its place.

        What no page and none of the `scripts` (paths below `site`) can meet is left out, unless `whole`: where not
        every page was looked at. The name of the file holds no digest of Material's, because its content is not that.
        """
        folder = site / "assets"
        ours = folder / "briefs" / "briefs.css"
        if ours.is_file():
            ours.write_text(minified(ours.read_text(_ENCODING)) + "\n", _ENCODING)
        given = [*folder.glob("stylesheets/main.*.css"), *folder.glob("stylesheets/palette.*.css")]
        sheet = "".join(_CHARSET.sub("", minified(_without_map(path.read_text(_ENCODING)))) for path in given)
        if not whole:
            sheet = reduced(sheet, *self._known(site, scripts))
        (site / THEME).parent.mkdir(parents=True, exist_ok=True)
        (site / THEME).write_text(f"{sheet}\n", _ENCODING)

    def _known(self, site: Path, scripts: Iterable[str]) -> tuple[set[str], tuple[str, ...]]:
        """Each class and colour that a page has or a script may write, and the stems of such classes."""
        words, stems = set[str](), set[str]()
        own = [site / path for path in scripts if (site / path).is_file()]
        for path in [*site.glob("assets/javascripts/bundle.*.js"), *own]:
            written, begun = words_of_script(path.read_text(_ENCODING, errors="replace"))
            words |= written if path in own else written - _READ
            stems |= set(begun)
        return words | self._words, tuple(sorted(stems))


def _without_map(sheet: str) -> str:
    """The map's comment names a file beside the sheet, which `THEME` is not."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", sheet)
