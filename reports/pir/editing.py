"""A new year's form without a programmer: copied, renumbered, reworded, checked, put in use."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency import audit
from agency.models import PirItemOfCategory, ServiceCategory
from reports.models import PirForm, PirItem
from reports.pir.rules import RULES


class FormSealed(Exception):
    """A report was made with this form: it stands. A copy may be changed."""


class FormNotReady(Exception):
    """Something in the form must be put right before it is used."""


def the_open(form):
    """The same form, locked, if it may still be changed."""
    form = PirForm.objects.select_for_update(of=("self",)).get(pk=form.pk)
    if form.is_sealed:
        raise FormSealed(_("A report was made with this form, so it stands as it is. Copy it, and change the copy."))
    return form


@transaction.atomic
def copy(*, form, year, by):
    """A draft of `year` with the items of `form`, and its letters for our kinds of help when that year has none."""
    edition = PirForm.objects.filter(year=year).aggregate(last=Max("edition"))["last"] or 0
    new = PirForm.objects.create(year=year, edition=edition + 1, copied_from=form, made_by=by)
    items = list(form.items.select_related("form").order_by("sort", "pk"))
    copies = PirItem.objects.bulk_create(_copied(item, new) for item in items)
    by_old = {old.pk: fresh for old, fresh in zip(items, copies, strict=True)}
    for old, fresh in zip(items, copies, strict=True):
        fresh.parent = by_old.get(old.parent_id)
    PirItem.objects.bulk_update(copies, ["parent"])
    _copy_letters(form.year, year)
    audit.record("pir_form_copied", about=new, by=by, year=year, copied_from=form.pk)
    return new


def _copied(item, form):
    """Whoever compared a number with the form of one year has not seen the next one's."""
    kept = {name: getattr(item, name) for name in ("number", "sort", "wording", "rule", "key", "categories")}
    return PirItem(form=form, **kept, is_confirmed=item.is_confirmed and item.form.year == form.year)


def _copy_letters(old, new):
    if old == new or PirItemOfCategory.objects.filter(form_year=new).exists():
        return
    PirItemOfCategory.objects.bulk_create(
        PirItemOfCategory(category_id=category, form_year=new, item=item)
        for category, item in PirItemOfCategory.objects.filter(form_year=old).values_list("category_id", "item")
    )


@transaction.atomic
def keep_item(*, item, by):
    """One question, new or changed, at the place its number gives it."""
    form = the_open(item.form)
    before = PirItem.objects.filter(pk=item.pk).first()
    moved = {before.mapped_as: item.mapped_as} if before else {}
    item.save()
    _settle(form, moved)
    audit.record("pir_item_kept", about=form, by=by, rule=item.rule)
    return item


@transaction.atomic
def renumber(*, form, numbers, by, compared=False):
    """Other numbers for the same questions: `numbers` is {item key: number}. Our kinds of help go along.

    `compared`: all of them were read on the federal form. A number that only moved was not.
    """
    form = the_open(form)
    items = list(form.items.all())
    moved = {}
    for item in items:
        number = numbers.get(item.pk, item.number)
        item.is_confirmed = compared or (item.is_confirmed and number == item.number)
        before, item.number = item.mapped_as, number
        moved[before] = item.mapped_as
    PirItem.objects.bulk_update(items, ["number", "is_confirmed"])
    _settle(form, moved)
    audit.record("pir_form_renumbered", about=form, by=by, items=len(numbers))
    return form


@transaction.atomic
def drop_item(*, item, by):
    """A question that is no longer asked. Its kinds of help count under no letter of this year any more."""
    form = the_open(item.form)
    rule, letter = item.rule, item.mapped_as
    item.delete()
    items = list(form.items.all())
    if letter not in _letters(items):
        PirItemOfCategory.objects.filter(form_year=form.year, item=letter).delete()
    _settle(form, {})
    audit.record("pir_item_dropped", about=form, by=by, rule=rule)


def _settle(form, moved):
    """Items in the order of their numbers, each under the one it is a part of; letters where they went."""
    _follow(form, moved)
    items = sorted(form.items.all(), key=lambda item: (in_order(item.number), item.pk))
    for place, item in enumerate(items):
        item.sort = place
    _hang_by_number(items)


def in_order(number):
    """C.9 stands before C.10, C.35.a.1 between C.35.a and C.35.b, need (-1) before received (-2)."""
    plain, _dash, column = number.partition("-")
    parts = [(int(part), "") if part.isdigit() else (0, part) for part in plain.split(".")]
    return parts, int(column or 0)


def _follow(form, moved):
    """Two letters may have changed places: all of them move at once."""
    moved = {old: new for old, new in moved.items() if old != new}
    rows = list(PirItemOfCategory.objects.filter(form_year=form.year, item__in=moved))
    for row in rows:
        row.item = moved[row.item]
    PirItemOfCategory.objects.bulk_update(rows, ["item"])


