"""Where things lie on the disk."""

import os
import re
import tempfile
import zlib
from pathlib import Path

from stack.trouble import CannotStart

ROOT = Path(__file__).resolve().parent.parent

# A socket's whole path must stay under 108 bytes, and PostgreSQL adds "/.s.PGSQL.5432" to its folder.
LONGEST_SOCKET_FOLDER = 85

# In the data folder: the demo agency's log-ins, shown on each start.
LOGINS = "demo_logins.txt"


def data_folder():
    """Everything a run keeps; `FP_DATA` names another one, so that tests never touch the site's own."""
    return Path(os.environ.get("FP_DATA") or ROOT / ".data").resolve()


def own_folder(path):
    """Make `path` if need be, readable by us alone."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def fingerprint(path):
    """A short name for a long path, the same on every start."""
    return f"{zlib.crc32(os.fsencode(path)):08x}"


def socket_folder(data):
    """Beside the data, or in the temporary folder when that path is too long for a socket or too odd for a URL."""
    beside = data / "sockets"
    if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER and re.fullmatch(r"[\w./-]+", str(beside), re.ASCII):
        return own_folder(beside)
    elsewhere = own_folder(Path(tempfile.gettempdir(), f"familypartnership-{fingerprint(data)}-{os.geteuid()}"))
    if elsewhere.stat().st_uid != os.geteuid():
        raise CannotStart(f"{elsewhere} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.")
    elsewhere.chmod(0o700)
    return elsewhere
