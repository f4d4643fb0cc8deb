"""What left about a family: its yeses, and the list that only grows."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency import pdf
from agency.access import Permission, permissions_on, requires
from agency.once import sent_once
from families.opening import open_family
from referrals import actions, grounds, panels, refusals, release, shared_copy, taken, wording
from referrals.forms.disclosure import DisclosureForm
from referrals.models import Disclosure, Referral

ON_A_PAGE = 50


@requires(Permission.REFERRAL_VIEW)
@require_GET
def disclosures(request, family_pk):
    """Everything that left, to whom and why. This screen is turned to parents, so restricted lines are asked for."""
    family = open_family(request, family_pk)
    held = Disclosure.objects.visible_to(request.user).of_family(family)
    children = [person for person in family.members.all() if person.is_child]
    child = next((child for child in children if str(child.pk) == request.GET.get("child")), None)
    left = held.for_the_family().about_child(child) if child else held.for_the_family()
    restricted = request.GET.get("ground") == "restricted"
    rows = held.restricted() if restricted else _chosen(left, request.GET.get("ground"))
    rows = rows.select_related("partner", "consent__signer", "made_by", "facts__child", "facts__agreement")
    rows = rows.prefetch_related("statements__parent")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "family": family,
        "page": page,
        "rows": [row_of(disclosure) for disclosure in page],
        "filters": _filters(request, left, child),
        "children": [{"name": one.first_name, "pk": one.pk, "current": one == child} for one in children],
        "child": child,
        "consents": _yeses(family, request.user),
        "restricted": restricted,
        "may_see_restricted": request.user.may(Permission.RESTRICTED_VIEW),
        "may_edit": _may_edit(request, family),
        "may_disclose": bool(grounds.open_to(permissions_on(request.user, family))),
        "noes": refusals.of_family(family, request.user),
        "taken": taken.of_family(family),
        "languages": settings.LANGUAGES,
        "may_decide": _may_decide(request, family) and request.user.may(Permission.RESTRICTED_VIEW),
        "today": timezone.localdate(),
    }
    return render(request, "referrals/disclosures.html", context)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def copy(request, family_pk):
    """The family's copy as a PDF, in its language unless another one is asked for; restricted lines by who decides."""
    family = open_family(request, family_pk)
    restricted = "restricted" in request.GET and _may_decide(request, family)
    asked = request.GET.get("language", "")
    language = asked if wording.is_written_in(asked) else wording.language_for(family)
    made = shared_copy.made(family, request.user, language, restricted=restricted)
    return pdf.response(made, "what-we-shared.pdf")


def _may_decide(request, family):
    """As for a family's own record: whoever leads its center decides whether restricted lines are on the paper."""
    return Permission.FAMILY_ASSIGN in permissions_on(request.user, family)


def _may_edit(request, family):
    return type(family).objects.visible_to(request.user, Permission.REFERRAL_EDIT).filter(pk=family.pk).exists()


def _chosen(left, ground):
    if ground == "yes":
        return left.exclude(consent=None)
    if ground in Disclosure.Ground:
        return left.filter(exception=ground)
    return left.filter(consent=None) if ground == "rule" else left


def _filters(request, left, child):
    """Everything, with their yes, by the rule, and each exception under which something left."""
    by_ground = dict(left.order_by().values_list("exception").annotate(Count("pk")))
    everything, yes = sum(by_ground.values()), by_ground.pop("", 0)
    words = [("", _("Everything"), "", everything), ("yes", _("With their yes"), "check-circle", yes)]
    words.append(("rule", _("By the rule"), "shield", everything - yes))
    words += [(code, capfirst(Disclosure.Ground(code).label), "", n) for code, n in sorted(by_ground.items())]
    now = request.GET.get("ground", "")
    now = now if now in [code for code, *_rest in words] else ""
    also = {"child": child.pk} if child else {}
    return [
        {"url": f"?{urlencode(also | ({'ground': code} if code else {}))}", "label": label, "icon": icon, "count": n,
         "current": code == now}
        for code, label, icon, n in words
    ]  # fmt: skip


def row_of(disclosure):
    """One line of the list, in words a family reads."""
    return {
        "on": disclosure.made_at,
        "to": disclosure.recipient,
        "how": dict(Referral.HowSent.choices).get(disclosure.how, disclosure.how),
        "what": release.in_words(disclosure.what),
        "why": disclosure.why,
        "consent": disclosure.consent,
        "rule": disclosure.get_exception_display(),
        "facts": grounds.in_words(getattr(disclosure, "facts", None)),
        "by": disclosure.made_by,
        "pk": disclosure.pk,
        "statements": disclosure.statements.all(),
        "is_restricted": disclosure.exception == Disclosure.Ground.MALTREATMENT,
    }


def _yeses(family, user):
    consents = panels.consents(family, user)
    kinds = wording.kinds_of(consents)
    return [_yes(consent, kinds[consent.pk]) for consent in consents]


def _yes(consent, kinds):
    """One consent as a row: with whom, what, until when, and what can be done about it."""
    records = [str(record.label) for record in release.COVERS if record in consent.records]
    today = timezone.localdate()
    ended = consent.revoked_at is None and consent.expires_on < today
    return {
        "consent": consent,
        "records": capfirst(", ".join([*records, *(f"“{kind}”" for kind in kinds)])),
        "is_ended": ended,
        "ends_soon": consent.is_in_force and (consent.expires_on - today).days <= 30,
    }


@requires(Permission.DISCLOSE_EMERGENCY)
@sent_once
def add(request, family_pk):
    """Write down what left under a named exception: first which, then the facts it asks for."""
    family = open_family(request, family_pk)
    may = grounds.open_to(permissions_on(request.user, family))
    ground = request.POST.get("exception") or request.GET.get("exception", "")
    if ground not in may:
        choices = [{"code": each.value, "name": each.label, "means": grounds.MEANS[each]} for each in may]
        context = {"family": family, "choices": choices, "asks_a_supervisor": len(may) < len(grounds.ASKS)}
        return render(request, "referrals/disclosure_ground.html", context, status=403 if ground else 200)
    ground = Disclosure.Ground(ground)
    form = DisclosureForm(request.POST or None, instance=Disclosure(family=family), ground=ground, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.disclose(disclosure=form.disclosure(), facts=form.facts(), by=request.user)
        messages.success(request, _("Written down. Nobody can change this line or take it away."))
        return redirect("referrals:disclosures", family.pk)
    context = {"family": family, "form": form, "ground": ground, "means": grounds.MEANS[ground]}
    if ground == Disclosure.Ground.SCHOOL:
        context["noes"] = refusals.standing_of(family, request.user)
    return render(request, "referrals/disclosure_form.html", context)
