"""A package of HSDS in any of its forms, as rows with the place of each: zip, folder, CSV, JSON, a page, lines."""

import io
import json
from pathlib import Path

from django.utils.translation import gettext as _

from agency.imports.archives import Folder
from agency.imports.columns import NEVER_READ
from agency.imports.lines import Line, Remark, Unreadable
from agency.imports.reading import encoding_of, sheet
from partners.imports import nested
from partners.imports.tables import table_of, version_of

LARGEST_JSON = 100_000_000  # bytes


def lines(place, called):
    """The Lines and Remarks of a package. `place` is a path or an open file of bytes. Raises Unreadable."""
    if isinstance(place, (str, Path)) and not Path(place).is_dir():
        if not Path(place).exists():
            raise Unreadable(_("There is nothing at %(path)s. Check the spelling of the path.") % {"path": place})
        with open(place, "rb") as file:
            yield from _of_file(file, called)
    elif isinstance(place, (str, Path)):
        yield from _of_folder(Folder(place, called))
    else:
        yield from _of_file(place, called)


def _of_file(file, called):
    head = file.read(4)
    file.seek(0)
    if head == b"PK\x03\x04":
        yield from _of_folder(Folder(file, called))
    elif _is_json(file):
        yield from _of_json([(file, called)], called)
    else:
        yield from _of_tables([(called, file)], called)


def _is_json(file):
    start = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n")
    file.seek(0)
    return start[:1] in (b"{", b"[")


def _of_folder(folder):
    names = [name for name in folder.names() if not name.startswith(".") and not name.startswith("__")]
    tables = [name for name in names if name.lower().endswith(".csv") and table_of(name)]
    if tables:
        yield from _left_out(names, tables)
        yield from _of_tables(((name, folder.whole(name)) for name in tables), folder.called)
        return
    texts = [name for name in names if name.lower().endswith((".json", ".jsonl", ".ndjson"))]
    if not texts:
        raise Unreadable(_("%(file)s holds no table of HSDS. Is it the file you meant?") % {"file": folder.called})
    yield from _of_json([(folder.whole(name), name) for name in texts], folder.called)


def _left_out(names, tables):
    for name in names:
        if name.lower().endswith(".csv") and name not in tables:
            reason = _("This file is no table of HSDS and was not read.")
            yield Remark("unknown_table", reason, table="other", file=name, line=0)


def _of_tables(files, called):
    seen, columns = set(), {}
    for name, file in files:
        table = table_of(name)
        if not table:
            raise Unreadable(_("%(file)s is no table of HSDS: match its columns instead.") % {"file": name})
        seen.add(table)
        yield from _rows(file, name, table, columns)
    if not seen:
        raise Unreadable(_("%(file)s holds no table of HSDS. Is it the file you meant?") % {"file": called})
    yield _told(version_of(seen, columns), called)


def _told(version, called):
    reason = _("Read as HSDS %(version)s.") % {"version": version}
    return Remark("version", reason, table="package", file=called, line=0)


def _rows(file, name, table, columns):
    try:
        read = sheet(file, called=name, kind="text/csv")
    except Unreadable as trouble:  # one empty table is no reason to leave the others
        yield Remark("empty_table", str(trouble), table=table, file=name, line=0)
        return
    headings = [heading.strip().lower() for heading in read.headings]
    columns[table] = set(headings)
    for remark in read.remarks:
        yield Remark(remark.code, remark.reason, table=table, file=name, line=1)
    never = [heading for heading in headings if NEVER_READ.search(heading)]
    for heading in never:
        yield Remark("never_read", _("This column is not read. We keep no such facts."), heading, table=table,
                     file=name, line=1)  # fmt: skip
    for number, values in read.by_heading():
        line = Line(table, name, number, key=f"{table}:{number}")
        if isinstance(values, Remark):
            yield line.skipped(values.code, values.reason)
            continue
        line.said = {
            heading: value
            for heading, value in zip(headings, values.values(), strict=True)
            if value and heading not in never
        }
        yield line


# ---- JSON ---------------------------------------------------------------------------------------------------------


def _of_json(files, called):
    records = ((number, found, name) for file, name in files for number, found in _objects(file, name))
    yield from nested.lines(records)
    yield _told("3.x", called)


def _objects(file, called):
    """(line, object) of each record of the file: one object, a list, a page, a dictionary of tables, or lines."""
    raw = file.read(LARGEST_JSON + 1)
    if len(raw) > LARGEST_JSON:
        raise Unreadable(_("%(file)s is larger than we read as JSON. Send it in parts.") % {"file": called})
    text = raw.decode(encoding_of(io.BytesIO(raw), called), errors="replace")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        yield from _json_lines(text, called)
        return
    yield from ((number, entry) for number, entry in enumerate(_contents(found), start=1))


def _contents(found):
    if isinstance(found, dict) and isinstance(found.get("contents"), list):
        return found["contents"]
    return found if isinstance(found, list) else [found]


def _json_lines(text, called):
    """One object a line; a line that is none is reported and left out."""
    good = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
            good += 1
        except (ValueError, RecursionError):
            if not good:
                raise Unreadable(_("%(file)s is no whole JSON. Export it again.") % {"file": called}) from None
            yield number, None
