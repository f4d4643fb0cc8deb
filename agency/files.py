"""Files people bring: looked into, kept under a name nobody can guess, and shown only by a view that asked who looks.

A model keeps what `kept` returns (path, kind, size, digest) in columns of its own; its view opens the record first,
as for every other page, and ends with `served`. Where the files lie is a setting (STORAGES), never a path in code.
"""

import hashlib
import os
import uuid
from dataclasses import dataclass

import filetype
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.http import FileResponse
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext as _

LARGEST = 10 * 1024 * 1024
# What a file is called at its end, by what it holds.
ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
}
PICTURES = ("image/png", "image/jpeg")
PAPERS = ("application/pdf", *PICTURES)
TABLES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv")
IN_THE_BROWSER = PAPERS  # everything else is only handed out to be saved


@dataclass(frozen=True)
class Kept:
    """Where a file lies, and what it is."""

    path: str
    kind: str
    size: int
    digest: str


def kind_of(upload):
    """What a file holds, from its first bytes; what it calls itself does not count. "" for what we do not know."""
    upload.seek(0)
    head = upload.read(8192)
    upload.seek(0)
    found = filetype.guess_mime(head)
    is_words = b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))  # UTF-16 is half made of nothing
    if found is None and head and is_words:
        return "text/csv"  # words without a mark of their own: a table, as far as we take any
    return found if found in ENDINGS else ""


@deconstructible
class MustBe:
    """A form's check: one of these kinds, and not too large."""

    def __init__(self, kinds, largest=LARGEST):
        self.kinds, self.largest = tuple(kinds), largest

    def __call__(self, upload):
        if upload.size > self.largest:
            raise ValidationError(
                _("This file is larger than %(most)s MB. Take a smaller picture, or fewer pages.")
                % {"most": self.largest // (1024 * 1024)}
            )
        if kind_of(upload) not in self.kinds:
            endings = ", ".join(ENDINGS[kind].upper() for kind in self.kinds)
            raise ValidationError(_("We cannot read this file. These work: %(kinds)s.") % {"kinds": endings})


def kept(upload, *, kinds, folder, largest=LARGEST):
    """Look into an uploaded file and keep it. Raises ValidationError when it is none of `kinds`."""
    MustBe(kinds, largest)(upload)
    kind = kind_of(upload)
    return _put(upload.read(), kind, folder)


def kept_bytes(content, *, kind, folder):
    """Keep what we have made ourselves: a PDF, a table."""
    return _put(content, kind, folder)


def kept_from_disk(path, *, kind, folder):
    """Keep a file we have written piece by piece; it never stands in memory whole."""
    with open(path, "rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
        written.seek(0)
        size = os.fstat(written.fileno()).st_size
        return Kept(default_storage.save(_new_name(kind, folder), File(written)), kind, size, digest)


def _put(content, kind, folder):
    path = default_storage.save(_new_name(kind, folder), ContentFile(content))
    return Kept(path, kind, len(content), hashlib.sha256(content).hexdigest())


def _new_name(kind, folder):
    return f"{folder}/{uuid.uuid4().hex}.{ENDINGS[kind]}"


def served(path, *, kind, name):
    """Hand out a kept file under `name` (without an ending; it names nobody)."""
    answer = FileResponse(
        default_storage.open(path),
        content_type=kind,
        as_attachment=kind not in IN_THE_BROWSER,
        filename=f"{name}.{ENDINGS[kind]}",
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def opened(path):
    """A kept file, open for reading piece by piece."""
    return default_storage.open(path)


def read(path):
    """The bytes of a kept file."""
    with default_storage.open(path) as kept_file:
        return kept_file.read()


def thrown_away(path):
    """A file that is no longer needed goes; one that is gone already is no trouble."""
    if path:
        default_storage.delete(path)


def folders(folder):
    """The names of the folders in a folder."""
    try:
        return default_storage.listdir(folder)[0]
    except FileNotFoundError:
        return []


def emptied(folder, *, keep=""):
    """Everything in a folder goes but the file `keep`, and the folder itself where nothing is kept."""
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if f"{folder}/{name}" != keep:
            default_storage.delete(f"{folder}/{name}")
    if not keep:
        default_storage.delete(folder)
