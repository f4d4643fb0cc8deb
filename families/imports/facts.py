"""The facts a file and we may both know: how ours reads, and what taking theirs does. The file never erases one."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.imports.columns import plain
from families import phones
from families.models import ContactPoint, Enrollment, FamilyMember, FosterCare, HomelessnessEpisode, Household, Language


@dataclass(frozen=True)
class Fact:
    """One fact. `theirs` reads it from an incoming person or family, `ours` from a member or family of ours."""

    slug: str
    label: object
    theirs: object
    ours: object
    take: object  # (member or family, their text, by, choice)
    shown: object = str  # a text as people read it
    same: object = None  # (ours, theirs) say one thing, when not their letters decide
    choices: tuple = ()  # what taking theirs asks besides: (value, words)

    def differs(self, ours, theirs):
        if not theirs:
            return False
        return not self.same(ours, theirs) if self.same else ours != theirs


def _field(name, value=lambda text: text):
    def take(record, text, by, choice):
        setattr(record, name, value(text))
        record.save(update_fields=[name])

    return take


def _text_of(name):
    return lambda record: str(getattr(record, name) or "")


def _last_name(member):
    """Their own, else that of the family."""
    return member.last_name or member.family.name


def _known_relationship(person):
    """Where nobody asked, or only the role says it, the file has nothing to tell."""
    told = person.relationship
    return "" if told in (FamilyMember.Relationship.UNKNOWN, FamilyMember.Relationship.CHILD) else str(told)


def _phones(member):
    return ", ".join(point.value for point in member.contact_points.all() if point.kind != ContactPoint.Kind.EMAIL)


def _emails(member):
    return ", ".join(point.value for point in member.contact_points.all() if point.kind == ContactPoint.Kind.EMAIL)


def _has_phone(ours, theirs):
    return phones.read(theirs).digits in {_digits(part) for part in ours.split(", ")}


def _digits(text):
    try:
        return phones.read(text).digits
    except phones.NotAPhone:
        return ""


def _has_email(ours, theirs):
    return theirs.lower() in ours.lower().split(", ")


def _add_phone(member, text, by, choice):
    number = phones.read(text)
    ContactPoint.objects.create(member=member, value=number.shown, digits=number.digits)


def _add_email(member, text, by, choice):
    ContactPoint.objects.create(member=member, kind=ContactPoint.Kind.EMAIL, value=text)


def _address(family):
    """Every home of the family; a hidden one is known to us, but not told."""
    return " / ".join(", ".join(home.address_lines()) or str(_("a hidden address")) for home in family.households.all())


def _same_home(ours, theirs):
    return plain(theirs) in [plain(home) for home in ours.split(" / ")]


def _add_home(family, text, by, choice):
    """Their address is another home of the family, until somebody says that nobody lives in the first any more."""
    street, _comma, rest = text.partition(", ")
    city, _comma, place = rest.rpartition(", ")
    state, _space, code = place.partition(" ")
    Household.objects.create(family=family, address_1=street, city=city, state=state[:2], postal_code=code[:10])


def _open_place(member):
    return next((place for place in member.enrollments.all() if place.exited_on is None), None)


def _last_day(member):
    """The last day of the newest place; nothing while it is held, or where there is none."""
    ended = [place.exited_on for place in member.enrollments.all() if place.exited_on]
    return "" if _open_place(member) or not ended else str(max(ended))


def _their_last_day(person):
    ends = [place.exited_on for place in person.places]
    return str(max(ends)) if ends and all(ends) else ""


def _end_place(member, text, by, choice):
    day = date.fromisoformat(text)
    place = _open_place(member) or member.enrollments.order_by("-entered_on").first()
    if place is not None and place.entered_on <= day:
        place.exited_on = day
        place.exit_reason = place.exit_reason or Enrollment.ExitReason.UNKNOWN
        place.save(update_fields=["exited_on", "exit_reason"])


def _foster(member):
    return "yes" if member.foster_care.all() else ""


def _record_foster(member, text, by, choice):
    FosterCare.objects.create(child=member, kind=choice, began_on=timezone.localdate(), recorded_by=by)


def _homeless(family):
    return "yes" if any(time.ended_on is None for time in family.homelessness.all()) else ""


def _record_homeless(family, text, by, choice):
    HomelessnessEpisode.objects.create(family=family, stays=choice, began_on=timezone.localdate(), recorded_by=by)


def _choice(labels):
    return lambda text: str(dict(labels).get(text, text))


def _day_shown(text):
    from agency.templatetags.look import day

    return day(date.fromisoformat(text)) if text else ""


def _yes(text):
    return str(_("yes")) if text else ""


OF_MEMBER = (
    Fact("first-name", _("First name"), _text_of("first_name"), _text_of("first_name"), _field("first_name")),
    Fact("last-name", _("Last name"), _text_of("last_name"), _last_name, _field("last_name")),
    Fact("birth-date", _("Birth date"), _text_of("born_on"), _text_of("born_on"), _field("born_on", date.fromisoformat),
         shown=_day_shown),
    Fact("relationship", _("Relationship"), _known_relationship, _text_of("relationship"), _field("relationship"),
         shown=_choice(FamilyMember.Relationship.choices)),
    Fact("language", _("Language"), _text_of("language"), _text_of("language"), _field("language"),
         shown=_choice(Language.choices)),
    Fact("phone", _("Telephone"), _text_of("phone"), _phones, _add_phone, same=_has_phone),
    Fact("email", _("E-mail"), _text_of("email"), _emails, _add_email, same=_has_email),
    Fact("last-day", _("Last day of the place"), _their_last_day, _last_day, _end_place, shown=_day_shown),
    Fact("foster", _("Lives with a foster family"), lambda person: "yes" if person.foster else "", _foster,
         _record_foster, shown=_yes, choices=tuple(FosterCare.Kind.choices)),
)  # fmt: skip
OF_FAMILY = (
    Fact("address", _("Address"), lambda family: str(family.homes[0]) if family.homes else "", _address, _add_home,
         same=_same_home),
    Fact("homeless", _("Without a home of their own"), lambda family: "yes" if family.is_homeless else "", _homeless,
         _record_homeless, shown=_yes, choices=tuple(HomelessnessEpisode.Stays.choices)),
)  # fmt: skip
FACTS = {fact.slug: fact for fact in (*OF_MEMBER, *OF_FAMILY)}
LATER = ("foster", "homeless")  # of a new family too a person records these: they need words a file does not have
