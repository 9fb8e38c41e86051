"""Problems as SARIF 2.1.0, which code hosts show beside the lines that they are about."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, TypeAlias
from urllib.parse import quote

from generator import __version__
from generator.model.source import Problem

Json: TypeAlias = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SITEROOT"
"""Stands for the site's root, to which files are relative (3.14.14, `originalUriBaseIds`)."""


def problems_as_sarif(problems: Collection[Problem]) -> str:
    """One run (SARIF 2.1.0, 3.14) with a result for each problem and a rule for each code; an empty run without any.

    Columns count code points (3.14.17), ends are exclusive (3.30.8), and a problem keeps its identity
    (3.27.17, `partialFingerprints`) when lines above it move.
    """
    codes = sorted({problem.code for problem in problems})
    driver: Json = {"name": "briefs", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of mkdocs.yml"}}},
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


# --- Private ---


def _rule(code: str) -> Json:
    """A code as a rule (3.49); its name is the code in words."""
    return {"id": code, "shortDescription": {"text": code.replace("-", " ").capitalize()}}


def _result(problem: Problem, rule: int) -> Json:
    text = problem.message if problem.remedy is None else f"{problem.message}\n{problem.remedy}"
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(problem)}],
        "partialFingerprints": {"message/v1": f"{problem.location.file}:{problem.code}:{problem.message}"},
    }


def _place(problem: Problem) -> Json:
    """Where it stands (3.29): the file below the site's root (RFC 3986), line and columns from 1."""
    place = problem.location
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + max(place.length, 1),
    }
    return {"artifactLocation": {"uri": quote(place.file), "uriBaseId": ROOT}, "region": region}
