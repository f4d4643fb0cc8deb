"""The table on the screen and the file beside it."""

import json

COLUMNS = (
    ("p50 ms", "p50_ms"),
    ("p95 ms", "p95_ms"),
    ("cpu ms", "cpu_ms"),
    ("stmts", "statements"),
    ("kB", "kb"),
    ("floor ms", "floor_ms"),
    ("ratio", "ratio"),
    ("peak MB", "peak_mb"),
)


def head():
    return _line("", [title for title, _key in COLUMNS], "budget")


def line(row):
    facts = row.as_dict()
    failed = row.failures()
    verdict = "ok" if not failed else "over: " + ", ".join(failed)
    if row.per_second is not None:
        verdict = f"{row.per_second:.0f} a second, {verdict}"
    return _line(row.name, [_cell(facts[key]) for _title, key in COLUMNS], f"{verdict} ({row.budget})")


def _line(name, cells, verdict):
    return f"{name:<32}" + "".join(f"{cell:>9}" for cell in cells) + f"  {verdict}"


def _cell(value):
    return "-" if value is None else f"{value:g}"


def save(path, size, rows):
    path.parent.mkdir(exist_ok=True)
    found = {"size": size, "rows": [row.as_dict() for row in rows]}
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
