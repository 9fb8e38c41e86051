"""The inline script that MkDocs' own preview puts into each page that it serves: there the page's policy names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.model.policy import digest_source

_SCRIPT, _END = b"<script>", b"</script>"
_DIRECTIVE = b"script-src 'self'"


def letting_reload(app: Callable[..., Any]) -> Callable[..., Iterable[bytes]]:
    """The same WSGI application (PEP 3333), but that a page's policy has the digest of the last script in it, which
    the server puts there, and which differs whenever it is asked."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told: list[Any] = []
        body: Iterable[bytes] = app(environ, lambda *args: told.append(args))
        status, headers, *rest = told[0]
        if not any(name.lower() == "content-type" and "html" in value for name, value in headers):
            start_response(status, headers, *rest)
            return body
        content = with_last_script(b"".join(body))
        sized = [(n, v) for n, v in headers if n.lower() != "content-length"]
        start_response(status, [*sized, ("Content-Length", str(len(content)))], *rest)
        return [content]

    return answer


def with_last_script(page: bytes) -> bytes:
    """The page, whose policy lets the last of its inline scripts run."""
    before, tag, after = page.rpartition(_SCRIPT)
    text, end, _ = after.partition(_END)
    if not tag or not end or _DIRECTIVE not in before:
        return page
    digest = digest_source(text.decode("utf-8", "replace")).encode("ascii")
    return page.replace(_DIRECTIVE, _DIRECTIVE + b" " + digest, 1)
