"""Consultations about a family with which child welfare is involved. Restricted: managers say why each time."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, permissions_on, requires
from agency.once import sent_once
from agency.typed import typed_form
from families.opening import open_family, why_first
from supervision.actions import consultations as actions
from supervision.forms.consultations import ConsultationForm
from supervision.models import Consultation
from supervision.opening import open_consultation


@requires(Permission.RESTRICTED_VIEW)
def consultations(request, family_pk):
    """Who thought along, when, and what was decided."""
    family = open_family(request, family_pk)
    if page := why_first(request, family):
        return page
    found = Consultation.objects.visible_to(request.user).filter(family=family).select_related("recorded_by")
    may_add = Permission.CONSULTATION_EDIT in permissions_on(request.user, family)
    page = {"family": family, "consultations": found, "may_add": may_add}
    return render(request, "supervision/consultations.html", page)


@requires(Permission.CONSULTATION_EDIT)
@sent_once
def add(request, family_pk):
    family = open_family(request, family_pk)
    return _keep(request, Consultation(family=family), f"consultation-{family.pk}")


@requires(Permission.CONSULTATION_EDIT)
def edit(request, pk):
    found = open_consultation(request, pk)
    return _keep(request, found, f"consultation-of-{found.pk}")


def _keep(request, consultation, key):
    family = consultation.family
    form = typed_form(request, ConsultationForm, key, instance=consultation)
    if request.method == "POST" and form.is_valid():
        actions.keep(form=form, by=request.user)
        drafts.forget(request, key)
        messages.success(request, _("Kept with the restricted facts of the family."))
        return redirect("supervision:consultations", family.pk)
    page = {"family": family, "form": form, "draft_key": key, "save": _("Keep it")}
    page["title"] = _("Somebody thought along")
    lede = _("Nobody stands alone when child welfare is involved. Only who may read restricted facts sees this.")
    return render(request, "families/form.html", page | {"lede": lede})
