"""How to cite a brief: what a citation in words names, BibTeX and CSL-JSON."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.export.json_bytes import json_bytes
from generator.export.stated_dates import iso, parts
from generator.model.address import brief_folder
from generator.model.characters import one_line
from generator.model.citation import Citation
from generator.model.dates import Date
from generator.model.findings import Findings
from generator.model.page import Asset
from generator.model.settings import Settings

_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~-._"
"""What an address may hold (RFC 3986); it stands as it is in BibTeX, for `\\url`."""

_BIBTEX = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "$": r"\$", "&": r"\&",
    "%": r"\%", "#": r"\#", "_": r"\_", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    '"': r"{\textquotedbl}",
}  # fmt: skip
"""What TeX reads as a command, and the quotation mark. Braces go by name: BibTeX counts them, escaped or not."""


def cite(findings: Findings, settings: Settings) -> Citation:
    """The citation of a brief. Its address is in it where the site has one; its date is as precise as was stated."""
    notes = findings.brief.annotations
    return Citation(
        author=", ".join(one_line(name) for name in notes.author),
        title=one_line(notes.title),
        site=one_line(settings.site_name),
        date=iso(notes.date),
        updated=iso(notes.updated) if notes.updated else "",
        address=_address(findings, settings),
        bibtex=_bibtex(findings, settings),
        csl_json=_csl(findings, settings),
    )


def citation_assets(findings: Findings, citation: Citation) -> tuple[Asset, ...]:
    """`cite.bib` and `cite.json` beside the brief's page, both UTF-8."""
    folder = brief_folder(findings.brief.slug)
    return (
        Asset(f"{folder}cite.bib", citation.bibtex.encode("utf-8")),
        Asset(f"{folder}cite.json", citation.csl_json.encode("utf-8")),
    )


# --- Private ---


def _bibtex(findings: Findings, settings: Settings) -> str:
    """One `@misc`, which BibTeX and biblatex both know. Braces around the title keep its capitals, around each name
    keep it whole: a name may be a newsroom's."""
    notes = findings.brief.annotations
    year, month, day = (*parts(notes.date), 0, 0, 0)[:3]
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in notes.author),
        "title": f"{{{_tex(notes.title)}}}",
        "howpublished": _tex(settings.site_name),
        "year": f"{year:04}" if year else "",
        "month": str(month) if month else "",
        "day": str(day) if day else "",
        "language": notes.language,
        "note": f"Updated {iso(notes.updated)}" if notes.updated and iso(notes.updated) else "",
        "url": quote(_address(findings, settings), safe=_IN_ADDRESSES),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(findings)},\n{lines}}}\n"


def _csl(findings: Findings, settings: Settings) -> str:
    """A list of one item, as reference managers import it (CSL-JSON 1.0.2)."""
    notes = findings.brief.annotations
    item = {
        "id": findings.brief.slug,
        "type": "webpage",
        "title": one_line(notes.title),
        "author": [{"literal": one_line(name)} for name in notes.author],
        "container-title": one_line(settings.site_name),
        "abstract": one_line(notes.summary),
        "issued": _csl_date(notes.date),
        "language": notes.language,
        "note": f"Updated {iso(notes.updated)}" if notes.updated and iso(notes.updated) else "",
        "URL": _address(findings, settings),
    }
    return json_bytes([{k: v for k, v in item.items() if v}]).decode("utf-8")


def _csl_date(date: Date) -> dict[str, object]:
    numbers = parts(date)
    if not numbers:
        return {"literal": date.text}
    doubt = {"circa": True} if date.approximate or date.uncertain else {}
    return {"date-parts": [list(numbers)], **doubt}


def _address(findings: Findings, settings: Settings) -> str:
    return settings.address(brief_folder(findings.brief.slug)) if settings.site_url else ""


def _key(findings: Findings) -> str:
    """A key of letters, digits and hyphens, which every reader of BibTeX takes."""
    return re.sub(r"[^a-z0-9]+", "-", findings.brief.slug).strip("-")


def _tex(text: str) -> str:
    """The text as TeX prints it. Letters beyond ASCII stay: BibTeX files are UTF-8."""
    return "".join(_BIBTEX.get(character, character) for character in one_line(text))
