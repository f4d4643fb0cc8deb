"""PostgreSQL and Valkey together: ours, or the ones that DATABASE_URL and REDIS_URL name."""

import os

from stack.postgres import Postgres
from stack.valkey import Valkey


class Servers:
    def __init__(self, home, *, say):
        self.postgres = None if "DATABASE_URL" in os.environ else Postgres(home, say=say)
        self.valkey = None if "REDIS_URL" in os.environ else Valkey(home, say=say)

    def start(self, claim):
        """True when the database may be other than at the last start: new, or not ours."""
        if self.valkey:
            self.valkey.start()
            claim.watch_over(self.valkey.child)
        if not self.postgres:
            return True
        is_new = self.postgres.start()
        claim.watch_over(self.postgres.child)
        return is_new

    def stop(self):
        for server in (self.valkey, self.postgres):
            if server:
                server.stop()

    @property
    def children(self):
        return [server.child for server in (self.postgres, self.valkey) if server]

    def addresses(self):
        """For each role its database, and the one Valkey or Redis."""
        ours = {}
        if self.postgres:
            ours |= {"web": self.postgres.url("web"), "owner": self.postgres.url("owner")}
        if self.valkey:
            ours |= {"redis": self.valkey.url}
        return ours | given()


def given():
    """The addresses that come from outside."""
    addresses = {}
    if "DATABASE_URL" in os.environ:
        web = os.environ["DATABASE_URL"]
        addresses |= {"web": web, "owner": os.environ.get("DATABASE_OWNER_URL", web)}
    if "REDIS_URL" in os.environ:
        addresses |= {"redis": os.environ["REDIS_URL"]}
    return addresses
