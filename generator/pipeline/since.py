"""What the last release said, and what the next one would no longer say, or say otherwise, without telling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.utils import get_build_date

from generator.load.released import Exports, read_released
from generator.model.released import Released
from generator.model.source import Problem, Tree
from generator.publish.store import digest_of
from generator.validate.kept import Since, gone_briefs, kept_problems


@dataclass(frozen=True, slots=True)
class Past:
    """A release: the JSON of each brief that it served, by slug, and what it is called.

    `unread` are the slugs of briefs that were there and can't be compared: they have an error by today's rules.
    `digests` are those of all that it served, where they are known already.
    """

    exports: Mapping[str, bytes] = field(default_factory=dict)
    name: str = "the last release"
    unread: tuple[str, ...] = ()
    digests: Mapping[str, str] | None = None

    def is_told(self, names: Collection[str], digest: str) -> bool:
        """Whether what it says of a brief, by whichever of these names, is all of this digest."""
        if self.digests is not None:
            told = [self.digests[name] for name in names if name in self.digests]
        else:
            told = [digest_of(said) for name in names if (said := self.exports.get(name))]
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
    return Past(Exports(folder), digests=digests)


def digests_of(folder: Path) -> dict[str, str]:
    """The digest of each brief's JSON in a site's folder, by slug, in order."""
    exports = Exports(folder)
    return {slug: digest_of(said) for slug in exports if (said := exports.get(slug))}


def problems_since(
    past: Past, every: Iterable[Now], briefs_dir: str, *, is_whole: bool = True
) -> Iterator[Problem]:
    """What these briefs no longer say of what was released, and, where these are all that are served, which addresses
    would be gone. A brief that is word for word what it was is not looked into."""
    since = Since(past.name, get_build_date())
    served: dict[str, Collection[str]] = {}
    other: dict[str, Released] = {}
    for now in every:
        served[now.slug] = now.aliases
        names = (now.slug, *now.aliases)
        if now.digest and past.is_told(names, now.digest):
            continue
        then = {slug: said for slug in names if (said := past.exports.get(slug))}
        before = {slug: told for slug, content in then.items() if (told := read_released(content))}
        other |= before
        after = read_released(now.content()) if now.digest and before else None
        tree = now.tree() if after else None
        if after and tree:
            for released in before.values():
                others = [
                    told for other in before.values() if other != released for told in other.corrections
                ]
                yield from kept_problems(after, released, tree, since, others)
    if is_whole:
        slugs: Iterable[str] = past.exports if past.digests is None else past.digests
        gone = (slug for slug in slugs if slug not in served and slug not in other)
        other |= {slug: told for slug in gone if (told := read_released(past.exports.get(slug, b"")))}
        yield from gone_briefs(other, served, briefs_dir, since)
