"""The line at rest between edits: a brief is checked and rendered when it is asked for, and again when touched."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from generator.load.folder import brief_names, read_brief, read_register
from generator.model.brief import Parties
from generator.model.entry import Entry
from generator.model.findings import Findings, Neighbour, Record
from generator.model.page import Output
from generator.model.settings import Settings
from generator.model.source import Problem, in_order
from generator.pipeline.entries import entries_of_brief
from generator.pipeline.line import Outcome, check_brief, parties_of, texts_of
from generator.pipeline.looked import Looked, aliases_of, as_named, printable_slug, slugs_in
from generator.pipeline.outputs import across, outputs_of_brief
from generator.pipeline.reading import article_problems, tree_of
from generator.render import record

KEPT = 64
"""Briefs of which the findings are kept; those of others are worked out anew when they are asked for."""


class Desk:
    """A folder of briefs, of which nothing is done twice and nothing before it is asked for.

    What is known of a brief depends on its folder, the register and the settings; its pages also on the titles of
    those that it names. Not safe for two threads at once.
    """

    def __init__(self, root: Path, settings: Settings) -> None:
        self._root, self._settings = root, settings
        self._names = {printable_slug(name): name for name in brief_names(root, settings.briefs_dir)}
        self._looked: dict[str, Looked] = {}
        self._stale: set[str] = set(self._names)
        self._findings: OrderedDict[str, Findings] = OrderedDict()
        self._aliases: dict[str, tuple[str, ...]] = {}
        self._broken: set[str] = set()
        self._parties = Parties({})
        self._good_parties: Parties | None = None
        self._register_problems: tuple[Problem, ...] = ()
        self._read_register()

    @property
    def slugs(self) -> Collection[str]:
        """Every brief's slug, in order."""
        return self._names.keys()

    @property
    def is_complete(self) -> bool:
        """Whether every brief is checked as it stands."""
        return not self._stale

    def look_at_next(self) -> str | None:
        """Checks one of the briefs that are not checked yet; its slug, or `None` where all are."""
        slug = min(self._stale, default=None)
        if slug is not None:
            self.look(slug)
        return slug

    def look(self, slug: str) -> Looked | None:
        """The brief as it stands, or `None` where there is none."""
        if slug not in self._names:
            return None
        if slug in self._stale:
            self._check(slug)
        return self._looked.get(slug)

    def owner(self, name: str) -> str | None:
        """The slug of the brief that is found under a slug or an old slug."""
        if name in self._names:
            return name
        self._every_alias([name])
        return next((slug for slug in sorted(self._aliases) if name in self._aliases[slug]), None)

    def findings(self, slug: str) -> Findings | None:
        """The findings of a brief as it stands, or where it has an error as it last stood without."""
        looked = self.look(slug)
        if looked is None or looked.good is None:
            return None
        if slug not in self._findings:
            tree, _ = tree_of(looked.good)
            known = {*self._names, *self._every_alias(looked.names), *looked.names}
            limit = self._settings.excerpt_limit
            found = check_brief(looked.good, tree, self._parties, known, limit)[0] if tree else None
            if found is None:
                return None
            self._keep(slug, found)
        self._findings.move_to_end(slug)
        return self._findings[slug]

    def outputs(self, slug: str) -> list[Output]:
        """The pages and files of a brief, good or as it last was; none where it never was."""
        findings = self.findings(slug)
        if findings is None:
            return []
        return outputs_of_brief(findings, self._settings, self._neighbours(self._looked[slug].names))

    def entries(self, slug: str) -> tuple[Entry, ...]:
        """What the search finds of a brief, good or as it last was; nothing where it never was."""
        findings = self.findings(slug)
        return entries_of_brief(findings, self._settings) if findings else ()

    def across(self, part: str) -> list[Output]:
        """The pages and files of one part of what belongs to no brief (`pipeline.outputs.across`), from all records
        there are: complete where the desk is."""
        make = across(self.records(), self._settings).get(part)
        return make() if make else []

    def begun(self) -> list[Output]:
        """What belongs to no brief, as it would be without any: the pages that the site has for certain."""
        return [output for make in across((), self._settings).values() for output in make()]

    def records(self) -> list[Record]:
        """The record of each brief that has one, in the order of slugs."""
        return [looked.record for _, looked in sorted(self._looked.items()) if looked.record]

    def touch(self, slugs: Iterable[str]) -> frozenset[str]:
        """Reads and checks these briefs anew: new ones, changed ones, deleted ones. The slugs of all whose pages may
        be others now, which are those and what names them."""
        changed = set()
        for slug in slugs:
            before = self._looked.get(slug)
            self._forget(slug)
            after = self.look(slug)
            changed |= {slug}
            if as_named(before) != as_named(after):
                ours = {slug, *aliases_of(before), *aliases_of(after)}
                others = {each for each, looked in self._looked.items() if looked.names & ours} - {slug}
                self._stale |= others
                changed |= others
        return frozenset(changed)

    def touch_register(self) -> bool:
        """Reads the register anew: whether any brief may come to something else now. Then all are to be checked."""
        before = self._parties
        self._read_register()
        if self._parties == before:
            return False
        self._stale = set(self._names)
        self._findings.clear()
        return True

    def problems(self, slug: str | None = None) -> Outcome:
        """What checking came to so far, of one brief or of the register and all, with texts for code frames."""
        chosen = [slug] if slug is not None else sorted(self._looked)
        every = [] if slug is not None else list(self._register_problems)
        texts: dict[str, str] = {}
        for each in chosen:
            looked = self._looked.get(each)
            if looked and (looked.problems or looked.aliases):
                every += [*looked.problems, *self._alias_problems(each)]
                texts |= texts_of([looked.folder], every)
        return Outcome({}, tuple(in_order(every)), texts, tuple(self._names))

    def broken(self) -> dict[str, int]:
        """The number of errors of each brief that has any, as far as they are looked at."""
        counted = {slug: sum(p.is_error for p in self._looked[slug].problems) for slug in self._broken}
        return dict(sorted(counted.items()))

    def register(self) -> Outcome:
        """The problems of the register, with its text."""
        folder, _ = read_register(self._root, self._settings.briefs_dir)
        text = {folder.parties_file: (folder.parties or b"").decode("utf-8-sig", errors="replace")}
        return Outcome({}, tuple(in_order(self._register_problems)), text)

    # --- Private ---

    def _forget(self, slug: str) -> None:
        """What is known of a brief, but what it last was without an error."""
        self._aliases.pop(slug, None)
        folder = next((n for n in (self._names.get(slug), slug) if n and self._is_there(n)), None)
        if folder is None:
            self._names.pop(slug, None)
            self._looked.pop(slug, None)
            self._findings.pop(slug, None)
            self._stale.discard(slug)
            self._broken.discard(slug)
            return
        if slug not in self._names:
            self._names = dict(sorted([*self._names.items(), (slug, folder)]))
        self._stale.add(slug)

    def _is_there(self, name: str) -> bool:
        return not name.startswith((".", "_")) and (self._root / self._settings.briefs_dir / name).is_dir()

    def _check(self, slug: str) -> None:
        self._stale.discard(slug)
        before = self._looked.pop(slug, None)
        folder, problems = read_brief(self._root, self._settings.briefs_dir, self._names[slug])
        if folder is None:
            self._forget(slug)
            return
        tree, faults = tree_of(folder)
        names = [name for name in slugs_in(tree, "related", "supersedes") if name]
        aliases = slugs_in(tree, "aliases")
        places = tuple((a, tree.at(("aliases", n))) for n, a in enumerate(aliases) if a) if tree else ()
        self._aliases[slug] = tuple(alias for alias, _ in places)
        findings = None
        if tree is None:
            problems = [*problems, *faults, *article_problems(folder)]
        else:
            known = {*self._names, *self._aliases[slug], *self._every_alias(names)}
            findings, found = check_brief(folder, tree, self._parties, known, self._settings.excerpt_limit)
            problems = [*problems, *faults, *found]
        good = before.good if before else None
        kept = before.record if before else None
        if findings:
            good, kept = folder, record(findings)
            self._keep(slug, findings)
        elif before:
            names = [*names, *before.names]
        (self._broken.discard if findings else self._broken.add)(slug)
        self._looked[slug] = Looked(folder, tuple(problems), frozenset(names), places, good, kept)

    def _keep(self, slug: str, findings: Findings) -> None:
        self._findings[slug] = findings
        while len(self._findings) > KEPT:
            self._findings.popitem(last=False)

    def _read_register(self) -> None:
        """The register as it stands; where it has an error, as it last was without."""
        folder, problems = read_register(self._root, self._settings.briefs_dir)
        if folder.parties is None and not self._names:
            return
        parties, faults = parties_of(folder, has_briefs=bool(self._names))
        self._register_problems = (*problems, *faults)
        if not any(problem.is_error for problem in self._register_problems):
            self._good_parties = parties
        self._parties = self._good_parties or parties

    def _every_alias(self, names: Iterable[str]) -> Collection[str]:
        """All old slugs, where `names` has any that is no slug: to know them every brief must have been read."""
        if all(name in self._names for name in names):
            return ()
        for slug, name in self._names.items():
            if slug not in self._aliases:
                folder, _ = read_brief(self._root, self._settings.briefs_dir, name)
                tree = tree_of(folder)[0] if folder else None
                self._aliases[slug] = tuple(filter(None, slugs_in(tree, "aliases")))
        return {alias for aliases in self._aliases.values() for alias in aliases}

    def _neighbours(self, names: Collection[str]) -> Mapping[str, Neighbour]:
        """Those of the briefs named that have a page, by the name that is used of them."""
        self._every_alias(names)
        owners = {alias: slug for slug in sorted(self._aliases) for alias in self._aliases[slug]}
        found = {}
        for name in names:
            slug = name if name in self._names else owners.get(name)
            looked = self.look(slug) if slug else None
            if looked and looked.record:
                kept = looked.record
                found[name] = Neighbour(kept.slug, kept.title, kept.language)
        return found

    def _alias_problems(self, slug: str) -> list[Problem]:
        """One address cannot lead to two briefs: the later one is told."""
        found, own = [], set[str]()
        for alias, place in self._looked[slug].aliases:
            earlier = (s for s in sorted(self._looked) if s < slug and alias in aliases_of(self._looked[s]))
            owner = alias if alias in self._names else next(earlier, slug if alias in own else None)
            own.add(alias)
            if owner:
                message = f"“{alias}” is an address of {owner} already"
                found.append(Problem(place, "duplicate-alias", message))
        return found
