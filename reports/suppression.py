"""Small numbers in copies for the board: hidden, and with them what would give them away."""


def suppress(counts, smallest):
    """`counts` (whole numbers that add up to a published total) with those from 1 to `smallest - 1` as None.

    When one alone would be hidden, the total gives it away, so the next smallest is hidden with it; a zero is
    hidden only when nothing else is left to hide beside it.
    """
    hidden = {index for index, count in enumerate(counts) if 0 < count < smallest}
    if len(hidden) == 1 and len(counts) > 1:
        others = [index for index in range(len(counts)) if index not in hidden]
        hidden.add(min(others, key=lambda index: (counts[index] == 0, counts[index])))
    return [None if index in hidden else count for index, count in enumerate(counts)]


def hide_small(count, smallest):
    """One number that adds up to nothing published: None when it is small."""
    return None if count is not None and 0 < count < smallest else count
