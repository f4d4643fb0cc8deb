"""What may become of each field on a family record. A new field without a declaration fails a test."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Privacy:
    """Every concrete field of a model, once, in the class that governs it (45 CFR 1303.20-22, design 11).

    own:        keys, versions, dates of entry; identifies nobody by itself and never leaves as such.
    shareable:  may leave the agency when a consent (or a named exception) covers it.
    private:    stays with program staff.
    restricted: stays with staff who hold the restricted permission, whatever a consent says.
    """

    own: str = ""
    shareable: str = ""
    private: str = ""
    restricted: str = ""

    def declared(self):
        """Field names in the order of the classes; a name may stand only once."""
        return [name for names in (self.own, self.shareable, self.private, self.restricted) for name in names.split()]

    def may_leave(self):
        """Names of the fields a consent can release."""
        return self.shareable.split()
