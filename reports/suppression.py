"""Small numbers in copies for the board: hidden, and with them what would give them away.

Counts from 1 to `smallest - 1` are hidden. Where numbers add up ("reached" and "not reached" are the families), a
reader could subtract: so others are hidden with them, until no hidden number follows from the ones that stand, by
whatever row of additions and subtractions, nor from the bounds of a small number.
"""

from collections import defaultdict

from reports.adding_up import follow


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


def hide(numbers, sums, smallest, keep=(), too=()):
    """The names of those `numbers` that must not be shown. `sums` are (total, [parts]); `keep` are hidden last.

    `too` are hidden for another reason than being small: nothing is known of how large they are.
    """
    equations = [one for one in map(_equation, sums) if _holds(one, numbers)]
    small = {name for name, count in numbers.items() if is_small(count, smallest)}
    copy = _Copy(numbers, equations, small | set(too), keep)
    copy.hide_enough(lambda one: _at_a_bound(one, copy.hidden, small, numbers, smallest))
    return copy.hidden


def _equation(one):
    """{name: coefficient}, which add up to nothing."""
    total, parts = one
    coefficients = {}
    for name in total if isinstance(total, list) else [total]:
        coefficients[name] = coefficients.get(name, 0) + 1
    for name in parts:
        coefficients[name] = coefficients.get(name, 0) - 1
    return {name: times for name, times in coefficients.items() if times}


def _holds(equation, numbers):
    """Only what is published, and true, can be used by a reader."""
    if any(numbers.get(name) is None for name in equation):
        return False
    return sum(numbers[name] * times for name, times in equation.items()) == 0


def _at_a_bound(equation, hidden, small, numbers, smallest):
    """Numbers that are all small and together as little, or as much, as they can be: then each is known."""
    unknown = [name for name in equation if name in hidden]
    if not unknown or not small.issuperset(unknown) or len({equation[name] for name in unknown}) != 1:
        return False
    together = sum(numbers[name] for name in unknown)
    return together in (len(unknown), len(unknown) * (smallest - 1))


class _Copy:
    """A copy in the making: what is hidden in it, and which sums tell a reader more than they should."""

    def __init__(self, numbers, equations, hidden, keep):
        self.numbers, self.equations, self.hidden, self.keep = numbers, equations, hidden, keep
        self.totals = {name for one in equations for name, times in one.items() if times > 0}
        self.of = defaultdict(list)  # name → the sums it stands in
        for index, one in enumerate(equations):
            for name in one:
                self.of[name].append(index)

    def hide_enough(self, is_at_a_bound):
        """First what one sum tells alone, which is most of it; then what follows from several together.

        Sums that share no hidden number tell nothing about each other: each such piece is judged apart.
        """
        self.is_at_a_bound = is_at_a_bound
        self._sum_by_sum(range(len(self.equations)))
        judged = set()
        for name in sorted(self.hidden, key=str):
            if name not in judged:
                judged |= self._judged(name)

    def _sum_by_sum(self, indexes):
        waiting = list(indexes)
        while waiting:
            one = self.equations[waiting.pop()]
            if sum(name in self.hidden for name in one) == 1 or self.is_at_a_bound(one):
                waiting += self._hide_one_of(one.keys() - self.hidden)

    def _judged(self, name):
        """The hidden numbers that hang together with this one, none of which a reader can work out any more."""
        while True:
            names, rows = self._piece(name)
            known = follow(rows)
            near = {other for one in known for index in self.of[one] for other in self.equations[index]}
            near = near - self.hidden or self._linked(known) - self.hidden if known else set()
            if not near:
                return names
            self._sum_by_sum(self._hide_one_of(near))

    def _piece(self, name):
        """(hidden names, what the sums say of them): all that hangs together with `name` through hidden numbers."""
        names, indexes, waiting = {name}, set(), [name]
        while waiting:
            for index in self.of[waiting.pop()]:
                if index not in indexes:
                    indexes.add(index)
                    further = {other for other in self.equations[index] if other in self.hidden} - names
                    names |= further
                    waiting += further
        equations = (self.equations[index] for index in sorted(indexes))
        return names, [{one: times for one, times in row.items() if one in names} for row in equations]

    def _hide_one_of(self, near):
        """Hide of these what says least: a small part, a zero or a total last. Answers the sums it stands in."""
        more = min(near, key=self._order, default=None)
        if more is None:
            return []  # every number of this sum is hidden already
        self.hidden.add(more)
        return self.of[more]

    def _order(self, name):
        count = self.numbers[name]
        return name in self.keep, name in self.totals, count == 0, count, str(name)

    def _linked(self, names):
        """All numbers that hang together with these through sums, hidden or not."""
        found, waiting = set(names), list(names)
        while waiting:
            for index in self.of[waiting.pop()]:
                further = self.equations[index].keys() - found
                found |= further
                waiting += further
        return found
