"""Asking for a family's yes, on a screen turned to the family; its copy; taking it back."""

from django.conf import settings
from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from agency import drafts, files, pdf
from agency.access import Permission, requires
from agency.languages import name_of
from agency.once import sent_once
from families.opening import open_family
from partners.models import Partner
from referrals import actions, consent_copy, wording
from referrals.forms.consent import ConsentForm, CopyForm, PaperForm, RevokeForm, SignForm, default_end, new_consent
from referrals.models import Consent, ConsentPaper, Records, Referral


def _key(family):
    return f"consent:{family.pk}"


@requires(Permission.REFERRAL_EDIT)
def add(request, family_pk):
    """What would be shared, why, with whom: written by staff with the family, before anybody signs."""
    family = open_family(request, family_pk)
    known = _known(request, family) if request.method == "GET" else {}
    form = ConsentForm(request.POST or None, initial=known, instance=new_consent(family), user=request.user)
    if request.method == "POST" and form.is_valid():
        drafts.keep(request.user, _key(family), drafts.typed_in(request.POST), path=request.path)
        return redirect(_sign_url(family, request.GET.get("referral", "")))
    read_aloud = "" if wording.is_written_in(family.language) else name_of(family.language)
    context = {"family": family, "form": form, "draft": _key(family), "read_aloud": read_aloud}
    return render(request, "referrals/consent_form.html", context)


def _sign_url(family, referral):
    url = reverse("referrals:consent-sign", args=[family.pk])
    return f"{url}?referral={referral}" if referral.isdecimal() else url


def _known(request, family):
    """What is known before one types: the draft, else the consent to renew, else the partner one came from."""
    main = next((person for person in family.adults() if person.is_main_contact), None)
    known = {"signer": main, "records": [Records.LANGUAGE, Records.NEED, Records.NAMES]}
    partner = request.GET.get("partner", "")
    if partner.isdecimal():
        known["partner"] = Partner.objects.visible_to(request.user).active().filter(pk=partner).first()
    referral = request.GET.get("referral", "")
    if referral.isdecimal():
        waiting = Referral.objects.visible_to(request.user).filter(family=family, pk=referral)
        asked = waiting.select_related("need__category").first()
        known |= _asked(asked) if asked else {}
    renew = request.GET.get("renew", "")
    if renew.isdecimal():
        old = get_object_or_404(Consent.objects.visible_to(request.user), pk=renew, family=family)
        names = ("partner", "partner_group", "records", "restricted", "purpose", "signer", "language")
        return {name: getattr(old, name) for name in names} | {"expires_on": default_end(family)}
    return known | ({} if known.get("partner") else drafts.restore(request, _key(family)))


def _asked(referral):
    """What the referral one came from says already. A restricted kind is ticked for the family to see and untick."""
    kind = referral.need.category
    return {"purpose": referral.reason, "restricted": [kind.code] if kind.is_restricted else []}


def _written(request, family):
    """The form as staff filled it in a moment ago, or None when there is nothing to sign."""
    draft = drafts.find(request, _key(family))
    if draft is None:
        return None
    query = QueryDict(mutable=True)
    for name, values in draft.typed.items():
        query.setlist(name, values)
    form = ConsentForm(query, instance=new_consent(family), user=request.user)
    return form if form.is_valid() else None


@requires(Permission.REFERRAL_EDIT)
def sign(request, family_pk):
    """The text in the family's language and the place to sign, on a screen without names in its bar or title."""
    family = open_family(request, family_pk)
    written = _written(request, family)
    if written is None:
        messages.info(request, _("Write first what may be shared. Then the family reads and signs it."))
        return redirect("referrals:consent-add", family.pk)
    consent = written.save(commit=False)
    text = wording.consent_text(consent, consent.language)
    with translation.override(consent.language):
        form = SignForm(request.POST or None, request.FILES or None, text_hash=wording.hash_of(text))
        if request.method == "POST" and form.is_valid():
            return _signed(request, family, consent, text, form)
        context = {
            "family": family,
            "consent": consent,
            "paragraphs": text.split("\n\n"),
            "form": form,
            "seen": wording.hash_of(text),
        }
        return render(request, "referrals/consent_sign.html", context | {"language": consent.language})


def _signed(request, family, consent, text, form):
    consent.method = form.cleaned_data["method"]
    typed = form.cleaned_data
    if typed["copy_given"]:
        consent.copy_given_on, consent.copy_language = consent.given_on, typed["copy_language"] or consent.language
    actions.give_consent(consent=consent, by=request.user, text=text, signed=form.signed(), paper=typed["paper"])
    drafts.forget(request, _key(family))
    with translation.override(request.LANGUAGE_CODE):  # the screen is turned back to staff
        messages.success(request, _("Signed. Thank you."))
    waiting = request.GET.get("referral", "")
    mine = Referral.objects.visible_to(request.user).filter(family=family, pk=waiting if waiting.isdecimal() else 0)
    return redirect("referrals:send", waiting) if mine.exists() else redirect(consent)


