"""A frozen report as pages show it: numbers with their names, definitions, and the list behind each."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agency.words import Words
from families.models import Outcome
from referrals.models import Referral
from reports.periods import Month
from reports.words import FIGURES

MOST, FURTHER = slice(8), slice(8, None)  # the kinds of help that stand beside the plot, and the others


class Presented:
    """One ReportRun for a template. `opens` are the figures with a list; a reader without access gets plain numbers."""

    def __init__(self, run, opens=()):
        self.run, self.content = run, run.content
        self.numbers, self.opens = run.content["figures"], set(opens)

    def url(self, figure):
        return reverse("reports:families", args=[self.run.pk, figure]) if figure in self.opens else ""

    def figure(self, code, note=""):
        name, meaning = FIGURES[code]
        return {
            "code": code,
            "number": self.numbers[code],
            "label": capfirst(name),
            "note": note,
            "meaning": meaning,
            "url": self.url(code),
        }

    def head(self):
        """The five numbers on top, each with its denominator."""
        n = self.numbers
        return [
            self.figure("families", _("%(new)s new, %(left)s left") % {"new": n["new"], "left": n["left"]}),
            self.figure("reached", _("%(none)s without a contact this month") % {"none": n["not_reached"]}),
            self.figure(
                "agreements_signed",
                _("%(wait)s not now, %(no)s not wanted")
                % {"wait": n["agreements_not_ready"], "no": n["agreements_declined"]},
            ),
            self.figure(
                "goals_reached_this_year", _("of %(count)s set this year") % {"count": n["goals_set_this_year"]}
            ),
            self.figure("helped", _("counted once each")),
        ]

    def tables(self):
        """The sections that are a list of numbers."""
        return [
            (_("Strengths conversations"), ["conversations_done", "conversations_had", "conversations_late"]),
            (
                _("Agreements"),
                [
                    "agreements_signed", "agreements_written", "agreements_offered",
                    "agreements_not_ready", "agreements_declined", "agreements_none",
                ],
            ),
            (_("Goals"), ["goals_set", "goals_open", "goals_moved", "goals_reached", "goals_reached_this_year"]),
            (
                _("Referrals"),
                [
                    "referrals_sent", "information_given", "referrals_received", "referrals_not_received",
                    "referrals_waiting",
                ],
            ),
            (
                _("Families and staff"),
                ["workers", "caseload_largest", "caseload_limit", "workers_over_limit", "without_worker"],
            ),
            (_("Fathers, rights, celebrations"), ["fathers", "consents", "disclosures", "celebrations"]),
        ]  # fmt: skip

    same = property(lambda self: _("The same, in numbers"))
    ends = property(lambda self: (_("First"), _("Latest")))
    ways = property(lambda self: (_("Up"), _("Same"), _("Down")))
    gap = property(lambda self: (_("Asked for"), _("Received")))
    change_columns = property(lambda self: _columns(_("Outcome"), _("First"), _("Latest"), _("Families")))
    direction_columns = property(lambda self: _columns(_("Outcome"), _("Up"), _("Same"), _("Down")))
    help_columns = property(lambda self: _columns(_("Kind of help"), _("Asked for"), _("Received"), _("Still open")))
    contact_columns = property(
        lambda self: _columns(_("Month"), _("Contacts a family"), _("Contacts"), _("Families"), _("Families with none"))
    )
    count_columns = property(lambda self: _columns(_("What"), _("Count")))
    barrier_columns = property(lambda self: _columns(_("Reason"), _("Referrals")))

    def sections(self):
        return [{"title": title, "rows": [self._row(code) for code in codes]} for title, codes in self.tables()]

    def _row(self, code):
        figure = self.figure(code)
        cell = {"value": figure["number"], "n": True, "url": figure["url"]}
        return {"head": figure["label"], "note": figure["meaning"], "cells": [cell]}

    def compared(self):
        """Outcomes for which families have answered twice."""
        return [row | {"label": Outcome(row["outcome"]).label} for row in self.content["outcomes"] if row["families"]]

    def change_rows(self):
        return [
            {"head": row["label"], "cells": [_n(row["first"]), _n(row["latest"]), _n(row["families"])]}
            for row in self.compared()
        ]

    def direction_parts(self):
        return [
            {
                "label": row["label"],
                "note": _families(row["families"]),
                "parts": [row["up"], row["same"], row["down"]],
            }
            for row in self.compared()
        ]

    def direction_rows(self):
        return [
            {
                "head": row["label"],
                "cells": [self._open(row[way], f"outcome_{row['outcome']}_{way}") for way in ("up", "same", "down")],
            }
            for row in self.compared()
        ]

    def _open(self, number, figure):
        return {"value": number, "n": True, "url": self.url(figure), "zero": not number}

    def help(self, rows=slice(None)):
        return [row | {"label": str(Words(row["name"]))} for row in self.content["help"][rows]]

    def help_plot(self):
        """The kinds of help families asked for most: as many as one can compare at a glance."""
        return [{"label": row["label"], "first": row["asked"], "second": row["received"]} for row in self.help(MOST)]

    def help_rows(self, rows=slice(None)):
        return [
            {
                "head": row["label"],
                "cells": [self._open(row[what], f"{what}_{row['category']}") for what in ("asked", "received", "open")],
            }
            for row in self.help(rows)
        ]

    help_rows_short = property(lambda self: self.help_rows(MOST))
    help_rows_further = property(lambda self: self.help_rows(FURTHER))

    def contacts(self):
        return [row | {"title": Month.named(row["month"]).title, "each": _per(row)} for row in self.content["contacts"]]

    def contact_points(self):
        return [{"label": row["title"].split(" ")[0][:3], "value": row["each"]} for row in self.contacts()]

    def contact_rows(self):
        return [
            {
                "head": row["title"],
                "cells": [_n(row["each"]), _n(row["contacts"]), _n(row["families"]), _n(row["none"])],
            }
            for row in self.contacts()
        ]

    def barrier_rows(self):
        labels = dict(Referral.Barrier.choices)
        return [{"head": labels[row["code"]], "cells": [_n(row["count"])]} for row in self.content["barriers"]]


def _columns(first, *numbers):
    return [{"label": first}, *({"label": label, "n": True} for label in numbers)]


def _families(count):
    return ngettext("%(count)s family", "%(count)s families", count) % {"count": count}


def _n(value):
    return {"value": value, "n": True, "zero": value == 0}


def _per(row):
    return round(row["contacts"] / row["families"], 1) if row["families"] else 0.0
