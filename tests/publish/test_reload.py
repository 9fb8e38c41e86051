"""In MkDocs' own preview a page's policy names the script that the server puts into it, whatever that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from generator.model.policy import digest_source
from generator.publish.reload import letting_reload, with_last_script

PAGE = b"<meta content=\"script-src 'self' 'sha256-x'; style-src 'self'\"><script>own</script></html>"


def answered(kind: str, page: bytes) -> tuple[bytes, dict[str, str]]:
    def app(_: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
        return [page[:9], page[9:]]

    told: list[Any] = []
    body = b"".join(letting_reload(app)({}, lambda *args: told.append(args)))
    return body, dict(told[0][1])


def test_the_last_script_is_named() -> None:
    served = PAGE.replace(b"</html>", b"<script>reload(3)</script></html>")
    body, sent = answered("text/html; charset=utf-8", served)
    digest = digest_source("reload(3)")
    assert body == served.replace(b"'self' 'sha256-x'", f"'self' {digest} 'sha256-x'".encode())
    assert sent["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("text/css", PAGE),
        ("text/html", b"<p>no policy <script>a</script>"),
        ("text/html", b"script-src 'self'"),
    ],
)
def test_anything_else_stays(kind: str, page: bytes) -> None:
    assert answered(kind, page) == (page, {"Content-Type": kind, "Content-Length": str(len(page))})


def test_mkdocs_puts_its_script_where_it_is_looked_for() -> None:
    """Fails when another MkDocs puts it elsewhere."""
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "/tmp")  # noqa: S108 - nothing is served from it
    try:
        served = server._inject_js_into_html(PAGE.replace(b"</html>", b"</body></html>"), 7)
        text = served.rpartition(b"<script>")[2].partition(b"</script>")[0]
        assert b"livereload(7, " in text
        assert digest_source(text.decode()).encode() in with_last_script(served)
    finally:
        server.server_close()
