"""Keeping the entries of the directory: partners, places, services, numbers, people."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import drafts
from agency.access import Permission, requires
from agency.once import sent_once
from agency.typed import typed_form
from partners import actions
from partners.forms.directory import ContactForm, PartnerForm, PhoneForm, PlaceForm
from partners.forms.service import ServiceForm
from partners.models import Contact, Location, Partner, Phone, Service


@requires(Permission.DIRECTORY_EDIT)
@sent_once
def partner_add(request):
    form = typed_form(request, PartnerForm, "partner:new", instance=Partner(), user=request.user)
    return _edit(request, form, _("A new partner"), reverse("partners:directory"), "partner:new")


@requires(Permission.DIRECTORY_EDIT)
def partner_edit(request, pk):
    found = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    form = PartnerForm(request.POST or None, instance=found, user=request.user)
    return _edit(request, form, found.name, found.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
@sent_once
def place_add(request, partner_pk):
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=partner_pk)
    form = PlaceForm(request.POST or None, instance=Location(partner=owner))
    return _edit(request, form, _("A place of %(partner)s") % {"partner": owner}, owner.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
def place_edit(request, pk):
    found = get_object_or_404(Location.objects.visible_to(request.user).select_related("partner"), pk=pk)
    form = PlaceForm(request.POST or None, instance=found)
    title = _("A place of %(partner)s") % {"partner": found.partner}
    return _edit(request, form, title, found.partner.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
@sent_once
def service_add(request, partner_pk):
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=partner_pk)
    key = f"service:new:{owner.pk}"
    form = typed_form(request, ServiceForm, key, instance=Service(partner=owner))
    title = _("A service of %(partner)s") % {"partner": owner}
    return _edit_service(request, form, title, owner.get_absolute_url(), key)


@requires(Permission.DIRECTORY_EDIT)
def service_edit(request, pk):
    found = get_object_or_404(Service.objects.visible_to(request.user).select_related("partner"), pk=pk)
    form = ServiceForm(request.POST or None, instance=found)
    return _edit_service(request, form, found.name, found.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
@sent_once
def phone_add(request, partner_pk):
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=partner_pk)
    form = PhoneForm(request.POST or None, instance=Phone(partner=owner))
    return _edit(request, form, _("A number of %(partner)s") % {"partner": owner}, owner.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
def phone_edit(request, pk):
    found = get_object_or_404(Phone.objects.visible_to(request.user).select_related("partner"), pk=pk)
    form = PhoneForm(request.POST or None, instance=found)
    title = _("A number of %(partner)s") % {"partner": found.partner}
    return _edit(request, form, title, found.partner.get_absolute_url(), remove=("partners:phone-remove", found.pk))


@requires(Permission.DIRECTORY_EDIT)
@require_POST
def phone_remove(request, pk):
    found = get_object_or_404(Phone.objects.visible_to(request.user).select_related("partner"), pk=pk)
    found.delete()
    messages.success(request, _("The number is gone from the directory."))
    return redirect(found.partner)


@requires(Permission.DIRECTORY_EDIT)
@sent_once
def contact_add(request, partner_pk):
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=partner_pk)
    form = ContactForm(request.POST or None, instance=Contact(partner=owner))
    return _edit(request, form, _("Somebody at %(partner)s") % {"partner": owner}, owner.get_absolute_url())


@requires(Permission.DIRECTORY_EDIT)
def contact_edit(request, pk):
    found = get_object_or_404(Contact.objects.visible_to(request.user).select_related("partner"), pk=pk)
    form = ContactForm(request.POST or None, instance=found)
    title = _("Somebody at %(partner)s") % {"partner": found.partner}
    remove = ("partners:contact-remove", found.pk)
    return _edit(request, form, title, found.partner.get_absolute_url(), remove=remove)


@requires(Permission.DIRECTORY_EDIT)
@require_POST
def contact_remove(request, pk):
    found = get_object_or_404(Contact.objects.visible_to(request.user).select_related("partner"), pk=pk)
    found.delete()
    messages.success(request, _("This person is gone from the directory."))
    return redirect(found.partner)


def _edit_service(request, form, title, back_url, draft=""):
    answer = _edit(request, form, title, back_url, draft)
    if form.is_bound and form.is_valid() and form.cleaned_data["is_checked"]:
        actions.mark_right(service=form.instance, by=request.user)
    return answer


def _edit(request, form, title, back_url, draft="", remove=None):
    """One form about the directory: shown, kept, or shown again with what to look at."""
    if request.method == "POST" and form.is_valid() and (saved := _kept(form)):
        if draft:
            drafts.forget(request, draft)
        messages.success(request, _("Saved."))
        return redirect(back_url if isinstance(saved, (Phone, Contact)) else saved)
    context = {"form": form, "title": title, "back_url": back_url, "draft": draft}
    if remove:
        context["remove_url"] = reverse(remove[0], args=[remove[1]])
    return render(request, "partners/form.html", context)


def _kept(form):
    """What was saved; nothing, and a sentence above the form, when somebody wrote the same at this moment."""
    try:
        with transaction.atomic():
            return form.save()
    except IntegrityError:
        form.add_error(None, _("Somebody saved the same entry at this moment. Look at what stands there now."))
        return None
