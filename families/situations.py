"""The four kinds of facts about what a family lives through, as pages and panels want them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.access import Permission, must_say_why
from agency.templatetags.look import day, on
from families.forms.situation import ChildWelfareForm, FosterCareForm, HomelessnessForm, PlanForm
from families.models import ChildWelfareInvolvement, ExistingPlan, FosterCare, HomelessnessEpisode


@dataclass(frozen=True)
class Kind:
    code: str  # as in the names of its addresses
    model: type
    form: type
    title: str
    add: str
    lede: str = ""
    empty: str = ""
    icon: str = "note"
    by_child: bool = False
    is_restricted: bool = False

    def of(self, family, user):
        """The facts of this kind about one family that `user` may see."""
        here = {"child__family": family} if self.by_child else {"family": family}
        return self.model.objects.visible_to(user).filter(**here)

    def new(self, family):
        return self.model() if self.by_child else self.model(family=family)


KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "homelessness", HomelessnessEpisode, HomelessnessForm,
            gettext_lazy("A time without a home of their own"), gettext_lazy("Add a time without a home"),
            gettext_lazy("Staying with others counts when it is because a home was lost. No paper is needed."),
            gettext_lazy("No time without a home that we know of."), "home",
        ),
        Kind(
            "foster-care", FosterCare, FosterCareForm, gettext_lazy("Foster care"), gettext_lazy("Add foster care"),
            empty=gettext_lazy("No child is or was in foster care, as far as we know."), icon="family", by_child=True,
        ),
        Kind(
            "plan", ExistingPlan, PlanForm, gettext_lazy("Plans elsewhere"), gettext_lazy("Add a plan"),
            gettext_lazy("A plan another agency made with them. Our goals build on it and do not repeat it."),
            gettext_lazy("None that they have told us about."),
        ),
        Kind(
            "child-welfare", ChildWelfareInvolvement, ChildWelfareForm, gettext_lazy("Child welfare"),
            gettext_lazy("Add child welfare involvement"),
            gettext_lazy("Restricted. A report you made yourself is not written here; it has its own log."),
            gettext_lazy("Nothing that we know of."), "lock", is_restricted=True,
        ),
    )
}  # fmt: skip


def parts(family, user, may, *, only_restricted=False):
    """Each kind with its facts; restricted ones only where this person may see them without a reason of the day."""
    hides = Permission.RESTRICTED_VIEW not in may or (must_say_why(user, family) and not only_restricted)
    shown = []
    for kind in KINDS.values():
        facts = [] if kind.is_restricted and hides else list(_wanted(kind, family, user, hides, only_restricted))
        if kind.is_restricted and hides or (only_restricted and not facts and not kind.is_restricted):
            continue
        shown.append(_part(kind, family, [_row(kind, fact, family, may) for fact in facts], may, only_restricted))
    return shown


def _wanted(kind, family, user, hides, only_restricted):
    facts = kind.of(family, user).select_related(*(("child",) if kind.code in ("foster-care", "child-welfare") else ()))
    if kind.model is ExistingPlan:
        facts = facts.select_related("member", "category")
        if hides:
            return facts.exclude(kind__in=ExistingPlan.RESTRICTED)
        return facts.filter(kind__in=ExistingPlan.RESTRICTED) if only_restricted else facts
    return facts if kind.is_restricted or not only_restricted else facts.none()


def _part(kind, family, rows, may, only_restricted):
    adds = Permission.FAMILY_EDIT in may and not only_restricted
    return {
        "code": kind.code,
        "title": kind.title,
        "icon": kind.icon,
        "empty": kind.empty,
        "rows": sorted(rows, key=lambda row: row["is_over"]),
        "add": kind.add,
        "add_url": reverse(f"families:{kind.code}-add", args=[family.pk]) if adds else "",
    }


def _row(kind, fact, family, may):
    is_over = fact.is_over if kind.model is ExistingPlan else _is_past(fact.ended_on)
    edits = Permission.FAMILY_EDIT in may
    return {
        "title": capfirst(TITLES[kind.code](fact)),
        "facts": [{"label": label, "value": capfirst(str(value))} for label, value in FACTS[kind.code](fact) if value],
        "is_over": is_over,
        "is_restricted": kind.is_restricted or getattr(fact, "is_restricted", False),
        "url": reverse(f"families:{kind.code}", args=[family.pk, fact.pk]) if edits else "",
        "end_url": reverse(f"families:{kind.code}-end", args=[family.pk, fact.pk]) if edits and not is_over else "",
    }


def _is_past(on):
    return on is not None and on <= timezone.localdate()


def span(first, last):
    """“since Oct 3, 2025”, “Oct 3, 2025 to Mar 1, 2026”, or nothing."""
    if first and last:
        return _("%(first)s to %(last)s") % {"first": on(first), "last": on(last)}
    if first:
        return _("since %(first)s") % {"first": on(first)}
    return _("until %(last)s") % {"last": on(last)} if last else ""


TITLES = {
    "homelessness": str,
    "foster-care": lambda care: _("%(who)s: %(kind)s") % {"who": care.child.first_name, "kind": care},
    "child-welfare": str,
    "plan": lambda plan: str(plan),
}
FACTS = {
    "homelessness": lambda fact: [
        (_("When"), span(fact.began_on, fact.ended_on)),
        (_("Found a home"), day(fact.housing_acquired_on)),
        (_("Good to know"), fact.note),
    ],
    "foster-care": lambda fact: [
        (_("When"), span(fact.began_on, fact.ended_on)),
        (_("Placed by"), fact.placed_by),
    ],
    "child-welfare": lambda fact: [
        (_("When"), span(fact.began_on, fact.ended_on)),
        (_("About"), fact.child.first_name if fact.child else ""),
        (_("Agency"), fact.agency_name),
        (_("Caseworker"), ", ".join(said for said in (fact.caseworker, fact.caseworker_phone) if said)),
        (_("Referred"), _("They referred the child to us.") if fact.referred_to_us else ""),
        (_("Staff must know"), fact.note),
    ],
    "plan": lambda plan: [
        (_("Whose"), plan.member.first_name if plan.member else ""),
        (_("Works on"), str(plan.category or "")),
        (_("Says"), plan.says),
        (_("When"), span(plan.starts_on, plan.ends_on)),
        (_("Ask"), ", ".join(said for said in (plan.contact_name, plan.contact_phone, plan.contact_email) if said)),
        (_("Shared with us"), plan.get_shared_display()),
    ],
}
