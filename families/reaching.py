"""May we reach this person in this way, and why not (design 11). Pages, prints, letters and call links ask here."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.templatetags.look import clock
from agency.words import listed
from families.models import ContactPoint, FamilyConsent, FamilyMember


class Way(models.TextChoices):
    CALL = "call", gettext_lazy("call")
    TEXT = "text", gettext_lazy("text")
    MESSAGE = "message", gettext_lazy("leave a message")
    EMAIL = "email", gettext_lazy("e-mail")
    MAIL = "mail", gettext_lazy("send letters")
    VISIT = "in_person", gettext_lazy("visit the home")


ALLOWED_BY = {
    Way.CALL: "may_call",
    Way.TEXT: "may_text",
    Way.MESSAGE: "may_leave_message",
    Way.EMAIL: "may_email",
    Way.MAIL: "may_mail",
    Way.VISIT: "may_visit",
}
BY_THE_CLOCK = (Way.CALL, Way.TEXT, Way.MESSAGE)
ASKED_FOR = {Way.TEXT: FamilyConsent.Kind.TEXTS, Way.EMAIL: FamilyConsent.Kind.EMAIL}


def why_not(person, way, *, at=None, declined=frozenset()):
    """Why this person must not be reached in this way, as a sentence; "" when we may.

    `at` is the hour by our clock, for the ways that ring. `declined` holds (person, kind) of what was answered with a
    no (`declined_in`).
    """
    name = {"name": person.first_name}
    if person.left_on:
        return _("%(name)s is no longer part of the family.") % name
    if person.do_not_contact:
        return _("Do not contact %(name)s.") % name
    if not getattr(person, ALLOWED_BY[way]) or (person.pk, ASKED_FOR.get(way)) in declined:
        return _("%(name)s asked us not to: %(way)s.") % (name | {"way": way.label})
    if at and way in BY_THE_CLOCK and not _is_an_hour_for(person, at):
        return _("Not at this hour. %(hours)s") % {"hours": hours(person)}
    return ""


def may(person, way, **known):
    return not why_not(person, way, **known)


def _is_an_hour_for(person, at):
    return (person.reach_from is None or person.reach_from <= at) and (
        person.reach_until is None or at <= person.reach_until
    )


def declined_in(families):
    """(person, kind) of each no to texts or e-mail that holds today in these families. One query."""
    answers = FamilyConsent.objects.filter(family__in=families).newest().filter(kind__in=ASKED_FOR.values())
    return {(answer.given_by_id, answer.kind) for answer in answers if not answer.agreed}


def points(person, way, declined=frozenset()):
    """The numbers or addresses of this person that may be used in this way, now or at another hour."""
    if not may(person, way, declined=declined):
        return []
    known = person.contacts if hasattr(person, "contacts") else person.contact_points.all()
    return [point for point in known if _is_for(point, way)]


def _is_for(point, way):
    if point.kind == ContactPoint.Kind.EMAIL:
        return way == Way.EMAIL
    allowed = {Way.CALL: True, Way.TEXT: point.may_text, Way.MESSAGE: point.may_leave_message}
    return allowed.get(way, False)


def quick(person, declined=frozenset()):
    """The first way to reach this person at this hour, as (way, number); None when there is none to offer."""
    liked = {FamilyMember.Reach.CALL: [Way.CALL], FamilyMember.Reach.TEXT: [Way.TEXT, Way.CALL]}
    for way in liked.get(person.reach_by, [] if person.reach_by else [Way.TEXT, Way.CALL]):
        numbers = [point for point in points(person, way, declined) if point.digits]
        if numbers and may(person, way, at=timezone.localtime().time()):
            return way, numbers[0]
    return None


# ---- letters ------------------------------------------------------------------------------------------------------


def why_no_letter(person):
    """Why no letter goes to this adult; "" when it may, and there is a place to send it to."""
    reason = why_not(person, Way.MAIL)
    if reason:
        return reason
    if person.household is None:
        return _("We do not know where %(name)s lives.") % {"name": person.first_name}
    if person.household.is_hidden:
        return _("The address is kept hidden. Hand it over in person.")
    return "" if _street(person.household) else _("The address is not complete.")


def _street(home):
    return home.address_1 and (home.city or home.postal_code)


def envelope(person):
    """Name and address as on an envelope; nothing where no letter may go."""
    if why_no_letter(person):
        return []
    return [person.get_full_name(), *person.household.address_lines()]


def adults_to_write(families):
    """The adults who raise the children of these families, main contact first, with their homes. One query."""
    people = FamilyMember.objects.filter(family__in=families, role=FamilyMember.Role.PARENT)
    people = people.filter(Q(left_on=None)).select_related("household", "family")
    return people.order_by("family__name", "family", "-is_main_contact", "pk")


def letters(adults):
    """Who gets a letter and who does not: ([lines of a label], [(adult, why not)]). One letter a home and family."""
    labels, left_out, written = [], [], set()
    for adult in adults:
        why = why_no_letter(adult)
        if why:
            left_out.append((adult, why))
        elif (adult.family_id, adult.household_id) not in written:
            written.add((adult.family_id, adult.household_id))
            labels.append(envelope(adult))
    return labels, left_out


# ---- the banner ---------------------------------------------------------------------------------------------------

LIKED = {
    FamilyMember.Reach.TEXT: gettext_lazy("Text %(name)s."),
    FamilyMember.Reach.CALL: gettext_lazy("Call %(name)s."),
    FamilyMember.Reach.EMAIL: gettext_lazy("Write %(name)s an e-mail."),
    FamilyMember.Reach.MAIL: gettext_lazy("Send %(name)s a letter."),
    FamilyMember.Reach.IN_PERSON: gettext_lazy("Talk with %(name)s in person."),
}


def banner(people, *, is_hidden, declined=frozenset()):
    """What a colleague must know before reaching out: a sentence or more an adult, and the address."""
    rules = [rule(person, declined) for person in people if not person.is_child and person.left_on is None]
    if is_hidden:
        rules.append(
            _("Their address is kept hidden. Do not write it down or say it to anybody; ask before you send mail.")
        )
    return [said for said in rules if said]


def of_family(family):
    """The banner of a family whose people and homes are fetched, or will be."""
    hidden = any(home.is_hidden for home in family.households.all())
    return banner(family.adults(), is_hidden=hidden, declined=declined_in([family.pk]))


def rule(person, declined=frozenset()):
    """What one adult has asked for; "" without a rule."""
    note = ended(person.reach_note) if person.reach_note else ""
    if person.do_not_contact:
        return " ".join(said for said in (why_not(person, Way.CALL), note) if said)
    rules = [note, hours(person), refused(person, declined), _code_word(person)]
    if not any(rules):
        return ""
    return " ".join([_liked(person), *(said for said in rules if said)])


def hours(person):
    """“Only between 4 p.m. and 8 p.m.”; "" at any hour."""
    first, last = (clock(hour) for hour in (person.reach_from, person.reach_until))
    if first and last:
        said = _("Only between %(first)s and %(last)s.") % {"first": first, "last": last}
    elif first:
        said = _("Not before %(first)s.") % {"first": first}
    else:
        said = _("Not after %(last)s.") % {"last": last} if last else ""
    return said[:-1] if said.endswith("..") else said  # “7:00 p.m.”, as Spanish writes it, ends a sentence itself


def refused(person, declined=frozenset()):
    """“Do not text or visit the home.”; "" when every way is open."""
    ways = [way for way in Way if not getattr(person, ALLOWED_BY[way]) or (person.pk, ASKED_FOR.get(way)) in declined]
    return _("Do not: %(ways)s.") % {"ways": listed([str(way.label) for way in ways])} if ways else ""


def _code_word(person):
    return _("There is a code word.") if person.code_word else ""


def _liked(person):
    words = LIKED.get(person.reach_by)
    return words % {"name": person.first_name} if words else f"{person.first_name}:"


def ended(sentence):
    """With a capital, and with a full stop where nothing else ends it."""
    sentence = capfirst(sentence.strip())
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def easier(person):
    """What makes a talk easier for this adult: best times, interpreter, large print."""
    said = []
    if person.best_times:
        said.append(_("Best: %(times)s.") % {"times": _labels(person.best_times, FamilyMember.Time)})
    if person.needs_interpreter:
        said.append(_("Needs an interpreter."))
    if person.accommodations:
        said.append(f"{capfirst(_labels(person.accommodations, FamilyMember.Accommodation))}.")
    if person.accommodation_note:
        said.append(ended(person.accommodation_note))
    return " ".join(said)


def _labels(chosen, choices):
    return listed([str(choice.label) for choice in choices if choice.value in chosen])
