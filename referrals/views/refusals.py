"""A parent says no to a school, and may take it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agency.access import Permission, requires
from agency.once import sent_once
from families.opening import open_family
from referrals import actions
from referrals.forms.refusal import RefusalForm, TakeBackForm
from referrals.models import SchoolRefusal


@requires(Permission.REFERRAL_EDIT)
@sent_once
def add(request, family_pk):
    """Keep a parent's no. It binds from that day."""
    family = open_family(request, family_pk)
    main = next((person for person in family.adults() if person.is_main_contact), None)
    new = SchoolRefusal(family=family)
    form = RefusalForm(request.POST or None, initial={"parent": main}, instance=new, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.refuse_school(refusal=form.instance, by=request.user)
        messages.success(request, _("Written down. No school gets anything about this child without a consent."))
        return redirect("referrals:disclosures", family.pk)
    context = {"family": family, "form": form, "all_said": not form.fields["child"].queryset.exists()}
    return render(request, "referrals/refusal_form.html", context)


@requires(Permission.REFERRAL_EDIT)
@sent_once
def take_back(request, pk):
    """The parent has changed their mind. That they had said no stays on the list."""
    found = SchoolRefusal.objects.visible_to(request.user).select_related("child", "parent")
    refusal = get_object_or_404(found, pk=pk)
    refusal.family = family = open_family(request, refusal.family_id)
    form = TakeBackForm(request.POST or None, refusal=refusal, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.take_back_refusal(refusal=refusal, by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down. The notice to the parent and its time to say no count anew."))
        return redirect("referrals:disclosures", family.pk)
    return render(request, "referrals/refusal_take_back.html", {"refusal": refusal, "family": family, "form": form})
