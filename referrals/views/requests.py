"""What parents ask about the record: the list of a family, one request and its steps, the letter with our answer."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency import pdf
from agency.access import Permission, permissions_on, requires
from agency.due import Clocks
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from families.opening import open_family
from referrals import actions, answer_letter, request_states, requests, wording
from referrals.forms.request import ASKS, RequestForm, StepForm
from referrals.models import RecordRequest
from referrals.request_states import REQUEST


@requires(Permission.REFERRAL_VIEW)
@require_GET
def of_family(request, family_pk):
    """Everything a family has asked about its record, and how it ended."""
    family = open_family(request, family_pk)
    found = RecordRequest.objects.visible_to(request.user).filter(family=family)
    found, clocks = found.select_related("asked_by", "child", "family__center"), Clocks()
    may = permissions_on(request.user, family)
    context = {
        "family": family,
        "rows": [requests.row_of(row, clocks) for row in found],
        "may_edit": Permission.REFERRAL_EDIT in may,
        "may_copy": Permission.RESTRICTED_VIEW in may,
    }
    return render(request, "referrals/requests.html", context)


@requires(Permission.REFERRAL_EDIT)
@sent_once
def add(request, family_pk):
    """Write down what a parent asks."""
    family = open_family(request, family_pk)
    main = next((person for person in family.adults() if person.is_main_contact), None)
    new = RecordRequest(family=family, language=wording.language_for(family))
    form = RequestForm(request.POST or None, initial={"asked_by": main}, instance=new, user=request.user)
    if request.method == "POST" and form.is_valid():
        asked = actions.requests.ask(request=form.instance, by=request.user)
        messages.success(
            request, _("Written down. Until they are answered, nothing of this family’s record can be destroyed.")
        )
        return redirect(asked)
    return render(request, "referrals/request_form.html", {"family": family, "form": form})


def _opened(request, pk):
    found = RecordRequest.objects.visible_to(request.user)
    found = found.select_related("asked_by", "child", "answered_by", "decided_by", "recorded_by", "statement__parent")
    asked = get_object_or_404(found, pk=pk)
    asked.family = open_family(request, asked.family_id)
    return asked


@requires(Permission.REFERRAL_VIEW)
@require_GET
def one(request, pk):
    """One request: what was asked, what we answered, what can be done next."""
    asked = _opened(request, pk)
    may = permissions_on(request.user, asked.family)
    steps = request_states.open_to(asked, request.user) if Permission.REFERRAL_EDIT in may else []
    context = requests.row_of(asked, Clocks()) | {
        "family": asked.family,
        "steps": steps,
        "main": requests.main_step(asked),
        "facts": requests.facts(asked),
        "may_hear": requests.may_hear(asked),
        "may_copy": Permission.RESTRICTED_VIEW in may,
    }
    return render(request, "referrals/request.html", context)


@requires(Permission.REFERRAL_EDIT)
@sent_once
def step(request, pk, name):
    """One step of our answer."""
    asked = _opened(request, pk)
    if name not in ASKS or name not in [move.name for move in request_states.open_to(asked, request.user)]:
        return _not_now(request, asked, name)
    form = StepForm(request.POST or None, instance=asked, step=name)
    if request.method == "POST" and form.is_valid():
        try:
            actions.requests.take_step(request=asked, name=name, by=request.user, typed=form.cleaned_data)
        except MoveNotAllowed as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("Written down. The letter with our answer is ready to print."))
            return redirect(asked)
    context = {"asked": asked, "family": asked.family, "form": form, "move": REQUEST.moves[name]}
    return render(request, "referrals/request_step.html", context)


def _not_now(request, asked, name):
    """A step that does not fit any more, or never did."""
    if name not in ASKS:
        raise Http404
    messages.error(request, _("This request has moved on meanwhile. Look where it stands now."))
    return redirect(asked)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def letter(request, pk):
    """Our answer as a letter, in the language of the family."""
    return pdf.response(answer_letter.made(_opened(request, pk), request.user), "answer.pdf")
