"""What the audit runs with: Java and Node from Debian where they are missing, the checkers from the npm registry."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LOCKED = Path(__file__).parent
FOLDER = ROOT / ".tools" / "audit"
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))

NEEDED = {"java": (17,), "node": (18, 16), "npm": (7,)}
"""The oldest version that does: of the Nu checker, of Lighthouse, and of the form of the lock file."""

PACKAGES = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
ASKED = {"java": "-version", "node": "--version", "npm": "--version"}


class Unable(Exception):  # noqa: N818 - it is said to a person, as a sentence
    """The audit cannot be made; the message says why, and what to do."""


def provide() -> None:
    """Installs what is missing. Raises `Unable`."""
    if missing := lacking(versions()):
        _install([PACKAGES[tool] for tool in missing])
    if missing := lacking(versions()):
        wanted = ", ".join(f"{tool} {'.'.join(map(str, NEEDED[tool]))} or later" for tool in missing)
        raise Unable(f"the audit needs {wanted}, which Debian's packages did not give: install it")
    if not CHROMIUM.exists():
        raise Unable(
            f"Lighthouse needs a browser, and {CHROMIUM} is absent: install Chromium, or set CHROMIUM"
        )
    _checkers()


def version(said: str) -> tuple[int, ...]:
    """The first version number in what a program says of itself; empty where there is none."""
    found = re.search(r"\d+(?:\.\d+)*", said)
    return tuple(map(int, found[0].split("."))) if found else ()


def lacking(found: Mapping[str, tuple[int, ...]]) -> list[str]:
    """The tools of `NEEDED` that are absent or too old."""
    return [tool for tool, oldest in NEEDED.items() if found.get(tool, ()) < oldest]


def versions() -> dict[str, tuple[int, ...]]:
    """The version of each tool that is there."""
    there = [tool for tool in NEEDED if shutil.which(tool)]
    return {tool: version(_said([tool, ASKED[tool]])) for tool in there}


# --- Private ---


def _said(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _install(packages: Sequence[str]) -> None:
    print(f"Installing {', '.join(packages)} by apt", flush=True)
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        try:
            done = subprocess.run([*rights, *quiet, *command], capture_output=True, text=True, check=False)
        except OSError as error:
            raise Unable(f"{' and '.join(packages)} could not be installed by apt: {error}") from error
        if done.returncode:
            raise Unable(f"{' and '.join(packages)} could not be installed by apt:\n{done.stderr.strip()}")


def _checkers() -> None:
    """The npm packages of the lock file, below `.tools/`, where nothing takes them for this project's own."""
    lock = (LOCKED / "package-lock.json").read_bytes()
    ready = FOLDER / ".ready"
    if ready.is_file() and ready.read_bytes() == lock:
        return
    print("Installing the Nu checker and Lighthouse by npm", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, FOLDER)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unable(f"the Nu checker and Lighthouse could not be installed by npm:\n{done.stderr.strip()}")
    ready.write_bytes(lock)
