"""How a referral goes to its partner: line by line, by link, letter, fax, telephone or in person; and another link."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agency import pdf
from agency.access import Permission, requires
from agency.confirming import asked_first
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from referrals import actions, letter, notices, pages, release, third_party
from referrals.forms.sending import AddressForm, SendForm
from referrals.links import sending
from referrals.opening import open_referral


@requires(Permission.REFERRAL_EDIT)
@sent_once
def send(request, pk):
    """Exactly what the consent lets out, least first; or the sentence that says why nothing goes."""
    referral = open_referral(request, pk)
    if referral.state != "draft":
        messages.info(request, _("This referral has left already."))
        return redirect(referral)
    if referral.service_id is None:
        messages.info(request, _("Choose a service first."))
        return redirect("referrals:add", referral.need_id)
    consent = actions.consent_for(referral)
    if consent is None:
        return _refused(request, referral)
    pieces, addresses = release.pieces(referral, consent), sending.addresses(referral.service)
    form = SendForm(request.POST or None, pieces=pieces, addresses=addresses)
    if request.method == "POST" and form.is_valid():
        return _send(request, referral, consent, form)
    return _page(request, referral, consent, form)


def _send(request, referral, consent, form):
    try:
        sending.send(referral=referral, by=request.user, picked=form.cleaned_data.pop("pieces"), **form.cleaned_data)
    except (actions.NothingPicked, actions.AgreementTrouble) as reason:
        form.add_error(None, str(reason))
        return _page(request, open_referral(request, referral.pk), consent, form)
    except actions.ConsentMissing:
        return _refused(request, open_referral(request, referral.pk))
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
        return redirect("referrals:referral", referral.pk)
    if referral.how_sent == sending.LINK:
        messages.success(request, _on_its_way(form.cleaned_data["sent_to"]))
        return redirect("referrals:referral", referral.pk)
    messages.success(request, _("It is written down: what goes, to whom and why. Here is what to say or print."))
    return redirect("referrals:papers", referral.pk)


def _on_its_way(address):
    return _(
        "It is written down, and the link is on its way to %(address)s. The mail names nobody; what you ticked is read "
        "only after a code."
    ) % {"address": sending.masked(address)}


def _page(request, referral, consent, form):
    ticked = form.ticked()
    context = {
        "referral": referral,
        "family": referral.family,
        "consent": consent,
        "form": form,
        "lines": [(piece, piece.key in ticked) for piece in form.pieces],
        "notes": pages.kept_back(referral, consent),
        "along": notices.before(referral),
        "link": sending.LINK,
        **_agreement(request, referral.service.partner),
    }
    return render(request, "referrals/send.html", context)


def _agreement(request, partner):
    """What is wrong with the partner's data agreement, and where who may can mend it."""
    trouble = third_party.agreement_check(partner, timezone.localdate())
    if trouble is None:
        return {}
    mends = trouble.mou if trouble.mou and request.user.may(Permission.MOU_VIEW) else partner
    return {"trouble": trouble, "mend_url": mends.get_absolute_url()}


def _refused(request, referral):
    """Nothing was sent: why, and the two things one can do."""
    partner = referral.service.partner
    query = urlencode({"partner": partner.pk, "referral": referral.pk})
    context = {
        "referral": referral,
        "family": referral.family,
        "sentence": str(actions.no_consent(referral)),
        "ask_url": f"{reverse('referrals:consent-add', args=[referral.family_id])}?{query}",
    }
    return render(request, "referrals/refused.html", context, status=409 if request.method == "POST" else 200)


@requires(Permission.REFERRAL_EDIT)
@require_GET
def papers(request, pk):
    """What goes to the partner: words for the phone, or a letter with its fax cover. Only what was released."""
    referral = open_referral(request, pk)
    if not _may_be_shown(request, referral):
        return redirect(referral)
    context = {
        "referral": referral,
        "family": referral.family,
        "pieces": release.released(referral, referral.consent, referral.disclosure),
        "notices": notices.of(referral),
        "whom": [referral.service.partner, *notices.letters_to(referral.service)],
        "numbers": referral.service.numbers(for_staff=True),
        "faxes": referral.service.faxes(),
        "worker": request.user,
    }
    return render(request, "referrals/papers.html", context)


@requires(Permission.REFERRAL_EDIT)
@require_GET
def paper(request, pk):
    """The same letter as a PDF."""
    referral = open_referral(request, pk)
    if not _may_be_shown(request, referral):
        return redirect(referral)
    return pdf.response(letter.made(referral, request.user), "referral.pdf")


def _may_be_shown(request, referral):
    """Something has left, and the yes under which it left still holds."""
    if referral.disclosure is None:
        messages.info(request, _("Nothing has left for this referral, so there is nothing to print."))
        return False
    if not referral.consent.is_in_force:
        messages.error(request, _("The consent has ended or was taken back, so this is not shown or printed again."))
        return False
    return True


@requires(Permission.REFERRAL_EDIT)
@sent_once
def again(request, pk):
    """Another link for the same referral: the mail was lost, the link has ended, the address was wrong."""
    referral = open_referral(request, pk)
    form = AddressForm(request.POST or None, addresses=sending.addresses(referral.service) if referral.service else [])
    if request.method == "POST" and form.is_valid():
        return _sent_again(request, referral, form.cleaned_data["sent_to"])
    standing = sending.standing(referral)
    if not standing or not standing["may_go_again"]:
        messages.info(request, str(sending.NotByLink()))
        return redirect(referral)
    context = {"referral": referral, "family": referral.family, "form": form, "standing": standing}
    return render(request, "referrals/link_again.html", context)


def _sent_again(request, referral, address):
    try:
        sending.send_again(referral=referral, sent_to=address, by=request.user)
        said = _("Another link is on its way to %(address)s. The one before opens nothing any more.")
        messages.success(request, said % {"address": sending.masked(address)})
    except (sending.NotByLink, actions.ConsentMissing) as reason:
        messages.error(request, str(reason))
    return redirect("referrals:referral", referral.pk)


@requires(Permission.REFERRAL_EDIT)
def revoke(request, pk):
    """Take the link back, after a question. What was read cannot be called back."""
    referral = open_referral(request, pk)
    standing = sending.standing(referral)
    if not standing or not standing["stands"]:
        messages.info(request, _("No link of this referral opens anything."))
        return redirect(referral)
    if page := asked_first(
        request,
        title=_("Take the link back?"),
        text=_(
            "It opens nothing from now on. What the partner has read cannot be called back. You can send another one."
        ),
        yes=_("Take it back"),
        back_url=referral.get_absolute_url(),
    ):
        return page
    sending.revoke(referral=referral, by=request.user)
    messages.success(request, _("Taken back. The link opens nothing any more."))
    return redirect(referral)
