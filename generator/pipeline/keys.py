"""Under what a part of the site is kept: digests of all that it is made from."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from generator.load.folder import BriefFolder
from generator.model.brief import UNKNOWN, Brief, Parties
from generator.model.digest import key_name
from generator.model.findings import Neighbour
from generator.model.page import Output
from generator.model.settings import Settings
from generator.pipeline.withheld import lock_key
from generator.publish.configuration import written_in
from generator.publish.store import key_of

OURS = Path(__file__).parents[1]


@cache
def program() -> str:
    """Ourselves and all that is installed beside us, with the version of Python."""
    installed = sorted(
        name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder)  # noqa: PTH112, PTH208
        if name.endswith(".dist-info")
    )  # fmt: skip
    return key_of(platform.python_version(), *installed, of_folder(OURS))


def of_folder(folder: Path) -> str:
    """Every file below a folder, with its path; none where there is no such folder."""
    parts: list[bytes | str] = []
    for where, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(where, name)
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return key_of(*parts)


def of_configuration(config: MkDocsConfig) -> str:
    """What the site's configuration says, with its parents' and the environment's part in it, and the theme's files
    that are the site's own; not where the site is put."""
    said = [
        sorted((key, _plain(each[key])) for key in each.keys() - _ELSEWHERE) for each in written_in(config)
    ]
    # MkDocs takes what stands under a plugin out of what was written, once it is read
    options = [(name, _options(plugin.config)) for name, plugin in config.plugins.items()]
    custom = config.theme.custom_dir
    return key_of(repr(said), repr(options), of_folder(Path(custom)) if custom else "", _secret())


def of_settings(settings: Settings) -> str:
    """What the configuration says that the briefs' pages are made by."""
    return key_of(repr(settings))


def of_files(folder: BriefFolder) -> str:
    """The files of one brief."""
    given = sorted(folder.articles.items())
    articles: list[bytes | str] = [part for name, text in given for part in (name, text)]
    if folder.lock is not None or folder.withheld:
        withheld = (part for name, text in sorted(folder.withheld.items()) for part in (name, text))
        articles += ["locked", folder.lock or b"", str(folder.lock is None), *withheld]
    is_there = f"{folder.brief is not None} {folder.links is not None}"
    return key_of(folder.slug, folder.name, folder.brief or b"", folder.links or b"", is_there, *articles)


def of_output(output: Output) -> str:
    """A page or a file as it is before it is built."""
    return key_of(msgspec.json.encode(output))


def of_neighbours(neighbours: Mapping[str, Neighbour | None]) -> str:
    """What a brief's pages say of the briefs that it names, by the names that it uses."""
    return key_of(msgspec.json.encode(sorted(neighbours.items())))


def parties_named(brief: Brief) -> tuple[tuple[str, ...], bool]:
    """The ids of the parties that the brief names, in order, and whether it describes any in words, which are then
    compared with every name of the register."""
    links = [
        link
        for claim in brief.annotations.claims
        for reports in claim.reports.values()
        for report in reports
        for entry in report.via
        for link in ((entry,) if isinstance(entry, str) else entry.together)
    ]
    for article in brief.articles.values():
        links += [article.meta.outlet, *article.meta.based_on]
    ids = {link for link in links if link in brief.parties.by_id}
    return tuple(sorted(ids)), any(link not in ids and link != UNKNOWN for link in links)


def of_names(register: Parties) -> str:
    """Every name in the register, to which a description in words is compared."""
    return key_of(
        msgspec.json.encode([(i, p.name, p.full_name, p.aliases) for i, p in register.by_id.items()])
    )


class Said:
    """What the register says of parties, written down once for all briefs that name them."""

    def __init__(self, register: Parties) -> None:
        self._register = register
        self._known: dict[str, tuple[str, str | None]] = {}

    def of(self, named: Iterable[str]) -> str:
        """What it says of these parties and of those that they are part of."""
        chosen: dict[str, str] = {}
        for id_ in named:
            above: str | None = id_
            while above and above not in chosen:
                chosen[above], above = self._known.get(above) or self._written(above)
        return key_of(msgspec.json.encode(sorted(chosen.items())))

    # --- Private ---

    def _written(self, id_: str) -> tuple[str, str | None]:
        """A party as it stands in the register, and what it is part of."""
        party = self._register.by_id.get(id_)
        self._known[id_] = (party.model_dump_json(), party.part_of) if party else ("", None)
        return self._known[id_]


# --- Private ---

_ELSEWHERE = {"site_dir", "config_file_path", "strict"}


_OF_RELEASES = {"releases_kept", "swap"}
"""Options that no page is made by."""


def _options(config: Mapping[str, object]) -> list[tuple[str, object]]:
    return [(key, _plain(config[key])) for key in sorted(config) if key not in _OF_RELEASES]


def _plain(value: object) -> object:
    """A value as something that is written the same in every process."""
    if isinstance(value, dict):
        return [(str(key), _plain(value[key])) for key in value]
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if value is None or isinstance(value, (str, int, float)):
        return value
    name = getattr(value, "__qualname__", "")
    return f"{getattr(value, '__module__', '')}.{name}" if name else f"{type(value).__qualname__}:{value}"


def _secret() -> str:
    """By which key withheld texts are checked on this machine: with another, or none, they are not what they were."""
    key = lock_key()
    return key_name(key) if key else ""
