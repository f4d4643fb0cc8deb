"""The page an empty installation starts with. It works once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from agency.forms.first_run import first_forms
from agency.forms.together import Together
from agency.models import Agency
from agency.setup import AlreadySetUp, set_up


@login_not_required
@sensitive_post_parameters("person-password")
def first_run(request):
    if Agency.objects.exists():
        return redirect("account_login")
    forms = first_forms(request.POST or None)
    if request.method == "POST" and all(form.is_valid() for form in forms.values()):
        return _set_up(request, {name: dict(form.cleaned_data) for name, form in forms.items()})
    return render(request, "agency/first_run.html", {"forms": forms, "all_forms": Together(forms.values())})


def _set_up(request, typed):
    person = typed.pop("person")
    password, is_manager = person.pop("password"), person.pop("is_manager")
    try:
        set_up(**typed, administrator=person, password=password, is_manager=is_manager)
    except AlreadySetUp as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("Your agency is set up. Sign in with the password you chose."))
    return redirect("account_login")
