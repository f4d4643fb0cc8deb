"""What we told a family and what it allowed: one list, one form for a talk, one page to correct an entry."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, permissions_on, requires
from agency.once import sent_once
from agency.typed import typed_form
from families import actions
from families import papers as papers_of
from families.forms.notices import ConsentAnswerForm, NoticeForm, PapersForm
from families.models import FamilyConsent, NoticeGiven
from families.opening import open_family


@requires(Permission.FAMILY_VIEW)
def papers(request, pk):
    """What was explained and what was answered, newest first."""
    family = open_family(request, pk)
    page = {"family": family, "may_edit": Permission.FAMILY_EDIT in permissions_on(request.user, family)}
    return render(request, "families/papers.html", page | papers_of.of_family(family, request.user))


@requires(Permission.FAMILY_EDIT)
@sent_once
def add(request, pk):
    """One talk, however much was explained and answered in it."""
    family = open_family(request, pk)
    key = f"papers:{family.pk}"
    form = typed_form(request, PapersForm, key, family=family, initial=_begun_with(request, family))
    if request.method == "POST" and form.is_valid():
        keep(form, family, request.user)
        return _saved(request, family, key)
    page = {"family": family, "form": form, "draft_key": key, "back": reverse("families:papers", args=[family.pk])}
    return render(request, "families/papers_add.html", page)


def _begun_with(request, family):
    """Led here by what is due, that one thing is ticked already."""
    told = request.GET.get("told", "")
    return PapersForm.initial_for(family) | ({"told": [told]} if told in NoticeGiven.Kind.values else {})


def keep(form, family, by):
    """Keep what a valid PapersForm says."""
    typed = form.cleaned_data
    talk = {name: typed[name] for name in ("told", "on", "who", "language", "how")}
    actions.keep_papers(family=family, answers=form.answers(), by=by, **talk)


@requires(Permission.FAMILY_EDIT)
def notice(request, pk, notice_pk):
    family = open_family(request, pk)
    given = get_object_or_404(NoticeGiven.objects.visible_to(request.user), family=family, pk=notice_pk)
    return _entry(request, family, NoticeForm, given, f"notice:{given.pk}", _("What we told them"))


@requires(Permission.FAMILY_EDIT)
def answer(request, pk, answer_pk):
    family = open_family(request, pk)
    given = get_object_or_404(FamilyConsent.objects.visible_to(request.user), family=family, pk=answer_pk)
    return _entry(request, family, ConsentAnswerForm, given, f"answer:{given.pk}", _("What they allow"))


def _entry(request, family, form_class, entry, key, title):
    form = typed_form(request, form_class, key, instance=entry, family=family)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, family, key)
    back = reverse("families:papers", args=[family.pk])
    page = {"family": family, "form": form, "draft_key": key, "title": title, "save": _("Save"), "back": back}
    return render(request, "families/form.html", page)


def _saved(request, family, key):
    drafts.forget(request, key)
    messages.success(request, _("Saved."))
    return redirect("families:papers", family.pk)
