"""Changing what is on record: the family, its homes, its members, their telephones, their places."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, requires
from agency.asked import way_back
from agency.confirming import asked_first
from agency.typed import typed_form
from families import actions, hidden, panels, reaching
from families.forms.intake import LastDayForm, PlaceForm
from families.forms.people import ContactForm, FamilyForm, HouseholdForm, MemberForm
from families.models import ContactPoint, Enrollment, FamilyMember, Household
from families.opening import open_family


@requires(Permission.FAMILY_EDIT)
def edit(request, pk):
    """What is on record about a family: its own lines here, its people and homes beside them."""
    family = open_family(request, pk)
    key = f"family:{family.pk}"
    form = typed_form(request, FamilyForm, key, instance=family, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, family, family.get_absolute_url(), key)
    page = {"family": family, "form": form, "draft_key": key}
    return render(request, "families/edit.html", page | panels.on_record(family))


@requires(Permission.FAMILY_EDIT)
def member(request, pk, member_pk):
    """One member of a family, with the telephones and places of this person."""
    family = open_family(request, pk)
    member = get_object_or_404(FamilyMember.objects.visible_to(request.user), family=family, pk=member_pk)
    key = f"member:{member.pk}"
    form = typed_form(request, MemberForm, key, instance=member)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, family, way_back(request, reverse("families:edit", args=[family.pk])), key)
    page = {
        "family": family,
        "member": member,
        "form": form,
        "points": member.contact_points.all(),
        "rule": "" if member.is_child else reaching.rule(member, reaching.declined_in([family.pk])),
        "easier": "" if member.is_child else reaching.easier(member),
        "places": member.enrollments.select_related("program", "center"),
        "draft_key": key,
    }
    return render(request, "families/member.html", page)


@requires(Permission.FAMILY_EDIT)
def household(request, pk, household_pk):
    family = open_family(request, pk)
    household = get_object_or_404(Household.objects.visible_to(request.user), family=family, pk=household_pk)
    if household.is_hidden and not hidden.is_open(request, family):
        return redirect("families:reveal", family.pk)
    key = f"household:{household.pk}"
    form = typed_form(request, HouseholdForm, key, instance=household)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, family, way_back(request, reverse("families:edit", args=[family.pk])), key)
    return _form_page(request, family, form, key, title=_("Home"), save=_("Save the home"))


@requires(Permission.FAMILY_EDIT)
def contact_add(request, pk, member_pk):
    family = open_family(request, pk)
    member = get_object_or_404(FamilyMember.objects.visible_to(request.user), family=family, pk=member_pk)
    key = f"contact:of-{member.pk}"
    form = typed_form(request, ContactForm, key, instance=ContactPoint(member=member))
    return _contact(request, family, member, form, key)


@requires(Permission.FAMILY_EDIT)
def contact(request, pk, contact_pk):
    family = open_family(request, pk)
    points = ContactPoint.objects.visible_to(request.user).select_related("member")
    point = get_object_or_404(points, member__family=family, pk=contact_pk)
    key = f"contact:{point.pk}"
    form = typed_form(request, ContactForm, key, instance=point)
    return _contact(request, family, point.member, form, key)


def _contact(request, family, member, form, key):
    back = reverse("families:member", args=[family.pk, member.pk])
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, family, way_back(request, back), key)
    title = _("How to reach %(who)s") % {"who": member.first_name}
    return _form_page(request, family, form, key, title=title, save=_("Save"), point=form.instance)


@requires(Permission.FAMILY_EDIT)
@require_POST
def contact_remove(request, pk, contact_pk):
    """A number that is nobody's any more. The row history keeps it."""
    family = open_family(request, pk)
    point = get_object_or_404(ContactPoint.objects.visible_to(request.user), member__family=family, pk=contact_pk)
    back = reverse("families:member", args=[family.pk, point.member_id])
    if page := asked_first(
        request,
        title=_("Remove this number or address?"),
        text=_("Nobody will be called or written to there any more."),
        yes=_("Remove it"),
        back_url=back,
    ):
        return page
    actions.remove_contact(point=point, by=request.user)
    messages.success(request, _("Removed."))
    return redirect(back)


@requires(Permission.FAMILY_EDIT)
def place(request, pk, member_pk):
    """A place in a program for a child on record, or for an adult who expects one."""
    family = open_family(request, pk)
    member = get_object_or_404(FamilyMember.objects.visible_to(request.user), family=family, pk=member_pk)
    key = f"place:{member.pk}"
    form = typed_form(request, PlaceForm, key, member=member)
    back = reverse("families:intake-step", args=[family.pk, "children"])
    if request.method == "POST" and form.is_valid():
        actions.enroll(member=member, by=request.user, **form.cleaned_data)
        return _saved(request, family, way_back(request, back), key)
    title = _("A place for %(who)s") % {"who": member.first_name}
    return _form_page(request, family, form, key, title=title, save=_("Save the place"), back=back)


@requires(Permission.FAMILY_EDIT)
def place_end(request, pk, place_pk):
    """A child leaves, goes on to school, or is born: the last day of a place."""
    family = open_family(request, pk)
    places = Enrollment.objects.visible_to(request.user).filter(family=family).select_related("member")
    place = get_object_or_404(places, pk=place_pk)
    key = f"place-end:{place.pk}"
    form = typed_form(request, LastDayForm, key, instance=place)
    back = reverse("families:member", args=[family.pk, place.member_id])
    if request.method == "POST" and form.is_valid():
        actions.end_place(form=form, by=request.user)
        return _saved(request, family, reverse("families:exit-checklist", args=[family.pk]), key)
    title = _("A place for %(who)s") % {"who": place.member.first_name}
    return _form_page(request, family, form, key, title=title, lede=str(place), save=_("Save the place"), back=back)


def _form_page(request, family, form, key, **more):
    page = {"family": family, "form": form, "draft_key": key, "back": way_back(request, more.get("back", ""))}
    return render(request, "families/form.html", more | page)


def _saved(request, family, url, key):
    drafts.forget(request, key)
    messages.success(request, _("Saved."))
    return redirect(url)