def _hang_by_number(items):
    """C.35.a.1 is a part of C.35.a, and that of C.35; need (-1) and received (-2) of the same."""
    by_number = {item.number: item for item in items}
    for item in items:
        item.parent = next((by_number[above] for above in above(item.number) if above in by_number), None)
    PirItem.objects.bulk_update(items, ["parent", "sort"])


def above(number):
    """The numbers under which this one may stand, the nearest first."""
    number, dash, _column = number.partition("-")
    if dash:
        yield number
    while number.count(".") > 1:
        number = number.rpartition(".")[0]
        yield number


@transaction.atomic
def set_letters(*, form, letters, by):
    """Which kind of help counts under which item of this year's form: `letters` is {category key: number or ""}."""
    PirItemOfCategory.objects.filter(form_year=form.year, category__in=letters).delete()
    PirItemOfCategory.objects.bulk_create(
        PirItemOfCategory(category_id=category, form_year=form.year, item=item)
        for category, item in letters.items()
        if item
    )
    audit.record("pir_letters_changed", about=form, by=by, kinds=len(letters))


@dataclass(frozen=True)
class Finding:
    """Something in a form somebody should look at; `stops` keeps it from being put in use."""

    text: str
    stops: bool = False


def look_over(form):
    """Everything that is not right in a form, what stops it first."""
    items = list(form.items.order_by("sort", "pk"))
    found = [*_twice(items), *_unknown(items), *_without_kinds(form, items), *_kinds_without_letter(form, items)]
    found += _not_confirmed(items)
    if not items:
        found.append(Finding(_("There is no item in this form."), stops=True))
    return sorted(found, key=lambda one: not one.stops)


def _twice(items):
    for number, times in Counter(item.number for item in items).items():
        if times > 1:
            yield Finding(_("The number %(number)s stands %(n)s times.") % {"number": number, "n": times}, stops=True)
    codes = Counter(item.code for item in items if item.rule != "heading")
    for code, times in codes.items():
        if times > 1:
            numbers = ", ".join(item.number for item in items if item.code == code)
            yield Finding(_("%(numbers)s ask the same.") % {"numbers": numbers}, stops=True)


def _unknown(items):
    for item in items:
        rule = RULES.get(item.rule)
        if rule is None:
            yield Finding(_("%(number)s has no rule.") % {"number": item.number}, stops=True)
        elif rule.keyed and not item.key:
            yield Finding(_("%(number)s does not say of what.") % {"number": item.number}, stops=True)


def _letters(items):
    return {item.mapped_as for item in items if item.rule in ("service_received", "service_needed")}


def _without_kinds(form, items):
    used = set(PirItemOfCategory.objects.filter(form_year=form.year).values_list("item", flat=True))
    for number in sorted(_letters(items) - used, key=lambda number: (len(number), number)):
        yield Finding(_("No kind of help of ours counts under %(number)s.") % {"number": number})
    known = set(ServiceCategory.objects.values_list("code", flat=True))
    for item in items:
        if item.rule == "pregnant_service" and not known.intersection(item.categories):
            yield Finding(_("No kind of help of ours counts under %(number)s.") % {"number": item.number})


def _kinds_without_letter(form, items):
    lost = PirItemOfCategory.objects.filter(form_year=form.year).exclude(item__in=_letters(items))
    for row in lost.select_related("category").order_by("item", "category__position"):
        facts = {"kind": row.category, "number": row.item}
        yield Finding(_("“%(kind)s” counts under %(number)s, which is no service of this form.") % facts, stops=True)


def _not_confirmed(items):
    count = sum(1 for item in items if not item.is_confirmed)
    if count:
        text = ngettext(
            "%(n)s number is not confirmed: nobody has compared it with the federal form yet.",
            "%(n)s numbers are not confirmed: nobody has compared them with the federal form yet.",
            count,
        )
        yield Finding(text % {"n": count})


@transaction.atomic
def put_in_use(*, form, by):
    """From now on worksheets of this year are made with it; an earlier edition of the same year steps back."""
    form = the_open(form)
    stopping = [finding.text for finding in look_over(form) if finding.stops]
    if stopping:
        raise FormNotReady(" ".join(stopping))
    form.in_use_since = timezone.localdate()
    form.save(update_fields=["in_use_since"])
    audit.record("pir_form_in_use", about=form, by=by, year=form.year)
    return form


@transaction.atomic
def drop(*, form, by):
    """A draft nobody wants goes, with its items."""
    form = the_open(form)
    if not form.is_draft:
        raise FormSealed(_("This form is in use. A copy takes its place."))
    audit.record("pir_form_dropped", about=form, by=by, year=form.year)
    form.delete()


@transaction.atomic
def seal(*, form):
    """A report was made with it: from now on the database refuses to change it."""
    PirForm.objects.filter(pk=form.pk, used_at=None).update(used_at=timezone.now())
