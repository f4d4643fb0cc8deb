"""The forms: a new year's is copied, renumbered, reworded, mapped, looked over and put in use; no programmer needed."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency.access import Permission, requires
from agency.models import PirItemOfCategory, ServiceCategory
from agency.views.organisation import for_the_whole_agency
from reports.models import PirForm, PirItem
from reports.pir import editing, pages
from reports.pir.counting import AskedForm
from reports.pir.forms import CopyForm, ItemForm, LettersForm, NumbersForm, ShiftForm
from reports.pir.rules import RULES


@requires(Permission.SETTINGS_EDIT)
def forms(request):
    """Every year's form, newest first."""
    for_the_whole_agency(request)
    return _forms(request, CopyForm())


def _forms(request, new, status=200):
    context = {"rows": PirForm.objects.select_related("copied_from"), "form": new}
    return render(request, "reports/pir/forms.html", context, status=status)


@requires(Permission.SETTINGS_EDIT)
@require_POST
def copy(request):
    for_the_whole_agency(request)
    new = CopyForm(request.POST)
    if not new.is_valid():
        return _forms(request, new, status=422)
    made = editing.copy(form=new.cleaned_data["form"], year=new.cleaned_data["year"], by=request.user)
    messages.success(request, _("Copied. Change the numbers and words that are new, then put it in use."))
    return redirect(made)


@requires(Permission.SETTINGS_EDIT)
def form(request, pk):
    """One form: its questions, how each is answered, and what is not right yet."""
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.select_related("copied_from"), pk=pk)
    asked = AskedForm(one)
    names = {kind.pk: kind for kind in ServiceCategory.objects.all()}
    groups = pages.grouped(_row(item, asked, names) for item in asked.items)
    context = {"form": one, "groups": groups, "findings": editing.look_over(one)}
    return render(request, "reports/pir/form.html", context)


def _row(item, asked, names):
    kinds = asked.kinds_of(item) if item.rule.startswith("service_") else set()
    kinds |= {asked.categories[code] for code in item.categories if code in asked.categories}
    return {
        "number": item.number,
        "code": item.code,
        "is_heading": item.rule == "heading",
        "unsure": not item.is_confirmed,
        "item": item,
        "rule": RULES.get(item.rule),
        "kinds": [str(names[kind]) for kind in sorted(kinds)],
        "deep": item.number.count(".") > 2,
    }


@requires(Permission.SETTINGS_EDIT)
def item_add(request, pk):
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.all(), pk=pk)
    return _item(request, PirItem(form=one, is_confirmed=False))


@requires(Permission.SETTINGS_EDIT)
def item(request, pk, item_pk):
    for_the_whole_agency(request)
    return _item(request, get_object_or_404(PirItem.objects.select_related("form"), form=pk, pk=item_pk))


def _item(request, one):
    typed = ItemForm(request.POST or None, instance=one)
    if request.method == "POST" and typed.is_valid():
        try:
            editing.keep_item(item=typed.item(), by=request.user)
        except editing.FormSealed as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, _("Saved."))
        return redirect("reports:pir-form", one.form_id)
    return render(request, "reports/pir/one_item.html", {"form": typed, "item": one, "of": one.form})


@requires(Permission.SETTINGS_EDIT)
@require_POST
def item_drop(request, pk, item_pk):
    for_the_whole_agency(request)
    one = get_object_or_404(PirItem.objects.select_related("form"), form=pk, pk=item_pk)
    return _act(request, one.form, lambda: editing.drop_item(item=one, by=request.user), _("The question is gone."))


@requires(Permission.SETTINGS_EDIT)
def numbers(request, pk):
    """All numbers of a form at once; a shift fills them in, and nothing is kept before it is saved."""
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.all(), pk=pk)
    items = list(one.items.order_by("sort", "pk"))
    shift = ShiftForm(request.GET or None)
    typed = NumbersForm(request.POST or None, items=items, shifted=shift.shifted(items) if request.GET else {})
    if request.method == "POST" and typed.is_valid():
        said = typed.cleaned_data
        renumber = partial(
            editing.renumber, form=one, numbers=typed.numbers, by=request.user, compared=said["compared"]
        )
        return _act(request, one, renumber, _("The numbers are saved."))
    return render(request, "reports/pir/numbers.html", {"of": one, "form": typed, "shift": shift})


@requires(Permission.SETTINGS_EDIT)
def mapping(request, pk):
    """Under which letter of this year each of our kinds of help counts; "none" is an answer."""
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.all(), pk=pk)
    services = one.items.filter(rule__in=("service_received", "service_needed")).order_by("sort", "pk")
    letters = {row.mapped_as: f"{row.mapped_as} {row.wording}" for row in services}
    chosen = dict(PirItemOfCategory.objects.filter(form_year=one.year).values_list("category_id", "item"))
    kinds = list(ServiceCategory.objects.order_by("group", "position", "code"))
    typed = LettersForm(request.POST or None, kinds=kinds, letters=list(letters.items()), chosen=chosen)
    if request.method == "POST" and typed.is_valid():
        editing.set_letters(form=one, letters=typed.letters, by=request.user)
        messages.success(request, _("Saved. Worksheets that are counted from now on use it; frozen ones stand."))
        return redirect("reports:pir-form", one.pk)
    return render(request, "reports/pir/mapping.html", {"of": one, "form": typed})


@requires(Permission.SETTINGS_EDIT)
@require_POST
def use(request, pk):
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.all(), pk=pk)
    done = _("From now on worksheets of this year are made with it.")
    return _act(request, one, lambda: editing.put_in_use(form=one, by=request.user), done)


@requires(Permission.SETTINGS_EDIT)
@require_POST
def drop(request, pk):
    for_the_whole_agency(request)
    one = get_object_or_404(PirForm.objects.all(), pk=pk)
    try:
        editing.drop(form=one, by=request.user)
    except editing.FormSealed as reason:
        messages.error(request, str(reason))
        return redirect(one)
    messages.success(request, _("The draft is gone."))
    return redirect(reverse("reports:pir-forms"))


def _act(request, form, act, done):
    try:
        act()
    except (editing.FormSealed, editing.FormNotReady) as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return redirect(form)
