"""The headers that a site is to be served with, as files for common hosts."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from generator.model.policy import Sources, policy

HEADERS = "_headers"
"""What Netlify and Cloudflare Pages read, at the top of a site."""

NGINX, APACHE = "assets/briefs/hosts/nginx.conf", "assets/briefs/hosts/apache.conf"

WORKER = "search/engine/pagefind-worker.js"
"""The script that runs the search's program, beside the pages: under the policy that it is served with itself."""

_EMBED = "embed/"
_FRAMED = "; frame-ancestors 'none'"
_WORKERS = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'"
_SHUT = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _SHUT),
}
"""What each file of a site is served with."""


class Noted(Protocol):
    """What the headers are made of: the digests in the pages' policies, and the first steps of their addresses."""

    @property
    def scripts(self) -> Collection[str]:
        """The digests of the theme's inline scripts."""

    @property
    def tops(self) -> Collection[str]:
        """Folders (with a slash) and files at the top of the site that pages lie in or are."""


def put_headers(
    site: Path, noted: Noted, sources: Sources, taken: Collection[str], site_url: str = ""
) -> None:
    """Writes the files below `site`, but where one of the site's own is in that place (`taken`)."""
    for path, text in headers(noted, sources, site_url).items():
        if path not in taken:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, "utf-8")


def headers(noted: Noted, sources: Sources, site_url: str = "") -> dict[str, str]:
    """The files by their paths. Embedded pages may be framed by anyone, and have a policy of their own in each; where
    `site_url` is known no other page is taken for one of them, whatever it is called."""
    pages = policy(sources, noted.scripts) + _FRAMED
    top = f"^{re.escape(urlsplit(site_url).path.rstrip('/'))}/" if site_url else "/"
    return {HEADERS: _listed(pages, noted.tops), NGINX: _nginx(pages, top), APACHE: _apache(pages, top)}


# --- Private ---


def _listed(pages: str, tops: Collection[str]) -> str:
    """No two rules say the same header of one address: hosts send both, and a browser obeys both."""
    rules = {"/*": EVERYWHERE}
    own = {"Content-Security-Policy": pages}
    for top in sorted(tops):
        if top == "search/":
            rules |= {f"/{top}": own, f"/{top}index.html": own}
            rules[f"/{WORKER}"] = {"Content-Security-Policy": _WORKERS}
        elif top.endswith("/") and top != _EMBED:
            rules[f"/{top}*"] = own
        elif top == "index.html":
            rules |= {"/": own, "/index.html": own}
        elif top != _EMBED:
            rules[f"/{top}"] = own
    lines = ["# For Netlify and Cloudflare Pages. Embedded pages are framed by other sites."]
    for path, fields in rules.items():
        lines += ["", path, *(f"  {name}: {value}" for name, value in fields.items())]
    return "\n".join(lines) + "\n"


def _nginx(pages: str, top: str) -> str:
    """For a `server` block: there `if` and `set` do no more than they say. `top` is how addresses begin."""
    every = "".join(f'add_header {name} "{value}" always;\n' for name, value in EVERYWHERE.items())
    return (
        "# For nginx: `include` this in the site's `server` block. A `location` with an `add_header` of its own\n"
        "# passes over these: include it there too.\n"
        f'set $briefs_policy "{pages}";\n'
        f'if ($uri ~ "{top}{_EMBED}") {{ set $briefs_policy ""; }}\n'
        f'if ($uri ~ "{top}{WORKER}$") {{ set $briefs_policy "{_WORKERS}"; }}\n'
        "add_header Content-Security-Policy $briefs_policy always;\n"
    ) + every  # fmt: skip


def _apache(pages: str, top: str) -> str:
    own = f"{top}(?:{_EMBED}|{WORKER}$)"
    every = "".join(f'Header always set {name} "{value}"\n' for name, value in EVERYWHERE.items())
    return (
        "# For Apache with mod_headers: in the site's `<Directory>`, or as `.htaccess` at the top of the site.\n"
        f'Header always set Content-Security-Policy "{pages}" "expr=%{{REQUEST_URI}} !~ m#{own}#"\n'
        f'Header always set Content-Security-Policy "{_WORKERS}" "expr=%{{REQUEST_URI}} =~ m#{top}{WORKER}$#"\n'
    ) + every
