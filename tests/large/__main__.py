"""Writes the large brief with this project's configuration: `python -m tests.large OUT`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from . import make_large

ROOT = Path(__file__).parents[2]

out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
shutil.copy(ROOT / "mkdocs.yml", out)
shutil.copytree(ROOT / "site_src", out / "site_src", dirs_exist_ok=True)
make_large(out)
