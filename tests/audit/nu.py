"""What the Nu HTML checker says of every page of the site, and of our style sheet."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .tools import FOLDER, Unable

JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OURS = "assets/briefs/briefs.css"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One message of the checker; `line` is 0 where it has none. What is no error is a warning."""

    file: str
    line: int
    is_error: bool
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'error' if self.is_error else 'warning'}: {self.text}"


def remarks(site: Path) -> list[Remark]:
    """Every message on every `*.html` below `site` and on our style sheet, in order. Raises `Unable`.

    The pages' own inline SVG and styles are checked with them. Nothing is filtered.
    """
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise Unable(f"there is no page below {site}: run `make site` first")
    sheets = [path for path in [site / OURS] if path.is_file()]
    return sorted([*_checked(site, [], pages), *_checked(site, ["--css"], sheets)])


def read(report: str, site: Path) -> list[Remark]:
    """The messages of a report in the checker's JSON format.

    A message of the kind `error` or `non-document-error` (the checker could not read a page) is an error.
    """
    messages: list[dict[str, Any]] = json.loads(report)["messages"]
    return [
        Remark(
            _within(str(message.get("url", "")), site),
            int(message.get("lastLine") or message.get("firstLine") or 0),
            message.get("type") != "info",
            " ".join(str(message.get("message", "")).split()),
        )
        for message in messages
    ]


# --- Private ---


def _checked(site: Path, options: Sequence[str], files: Sequence[Path]) -> list[Remark]:
    if not files:
        return []
    command = ["java", "-jar", str(JAR), "--stdout", "--format", "json", "--exit-zero-always", *options]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    try:
        return read(done.stdout, site)
    except (ValueError, KeyError) as error:
        raise Unable(f"the Nu checker failed:\n{(done.stderr or done.stdout).strip()[:2000]}") from error


def _within(url: str, site: Path) -> str:
    path = Path(unquote(urlsplit(url).path))
    return path.relative_to(site).as_posix() if path.is_relative_to(site) else url
