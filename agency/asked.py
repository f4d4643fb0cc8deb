"""What an address asks (`?q=Reyes&center=3`). Anybody may type anything there, so it is read with care."""

LONGEST = 100  # characters of a search that are looked at
LARGEST = 2**63 - 1  # the largest key the database can hold


def text(request, name="q"):
    """The words asked for, without the sign no database keeps; "" when there are none."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]


def number(request, name):
    """The whole number asked for; None when there is none, or none that a row or a page of ours could have."""
    said = request.GET.get(name, "")
    if not (said.isascii() and said.isdecimal()) or len(said) > len(str(LARGEST)):
        return None
    return int(said) if int(said) <= LARGEST else None
