"""The vocabulary: what may be asked about, by what it may be parted, what may be counted. Nothing else can be asked.

Each word carries its definition, which the page shows.
"""

from django.utils.translation import gettext_lazy

from reports.asking.parts import PARTS, Part, fits
from reports.asking.populations import POPULATIONS, Population, Word

__all__ = [
    "COUNT", "DAYS", "FAMILIES", "MEASURE", "MEASURES", "PART", "PARTS", "POPULATION", "POPULATIONS", "SHARE",
    "Part", "Population", "Word", "fits",
]  # fmt: skip

FAMILIES, COUNT, SHARE, DAYS = "families", "count", "share", "days"
MEASURES = (
    Word(FAMILIES, gettext_lazy("Families, each once"), gettext_lazy("Each family counts once in a cell.")),
    Word(COUNT, gettext_lazy("How many"), gettext_lazy("Each of them counts, several of one family too.")),
    Word(SHARE, gettext_lazy("Share of all families"),
         gettext_lazy("Families of the cell as a share of all families of the table, each once.")),
    Word(DAYS, gettext_lazy("Median days"), gettext_lazy("Half of them took so many days, or fewer.")),
)  # fmt: skip

POPULATION = {word.code: word for word in POPULATIONS}
PART = {word.code: word for word in PARTS}
MEASURE = {word.code: word for word in MEASURES}
