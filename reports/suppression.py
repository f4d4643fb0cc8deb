"""Small numbers in copies for the board: hidden, and with them what would give them away.

Counts from 1 to `smallest - 1` are hidden. Where numbers add up ("reached" and "not reached" are the families), a
reader could subtract: so others are hidden with them, until no hidden number follows from the ones that stand, by
whatever row of additions and subtractions, nor from the bounds of a small number.
"""

from fractions import Fraction


def is_small(count, smallest):
    return count is not None and 0 < count < smallest


def hide_small(count, smallest):
    """One number that adds up to nothing published: None when it is small."""
    return None if is_small(count, smallest) else count


def suppress(counts, smallest):
    """`counts` (whole numbers that add up to a published total) with those that must be hidden as None."""
    numbers = dict(enumerate(counts)) | {"total": sum(counts)}
    hidden = hide(numbers, [("total", list(range(len(counts))))], smallest, keep={"total"})
    return [None if index in hidden else count for index, count in enumerate(counts)]


def hide(numbers, sums, smallest, keep=()):
    """The names of those `numbers` that must not be shown. `sums` are (total, [parts]); `keep` are hidden last."""
    equations = [_equation(one) for one in sums]
    equations = [one for one in equations if _holds(one, numbers)]
    small = {name for name, count in numbers.items() if is_small(count, smallest)}
    hidden = set(small)
    while known := _given_away(hidden, small, equations, numbers, smallest):
        more = _companion(known, hidden, equations, numbers, keep)
        if more is None:
            break  # every number of its sums is hidden already
        hidden.add(more)
    return hidden


def _equation(one):
    """{name: coefficient}, which add up to nothing."""
    total, parts = one
    coefficients = {}
    for name in total if isinstance(total, list) else [total]:
        coefficients[name] = coefficients.get(name, 0) + 1
    for name in parts:
        coefficients[name] = coefficients.get(name, 0) - 1
    return coefficients


def _holds(equation, numbers):
    """Only what is published, and true, can be used by a reader."""
    if any(numbers.get(name) is None for name in equation):
        return False
    return sum(numbers[name] * times for name, times in equation.items()) == 0


def _given_away(hidden, small, equations, numbers, smallest):
    """The hidden numbers that a reader could work out."""
    return _solved(hidden, equations) or {
        name for one in equations for name in _at_a_bound(one, hidden, small, numbers, smallest)
    }


def _at_a_bound(equation, hidden, small, numbers, smallest):
    """Numbers that are all small and together as little, or as much, as they can be: then each is known."""
    unknown = [name for name in equation if name in hidden]
    if not unknown or not small.issuperset(unknown) or len({equation[name] for name in unknown}) != 1:
        return []
    together = sum(numbers[name] for name in unknown)
    return unknown if together in (len(unknown), len(unknown) * (smallest - 1)) else []


def _solved(hidden, equations):
    """The hidden numbers that the equations determine: Gauss, over fractions."""
    names = sorted({name for one in equations for name in one if name in hidden}, key=str)
    rows = [[Fraction(one.get(name, 0)) for name in names] for one in equations]
    rank = 0
    for column in range(len(names)):
        pivot = next((index for index in range(rank, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        rows[rank] = [value / rows[rank][column] for value in rows[rank]]
        for index, row in enumerate(rows):
            if index != rank and row[column]:
                rows[index] = [a - row[column] * b for a, b in zip(row, rows[rank], strict=True)]
        rank += 1
    alone = (row for row in rows[:rank] if sum(bool(value) for value in row) == 1)
    return {names[next(index for index, value in enumerate(row) if value)] for row in alone}


def _companion(known, hidden, equations, numbers, keep):
    """What is hidden next: a part of a sum with these numbers, the smallest that says least; a zero, a total last."""
    near = {other for one in equations if known & one.keys() for other in one} - hidden
    near = near or _linked(known, equations) - hidden
    totals = {one for equation in equations for one, times in equation.items() if times > 0}

    def order(other):
        return other in keep, other in totals, numbers[other] == 0, numbers[other], str(other)

    return min(near, key=order, default=None)


def _linked(names, equations):
    """All numbers that hang together with these through sums."""
    found, before = set(names), set()
    while found != before:
        before = set(found)
        for one in equations:
            if found & one.keys():
                found |= one.keys()
    return found
