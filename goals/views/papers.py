"""The signed paper as a picture, the copy a family holds, and many families' copies in one file."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agency import audit, files
from agency.access import Permission, requires
from agency.once import sent_once
from families.models import Assignment, Family
from families.opening import open_family
from goals.actions import papers as actions
from goals.forms.papers import CopiesForm, CopyForm, ScanForm
from goals.models import AgreementBundle, AgreementVersion, PaperScan
from goals.opening import agreement_or_404, version_or_404

MOST = 400  # copies in one file: enough for a center, few enough for one PDF


@requires(Permission.GOAL_EDIT)
@sent_once
def scan_add(request, family_pk, number):
    """Put a picture of the signed paper beside the version it belongs to."""
    family = open_family(request, family_pk)
    version = version_or_404(request, agreement_or_404(request, family), number)
    form = ScanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.attach_scan(version=version, upload=said["paper"], note=said["note"], by=request.user)
        messages.success(request, _("Kept beside the signed version."))
        return redirect("goals:agreement", family.pk)
    return render(request, "goals/scan_form.html", {"family": family, "version": version, "form": form})


@requires(Permission.AGREEMENT_VIEW)
def scan(request, pk):
    """The picture itself."""
    found = get_object_or_404(
        PaperScan.objects.visible_to(request.user).select_related("agreement_version__agreement"), pk=pk
    )
    open_family(request, found.agreement_version.agreement.family_id)
    return files.served(found.path, kind=found.kind, name=f"agreement-paper-{found.pk}")


@requires(Permission.GOAL_EDIT)
@sent_once
def copy_given(request, family_pk):
    """The family has its copy."""
    family = open_family(request, family_pk)
    signed = agreement_or_404(request, family).latest_version()
    if signed is None:
        messages.error(request, _("Nothing is signed yet. Read it together first, and sign it together."))
        return redirect("goals:agreement", family.pk)
    form = CopyForm(request.POST or None, family=family, user=request.user, initial={"language": signed.language})
    if request.method == "POST" and form.is_valid():
        actions.give_copy(version=signed, by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down: they have their copy."))
        return redirect("goals:agreement", family.pk)
    return render(request, "goals/copy_form.html", {"family": family, "version": signed, "form": form})


@requires(Permission.GOAL_EDIT)
@sent_once
def copies(request):
    """Choose whose agreements to print together; the file is made in the background."""
    form = CopiesForm(request.POST or None, **_choices(request.user))
    if request.method == "POST" and form.is_valid():
        families = _families(request.user, form.cleaned_data)
        try:
            bundle = actions.ask_for_copies(
                families=families,
                purpose=form.cleaned_data["purpose"],
                large=form.cleaned_data["large"],
                by=request.user,
            )
        except actions.NothingToPrint as reason:
            messages.info(request, str(reason))
            return redirect("goals:copies")
        audit.looked(request, families, reason=form.cleaned_data["purpose"])
        return redirect("agency:run", bundle.run_id)
    bundles = AgreementBundle.objects.visible_to(request.user).exclude(path="").select_related("run").order_by("-pk")
    return render(request, "goals/copies.html", {"form": form, "bundles": bundles, "most": MOST})


def _signed_families(user):
    """Families with a signed version whose agreement this person may write, and so hand over."""
    versions = AgreementVersion.objects.visible_to(user).values("agreement__family")
    return Family.objects.visible_to(user, Permission.GOAL_EDIT).filter(pk__in=versions)


def _choices(user):
    families = _signed_families(user)
    centers = families.order_by("center__name").values_list("center", "center__name").distinct()
    workers = Assignment.objects.visible_to(user).in_force().filter(family__in=families, kind="primary")
    workers = workers.order_by("worker__last_name", "worker__first_name").values_list(
        "worker", "worker__first_name", "worker__last_name"
    )
    return {
        "centers": list(centers),
        "workers": [(pk, f"{first} {last}".strip()) for pk, first, last in dict.fromkeys(workers)],
    }


def _families(user, said):
    chosen = Q()
    if said.get("center"):
        chosen &= Q(center=said["center"])
    if said.get("worker"):
        theirs = Assignment.objects.visible_to(user).in_force().filter(worker=said["worker"], kind="primary")
        chosen &= Q(pk__in=theirs.values("family"))
    return list(_signed_families(user).filter(chosen).order_by("name", "pk")[:MOST])


@requires(Permission.GOAL_EDIT)
def bundle(request, pk):
    """The finished file, for whoever asked for it, while it is kept and while they may still see every family in it."""
    found = get_object_or_404(AgreementBundle.objects.visible_to(request.user), pk=pk)
    seen = Family.objects.visible_to(request.user, Permission.GOAL_EDIT).filter(pk__in=found.family_ids)
    if not found.path or seen.count() != len(found.family_ids):
        raise Http404
    audit.looked(request, found.family_ids, reason=found.purpose)
    return files.served(found.path, kind="application/pdf", name="agreements")
