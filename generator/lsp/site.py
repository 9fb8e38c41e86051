"""A site as it stands on disk with what is typed but not saved laid over it, and what checking it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from generator.load.folder import ARTICLES, BRIEF, PARTIES, BriefFolder, Folder, read_folder
from generator.lsp.sheet import Sheet
from generator.model.brief import Parties
from generator.model.published import UNLIMITED
from generator.model.settings import Settings
from generator.model.source import Problem
from generator.pipeline import Outcome, check_folder
from generator.validate import validate_parties

_ALIASES = re.compile(rb"^[\"']?aliases", re.MULTILINE)

_Checked: TypeAlias = tuple[object, Outcome]


@dataclass(frozen=True, slots=True)
class Desk:
    """A file of a site: `slug` is its brief's, `source` an article's id; the register has neither."""

    site: Site
    name: str
    slug: str = ""
    source: str = ""

    @property
    def sheet(self) -> Sheet | None:
        """What stands in it now."""
        return self.site.sheet(self.name)

    @property
    def is_brief(self) -> bool:
        """Whether it is a brief's own file."""
        return bool(self.slug) and not self.source

    @property
    def is_register(self) -> bool:
        """Whether it is the register of parties."""
        return not self.slug


class Site:
    """One folder of briefs. Files go by the names that problems have: below `root`, in POSIX form."""

    def __init__(self, root: Path, briefs_dir: str) -> None:
        self.root = root
        self.briefs_dir = briefs_dir
        self.register = f"{briefs_dir}/{PARTIES}"
        self._buffers: dict[str, bytes] = {}
        self._sheets: dict[str, Sheet] = {}
        self._registered: tuple[Sheet, Parties] | None = None
        self._known: dict[str, bytes | None] | None = None
        self._outcomes: dict[str, _Checked] = {}
        self._last: dict[str, Outcome] = {}
        self._seen: set[str] | None = None
        self._lock = Lock()

    # --- Public methods: files ---

    def type(self, name: str, text: str | None) -> None:
        """Lays an editor's text over a file; `None` takes it away again."""
        if text is None:
            self._buffers.pop(name, None)
        else:
            self._buffers[name] = text.encode("utf-8", "surrogatepass")

    def changed(self) -> None:
        """Files changed on disk: which briefs there are is asked anew."""
        self._known = None

    def is_open(self, name: str) -> bool:
        """Whether an editor has the file open."""
        return name in self._buffers

    def typed_in(self) -> list[str]:
        """The files that an editor has open."""
        return list(self._buffers)

    def sheet(self, name: str) -> Sheet | None:
        """The file as it stands now; `None` where there is none."""
        raw = self._buffers.get(name)
        if raw is None:
            if self._seen is not None and name in self._seen:
                return self._sheets.get(name)
            try:
                raw = (self.root / name).read_bytes()
            except OSError:
                return None
        kept = self._sheets.get(name)
        if kept is None or kept.raw != raw:
            kept = self._sheets[name] = Sheet(name, raw, is_article=name.endswith(".md"), last=kept)
        if self._seen is not None and name not in self._buffers:
            self._seen.add(name)
        return kept

    @contextmanager
    def still(self) -> Iterator[None]:
        """While it lasts, no file on disk is read twice: what asks every file of the site asks each several times."""
        before = set(self._sheets)
        self._seen = set()
        try:
            yield
        finally:
            passing = self._seen - before
            self._seen = None
            for name in passing:
                self._sheets.pop(name, None)

    def brief(self, slug: str) -> str:
        """The name of a brief's file."""
        return f"{self.briefs_dir}/{slug}/{BRIEF}"

    def article(self, slug: str, source: str) -> str:
        """The name of an article's file."""
        return f"{self.briefs_dir}/{slug}/{ARTICLES}/{source}.md"

    def sources(self, slug: str) -> list[str]:
        """The ids of a brief's articles, saved or not."""
        folder = f"{self.briefs_dir}/{slug}/{ARTICLES}/"
        typed = {name[len(folder) : -3] for name in list(self._buffers) if name.startswith(folder)}
        try:
            saved = {
                p.stem for p in (self.root / folder).iterdir() if p.suffix == ".md" and p.name[0] not in "._"
            }
        except OSError:
            saved = set()
        return sorted(typed | saved)

    def slugs(self) -> list[str]:
        """The slugs of the briefs, saved or not."""
        return sorted({*self._folders(), *self._typed_slugs()})

    def opened(self) -> set[str]:
        """The slugs of the briefs of which a file is open."""
        return self._typed_slugs()

    def parties(self) -> Parties:
        """The register, as far as it can be read."""
        sheet = self.sheet(self.register)
        if sheet is None:
            return Parties({})
        if self._registered is None or self._registered[0] is not sheet:
            parties = validate_parties(sheet.tree)[0] if sheet.tree else None
            if parties is None and self._registered is not None:
                return self._registered[1]  # while it is being typed in, what it held last
            self._registered = sheet, parties or Parties({})
        return self._registered[1]

    # --- Public methods: checks ---

    def check(self, slug: str) -> Outcome:
        """What checking a brief as it stands now comes to; without a slug, the register alone."""
        with self._lock:
            folder, problems = self._folder(slug)
            kept = self._outcomes.get(slug)
            if kept is not None and kept[0] == (folder, problems):
                return kept[1]
            slugs = (slug,) if slug else ()
            settings = Settings(briefs_dir=self.briefs_dir, excerpt_limit=UNLIMITED)
            outcome = check_folder(folder, settings, slugs, problems)
            self._outcomes[slug] = (folder, problems), outcome
            if slug in outcome.findings:
                self._last[slug] = outcome
            return outcome

    def last_whole(self, slug: str) -> Outcome | None:
        """What checking a brief came to when it last had no error."""
        return self._last.get(slug)

    # --- Private methods ---

    def _folder(self, slug: str) -> tuple[Folder, list[Problem]]:
        """The register and one brief whole; of the others what says by which addresses they go."""
        if not slug:
            return Folder(self.register, self._bytes(self.register)), []
        folder, problems = read_folder(self.root, self.briefs_dir, only=slug)
        own = folder.briefs.get(slug) or BriefFolder(slug, f"{self.briefs_dir}/{slug}", None, {})
        texts = {source: self._bytes(self.article(slug, source)) for source in self.sources(slug)}
        articles = {source: text for source, text in texts.items() if text is not None}
        own = replace(
            own, brief=self._buffers.get(own.brief_file, own.brief), articles={**own.articles, **articles}
        )
        others = {
            other: BriefFolder(other, f"{self.briefs_dir}/{other}", text, {})
            for other, text in self._addresses().items()
            if other != slug
        }
        return Folder(self.register, self._bytes(self.register), {**others, slug: own}), problems

    def _bytes(self, name: str) -> bytes | None:
        sheet = self.sheet(name)
        return sheet.raw if sheet else None

    def _addresses(self) -> Mapping[str, bytes | None]:
        """The other briefs; with their text where it gives an old address."""
        if self._known is None:
            texts = {slug: self._bytes(self.brief(slug)) for slug in self.slugs()}
            self._known = {s: text if text and _ALIASES.search(text) else None for s, text in texts.items()}
        return self._known

    def _folders(self) -> Iterator[str]:
        try:
            entries = list((self.root / self.briefs_dir).iterdir())
        except OSError:
            return
        yield from (entry.name for entry in entries if entry.name[0] not in "._" and entry.is_dir())

    def _typed_slugs(self) -> set[str]:
        top = f"{self.briefs_dir}/"
        below = (name[len(top) :] for name in list(self._buffers) if name.startswith(top))
        return {name.split("/")[0] for name in below if "/" in name}
