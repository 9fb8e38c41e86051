"""What the preview's server gives: the pages of a build, byte for byte, to those who may ask; and how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.found import found_at

from .broken.port import BRIEF, FILES
from .conftest import own_site
from .desk import Desk
from .serving import ask, free_address, serving, wait

OWN = re.compile(r'<link rel="stylesheet" href="/\.preview/preview\.css">.*?</script>(?=</body>)', re.DOTALL)
EDITORS_ONLY = re.compile(
    r'\n*<div class="briefs">\s*(?:<(details|p) class="[^"]*b-untouched.*?</\1>\s*)+</div>', re.DOTALL
)
PACKED = {".png", ".gz", ".woff2", ".pagefind", ".pf_heads", ".pf_shelf", ".pf_texts"}
RELEASE = re.compile(r'\n?<meta name="release" content="[0-9a-f]{32}">')
OF_RELEASES = {
    "manifest.json",
    "_headers",
    "assets/briefs/hosts/nginx.conf",
    "assets/briefs/hosts/apache.conf",
}
"""What is for hosts and for whoever checks a release: no preview has all pages."""
WHOLE = {"assets/briefs/theme.css", "assets/briefs/briefs.css", "sitemap.xml.gz"}
"""The sheets are whole in a preview; the archive names the file that it was made from."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = own_site(tmp_path_factory.mktemp("served")).write(FILES)
    assert desk.run("build", "-q").code == 0
    return desk


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    with serving(desk) as address:
        yield address


def test_all_that_is_served_is_what_is_built(desk: Desk, address: str) -> None:
    site = desk.root / "site"
    texts = {path for path in site.rglob("*") if path.is_file() and path.suffix not in PACKED}
    assert len(texts) > 50
    for path in sorted(texts):
        name = path.relative_to(site).as_posix()
        if name in OF_RELEASES:
            continue
        status, text = ask(f"{address}/{name}")
        assert status == 200, name
        if name not in WHOLE:
            served = EDITORS_ONLY.sub("", OWN.sub("", text))
            built = RELEASE.sub("", path.read_bytes().decode("utf-8"))
            assert served == EDITORS_ONLY.sub("", built), name


def test_the_search_that_is_served_is_the_one_that_is_built(desk: Desk, address: str) -> None:
    assert desk.run("build", "-q").code == 0
    site = desk.root / "site"
    packed = [path for path in (site / "search").rglob("*") if path.suffix in PACKED]
    assert len(packed) > 20
    for path in packed:
        name = path.relative_to(site).as_posix()
        with urlopen(f"{address}/{name}", timeout=60) as answer:  # noqa: S310 - our own
            assert answer.read() == path.read_bytes(), name


def test_the_theme_is_whole_whatever_pages_were_asked_for(desk: Desk, address: str) -> None:
    built = (desk.root / "site/assets/briefs/theme.css").read_text("utf-8")
    assert len(ask(f"{address}/assets/briefs/theme.css")[1]) > len(built)


def test_a_folder_without_its_slash_leads_to_it(address: str) -> None:
    assert ask(f"{address}/briefs/port")[0] == 302
    assert ask(f"{address}/briefs/nowhere")[0] == 404
    assert "Not found" in ask(f"{address}/briefs/nowhere/")[1]


def test_head_is_get_without_content_and_what_is_known_is_not_sent_again(address: str) -> None:
    assert ask(f"{address}/briefs/port/", method="HEAD") == (200, "")
    assert ask(f"{address}/assets/briefs/briefs.js", method="HEAD") == (200, "")
    assert ask(f"{address}/.preview/events?path=x", method="HEAD") == (200, "")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80"])
@pytest.mark.parametrize("path", ["", "briefs/port/", ".preview/events", ".preview/preview.js"])
def test_another_name_that_leads_here_is_refused(host: str, path: str, address: str) -> None:
    status, text = ask(f"{address}/{path}", headers={"Host": host})
    assert status == 403
    assert "port" not in text


