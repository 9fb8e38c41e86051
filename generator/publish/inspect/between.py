"""Links from one piece of a site to another: which lead nowhere, of those that an edit may have changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator


class Between:
    """What was heard of a site's links and files, piece by piece.

    Of all files no more is held than their hashes, and each address that is linked to once, with one who links to it.
    """

    def __init__(self, changed: Iterable[str] = (), alive: Iterable[str] = ()) -> None:
        """`changed` are the paths that are new, made anew or gone since the last site, of which no link was dead;
        `alive` are links of it that pieces which are made anew may have too."""
        self._changed = {hash(path) for path in changed}
        self._alive = {hash(link) for link in alive}
        self._there: set[int] = set()
        self._wanted: dict[str, str] = {}

    def take(self, owner: str, links: str, paths: Iterable[str], *, is_new: bool) -> None:
        """Hears of a piece: where its links lead (`Contents.links`), and its files. A link of one that stayed, or one
        that was alive, is looked at only where it leads to what has changed."""
        self._there.update(map(hash, paths))
        for link in links.split("\n") if links else ():
            is_unknown = is_new and hash(link) not in self._alive
            if is_unknown or hash(link.partition("#")[0]) in self._changed:
                self._wanted.setdefault(link, owner)

    def dead(self, ids_of: Callable[[str], Collection[str]]) -> Iterator[tuple[str, str]]:
        """Each link that leads nowhere, with its owner; `ids_of` gives what may be pointed at in a page."""
        known: dict[str, Collection[str]] = {}
        for link, owner in sorted(self._wanted.items()):
            file, _, anchor = link.partition("#")
            if hash(file) not in self._there:
                yield owner, link
            elif anchor and file.endswith(".html"):
                if file not in known:
                    known = {file: ids_of(file)}  # in order, so that one page's are held at a time
                if anchor not in known[file]:
                    yield owner, link
