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
    """

    exports: Mapping[str, bytes] = field(default_factory=dict)
    name: str = "the last release"
    unread: tuple[str, ...] = ()


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


def of_site(folder: Path) -> Past:
    """The release that a site's folder holds; nothing where there is none."""
    return Past(Exports(folder))


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
        then = {slug: said for slug in (now.slug, *now.aliases) if (said := past.exports.get(slug))}
        if now.digest and all(digest_of(content) == now.digest for content in then.values()):
            continue
        before = {slug: told for slug, content in then.items() if (told := read_released(content))}
        other |= before
        after = read_released(now.content()) if now.digest and before else None
        tree = now.tree() if after else None
        if after and tree:
            for released in before.values():
                yield from kept_problems(after, released, tree, since)
    if is_whole:
        gone = (slug for slug in past.exports if slug not in served and slug not in other)
        other |= {slug: told for slug in gone if (told := read_released(past.exports.get(slug, b"")))}
        yield from gone_briefs(other, served, briefs_dir, since)
