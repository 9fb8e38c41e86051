"""A brief in Arabic, of two reports in Arabic and one in English: read from the right, with the left in it."""

from __future__ import annotations

from pathlib import Path

from .desk import Desk, article, as_yaml, bare_site

SLUG = "mina"
RTL = """\
site_name: موقع من اليمين إلى اليسار
site_url: https://example.org/
docs_dir: site_src
theme: {name: material, font: false, language: ar, direction: rtl}
plugins: [search, briefs]
"""
SAID = {
    "nahar": [
        "انتهى الإضراب في الميناء مساء الثلاثاء",
        "شارك نحو 400 عامل في الإضراب",
        "كان سبب الإضراب العمل الليلي",
        "هل يعود العمال غداً؟",
    ],
    "sahil": ["عاد العمال إلى الميناء صباح الأربعاء", "توقف 450 عاملاً عن العمل", "لم يكن العمل الليلي سبباً"],
    "herald": ["The strike ended on Tuesday night", "more than 600 dockers walked out"],
}
_PARTIES = {
    "nahar": {"name": "جريدة النهار", "kind": "newspaper"},
    "sahil": {"name": "صوت الساحل", "kind": "newspaper"},
    "herald": {"name": "The Harbour Herald (Evening Edition)", "kind": "newspaper"},
    "wakala": {"name": "وكالة الأنباء", "kind": "agency"},
    "wire": {"name": "Northern Wire", "kind": "agency"},
    "niqaba": {"name": "نقابة عمال الميناء", "kind": "organisation"},
}
_TITLES = {
    "nahar": "إضراب الميناء انتهى",
    "sahil": "العمال يعودون إلى العمل",
    "herald": "Harbour strike over, union says",
}


def right_to_left(root: Path, config: str | None = None) -> Desk:
    """A site with the brief, built into `site/`: one that reads from the left, or as `config` says."""
    desk = bare_site(root)
    files: dict[str, str | bytes] = {
        "briefs/parties.yml": as_yaml(_PARTIES),
        f"briefs/{SLUG}/brief.yml": as_yaml(_brief()),
    }
    files |= {f"briefs/{SLUG}/articles/{name}.md": _article(name) for name in SAID}
    if config:
        files["mkdocs.yml"] = config
    outcome = desk.write(files).run("build", "-d", str(root / "site"))
    assert outcome.code == 0, outcome.err
    return desk


def _brief() -> dict[str, object]:
    nahar, sahil, herald = SAID["nahar"], SAID["sahil"], SAID["herald"]
    number = {
        "nahar": {"quote": nahar[1], "value": "about 400", "via": ["wakala", "niqaba"]},
        "sahil": {"quote": sahil[1], "value": "450", "via": ["niqaba"]},
        "herald": {"quote": herald[1], "value": "more than 600", "via": ["wire", "niqaba"]},
    }
    claims = [
        {
            "id": "end",
            "claim": "انتهى الإضراب يوم الثلاثاء",
            "when": "2026-03-03",
            "reports": {
                "nahar": nahar[0],
                "sahil": sahil[0],
                "herald": {"quote": herald[0], "via": ["wire"]},
            },
            "note": "يقول Herald إن الإضراب انتهى *ليلاً*.",
        },
        {"id": "number", "claim": "كم عاملاً شارك (تقريباً)؟", "measure": "عامل", "reports": number},
        {
            "id": "cause",
            "claim": "كان سبب الإضراب العمل الليلي",
            "when": "2026-02",
            "reports": {"nahar": nahar[2], "sahil": {"quote": sahil[2], "stance": "denies"}},
        },
    ]
    return {
        "title": "إضراب الميناء: ما تقوله ثلاث صحف",
        "summary": "تتفق ثلاث صحف (منها Harbour Herald) على أن الإضراب انتهى، وتختلف في عدد المضربين.",
        "date": "2026-03-04",
        "language": "ar",
        "tags": ["الميناء", "labour"],
        "sources": list(SAID),
        "claims": claims,
        "notes": [{"source": "nahar", "quote": nahar[3], "note": "سؤال بلا جواب."}],
    }


def _article(name: str) -> str:
    language = "en" if name == "herald" else "ar"
    ends = {"en": ". ", "ar": "، كما قيل في المدينة. "}[language]
    body = "\n\n".join(f"{said}{'' if said.endswith('؟') else ends.strip()}" for said in SAID[name])
    front = {"outlet": name, "title": _TITLES[name], "language": language, "published": "2026-03-04"}
    return article(body, **front, rights="full", url=f"https://{name}.example/mina")
