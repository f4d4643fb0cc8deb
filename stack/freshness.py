"""Which preparations a start may skip, because nothing they depend on has changed since they last ran."""

import hashlib
import os

from stack.places import ROOT, own_folder

OUR_OWN = [path for path in ROOT.iterdir() if path.is_dir() and (path / "apps.py").exists()]
PACKAGES = [ROOT / "requirements.txt"]
PACKAGES_OF_SERVERS = [ROOT / "requirements-embedded.txt", ROOT / "stack" / "roles.sql"]
NO = ("", "0", "false", "False")


def digest(files, *words):
    """One value for all the files' names and contents."""
    whole = hashlib.sha256("\n".join(words).encode())
    for path in sorted(files):
        whole.update(f"{path.relative_to(ROOT)}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def catalogues():
    return [*ROOT.glob("locale/*/LC_MESSAGES/*.po")]


def words():
    """The digest of the catalogues, and whether they are compiled: a clone holds only what people write."""
    return digest(catalogues(), *(str(path.with_suffix(".mo").exists()) for path in catalogues()))


def migrations():
    """What stands in them, and what they call."""
    return [*PACKAGES, *ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/database.py")]


def tables():
    """The digest of a migrated, otherwise empty database."""
    return digest([*migrations(), *PACKAGES_OF_SERVERS], os.environ.get("PG_BINDIR", ""))


def static_files():
    folders = [ROOT / "static", *(app / "static" for app in OUR_OWN)]
    return [*PACKAGES, *(path for folder in folders for path in folder.rglob("*") if path.is_file())]


def demo_code():
    return [*ROOT.glob("*/management/commands/*demo*.py")]


def wanted(surroundings):
    """Each preparation with the digest of what it depends on, in the order they are done."""
    static = [surroundings.get("STATICFILES_BACKEND", ""), surroundings["STATIC_ROOT"]]
    steps = {"catalogues": words()} if catalogues() else {}
    steps |= {
        "static": digest(static_files(), *static),
        "migrations": digest(migrations()),
    }
    if surroundings["DEMO"] not in NO:
        steps["demo"] = digest(demo_code(), surroundings.get("DEMO_SIZE", ""))
    return steps


class Marks:
    """Remembers, per data folder, with which digest each preparation was last done."""

    def __init__(self, data):
        self.folder = own_folder(data / "done")

    def outdated(self, steps):
        return [name for name, value in steps.items() if self._read(name) != value]

    def record(self, steps):
        for name, value in steps.items():
            (self.folder / name).write_text(value)

    def forget(self, *names):
        for name in names:
            (self.folder / name).unlink(missing_ok=True)

    def _read(self, name):
        try:
            return (self.folder / name).read_text()
        except FileNotFoundError:
            return ""
