"""The life of one import: read, looked at, written, perhaps undone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.access import Permission
from agency.transitions import Move, Moves


class BatchState(models.TextChoices):
    """Between looking and writing a person decides; between writing and undoing, too."""

    NEW = "new", _("columns to be matched")
    LOOKING = "looking", _("being looked at")
    READY = "ready", _("to be written")
    WRITING = "writing", _("being written")
    WRITTEN = "written", _("written")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")
    UNREADABLE = "unreadable", _("cannot be read")
    DROPPED = "dropped", _("thrown away")


B = BatchState
STAFF = Permission.STAFF  # each kind of import asks for its own permission before any of these

BATCH = Moves(
    BatchState,
    Move("look", (B.NEW, B.READY, B.UNREADABLE), B.LOOKING, _("Look before it is written"), STAFF, (), "search"),
    Move("looked", (B.LOOKING,), B.READY, _("Looked at"), STAFF, (), "check"),
    Move("give_up", (B.LOOKING,), B.UNREADABLE, _("It cannot be read"), STAFF, (), "alert"),
    Move("write", (B.READY,), B.WRITING, _("Write it"), STAFF, (), "check"),
    Move("wrote", (B.WRITING,), B.WRITTEN, _("Written"), STAFF, (), "check-circle"),
    Move("stop", (B.WRITING,), B.READY, _("Nothing was written"), STAFF, (), "alert"),
    Move("undo", (B.WRITTEN,), B.UNDOING, _("Undo this import"), STAFF, (), "back"),
    Move("undone", (B.UNDOING,), B.UNDONE, _("Undone"), STAFF, (), "check"),
    Move("keep", (B.UNDOING,), B.WRITTEN, _("Nothing was undone"), STAFF, (), "alert"),
    Move("drop", (B.NEW, B.READY, B.UNREADABLE), B.DROPPED, _("Throw it away"), STAFF, (), "delete"),
)
