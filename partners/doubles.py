"""Entries that may be one partner: what they share, what each says, and which rows hang on them."""

from collections import defaultdict
from urllib.parse import urlsplit

from django.db.models import F
from django.db.models.functions import Left
from django.utils.translation import gettext as _

from agency.database import Plain
from partners.models import Location, Partner, Phone, TwoPartners

ALIKE = 0.6  # how like two names are (trigrams shared) before a common ZIP code makes them one question
SHORTEST = 7  # digits of a number that tell anything
COMMON = 4  # a number or an address on the web that more partners share belongs to none of them
SHARED_HOSTS = {"facebook.com", "instagram.com", "sites.google.com", "google.com", "linktr.ee", "yelp.com"}
FIELDS = ["name", "alternate_name", "group", "description", "email", "website", "legal_form", "tax_id",
          "year_incorporated", "logo", "uri", "point_person", "parent", "closed_on"]  # fmt: skip


def pairs():
    """{(older, newer): reasons} of entries that may be one partner and of which nobody has said they are two."""
    found = defaultdict(list)
    for pair in _sharing(_by_ein()):
        found[pair].append(_("the same tax number"))
    for pair in _sharing(_by_phone()):
        found[pair].append(_("the same phone number"))
    for pair in _sharing(_by_host()):
        found[pair].append(_("the same website"))
    for pair in _by_name():
        found[pair].append(_("nearly the same name in the same ZIP code"))
    settled = set(TwoPartners.objects.values_list("one", "other"))
    left = [(pair, reasons) for pair, reasons in found.items() if pair not in settled]
    return dict(sorted(left, key=lambda row: (-len(row[1]), row[0])))


def _entries():
    return Partner.objects.entries()


def _by_ein():
    return _grouped(_entries().exclude(tax_id="").values_list("tax_id", "pk"))


def _by_phone():
    rows = Phone.objects.filter(partner__merged_into=None).values_list("digits", "partner").distinct()
    return _grouped((digits[-10:], partner) for digits, partner in rows if len(digits) >= SHORTEST)


def _by_host():
    rows = _entries().exclude(website="").values_list("website", "pk")
    hosts = ((_host(website), pk) for website, pk in rows)
    return _grouped((host, pk) for host, pk in hosts if host and host not in SHARED_HOSTS)


def _host(website):
    try:
        return (urlsplit(website).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _grouped(rows):
    found = defaultdict(set)
    for key, partner in rows:
        found[key].add(partner)
    return found


def _sharing(groups):
    """Every two of a group; a large one says nothing."""
    for partners in groups.values():
        if 1 < len(partners) <= COMMON:
            ordered = sorted(partners)
            yield from ((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :])


def _by_name():
    """Names that share most of their three-letter pieces, of partners with a place in the same ZIP code."""
    here = Location.objects.filter(partner__merged_into=None).exclude(postal_code="").annotate(
        zip=Left("postal_code", 5), called=Plain(F("partner__name"))
    )  # fmt: skip
    by_zip = defaultdict(dict)
    for code, partner, name in here.values_list("zip", "partner", "called"):
        by_zip[code][partner] = _pieces(name)
    found = set()
    for partners in by_zip.values():
        ordered = sorted(partners.items())
        for at, (one, pieces) in enumerate(ordered):
            found.update((one, other) for other, theirs in ordered[at + 1 :] if _alike(pieces, theirs) >= ALIKE)
    return found


def _pieces(name):
    """The trigrams of a name, as PostgreSQL counts them."""
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    return {f"  {word} "[at : at + 3] for word in words for at in range(len(word) + 1)}


def _alike(one, other):
    return len(one & other) / len(one | other) if one and other else 0


def sides(one, other):
    """Field by field: what each says, and whether they differ. What only one says is taken by itself."""
    for name in FIELDS:
        field = Partner._meta.get_field(name)
        said = [_said(field, entry) for entry in (one, other)]
        if any(said):
            yield {"name": name, "label": field.verbose_name, "one": said[0], "other": said[1],
                   "asks": all(said) and said[0] != said[1], "takes": "one" if said[0] else "other"}  # fmt: skip


def _said(field, entry):
    value = getattr(entry, field.name)
    labels = dict(field.flatchoices)
    return "" if value is None else str(labels.get(value, value))


def about(partner):
    """What hangs on an entry, in short: so one sees which is the fuller one."""
    return [
        {"label": _("Services"), "value": partner.services.count()},
        {"label": _("Places"), "value": ", ".join(place.shown() for place in partner.locations.all()) or "0"},
        {"label": _("Numbers"), "value": ", ".join(str(phone) for phone in partner.phones.all()) or "0"},
    ]


def picked(one, other, said):
    """What the one entry will say, by column: as picked; else what the only or the first one says."""
    values = {}
    for row in sides(one, other):
        name = row["name"]
        side = said.get(f"pick_{name}") if row["asks"] else row["takes"]
        values[Partner._meta.get_field(name).attname] = getattr(
            other if side == "other" else one, Partner._meta.get_field(name).attname
        )
    return values
