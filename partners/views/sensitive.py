"""Sensitive kinds of help, and the words that travel with what is sent there: a manager keeps them."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency.access import Permission, requires
from agency.once import sent_once
from partners import actions
from partners.forms.sensitive import KindForm, NoticeForm
from partners.models import SensitiveKind, SensitiveNotice
from partners.views.frame import keep


@requires(Permission.DIRECTORY_MANAGE)
@require_GET
def kinds(request):
    """Each kind, what belongs to it, and its words in force today."""
    rows = SensitiveKind.objects.visible_to(request.user).prefetch_related("categories", "partners")
    words = {notice.kind_id: notice for notice in SensitiveNotice.objects.visible_to(request.user).in_force()}
    context = {"rows": [{"kind": kind, "notice": words.get(kind.pk)} for kind in rows]}
    return render(request, "partners/sensitive.html", context)


@requires(Permission.DIRECTORY_MANAGE)
@sent_once
def kind(request, pk):
    """The words of one kind: those in force, those before and to come; new ones hold from a day on."""
    found = _kind(request, pk)
    notices = list(found.notices.select_related("written_by"))
    now = next((notice for notice in notices if notice.holds_from <= timezone.localdate()), None)
    form = NoticeForm(request.POST or None, kind=found, by=request.user, like=now)
    context = {"kind": found, "notices": notices, "now": now, "partners": found.partners.all()}
    return keep(request, form, title=str(found), back=reverse("partners:sensitive-kind", args=[found.pk]),
                save=lambda: actions.keep(form=form, event="sensitive_words", by=request.user),
                said=_("Kept. They travel along from that day."),
                template="partners/sensitive_kind.html", **context)  # fmt: skip


@requires(Permission.DIRECTORY_MANAGE)
@sent_once
def kind_add(request):
    """A kind with its first words."""
    form = KindForm(request.POST or None, instance=SensitiveKind(position=SensitiveKind.objects.count()))
    words = NoticeForm(request.POST or None, kind=form.instance, by=request.user)
    if request.method == "POST" and form.is_valid() & words.is_valid():
        with transaction.atomic():
            actions.keep(form=form, event="sensitive_kind", by=request.user)
            actions.keep(form=words, event="sensitive_words", by=request.user)
        return redirect("partners:sensitive")
    return render(request, "partners/sensitive_add.html", {"form": form, "words": words})


@requires(Permission.DIRECTORY_MANAGE)
def kind_edit(request, pk):
    """What a kind is called, and which kinds of help belong to it."""
    found = _kind(request, pk)
    form = KindForm(request.POST or None, instance=found)
    return keep(request, form, title=str(found), back=reverse("partners:sensitive-kind", args=[found.pk]),
                save=lambda: actions.keep(form=form, event="sensitive_kind", by=request.user))  # fmt: skip


def _kind(request, pk):
    return get_object_or_404(SensitiveKind.objects.visible_to(request.user).prefetch_related("categories"), pk=pk)
