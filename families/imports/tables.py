"""CSV files from a folder or a zip, row by row, with the line each row stands on."""

import csv
import io
import re
import zipfile
from pathlib import Path

from families.imports.ledger import SKIPPED, Unreadable

LARGEST = 1_000_000_000  # bytes unpacked; a zip that grows beyond it is refused before it is opened
NEVER_READ = re.compile(r"ssn|socialsecurity|immigration|citizenship|alien", re.IGNORECASE)


class Folder:
    """Where the tables are: a folder, or a zip of one."""

    def __init__(self, path):
        self.path = Path(path)
        if not self.path.exists():
            raise Unreadable(f"There is nothing at {path}. Check the spelling of the path.")
        self.zip = None if self.path.is_dir() else self._open_zip()

    def _open_zip(self):
        try:
            archive = zipfile.ZipFile(self.path)
        except zipfile.BadZipFile as error:
            raise Unreadable(f"{self.path.name} is neither a folder nor a zip file.") from error
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise Unreadable(f"{self.path.name} would unpack to more than a gigabyte. It was not opened.")
        return archive

    def content(self, name):
        """The bytes of one table; raises Unreadable when it is not there."""
        if self.zip is None:
            file = self.path / name
            if not file.is_file():
                raise Unreadable(f"{name} is missing in {self.path.name}. Export all tables, then try again.")
            return file.read_bytes()
        found = [entry for entry in self.zip.namelist() if Path(entry).name == name]
        if not found:
            raise Unreadable(f"{name} is missing in {self.path.name}. Export all tables, then try again.")
        return self.zip.read(found[0])


def rows(folder, name, needed, table):
    """Yield `(line, values by column)` for each good row of a table; bad rows become issues of `table`.

    Each line is one row: a quotation mark that is never closed costs its own line and not the rest of the file.
    Columns that hold what we do not keep (Social Security numbers, immigration status) are dropped and said so.
    """
    lines = io.StringIO(_text(folder.content(name), name, table)).read().splitlines()
    heading = _heading(lines, name, needed)
    dropped = [column for column in heading if NEVER_READ.search(column)]
    for column in dropped:
        table.wrong(name, 1, column, "This column is not read. We keep no such numbers.")
    for line, text in enumerate(lines[1:], start=2):
        if not text.strip():
            table.wrong(name, line, "", "This row is empty.", SKIPPED)
            continue
        values = _split(text)
        if values is None:
            table.wrong(name, line, "", "A quotation mark is never closed. The row was left out.", SKIPPED)
        elif len(values) != len(heading):
            reason = f"The row has {len(values)} columns instead of {len(heading)}. It was left out."
            table.wrong(name, line, "", reason, SKIPPED)
        else:
            yield line, {key: value.strip() for key, value in zip(heading, values, strict=True) if key not in dropped}


def _text(content, name, table):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        table.wrong(name, 1, "", "The file is not UTF-8. It was read as Windows text: look at names with accents.")
        text = content.decode("cp1252", errors="replace")
    return text.replace("\x00", "")


def _heading(lines, name, needed):
    heading = _split(lines[0]) if lines else None
    if not heading:
        raise Unreadable(f"{name} is empty. Export it again.")
    missing = [column for column in needed if column not in heading]
    if missing:
        raise Unreadable(f"{name} has no column {', '.join(missing)}. Is it the file you meant?")
    return heading


def _split(line):
    try:
        return next(csv.reader([line], strict=True), None)
    except csv.Error:
        return None
