"""The environment our settings are read from. What the caller has set already stays as it is."""

import os
import secrets

from stack.trouble import CannotStart

ADDRESS = "127.0.0.1"

# Commands that make tables, fill them whole or empty them; every other one works with the site's own, lesser rights.
OWNERS_COMMANDS = {
    "createcachetable",
    "flush",
    "load_demo",
    "loaddata",
    "makemigrations",
    "migrate",
    "optimizemigration",
    "pgtrigger",
    "setup_agency",
    "showmigrations",
    "sqlflush",
    "sqlmigrate",
    "squashmigrations",
    "test",
}


def common(data):
    """What each of our programs needs to know, whatever its role."""
    given = {
        "DJANGO_SECRET_KEY": secret_key(data),
        "DEMO": "1",
        "SITE_URL": url(),
        "STATIC_ROOT": str(data / "static"),
        "MEDIA_ROOT": str(data / "files"),
        "PYTHONUNBUFFERED": "1",  # lines reach the common stream as they are written
    }
    return given | os.environ


def as_web(surroundings, addresses):
    """For the programs that answer people: rows, and nothing of the owner's."""
    servers = {"DATABASE_URL": addresses["web"], "REDIS_URL": addresses["redis"]}
    rest = {name: value for name, value in surroundings.items() if name != "DATABASE_OWNER_URL"}
    return rest | servers


def as_owner(surroundings, addresses):
    """For migrations and what else makes or empties tables."""
    servers = {"DATABASE_URL": addresses["owner"], "REDIS_URL": addresses["redis"]}
    return surroundings | servers | {"DATABASE_OWNER_URL": addresses["owner"]}


def for_command(words, surroundings, addresses):
    chosen = as_owner if OWNERS_COMMANDS.intersection(words[:1]) else as_web
    return chosen(surroundings, addresses)


def port():
    text = os.environ.get("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise CannotStart(f"PORT is {text!r}. It must be a number from 1 to 65535.")
    return int(text)


def url():
    return f"http://{ADDRESS}:{port()}"


def secret_key(data):
    """Made once and kept, so that people stay logged in over a restart."""
    keeper = data / "secret_key"
    if not keeper.exists():
        keeper.touch(mode=0o600)
        keeper.write_text(secrets.token_urlsafe(50))
    return keeper.read_text()
