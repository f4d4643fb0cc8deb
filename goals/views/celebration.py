"""A celebration: the moment, the story and the photo as far as the family says yes, the certificate."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import files, pdf
from agency.access import Permission, permissions_on, requires
from agency.languages import OURS
from agency.once import sent_once
from goals import certificate as paper
from goals.actions import review as actions
from goals.forms.review import PhotoForm, StoryForm
from goals.models import CelebrationConsent, CelebrationPhoto
from goals.opening import open_celebration, open_photo


@requires(Permission.GOAL_VIEW)
def celebration(request, pk):
    """One moment, and what the family lets us tell and show of it."""
    found = open_celebration(request, pk)
    yes = {consent.what: consent for consent in found.consents.in_force().select_related("given_by")}
    page = {
        "celebration": found,
        "family": found.family,
        "story": yes.get(CelebrationConsent.What.STORY),
        "photo": yes.get(CelebrationConsent.What.PHOTO),
        "photos": CelebrationPhoto.objects.visible_to(request.user).filter(celebration=found).shown(),
        "withdrawn": found.consents.exclude(withdrawn_on=None).order_by("-pk"),
        "can_edit": Permission.GOAL_EDIT in permissions_on(request.user, found.family),
        "certificates": [(code, OURS[code]) for code in OURS],
    }
    return render(request, "goals/celebration.html", page)


@requires(Permission.GOAL_EDIT)
@sent_once
def story(request, pk):
    """The story as they would tell it, and who said yes."""
    found = open_celebration(request, pk)
    form = StoryForm(request.POST or None, user=request.user, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.tell(form=form, by=request.user)
        messages.success(request, _("Kept, with their yes. They can take it back any day."))
        return redirect("goals:celebration", found.pk)
    page = {"celebration": found, "family": found.family, "form": form, "title": _("Their story")}
    return render(request, "goals/celebration_form.html", page)


@requires(Permission.GOAL_EDIT)
@sent_once
def photo_add(request, pk):
    """A picture of the moment, and who said yes."""
    found = open_celebration(request, pk)
    form = PhotoForm(request.POST or None, request.FILES or None, user=request.user, family=found.family)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.show(
            celebration=found, upload=said["photo"], shows=said["shows"], given_by=said["given_by"], by=request.user
        )
        messages.success(request, _("Kept, with their yes. They can take it back any day."))
        return redirect("goals:celebration", found.pk)
    page = {"celebration": found, "family": found.family, "form": form, "title": _("A photo")}
    return render(request, "goals/celebration_form.html", page)


@requires(Permission.GOAL_VIEW)
def photo(request, pk):
    """The picture itself, for who may see the moment, while the family's yes stands."""
    found = open_photo(request, pk)
    return files.served(found.path, kind=found.kind, name="photo")


@requires(Permission.GOAL_EDIT)
@require_POST
def take_back(request, pk, what):
    """The family has changed its mind."""
    found = open_celebration(request, pk)
    consents = CelebrationConsent.objects.visible_to(request.user).filter(celebration=found).in_force()
    actions.take_back_yes(consent=get_object_or_404(consents, what=what), by=request.user)
    messages.success(request, _("Taken back. From now on nobody sees it."))
    return redirect("goals:celebration", found.pk)


@requires(Permission.GOAL_VIEW)
def certificate(request, pk):
    """A sheet to hang up: what they reached, in their language."""
    found = open_celebration(request, pk)
    wanted = (request.GET.get("lang"), found.family.language, get_language(), "en")
    language = next(code for code in wanted if code in OURS)
    return pdf.response(paper.as_pdf(found, language), "certificate.pdf")
