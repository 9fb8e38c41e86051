"""Brings the catalogues up to date with the code: `python -m generator.render.messages [LANGUAGE …]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.render.catalogue import ENGLISH, SHIPPED

GENERATOR = Path(__file__).parents[1]
LOCALES = Path(__file__).with_name("locale")

GLOSSARY = "# The words that mean something on the pages, and what they are called here:\n#"
"""What a new catalogue begins with."""

_METHODS = [
    ("render/**.py", "python"),
    ("theme/**.py", "python"),
    ("plugin.py", "python"),
    ("**.html", "jinja2"),
]
_JINJA = {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trimmed": "true", "silent": "false"}


def extracted() -> Catalog:
    """Every message of the code and of the templates, with the files in which it stands."""
    template = Catalog(project="annotated-briefs", charset="utf-8")
    found = extract_from_dir(
        str(GENERATOR), method_map=_METHODS, options_map={"**.html": _JINJA}, comment_tags=("words:",)
    )
    for file, _, message, comments, context in found:
        place = (f"generator/{Path(file).as_posix()}", 1)
        template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def updated(language: str) -> bytes:
    """The catalogue of `language` as it should stand on disk: what was translated is kept, with the translators'
    comments, what no code says any longer left out, and what is new stands without a translation."""
    file = catalogue_file(language)
    catalogue = (
        read_po(BytesIO(file.read_bytes()), locale=language)
        if file.exists()
        else Catalog(locale=language, header_comment=GLOSSARY)
    )
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy, catalogue.project, catalogue.version = False, "annotated-briefs", ""
    written = BytesIO()
    write_po(written, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False)
    return b"\n".join(_lasting(written.getvalue().splitlines())) + b"\n"


def catalogue_file(language: str) -> Path:
    """Where the catalogue of `language` lies."""
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


def main(languages: list[str]) -> None:
    """Writes the catalogues and says how many messages each leaves untranslated."""
    for language in languages or [each for each in SHIPPED if each != ENGLISH]:
        file = catalogue_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(updated(language))
        catalogue = read_po(BytesIO(file.read_bytes()), locale=language)
        missing = sum(not all(_forms(message.string)) for message in catalogue if message.id)
        print(f"{language}: {len(catalogue)} messages, {missing} without a translation")


# --- Private ---

_PASSING = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
    b'"Report-Msgid',
)
"""Lines of the header that change with the day or say nothing."""


def _lasting(lines: list[bytes]) -> Iterator[bytes]:
    return (line for line in lines if not line.startswith(_PASSING))


def _forms(string: object) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (str(string or ""),)


if __name__ == "__main__":
    main(sys.argv[1:])
