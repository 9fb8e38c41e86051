"""Which site a file belongs to, and as what: told by its path and by the nearest mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.load.folder import ARTICLES, BRIEF, PARTIES
from generator.lsp.site import Desk, Site
from generator.model.settings import Settings

CONFIGS = ("mkdocs.yml", "mkdocs.yaml")


class Sites:
    """The sites of which files are open. A file that belongs to none is nobody's business here."""

    def __init__(self) -> None:
        self._sites: dict[tuple[Path, str], Site] = {}
        self._roots: dict[Path, tuple[Path, str] | None] = {}

    def desk(self, path: Path) -> Desk | None:
        """The file of the format that lies at a path."""
        if (found := _within(path)) is None:
            return None
        top, slug, source = found
        if top not in self._roots:
            self._roots[top] = _root(top, slug)
        key = self._roots[top]
        if key is None:
            return None
        site = self._sites.setdefault(key, Site(*key))
        return Desk(site, path.relative_to(site.root).as_posix(), slug, source)

    def all(self) -> list[Site]:
        """Every site of which a file was asked for."""
        return list(self._sites.values())

    def changed(self) -> None:
        """Files changed on disk: what was read is asked anew."""
        self._roots.clear()
        for site in self._sites.values():
            site.changed()


# --- Private functions ---


def _within(path: Path) -> tuple[Path, str, str] | None:
    """The folder of briefs that a file would lie in, with its slug and source id."""
    if path.name == PARTIES:
        return path.parent, "", ""
    folder = path.parent.parent if path.parent.name == ARTICLES and path.suffix == ".md" else path.parent
    source = path.stem if folder != path.parent else ""
    if not source and path.name != BRIEF:
        return None
    hidden = any(name.startswith((".", "_")) for name in (folder.name, source or "x"))
    return None if hidden or not folder.name else (folder.parent, folder.name, source)


def _root(top: Path, slug: str) -> tuple[Path, str] | None:
    """The root of a site and its folder of briefs, where `top` is that folder."""
    for folder in top.parents:
        config = next((folder / name for name in CONFIGS if (folder / name).is_file()), None)
        if config is None:
            continue
        configured = _briefs_dir(config)
        if configured is None:
            break
        same = (folder / configured).resolve() == top.resolve()
        return (folder, top.relative_to(folder).as_posix()) if same else None
    return (top.parent, top.name) if top.name and _has_layout(top, slug) else None


def _has_layout(top: Path, slug: str) -> bool:
    """Whether a folder that no configuration names looks like one of briefs."""
    if slug:
        return (top / PARTIES).is_file() or (
            (top / slug / BRIEF).is_file() and (top / slug / ARTICLES).is_dir()
        )
    return any(top.glob(f"*/{BRIEF}"))


def _briefs_dir(config: Path) -> str | None:
    """The folder of briefs that a configuration gives; `None` where it doesn't list the plugin, or can't be read.

    It is read without MkDocs, which would run its plugins: whatever tags it has, nothing is made of them.
    """
    try:
        root = yaml.compose(config.read_text("utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    for plugin in _items(_under(root, "plugins")):
        if isinstance(plugin, yaml.ScalarNode) and plugin.value == "briefs":
            return Settings().briefs_dir
        options = _under(plugin, "briefs")
        if options is not None:
            given = _under(options, "briefs_dir")
            return given.value if isinstance(given, yaml.ScalarNode) else Settings().briefs_dir
    return None


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """The plugins of a list, or of a mapping (MkDocs allows both)."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [yaml.MappingNode(node.tag, [pair]) for pair in node.value]
    return []
