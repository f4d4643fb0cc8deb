"""The four sizes (design 10)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    name: str
    families: int
    workers: int  # the named ones among them
    notes: int
    years: int
    centers: int
    delegates: int
    months: int  # for which the monthly reports are there already

    @property
    def is_big(self):
        """So many rows that indexes are better made after them."""
        return self.notes > 100_000


SIZES = {
    size.name: size
    for size in (
        Size("small", families=80, workers=5, notes=5_000, years=2, centers=6, delegates=1, months=3),
        Size("typical", families=350, workers=9, notes=150_000, years=4, centers=6, delegates=1, months=3),
        Size("large", families=1_500, workers=40, notes=600_000, years=5, centers=36, delegates=3, months=0),
        Size("extreme", families=16_000, workers=400, notes=7_000_000, years=7, centers=300, delegates=10, months=0),
    )
}
