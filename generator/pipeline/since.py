"""What the last release said, and what the next one would no longer say, or say otherwise, without telling."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from mkdocs.utils import get_build_date

from generator.load.released import Exports, read_released
from generator.model.released import Released
from generator.model.source import Problem, Tree
from generator.publish.manifest import MANIFEST, release_in
from generator.publish.store import digest_of
from generator.validate.kept import Since, gone_briefs, kept_problems, not_compared


@dataclass(frozen=True, slots=True)
class Past:
    """A release: the JSON of each brief that it served, by slug, and what it is called.

    `unread` are the slugs of briefs that were there and can't be compared: they have an error by today's rules.
    `digests` are those of all that it served, where they are known already. `lost` gives the slugs of briefs that it
    served and of which it no longer has the JSON.
    """

    exports: Mapping[str, bytes] = field(default_factory=dict)
    name: str = "the last release"
    unread: tuple[str, ...] = ()
    digests: Mapping[str, str] | None = None
    lost: Callable[[], Collection[str]] = tuple

    def is_told(self, names: Collection[str], digest: str) -> bool:
        """Whether what it says of a brief, by whichever of these names, is all of this digest."""
        if self.digests is not None:
            told = [self.digests[name] for name in names if name in self.digests]
        else:
            told = [digest_of(said) for name in names if (said := self.exports.get(name)) is not None]
        return all(each == digest for each in told)


@dataclass(frozen=True, slots=True)
class Held:
    """What briefs are held to besides their own rules: what was released, and (`reviewed`) that somebody has reviewed
    each claim that is published."""

    past: Past | None = None
    reviewed: bool = False


FREE = Held()


@dataclass(frozen=True, slots=True)
class Now:
    """A brief as it would be released: its old slugs, the digest of its JSON (empty where it has none, because of an
    error), and that and its tree for who asks."""

    slug: str
    aliases: Collection[str]
    digest: str
    content: Callable[[], bytes]
    tree: Callable[[], Tree | None]


def of_site(folder: Path, digests: Mapping[str, str] | None = None) -> Past:
    """The release that a site's folder holds; nothing where there is none. `digests` as `digests_of` gives them."""
    return Past(Exports(folder), digests=digests, lost=partial(_lost, folder))


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site of ours, with briefs or without."""
    return bool(release_in(folder)) or any(True for _ in Exports(folder))


def digests_of(folder: Path) -> dict[str, str]:
    """The digest of each brief's JSON in a site's folder, by slug, in order."""
    exports = Exports(folder)
    return {slug: digest_of(said) for slug in exports if (said := exports.get(slug)) is not None}


def problems_since(
    past: Past, every: Iterable[Now], briefs_dir: str, *, is_whole: bool = True
) -> Iterator[Problem]:
    """What these briefs no longer say of what was released, and, where these are all that are served, which addresses
    would be gone. A brief that is word for word what it was is not looked into; one of which it can't be known what
    was released is told of."""
    since = Since(past.name, get_build_date())
    served: dict[str, Collection[str]] = {}
    other: dict[str, Released] = {}
    unread = set(past.lost())
    for now in every:
        served[now.slug] = now.aliases
        names = (now.slug, *now.aliases)
        if now.digest and past.is_told(names, now.digest):
            continue
        then = {slug: said for slug in names if (said := past.exports.get(slug)) is not None}
        before = {slug: told for slug, content in then.items() if (told := _read(slug, content))}
        unread |= then.keys() - before.keys()
        other |= before
        yield from _problems_of(now, before, since)
    if is_whole:
        slugs: Iterable[str] = past.exports if past.digests is None else past.digests
        for slug in (slug for slug in slugs if slug not in served and slug not in other):
            if told := _read(slug, past.exports.get(slug, b"")):
                other[slug] = told
            else:
                unread.add(slug)
        other |= {slug: Released(slug, "published", "") for slug in unread}
        yield from gone_briefs(other, served, briefs_dir, since)
    else:
        unread &= {name for slug, aliases in served.items() for name in (slug, *aliases)}
    yield from (not_compared(slug, briefs_dir, since) for slug in sorted(unread))


# --- Private ---

_TOLD = re.compile(rb'^"briefs/([^"/]+)/brief\.json": ', re.MULTILINE)
"""A brief's JSON in a manifest."""


def _lost(folder: Path) -> list[str]:
    """The briefs of which a site's manifest says that they have JSON, and that have none."""
    try:
        manifest = (folder / MANIFEST).read_bytes()
    except OSError:
        return []
    told = {found[1].decode("utf-8", "replace") for found in _TOLD.finditer(manifest)}
    return sorted(told.difference(Exports(folder)))


def _read(slug: str, content: bytes) -> Released | None:
    """What a release said of a brief; `None` where what lies there is not what we write of that brief: no brief is
    published without a claim."""
    told = read_released(content)
    if told is None or told.slug != slug or (told.status == "published" and not told.claims):
        return None
    return told


def _problems_of(now: Now, before: Mapping[str, Released], since: Since) -> Iterator[Problem]:
    """What a brief no longer says of all that it stands for."""
    after = read_released(now.content()) if now.digest and before else None
    tree = now.tree() if after else None
    if after is None or tree is None:
        return
    for slug, released in before.items():
        others = [told for other in before if other != slug for told in before[other].corrections]
        yield from kept_problems(after, released, tree, since, others)
