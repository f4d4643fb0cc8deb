"""A parent sees a part of the record differently and says so (45 CFR 1303.23(c))."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agency.access import Permission, requires
from agency.once import sent_once
from families.opening import open_family
from referrals import actions, statements
from referrals.forms.statement import StatementForm
from referrals.models import RecordRequest
from referrals.request_states import RequestState


@requires(Permission.REFERRAL_EDIT)
@sent_once
def add(request, family_pk):
    """Keep a parent's own words beside the part they contest."""
    family = open_family(request, family_pk)
    main = next((person for person in family.adults() if person.is_main_contact), None)
    known = {"about": request.GET.get("about", ""), "parent": main}
    asked = _asked(request, family)
    form = StatementForm(request.POST or None, initial=known, family=family, user=request.user)
    if request.method == "POST" and form.is_valid():
        kept = actions.keep_statement(statement=form.statement(), by=request.user, request=asked)
        messages.success(request, _("Kept. It stands beside that part of the record and goes wherever it goes."))
        part = statements.about(kept)
        return redirect(part) if hasattr(part, "get_absolute_url") else redirect("referrals:disclosures", family.pk)
    return render(request, "referrals/statement_form.html", {"family": family, "form": form, "asked": asked})


def _asked(request, family):
    """The request whose hearing left the record as it is: these words are the parent's answer to that. Or None."""
    key = request.GET.get("request", "")
    held = RecordRequest.objects.visible_to(request.user).filter(family=family, state=RequestState.HELD)
    return held.filter(pk=key).first() if key.isdecimal() else None
