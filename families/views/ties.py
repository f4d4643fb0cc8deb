"""Who each adult is to each child, square by square, and the second home of a child."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import drafts
from agency.access import Permission, permissions_on, requires
from agency.asked import way_back
from agency.once import sent_once
from agency.typed import typed_form
from families import actions, ties
from families.forms.ties import RelationForm, SecondHomeForm
from families.models import FamilyMember, Relation, SecondHome
from families.opening import open_family


@requires(Permission.FAMILY_EDIT)
def relation(request, pk, child_pk, adult_pk):
    """One adult and one child: who they are, custody, where the child lives, what a court says."""
    family = open_family(request, pk)
    people = FamilyMember.objects.visible_to(request.user).filter(family=family)
    child = get_object_or_404(people.children(), pk=child_pk)
    adult = get_object_or_404(people.adults(), pk=adult_pk)
    key = f"relation:{child.pk}:{adult.pk}"
    known = Relation.objects.visible_to(request.user).filter(adult=adult, child=child).first()
    sees = Permission.RESTRICTED_VIEW in permissions_on(request.user, family)
    form = typed_form(request, RelationForm, key, instance=known or ties.unsaid(adult, child), sees_restricted=sees)
    back = way_back(request, reverse("families:intake-step", args=[family.pk, "ties"]))
    if request.method == "POST" and form.is_valid():
        actions.keep_tie(form=form, by=request.user)
        return _saved(request, back, key)
    title = _("%(adult)s and %(child)s") % {"adult": adult.first_name, "child": child.first_name}
    page = {"family": family, "form": form, "draft_key": key, "title": title, "save": _("Save"), "back": back}
    return render(request, "families/form.html", page)


@requires(Permission.FAMILY_EDIT)
@sent_once
def second_home_add(request, pk, child_pk):
    family = open_family(request, pk)
    child = get_object_or_404(FamilyMember.objects.visible_to(request.user), family=family, role="child", pk=child_pk)
    today = timezone.localdate()
    return _second_home(request, family, SecondHome(member=child, starts_on=today), f"second-home:of-{child.pk}")


@requires(Permission.FAMILY_EDIT)
def second_home(request, pk, second_home_pk):
    family = open_family(request, pk)
    homes = SecondHome.objects.visible_to(request.user).filter(member__family=family).select_related("member")
    home = get_object_or_404(homes, pk=second_home_pk)
    return _second_home(request, family, home, f"second-home:{home.pk}")


def _second_home(request, family, home, key):
    back = way_back(request, reverse("families:intake-step", args=[family.pk, "ties"]))
    form = typed_form(request, SecondHomeForm, key, instance=home)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _saved(request, back, key)
    page = {
        "family": family,
        "form": form,
        "draft_key": key,
        "title": _("The second home of %(who)s") % {"who": home.member.first_name},
        "lede": "" if form.fields["household"].queryset else _("Add the other home first, in the step “Home”."),
        "save": _("Save the home"),
        "back": back,
    }
    return render(request, "families/form.html", page)


def _saved(request, url, key):
    drafts.forget(request, key)
    messages.success(request, _("Saved."))
    return redirect(url)
