"""This room's parts of what has happened: conversations, help received, needs that ended, places, main workers."""

from django.db.models import TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Concat
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agency.access import Permission
from agency.story import entry, part, person
from families.models import Assessment, Assignment, Enrollment, Language, Need, ServiceReceived, StructureChange


def parts(family, user, on):
    """The rows of this room that `user` may read on a day."""
    talks = Assessment.objects.visible_to(user).filter(family=family).done()
    ended = Need.objects.visible_to(user).filter(family=family, closed_on__isnull=False)
    places = Enrollment.objects.visible_to(user).filter(family=family)
    began = Assignment.objects.visible_to(user).filter(family=family, kind="primary", starts_on__lte=on)
    place = Concat("member__first_name", Value("\n"), "program__name", output_field=TextField())
    return [
        part("talk", talks, on="done_on", state="place", more="language", who=person("staff"), number="family_id"),
        part("help", _help(family, user), on="received_on", title="what", state="source", more=_category()),
        part("need", ended, on="closed_on", title="what", state="closing"),
        part("entry", places.filter(entered_on__lte=on), on="entered_on", title=place, text="center__name"),
        part("exit", places.filter(exited_on__lte=on), on="exited_on", title=place, state="exit_reason"),
        part("worker", began, on="starts_on", who=person("worker")),
        part("shape", _shape(family), on="happened_on", key="family_id", state="kind", who=person("made_by")),
    ]


def _shape(family):
    """How the family became what it is. Births, departures and returns tell themselves by their places."""
    told = StructureChange.Kind
    return StructureChange.objects.of_family(family).filter(
        undone_at=None, kind__in=[told.SPLIT, told.MERGE, told.TRANSFER, told.NEWBORN]
    )


def _help(family, user):
    received = ServiceReceived.objects.visible_to(user).filter(family=family)
    return received if user.may(Permission.RESTRICTED_VIEW) else received.filter(category__is_restricted=False)


def _category():
    """The category's name in the language of the page, else in English."""
    language = (get_language() or "en").partition("-")[0]
    said = [KeyTextTransform(code, "category__name") for code in (language, "en")]
    return Coalesce(*said, Value(""), output_field=TextField())


def _talk(row):
    meta = _("%(who)s, %(where)s, in %(language)s") % {
        "who": row.s_who,
        "where": Assessment.Place(row.s_state).label,
        "language": Language(row.s_more).label,
    }
    url = reverse("families:assessment", args=[row.s_number, row.s_key])
    return entry(row, "sun", _("Strengths conversation"), tone="accent", meta=meta, url=url)


def _helped(row):
    meta = ServiceReceived.Source(row.s_state).label
    return entry(row, "service", row.s_title, tone="success", meta=meta, chips=[row.s_more])


def _ended(row):
    closing = Need.Closing(row.s_state)
    tone, url = "success" if closing == Need.Closing.MET else "", reverse("families:need", args=[row.s_key])
    return entry(row, "check-circle", row.s_title, tone=tone, meta=closing.label, url=url)


def _entered(row):
    who, program = row.s_title.split("\n", 1)
    title = _("%(who)s starts %(program)s") % {"who": who, "program": program}
    return entry(row, "family", title, meta=row.s_text)


def _exited(row):
    who, program = row.s_title.split("\n", 1)
    title = _("%(who)s leaves %(program)s") % {"who": who, "program": program}
    return entry(row, "family", title, meta=Enrollment.ExitReason(row.s_state).label if row.s_state else "")


def _began(row):
    return entry(row, "hand", _("%(who)s is the main worker") % {"who": row.s_who})


def _shaped(row):
    title = StructureChange.Kind(row.s_state).label
    url = reverse("families:changes", args=[row.s_key])
    return entry(row, "family", title[:1].upper() + title[1:], meta=row.s_who, url=url)


TOLD = {
    "shape": _shaped,
    "talk": _talk,
    "help": _helped,
    "need": _ended,
    "entry": _entered,
    "exit": _exited,
    "worker": _began,
}
