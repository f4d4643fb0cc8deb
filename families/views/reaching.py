"""Reaching a family: the rule of each adult, what is kept hidden, address labels for a letter."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agency import audit, drafts
from agency.access import Permission, permissions_on, requires
from agency.asked import way_back
from agency.typed import typed_form
from families import actions, hidden, reaching
from families.forms.reaching import SafeContactForm
from families.models import Family, FamilyMember
from families.opening import open_family

MOST_LABELS = 500  # families on one print


@requires(Permission.FAMILY_EDIT)
def safe_contact(request, pk, member_pk):
    """How one adult wishes to be reached, and how not."""
    family = open_family(request, pk)
    adults = FamilyMember.objects.visible_to(request.user).adults()
    member = get_object_or_404(adults, family=family, pk=member_pk)
    key = f"safe-contact:{member.pk}"
    form = typed_form(request, SafeContactForm, key, instance=member)
    if Permission.RESTRICTED_VIEW not in permissions_on(request.user, family):
        del form.fields["code_word"]
    back = way_back(request, reverse("families:edit", args=[family.pk]))
    if request.method == "POST" and form.is_valid():
        form.save()
        drafts.forget(request, key)
        messages.success(request, _("Saved. Every page that names this family says it now."))
        return redirect(back)
    page = {"family": family, "member": member, "form": form, "draft_key": key, "back": back}
    return render(request, "families/safe_contact.html", page)


@requires(Permission.FAMILY_EDIT)
def reveal(request, pk):
    """What a family keeps hidden: shown to whoever asks for it and serves them; each time it is written down."""
    family = open_family(request, pk)
    if request.method != "POST":
        return render(request, "families/reveal.html", {"family": family})
    audit.looked(request, [family], page="families:reveal", reason=_("Hidden address or code word shown"), anew=True)
    actions.reveal(family=family, by=request.user)
    hidden.open_for(request, family)
    homes = [home for home in family.households.all() if home.is_hidden]
    words = []
    if Permission.RESTRICTED_VIEW in permissions_on(request.user, family):
        words = [adult for adult in family.adults() if adult.code_word]
    return render(request, "families/reveal.html", {"family": family, "shown": True, "homes": homes, "words": words})


@requires(Permission.FAMILY_EDIT)
def labels(request):
    """Address labels for a letter: pick families, print only those who may be written to, see who was left out."""
    mine = Family.objects.visible_to(request.user, Permission.FAMILY_EDIT).order_by("name", "pk")
    chosen = _chosen(request, mine)
    adults = list(reaching.adults_to_write(chosen))
    to_print, left_out = reaching.letters(adults)
    audit.looked(request, chosen)
    if request.method == "POST" and chosen:
        actions.print_labels(families=chosen, people=len(to_print), left_out=len(left_out), by=request.user)
    page = {
        "families": [] if chosen else list(mine.select_related("center")[:MOST_LABELS]),
        "labels": to_print,
        "left_out": left_out,
        "chosen": chosen,
    }
    if not chosen:
        audit.looked(request, page["families"])
    return render(request, "families/labels.html", page)


def _chosen(request, mine):
    if request.method != "POST":
        return []
    keys = [int(key) for key in request.POST.getlist("family") if key.isdecimal() and len(key) < 19]
    return list(mine.filter(pk__in=keys[:MOST_LABELS]))
