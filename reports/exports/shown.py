"""Exports as pages show them."""

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency.access import Permission
from agency.models import WorkRun
from reports.exports import deidentified, tables
from reports.periods import Days

# What was made coarser in a de-identified extract, as a person says it.
GIVEN_UP = {
    "zip3": gettext_lazy("ZIP area left empty"),
    "youngest_child": gettext_lazy("age of the youngest child left empty"),
    "language": gettext_lazy("language left empty"),
    "needs_interpreter": gettext_lazy("interpreter left empty"),
    "time_with_us": gettext_lazy("time with us left empty"),
    "children": gettext_lazy("number of children left empty"),
    "adults": gettext_lazy("number of adults left empty"),
    "program": gettext_lazy("program left empty"),
    "left_out": gettext_lazy("families left out because they would stand out whatever was left empty"),
}


def table_of(code):
    """The table an export is of."""
    return deidentified.TABLE if code == deidentified.CODE else tables.every()[code]


def row(export):
    """One line of the list."""
    return {
        "export": export,
        "title": table_of(export.what).title,
        "days": Days.named(export.period).title,
        "state": _state(export),
        "is_running": export.run.state == WorkRun.State.RUNNING,
    }


def _state(export):
    if export.run.is_late:
        return _("It should be ready by now. It is taken up again by itself; you may also ask for it anew.")
    if export.run.state == WorkRun.State.RUNNING:
        return _("It is being made.")
    if export.run.state == WorkRun.State.FAILED:
        return _("It stopped. Nothing was kept; ask for it again.")
    return _("Ready to save.") if export.is_there else _("The file is gone. Ask for it again if you need it.")


def page(export):
    """All of one export."""
    table = table_of(export.what)
    return row(export) | {
        "table": table,
        "rows": _number(ngettext("%(n)s row", "%(n)s rows", export.row_count or 0), export.row_count),
        "families": _number(ngettext("%(n)s family", "%(n)s families", export.family_count or 0), export.family_count),
        "size": filesizeformat(export.size),
        "columns": table.asked(export.with_words),
        "given_up": [(capfirst(GIVEN_UP[name]), n) for name, n in sorted(export.notes.items()) if name in GIVEN_UP],
        "is_deidentified": export.what == deidentified.CODE,
    }


def _number(sentence, count):
    return sentence % {"n": number_format(count or 0, use_l10n=True, force_grouping=True)}


def offered():
    """Every table with what it is for."""
    return [*tables.every().values(), deidentified.TABLE]


def elsewhere(user):
    """[(title, what it holds, address)]: tables that leave from pages of their own, for who may fetch them there."""
    found = []
    if user.may(Permission.DIRECTORY_MANAGE):
        held = _("The whole directory in the open format HSDS 3.2, as a zip; no family is in it.")
        found.append((_("Partners and services"), held, reverse("partners:export")))
    if user.may(Permission.REFERRAL_VIEW):
        held = _("The list of referrals as you narrow it down, each family by its number.")
        found.append((_("A list of referrals"), held, reverse("referrals:list")))
    return found