def _consent(request, pk):
    found = Consent.objects.visible_to(request.user).select_related("partner", "signer", "taken_by", "revoked_by")
    consent = get_object_or_404(found, pk=pk)
    consent.family = open_family(request, consent.family_id)
    return consent


@requires(Permission.REFERRAL_VIEW)
@require_GET
def consent(request, pk):
    """The family's copy: the text it read, its name under it, and what became of it."""
    found = _consent(request, pk)
    strokes = found.strokes or {}
    context = {
        "consent": found,
        "family": found.family,
        "paragraphs": found.text_shown.split("\n\n"),
        "drawn": strokes.get("png", ""),
        "typed": strokes.get("typed", ""),
        "is_whole": wording.hash_of(found.text_shown) == found.text_hash,
        "may_edit": _may_change(request, found),
        "papers": list(found.papers.all()),
        "languages": settings.LANGUAGES,
        "copy_form": CopyForm(initial={"language": found.copy_language or found.language}),
        "copy_language": name_of(found.copy_language) if found.copy_language else "",
    }
    return render(request, "referrals/consent.html", context)


@requires(Permission.REFERRAL_VIEW)
@require_GET
def copy(request, pk):
    """The family's copy as a PDF, in the language it asks for."""
    found = _consent(request, pk)
    language = request.GET.get("language", "")
    language = language if wording.is_written_in(language) else found.language
    return pdf.response(consent_copy.made(found, language), "consent.pdf")


@requires(Permission.REFERRAL_EDIT)
@require_POST
def copy_given(request, pk):
    """The family has its copy."""
    found, form = _consent(request, pk), CopyForm(request.POST)
    if form.is_valid():
        actions.give_copy(consent=found, language=form.cleaned_data["language"], by=request.user)
        messages.success(request, _("Written down: they have their copy."))
    return redirect(found)


@requires(Permission.REFERRAL_EDIT)
@sent_once
def paper_add(request, pk):
    """Put a picture of the signed paper beside the consent."""
    found = _consent(request, pk)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        actions.attach_paper(consent=found, upload=form.cleaned_data["paper"], by=request.user)
        messages.success(request, _("Kept beside the consent."))
        return redirect(found)
    return render(request, "referrals/consent_paper.html", {"consent": found, "family": found.family, "form": form})


@requires(Permission.REFERRAL_VIEW)
@require_GET
def paper(request, pk):
    """The picture itself."""
    found = get_object_or_404(ConsentPaper.objects.visible_to(request.user).select_related("consent"), pk=pk)
    open_family(request, found.consent.family_id)
    return files.served(found.path, kind=found.kind, name=f"consent-paper-{found.pk}")


def _may_change(request, consent):
    return Consent.objects.visible_to(request.user, Permission.REFERRAL_EDIT).filter(pk=consent.pk).exists()


@requires(Permission.REFERRAL_EDIT)
def revoke(request, pk):
    """Taking a consent back: what it stops and what it cannot, then the button."""
    found = _consent(request, pk)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _revoke(request, found, form.cleaned_data["note"])
        return redirect("referrals:disclosures", found.family_id)
    waiting = (
        Referral.objects.visible_to(request.user).filter(consent=found).waiting().select_related("service__partner")
    )
    context = {
        "consent": found,
        "family": found.family,
        "form": form,
        "stops": [referral for referral in waiting if referral.state in actions.UNANSWERED],
        "goes_on": [referral for referral in waiting if referral.state not in actions.UNANSWERED],
    }
    return render(request, "referrals/revoke.html", context)


def _revoke(request, consent, note):
    """Take it back and say what happened: how many stopped, how many go on."""
    try:
        stopped, going_on = actions.revoke(consent=consent, by=request.user, note=note)
    except actions.AlreadyTakenBack as reason:
        messages.error(request, str(reason))
        return
    messages.success(request, _("Taken back. From now on nothing more is shared. What left before stays on the list."))
    if stopped:
        messages.info(request, _stopped(stopped))
    if going_on:
        n = len(going_on)
        messages.info(
            request,
            ngettext(
                "%(n)s referral goes on, because the partner has answered. Nothing more about the family is sent.",
                "%(n)s referrals go on, because the partners have answered. Nothing more about the family is sent.",
                n,
            )
            % {"n": n},
        )


def _stopped(stopped):
    words = {"n": len(stopped), "partners": ", ".join(str(referral.service.partner) for referral in stopped)}
    return (
        ngettext(
            "%(n)s referral nobody had answered was withdrawn: %(partners)s. Please call and say so.",
            "%(n)s referrals nobody had answered were withdrawn: %(partners)s. Please call and say so.",
            len(stopped),
        )
        % words
    )
