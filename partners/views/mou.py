"""Agreements with partners: the list, one agreement, its moves, its renewal, its packet."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agency import pdf
from agency.access import Permission, requires
from agency.models import Program
from agency.once import sent_once
from agency.transitions import MoveNotAllowed
from agency.typed import typed_form
from partners import actions, packet, pages, standing
from partners.agreements import mou_or_404
from partners.forms.mou import MouFilterForm, MouForm, MoveForm
from partners.models import Mou, Partner
from partners.states import MOU, Standing
from partners.views.frame import keep

ON_A_PAGE = 25


@requires(Permission.MOU_FACTS)
@require_GET
def mous(request):
    """All agreements with how they stand. Whoever sees only facts sees those that are, were or will be in force."""
    reads = request.user.may(Permission.MOU_VIEW)
    standings = list(Standing) if reads else list(standing.FACTS)
    form = MouFilterForm(request.GET, standings=standings, programs=Program.objects.order_by("name"))
    found = Mou.objects.visible_to(request.user, Permission.MOU_FACTS).with_standing()
    found = _narrowed(found, form.cleaned_data, standings).select_related("partner").order_by("partner__name", "pk")
    page = Paginator(found.prefetch_related("programs"), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "form": form, "table": pages.table(page, reads), "reads": reads,
        "may_edit": request.user.may(Permission.MOU_EDIT), "is_narrowed": any(form.cleaned_data.values()),
    }  # fmt: skip
    return render(request, "partners/mous.html", context)


def _narrowed(found, said, standings):
    """Those the filters leave. A renewed or set-aside agreement is history: it shows only when asked for."""
    past = (Standing.RENEWED, Standing.SET_ASIDE, Standing.TERMINATED)
    wanted = [said["standing"]] if said.get("standing") else [one for one in standings if one not in past]
    found = found.filter(standing__in=wanted)
    if said.get("kind"):
        found = found.filter(kind=said["kind"])
    if said.get("program"):
        found = found.binding(said["program"])
    if said.get("ends_by"):
        found = found.filter(ends_on__lte=said["ends_by"])
    return found


@requires(Permission.MOU_EDIT)
@sent_once
def mou_add(request):
    return _new(request, Mou(owner=request.user), reverse("partners:mous"), "mou:new")


@requires(Permission.MOU_EDIT)
@sent_once
def mou_add_with(request, pk):
    """An agreement with this partner."""
    owner = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    back = reverse("partners:partnership", args=[owner.pk])
    return _new(request, Mou(partner=owner, owner=request.user), back, f"mou:new:{owner.pk}")


def _new(request, row, back, draft):
    form = typed_form(request, MouForm, draft, instance=row, user=request.user)
    lede = str(row.partner) if row.partner_id else _("Write down what is known. Parties, points and files follow.")
    if request.method == "POST" and form.is_valid():
        return keep(request, form, title="", back=form.instance, draft=draft,
                    save=lambda: actions.keep_mou(form=form, by=request.user))  # fmt: skip
    return keep(request, form, title=_("A new agreement"), back=back, draft=draft, lede=lede, save=None)


@requires(Permission.MOU_EDIT)
def mou_edit(request, pk):
    found = mou_or_404(request, pk)
    form = typed_form(request, MouForm, f"mou:{found.pk}", instance=found, user=request.user)
    return keep(request, form, title=found.title, back=found.get_absolute_url(), draft=f"mou:{found.pk}",
                save=lambda: actions.keep_mou(form=form, by=request.user))  # fmt: skip


@requires(Permission.MOU_VIEW)
@require_GET
def mou(request, pk):
    found = mou_or_404(request, pk, Permission.MOU_VIEW)
    return render(request, "partners/mou.html", pages.mou(found, request.user))


@requires(Permission.MOU_EDIT)
def move(request, pk, name):
    """One move of the table, on a screen of its own when it asks for something."""
    found = mou_or_404(request, pk)
    step = MOU.moves.get(name)
    if step is None:
        return redirect(found)
    form = MoveForm(request.POST if request.method == "POST" else None, mou=found, move=step)
    if request.method == "POST" and form.is_valid():
        return _moved(request, found, step, form)
    page = {"mou": found, "move": step, "form": form, "back_url": found.get_absolute_url()}
    return render(request, "partners/mou_move.html", page)


def _moved(request, found, step, form):
    try:
        actions.move(mou=found, name=step.name, by=request.user, **form.cleaned_data)
    except MoveNotAllowed as reason:
        messages.error(request, str(reason))
        page = pages.mou(mou_or_404(request, found.pk), request.user)
        return render(request, "partners/mou.html", page, status=409)
    messages.success(request, _("Done: %(move)s.") % {"move": step.label})
    return redirect(found)


@requires(Permission.MOU_EDIT)
@require_POST
def renew(request, pk):
    """The next agreement, with the terms of this one."""
    found = mou_or_404(request, pk)
    try:
        new = actions.renew(mou=found, by=request.user)
    except actions.RenewedAlready as reason:
        messages.info(request, str(reason))
        return redirect(reason.later)
    except actions.NotRenewable as reason:
        messages.error(request, str(reason))
        return redirect(found)
    messages.success(request, _("The renewal stands here as a draft with the terms of the last one. Look at the days."))
    return redirect(new)


@requires(Permission.MOU_VIEW)
@require_GET
def packet_pdf(request, pk):
    """What both sides need on the table to renew: terms, points, meetings, promises, referrals."""
    found = mou_or_404(request, pk, Permission.MOU_VIEW)
    content = packet.render(found, request.user)
    return pdf.response(content, f"renewal-packet-{found.pk}-{timezone.localdate()}.pdf")
