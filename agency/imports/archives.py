"""Folders and zip files of tables. Nothing is ever unpacked to a disk, and a zip that grows too large stays shut."""

import io
import lzma
import struct
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from agency.imports.lines import Unreadable

LARGEST = 1_000_000_000  # bytes of all files unpacked
STEEPEST = 200  # how many times larger than it is a zip may unpack to
SMALL = 10_000_000  # what every zip may unpack to, however steep
MOST_FILES = 2_000
# What a damaged file of a zip raises depends on how it was packed.
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, OSError, ValueError)


@contextmanager
def readable(called):
    """Around the reading of bytes that may lie in a damaged zip: whatever they raise becomes Unreadable."""
    try:
        yield
    except DAMAGED as trouble:
        raise Unreadable(_("%(file)s cannot be read. Export it again.") % {"file": called}) from trouble


class Folder:
    """Where the tables of an export are: a folder, or a zip of one. Files are found by name, at any depth."""

    def __init__(self, place, called=""):
        """`place` is a path, or an open file of a zip; `called` is the name it has in sentences."""
        is_path = isinstance(place, (str, Path))
        self.called = called or (Path(place).name if is_path else "file")
        if is_path and not Path(place).exists():
            raise Unreadable(_("There is nothing at %(path)s. Check the spelling of the path.") % {"path": place})
        if is_path and Path(place).is_dir():
            self.zip, self.files = None, self._listed(Path(place))
        else:
            self.zip = opened_zip(place, self.called)
            self.files = {_bare(entry.filename): entry for entry in self.zip.infolist() if not entry.is_dir()}

    @staticmethod
    def _listed(path):
        return {file.name: file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink()}

    def __contains__(self, name):
        return name in self.files

    def names(self):
        return sorted(self.files)

    def open(self, name):
        """One file, open for reading bytes; raises Unreadable when it is not there."""
        if name not in self.files:
            missing = _("%(file)s is missing in %(folder)s. Export all tables, then try again.")
            raise Unreadable(missing % {"file": name, "folder": self.called})
        with readable(name):
            return self.files[name].open("rb") if self.zip is None else self.zip.open(self.files[name])

    def whole(self, name):
        """One file in memory, for whoever goes back and forth in it; raises Unreadable when it is damaged."""
        with self.open(name) as file, readable(name):
            return io.BytesIO(file.read())


def _bare(name):
    """A name without its folders, so that no entry can point anywhere."""
    return PurePosixPath(name.replace("\\", "/")).name


def opened_zip(file, called):
    """A zip file we dare to read: whole, without a password, not grown out of all proportion."""
    try:
        archive = zipfile.ZipFile(file)
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as trouble:
        raise Unreadable(_("%(file)s is neither a folder nor a zip file.") % {"file": called}) from trouble
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(_("%(file)s has a password. Save it without one, then try again.") % {"file": called})
    whole, packed = (sum(getattr(entry, size) for entry in entries) for size in ("file_size", "compress_size"))
    if len(entries) > MOST_FILES or whole > LARGEST or whole > SMALL and whole > STEEPEST * max(packed, 1):
        refusal = _("%(file)s would unpack to more than we open. Send its tables in parts.")
        raise Unreadable(refusal % {"file": called})
    return archive
