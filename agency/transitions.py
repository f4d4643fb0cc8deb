"""States and moves: one table per record that lives through states, asked by pages, actions and the database alike."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


class MoveNotAllowed(Exception):
    """The record is not where this move starts. The text is a sentence for the person who tried."""


@dataclass(frozen=True)
class Move:
    """One way from any of `sources` to `target`; `label` is the button, `needs` the fields that must be filled in."""

    name: str
    sources: tuple
    target: str
    label: str
    permission: str
    needs: tuple = ()
    icon: str = "check"


class Moves:
    """All moves of one kind of record. `states` is its TextChoices, whose labels end up in the sentences."""

    def __init__(self, states, *moves):
        self.states = states
        self.moves = {move.name: move for move in moves}

    def pairs(self):
        """Every allowed (from, to), for the database's trigger."""
        pairs = {(str(source), str(move.target)) for move in self.moves.values() for source in move.sources}
        return sorted(pairs | {(state, state) for state in self.states.values})

    def open_to(self, state, user):
        """The moves `user` may make from `state`, in the table's order."""
        return [move for move in self.moves.values() if state in move.sources and user.may(move.permission)]

    def take(self, record, name):
        """Set `record.state` to where the move `name` leads, or raise `MoveNotAllowed`. Does not save."""
        move = self.moves[name]
        if record.state not in move.sources:
            raise MoveNotAllowed(
                _("This is “%(state)s” now, so “%(move)s” does not apply. Somebody may have changed it meanwhile.")
                % {"state": self.states(record.state).label, "move": move.label}
            )
        record.state = move.target
        return move