@pytest.mark.parametrize(
    "path",
    ["../mkdocs.yml", "%2e%2e/mkdocs.yml", "..%2fmkdocs.yml", "assets/../../../mkdocs.yml", ".preview/../x"],
)
def test_nothing_outside_of_the_site_is_served(path: str, address: str) -> None:
    status, text = ask(f"{address}/{path}")
    assert status == 404
    assert "plugins:" not in text


def test_the_search_follows_an_edit(desk: Desk, address: str) -> None:
    def found(text: str) -> bool:
        return text in found_at(address)

    assert not found("zeppelin")
    desk.write({BRIEF: FILES[BRIEF].replace("Two reports of a fire.", "Two reports of a zeppelin.")})
    assert wait(lambda: found("zeppelin"))
    desk.write(FILES)
    assert wait(lambda: not found("zeppelin"))


def test_drafts_are_served_and_lists_name_them(desk: Desk, address: str) -> None:
    draft = (
        FILES["briefs/storm/brief.yml"]
        .replace("A storm", "A gale")
        .replace("summary:", "status: draft\nsummary:")
    )
    files = {"brief.yml": draft, "articles/alder.md": FILES["briefs/storm/articles/alder.md"]}
    desk.write({f"briefs/gale/{name}": text for name, text in files.items()})
    assert wait(lambda: ask(f"{address}/briefs/gale/")[0] == 200)
    assert wait(lambda: "A gale" in ask(f"{address}/briefs/")[1])
    for name in files:
        (desk.root / "briefs/gale" / name).unlink()
    (desk.root / "briefs/gale/articles").rmdir()
    (desk.root / "briefs/gale").rmdir()
    assert wait(lambda: ask(f"{address}/briefs/gale/")[0] == 404)


def test_below_a_path_where_the_site_s_address_has_one(tmp_path: Path) -> None:
    desk = own_site(tmp_path).write(FILES)
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    desk.write({"mkdocs.yml": config.replace("https://example.org/", "https://example.org/news/briefs/")})
    host = free_address()
    with _process(desk, "-a", host):
        assert wait(lambda: ask(f"http://{host}/news/briefs/about/")[0] == 200, 60)
        assert ask(f"http://{host}/")[0] == 302
        assert ask(f"http://{host}/about/")[0] == 404
        assert ask(f"http://{host}/news/briefs/briefs/port/")[0] == 200


def test_it_tells_where_the_brief_edited_last_is_and_ends_quietly(tmp_path: Path) -> None:
    desk = own_site(tmp_path).write(FILES)
    newest = tmp_path / "briefs/storm/articles/alder.md"
    newest.touch()
    with _process(desk, "-a", free_address()) as server:
        assert server.stderr is not None
        line = server.stderr.readline()
        assert re.fullmatch(
            r"The preview is at http://127\.0\.0\.1:\d+/briefs/storm/ \(Ctrl-C ends it\)\n", line
        )
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0
        assert server.stderr.read().strip() == ""


def test_an_address_that_is_taken_is_a_clear_message(tmp_path: Path) -> None:
    desk = own_site(tmp_path).write(FILES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        host = f"127.0.0.1:{taken.getsockname()[1]}"
        outcome = desk.run("serve", "-a", host)
    assert outcome.code == 1
    assert f"{host} cannot be listened on" in outcome.err
    assert "-a IP:PORT" in outcome.err


@pytest.mark.parametrize("given", ["8000", "127.0.0.1", "127.0.0.1:port", "127.0.0.1:99999", ":8000"])
def test_an_address_that_is_none_is_wrong_usage(given: str, tmp_path: Path) -> None:
    desk = own_site(tmp_path).write(FILES)
    outcome = desk.run("serve", "-a", given)
    assert outcome.code == 2
    assert "IP:PORT" in outcome.err


def _process(desk: Desk, *arguments: str) -> subprocess.Popen[str]:
    command = [str(Path(sys.executable).with_name("briefs")), "serve", *arguments]
    return _Ended(command, cwd=desk.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


class _Ended(subprocess.Popen):  # type: ignore[type-arg]
    """A process that is over when its block is."""

    def __exit__(self, *what: object) -> None:
        self.terminate()
        super().__exit__(*what)  # type: ignore[arg-type]
