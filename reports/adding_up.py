"""Which unknown numbers follow from sums: exact elimination over whole numbers, in rows without zeros."""

from collections import Counter, defaultdict
from math import gcd


def follow(rows):
    """The names that `rows` determine; each row is {name: coefficient} of unknown numbers whose sum is known."""
    solved = _Solved(rows)
    for row in sorted(rows, key=len):
        solved.add(row)
    return {name for name, row in solved.by_pivot.items() if len(row) == 1}


class _Solved:
    """Rows in which each pivot stands in its own row alone (Gauss and Jordan)."""

    def __init__(self, rows):
        self.by_pivot, self.holding = {}, defaultdict(set)  # pivot → its row; name → pivots of rows that hold it
        self.often = Counter(name for row in rows for name in row)

    def add(self, row):
        row = dict(row)
        for name in [name for name in row if name in self.by_pivot]:
            row = _without(name, row, self.by_pivot[name])
        if not row:
            return
        pivot = min(row, key=lambda name: (self.often[name], str(name)))
        for other in self.holding.pop(pivot, set()):
            self._put(other, _without(pivot, self.by_pivot[other], row))
        self._put(pivot, row)

    def _put(self, pivot, row):
        for name in self.by_pivot.get(pivot, {}).keys() - row.keys():
            self.holding[name].discard(pivot)
        for name in row:
            self.holding[name].add(pivot)
        self.by_pivot[pivot] = row


def _without(name, row, pivot_row):
    """`row` with `name` taken out by means of `pivot_row`; its coefficients as small as they can be."""
    mine, its = row[name], pivot_row[name]
    found = {one: times * its for one, times in row.items()}
    for one, times in pivot_row.items():
        found[one] = found.get(one, 0) - times * mine
    found = {one: times for one, times in found.items() if times}
    common = gcd(*found.values()) if found else 1
    return {one: times // common for one, times in found.items()} if common > 1 else found
