"""A family changes its shape: a page of what may happen, one short form for each, and the way back."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import audit, drafts
from agency.access import Permission, permissions_on, requires
from agency.asked import again, by_post, number, text
from agency.confirming import asked_first
from agency.once import sent_once
from agency.templatetags.look import on
from agency.typed import typed_form
from families import changes, moving
from families.actions import structure, undoing
from families.forms.structure import LeaveForm, LinkForm, NewbornForm, ReturnForm, SplitForm, TransferForm
from families.models import Enrollment, Family, FamilyLink, StructureChange
from families.opening import open_family

MOST_FOUND = 20


@requires(Permission.FAMILY_VIEW)
def overview(request, pk):
    """What may change in a family, the families it knows of, and how it came to be what it is."""
    family = open_family(request, pk)
    may = permissions_on(request.user, family)
    linked = changes.links(family, request.user)
    audit.looked(request, [family, *(one["family"] for one in linked if one["family"])])
    page = {
        "family": family,
        "acts": changes.acts(family, may),
        "links": linked,
        "history": changes.history(family, may),
        "left_behind": changes.left_behind(family),
        "may_edit": Permission.FAMILY_EDIT in may,
    }
    return render(request, "families/changes.html", page)


def _changed(request, family, key, said, url=None):
    drafts.forget(request, key)
    messages.success(request, said)
    return redirect(url or family.get_absolute_url())


def _form_page(request, family, form, key, **words):
    back = reverse("families:changes", args=[family.pk])
    return render(
        request, "families/form.html", {"family": family, "form": form, "draft_key": key, "back": back} | words
    )


# ---- somebody moves out -------------------------------------------------------------------------------------------


@requires(Permission.FAMILY_EDIT)
@sent_once
def split(request, pk):
    """Who goes, where they live, what goes with them; to a family of their own, or into one we know (`?into=`)."""
    family = open_family(request, pk)
    into = _other(request, family, "into")
    key = f"split:{family.pk}"
    may = permissions_on(request.user, family)
    choices = [one for room in moving.rooms for one in room.choices(family, request.user)]
    form_class = partial(SplitForm, family=family, may=may, choices=choices, into=into)
    initial = {"happened_on": timezone.localdate(), "name": family.name}
    form = typed_form(request, form_class, key, initial=initial)
    if request.method == "POST" and form.is_valid() and (change := _split(request, family, into, form)):
        return _split_done(request, family, change, key)
    find = reverse("families:link-find", args=[family.pk]) + "?for=split"
    page = {"title": _("Somebody moves out"), "save": _("Record it"), "into": into, "find_url": find}
    return render(request, "families/split.html", page | {"family": family, "form": form, "draft_key": key})


def _split(request, family, into, form):
    said = form.cleaned_data
    try:
        return structure.split(
            family=family,
            people=list(said["people"]),
            name=said.get("name", ""),
            into=into,
            home=form.chosen_home(),
            chosen=said.get("chosen", ()),
            worker=said.get("worker"),
            happened_on=said["happened_on"],
            reason=said["reason"],
            by=request.user,
        )
    except structure.NobodyStays as sentence:
        form.add_error("people", str(sentence))
        return None


def _split_done(request, family, change, key):
    audit.looked(request, [change.other])
    said = _("Saved. They are the %(name)s now; the two families are linked.") % {"name": change.other}
    may_open = Family.objects.visible_to(request.user).filter(pk=change.other_id).exists()
    return _changed(request, family, key, said, change.other.get_absolute_url() if may_open else None)


def _other(request, family, name):
    """Another family named in the address, which this person may open; None without one."""
    key = number(request, name)
    if key is None:
        return None
    others = Family.objects.visible_to(request.user, Permission.FAMILY_EDIT).exclude(pk=family.pk)
    other = get_object_or_404(others, pk=key)
    audit.looked(request, [other])
    return other


# ---- a baby -------------------------------------------------------------------------------------------------------


@requires(Permission.FAMILY_EDIT)
@sent_once
def newborn(request, pk):
    """The expected child becomes a member: its name and day; all else is known."""
    family = open_family(request, pk)
    expecting = family.members.filter(is_expecting=True, left_on=None)
    if not expecting:
        messages.info(request, _("Nobody in this family is recorded as expecting a baby."))
        return redirect("families:changes", family.pk)
    key = f"newborn:{family.pk}"
    form_class = partial(NewbornForm, family=family, expecting=expecting)
    form = typed_form(request, form_class, key, initial=_newborn_of(expecting[0], family))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        change = structure.newborn(
            mother=said["mother"],
            babies=form.babies(),
            relations=form.relations(),
            born_on=said["born_on"],
            center=said["center"],
            option=said["option"],
            entered_on=said["entered_on"],
            by=request.user,
        )
        said = _("Welcome! The baby is on record since %(day)s.") % {"day": on(change.happened_on)}
        return _changed(request, family, key, said)
    lede = _("%(who)s has been expecting. What is on record about the family goes on as it is.")
    words = {
        "title": _("A baby is born"),
        "lede": lede % {"who": expecting[0].first_name},
        "save": _("Welcome the baby"),
    }
    return _form_page(request, family, form, key, **words)


def _newborn_of(mother, family):
    held = mother.enrollments.filter(exited_on=None, option=Enrollment.Option.PREGNANCY).first()
    place = {"center": held.center_id, "option": Enrollment.Option.HOME} if held else {}
    return {"last_name": mother.last_name or family.name, "born_on": timezone.localdate()} | place


# ---- another center, away, and back -------------------------------------------------------------------------------


@requires(Permission.FAMILY_ASSIGN)
@sent_once
def transfer(request, pk):
    """Places go on at another center, and somebody there serves the family."""
    family = open_family(request, pk)
    key = f"transfer:{family.pk}"
    form = typed_form(request, partial(TransferForm, family=family), key, initial={"starts_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        structure.transfer(family=family, by=request.user, **said | {"places": list(said["places"])})
        told = _("Saved. They start at %(center)s on %(day)s.") % {
            "center": said["center"],
            "day": on(said["starts_on"]),
        }
        url = (
            None if Family.objects.visible_to(request.user).filter(pk=family.pk).exists() else reverse("families:list")
        )
        return _changed(request, family, key, told, url)
    lede = _("The old place ends the day before. Its supervisor and the new one both see what was.")
    return _form_page(request, family, form, key, title=_("To another center"), lede=lede, save=_("Transfer"))


@requires(Permission.FAMILY_EDIT)
@sent_once
def leave(request, pk):
    """Places end for a reason; then what is still missing, on a list that blocks nothing."""
    family = open_family(request, pk)
    key = f"leave:{family.pk}"
    form = typed_form(request, partial(LeaveForm, family=family), key, initial={"last_day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        structure.leave(family=family, by=request.user, **said | {"places": list(said["places"])})
        told = _("Saved. Their last day is %(day)s.") % {"day": on(said["last_day"])}
        return _changed(request, family, key, told, reverse("families:changes", args=[family.pk]))
    words = {"title": _("They leave"), "save": _("Record the end")}
    words["lede"] = _("The family still counts for the time before. It may come back to the same record.")
    words |= {"more_url": reverse("families:exit-checklist", args=[family.pk]), "more": _("What is missing at the end")}
    return _form_page(request, family, form, key, **words)


@requires(Permission.FAMILY_EDIT)
@sent_once
def come_back(request, pk):
    """A family that left takes up the place it had, with the worker of before."""
    family = open_family(request, pk)
    key = f"return:{family.pk}"
    may = permissions_on(request.user, family)
    form_class = partial(ReturnForm, family=family, may=may)
    form = typed_form(request, form_class, key, initial={"first_day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        structure.come_back(family=family, by=request.user, **said | {"places": list(said["places"])})
        return _changed(
            request, family, key, _("Welcome back! Their first day is %(day)s.") % {"day": on(said["first_day"])}
        )
    lede = _(
        "Each place begins anew and leads back to the one before. Conversations, goals and notes are all still here."
    )
    return _form_page(request, family, form, key, title=_("They come back"), lede=lede, save=_("Welcome them back"))


# ---- families that know of each other -----------------------------------------------------------------------------

GOES_TO = {"link": "families:link-add", "split": "families:split", "merge": "families:merge"}


@requires(Permission.FAMILY_EDIT)
@by_post
def link_find(request, pk):
    """Which other family? Only families this person may open are found."""
    family = open_family(request, pk)
    purpose = request.GET.get("for", "link")
    asked = text(request)
    found = Family.objects.visible_to(request.user, Permission.FAMILY_EDIT).exclude(pk=family.pk).with_people()
    found = list(found.matching(asked)[:MOST_FOUND]) if len(asked) > 1 else []
    audit.looked(request, found)
    hits = [{"family": one, "url": _goes_to(purpose, family, one)} for one in found]
    page = {"family": family, "asked": asked, "hits": hits, "purpose": purpose, "again": again(request)}
    return render(request, "families/link_find.html", page)


def _goes_to(purpose, family, other):
    if purpose == "split":
        return f"{reverse('families:split', args=[family.pk])}?into={other.pk}"
    return f"{reverse('families:link-add', args=[family.pk])}?other={other.pk}"


@requires(Permission.FAMILY_EDIT)
@sent_once
def link_add(request, pk):
    """How two families are linked, and what to know about it."""
    family = open_family(request, pk)
    other = _other(request, family, "other")
    if other is None:
        return redirect("families:link-find", family.pk)
    key = f"link:{family.pk}-{other.pk}"
    form = typed_form(request, LinkForm, key, instance=FamilyLink(family=family, other=other, linked_by=request.user))
    if request.method == "POST" and form.is_valid():
        structure.link(link=form.save(commit=False), by=request.user)
        return _changed(request, family, key, _("The two families are linked."), reverse("families:changes", args=[pk]))
    words = {"title": _("Link with the %(family)s") % {"family": other}, "save": _("Link them")}
    words["lede"] = _("Each family keeps its own record. Nobody opens the other family because of the link.")
    return _form_page(request, family, form, key, **words)


@requires(Permission.FAMILY_EDIT)
@require_POST
def link_end(request, pk, link_pk):
    """Two families have no more to do with each other."""
    family = open_family(request, pk)
    links = FamilyLink.objects.visible_to(request.user, Permission.FAMILY_EDIT).of_family(family).filter(ended_on=None)
    link = get_object_or_404(links, pk=link_pk)
    back = reverse("families:changes", args=[family.pk])
    text = _("That they were linked stays on record.")
    if page := asked_first(request, title=_("End this link?"), text=text, yes=_("End it"), back_url=back):
        return page
    structure.unlink(link=link, by=request.user)
    messages.success(request, _("The link has ended."))
    return redirect(back)


# ---- the way back -------------------------------------------------------------------------------------------------


@requires(Permission.FAMILY_VIEW)
@require_POST
def undo(request, pk, change_pk):
    """Take a change back. Only who may make such a change may take it back."""
    family = open_family(request, pk)
    found = StructureChange.objects.visible_to(request.user).of_family(family).select_related("family", "other")
    change = get_object_or_404(found, pk=change_pk)
    if changes.needs(change) not in permissions_on(request.user, family):
        raise Http404
    back = reverse("families:changes", args=[change.family_id])
    if page := asked_first(
        request,
        title=_("Take this back: %(what)s?") % {"what": change.get_kind_display()},
        text=_("Everything goes back to where it was. What was recorded since then stays."),
        yes=_("Take it back"),
        back_url=back,
    ):
        return page
    try:
        undoing.undo(change=change, by=request.user)
    except undoing.CannotUndo as sentence:
        messages.error(request, str(sentence))
    else:
        messages.success(request, _("Taken back. Everything is where it was."))
    return redirect(back)
