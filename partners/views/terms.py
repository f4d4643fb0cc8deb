"""What belongs to an agreement: points, parties, files, submissions, changes, promises, the annex on data."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import files
from agency.access import Permission, requires
from agency.once import sent_once
from agency.typed import typed_form
from partners import actions
from partners.agreements import mou_or_404
from partners.forms.mou import (
    AmendmentForm,
    AnnexForm,
    AnnexReviewForm,
    FileForm,
    MetForm,
    ObligationForm,
    PartyForm,
    SubmissionForm,
    TopicForm,
)
from partners.models import (
    AnnexReview,
    DataAnnex,
    MouAmendment,
    MouFile,
    MouParty,
    MouSubmission,
    MouTopic,
    Obligation,
    ObligationMet,
)
from partners.views.frame import keep


@requires(Permission.MOU_EDIT)
def topic(request, pk, code):
    """One point of an agreement: what it says, and what shows it."""
    found = mou_or_404(request, pk)
    asks = next((each for each in found.topics_asked if each.code == code), None)
    if asks is None:
        raise Http404
    row = found.topics.filter(code=code).first() or MouTopic(mou=found, code=code)
    draft = f"mou-topic:{found.pk}:{code}"
    form = typed_form(request, TopicForm, draft, instance=row)
    return keep(request, form, title=asks.label, lede=asks.asks, back=f"{found.get_absolute_url()}#points", draft=draft,
                save=lambda: actions.keep(form=form, event="mou_topic", by=request.user))  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def party_add(request, pk):
    return _party(request, MouParty(mou=mou_or_404(request, pk)))


@requires(Permission.MOU_EDIT)
def party(request, pk):
    rows = MouParty.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("mou")
    return _party(request, get_object_or_404(rows, pk=pk))


def _party(request, row):
    form = PartyForm(request.POST or None, instance=row)
    return keep(request, form, title=_("Who signs"), lede=row.mou.title, back=row.mou.get_absolute_url(),
                save=lambda: actions.keep(form=form, event="mou_party", by=request.user))  # fmt: skip


@requires(Permission.MOU_EDIT)
@require_POST
def party_remove(request, pk):
    rows = MouParty.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("mou")
    found = get_object_or_404(rows, pk=pk)
    actions.remove_party(party=found, by=request.user)
    messages.success(request, _("Taken out."))
    return redirect(found.mou)


@requires(Permission.MOU_EDIT)
@sent_once
def file_add(request, pk):
    found = mou_or_404(request, pk)
    form = FileForm(request.POST or None, request.FILES or None)

    def save():
        said = form.cleaned_data
        actions.add_file(mou=found, upload=said["paper"], kind=said["kind"], by=request.user)

    return keep(request, form, title=_("A paper of this agreement"), lede=found.title, save=save,
                back=f"{found.get_absolute_url()}#files", said=_("Kept."))  # fmt: skip


@requires(Permission.MOU_VIEW)
@require_GET
def file(request, pk):
    """The paper itself."""
    found = get_object_or_404(MouFile.objects.visible_to(request.user), pk=pk)
    return files.served(found.path, kind=found.content_kind, name=f"agreement-{found.mou_id}-{found.pk}")


@requires(Permission.MOU_EDIT)
@sent_once
def submission_add(request, pk):
    found = mou_or_404(request, pk)
    if found.signed_on is None or found.submissions.count() == len(MouSubmission.To):
        messages.info(request, _("There is nothing to send: it is not signed yet, or it went everywhere already."))
        return redirect(found)
    form = SubmissionForm(request.POST or None, instance=MouSubmission(mou=found))
    return keep(request, form, title=_("It was sent"), lede=found.title, back=found.get_absolute_url(),
                save=lambda: actions.submit(form=form, by=request.user))  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def amendment_add(request, pk):
    found = mou_or_404(request, pk)
    if found.signed_on is None:
        messages.info(request, _("It is not signed yet: change its words themselves."))
        return redirect(found)
    form = AmendmentForm(request.POST or None, instance=MouAmendment(mou=found))
    return keep(request, form, title=_("A change both sides signed"), lede=found.title, back=found.get_absolute_url(),
                save=lambda: actions.amend(form=form, by=request.user))  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def obligation_add(request, pk):
    found = mou_or_404(request, pk)
    return _obligation(request, Obligation(mou=found, our_owner=request.user), f"obligation:new:{found.pk}")


@requires(Permission.MOU_EDIT)
def obligation(request, pk):
    rows = Obligation.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("mou")
    return _obligation(request, get_object_or_404(rows, pk=pk), f"obligation:{pk}")


def _obligation(request, row, draft):
    form = typed_form(request, ObligationForm, draft, instance=row)
    return keep(request, form, title=_("What was promised"), lede=row.mou.title, draft=draft,
                back=f"{row.mou.get_absolute_url()}#promises",
                save=lambda: actions.keep(form=form, event="obligation", by=request.user))  # fmt: skip


@requires(Permission.MOU_FACTS)
@sent_once
def obligation_met(request, pk):
    """A promise was kept: told by who keeps agreements, or by whoever looks after it."""
    rows = Obligation.objects.visible_to(request.user, Permission.MOU_EDIT).select_related("mou__partner")
    found = get_object_or_404(rows, pk=pk)
    reads = request.user.may(Permission.MOU_VIEW)
    back = f"{found.mou.get_absolute_url()}#promises" if reads else reverse("partners:due")
    form = MetForm(request.POST or None, instance=ObligationMet(obligation=found))
    return keep(request, form, title=found.what, lede=str(found.mou.partner), back=back, save_words=_("Done"),
                save=lambda: actions.meet(obligation=found, by=request.user, met_on=form.cleaned_data["met_on"],
                                          how=form.cleaned_data["how"]))  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def annex(request, pk):
    """What the agreement says about personal data."""
    found = mou_or_404(request, pk)
    row = DataAnnex.objects.visible_to(request.user).filter(mou=found).first() or DataAnnex(mou=found)
    form = typed_form(request, AnnexForm, f"mou-annex:{found.pk}", instance=row)
    return keep(request, form, title=_("Personal data"), draft=f"mou-annex:{found.pk}",
                lede=_("What they may receive, what for, and how they keep it (45 CFR 1303.22)."),
                back=f"{found.get_absolute_url()}#data",
                save=lambda: actions.keep(form=form, event="mou_annex", by=request.user))  # fmt: skip


@requires(Permission.MOU_EDIT)
@sent_once
def annex_review(request, pk):
    """The yearly look at how they keep our families' data."""
    found = mou_or_404(request, pk)
    row = DataAnnex.objects.visible_to(request.user).filter(mou=found).first()
    if row is None:
        return redirect("partners:annex", found.pk)
    form = AnnexReviewForm(request.POST or None, instance=AnnexReview(annex=row))
    about = [{"label": _("Agreed"), "value": row.safeguards}, {"label": _("Destroyed"), "value": row.destruction}]
    return keep(request, form, title=_("How they keep our families’ data"), lede=found.title,
                about=about,
                back=f"{found.get_absolute_url()}#data",
                save=lambda: actions.review_annex(form=form, by=request.user))  # fmt: skip
