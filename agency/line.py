"""The line from need to help received and on to an outcome. Each room shows it beside its own row and follows it both
ways; it runs through rooms that do not know each other, so the one on top of all draws it (workspace/threads.py)."""

_drawn_by = {}


def draws(noun, draw):
    """Register who draws the lines through one kind of row: `draw(row, user) -> [{"label", "steps"}]`."""
    _drawn_by[noun] = draw


def through(noun, row, user):
    """The lines that run through this row, as components/_thread.html shows them; none while nobody draws them."""
    draw = _drawn_by.get(noun)
    return draw(row, user) if draw else []
