"""Checks between the items of one worksheet, and against last year: warnings with room to explain, never blocks."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from reports.models import PirSaid

CHANGED_BY = 25  # percent against last year
AT_LEAST = 5  # families: a change by fewer says nothing, whatever the percent
FIGURES = (
    "figure_parents", "figure_grandparents", "figure_relatives", "figure_foster", "figure_other",
)  # fmt: skip
SCHOOLING = ("education_degree", "education_some_college", "education_high_school", "education_less")
# code: (parts, whole): the parts should make the whole
SUMS = {
    "parents": (("two_parents", "one_parent"), "families_total"),
    "figures": (FIGURES, "families_total"),
    "two_figures": (tuple(f"two_{name}" for name in FIGURES), "two_parents"),
    "one_figures": (
        ("one_figure_mother", "one_figure_father", *(f"one_{name}" for name in FIGURES[1:])), "one_parent",
    ),
    "schooling": (SCHOOLING, "families_total"),
    "work_start": (("working_start", "not_working_start"), "families_total"),
    "work_end": (("working_end", "not_working_end"), "families_total"),
    "work_end_yes": (("working_both", "working_new"), "working_end"),
    "work_end_no": (("not_working_lost", "not_working_still"), "not_working_end"),
    "work_moved_yes": (("working_both", "not_working_lost"), "working_start"),
    "work_moved_no": (("working_new", "not_working_still"), "not_working_start"),
    "trimesters": (("pregnant_first", "pregnant_second", "pregnant_third"), "pregnant_women"),
}  # fmt: skip
# code: (part, whole): the part cannot be larger
WITHIN = {
    "mother": ("figure_mother", "figure_parents"),
    "father": ("figure_father", "figure_parents"),
    "employed": ("employed_start", "working_start"),
    "training": ("training_start", "working_start"),
    "school": ("school_start", "working_start"),
    "any_service": ("any_service_received", "families_total"),
    "housing": ("housing_acquired", "homeless_families"),
    "homeless_families": ("homeless_families", "homeless_children"),
    "left": ("children_left_early", "children_left"),
    "toddlers_left": ("toddlers_left_early", "toddlers_left"),
}


SENTENCES = {
    "sum": gettext_lazy("%(parts)s make %(sum)s; %(whole)s is %(number)s, a difference of %(away)s."),
    "larger": gettext_lazy("%(part)s is %(n)s and larger than %(whole)s, which is %(number)s."),
    "any_smaller": gettext_lazy("%(any)s is %(n)s and smaller than %(part)s, which is %(number)s."),
    "any_nobody": gettext_lazy("There are services, and %(any)s counts no family."),
    "needs_missing": gettext_lazy(
        "%(got)s is %(n)s, more than the %(number)s of %(asked)s: needs may not be written down."
    ),
    "nobody": gettext_lazy("No family had a place in this program in this year."),
    "foster": gettext_lazy("%(figure)s counts %(n)s families of foster parents, and %(care)s no child in foster care."),
    "zero": gettext_lazy("%(item)s counts no family, and %(n)s could still be looked at."),
    "change": gettext_lazy("%(item)s was %(was)s last year and is %(now)s now."),
}


@dataclass(frozen=True)
class Check:
    """One thing that does not fit: which sentence says it, with the numbers and counts in it, and its items' codes."""

    code: str
    sentence: str
    facts: dict
    items: tuple = ()

    @property
    def code_said(self):
        """Under which its explanation is kept."""
        return f"check:{self.code}"

    @property
    def text(self):
        return worded(self.as_frozen())

    def as_frozen(self):
        """As a report keeps it: worded when it is read, in the reader's language."""
        return {"code": self.code, "sentence": self.sentence, "facts": self.facts, "items": list(self.items)}


def worded(row):
    """The sentence of a frozen check; the first editions kept the words themselves."""
    return row["text"] if "text" in row else str(SENTENCES[row["sentence"]]) % row["facts"]


def explained(year):
    """{code of a check: what somebody said to it}."""
    rows = PirSaid.objects.filter(program_year=year, code__startswith="check:").select_related("said_by")
    return {row.code.partition(":")[2]: row for row in rows}


def of(lines, before=None, is_over=True):
    """The checks that do not hold. `before` is {code: number} of last year, when we know one.

    While a year runs its end is yet to come, and a number smaller than last year's says nothing.
    """
    known = {line.item.code: line for line in lines if line.answer is not None}
    found = [*_sums(known), *_within(known), *_services(known), *_empty(known)]
    return found + list(_changes(known, before or {}, is_over))


def _sums(known):
    for code, (parts, whole) in SUMS.items():
        if whole not in known or not all(part in known for part in parts) or _is_to_come(known, parts):
            continue
        total, wanted = sum(known[part].number for part in parts), known[whole].number
        if total != wanted:
            facts = {
                "parts": " + ".join(known[part].item.number for part in parts), "sum": total,
                "whole": known[whole].item.number, "number": wanted, "away": abs(total - wanted),
            }  # fmt: skip
            yield Check(code, "sum", facts, (*parts, whole))


def _is_to_come(known, parts):
    """Families that are still with us have no end yet: what they will say is not missing."""
    return any(known[part].by_reason["end_to_come"] for part in parts)


def _within(known):
    for code, (part, whole) in WITHIN.items():
        if part in known and whole in known and known[part].number > known[whole].number:
            facts = {
                "part": known[part].item.number, "n": known[part].number,
                "whole": known[whole].item.number, "number": known[whole].number,
            }  # fmt: skip
            yield Check(f"{code}_within", "larger", facts, (part, whole))


def _services(known):
    for way in ("received", "needed"):
        whole = known.get(f"any_service_{way}")
        parts = [line for line in known.values() if line.item.rule == f"service_{way}"]
        if whole is None or not parts:
            continue
        most = max(parts, key=lambda line: line.number)
        if whole.number < most.number:
            facts = {"any": whole.item.number, "n": whole.number, "part": most.item.number, "number": most.number}
            yield Check(f"any_{way}_at_least", "any_smaller", facts, (whole.item.code, most.item.code))
        if not whole.number and any(line.number for line in parts):
            yield Check(f"any_{way}_zero", "any_nobody", {"any": whole.item.number}, (whole.item.code,))
    yield from _more_received_than_needed(known)


def _more_received_than_needed(known):
    """A form that asks for both: help without a need on record means that needs are not written down."""
    for line in known.values():
        if line.item.rule != "service_needed":
            continue
        got = known.get(f"service_received:{line.item.key}")
        if got and got.number > line.number:
            facts = {"got": got.item.number, "n": got.number, "asked": line.item.number, "number": line.number}
            yield Check(f"needed_{line.item.key}", "needs_missing", facts, (line.item.code, got.item.code))


def _empty(known):
    total = known.get("families_total")
    if total is None or not total.number:
        if total is not None:
            yield Check("nobody", "nobody", {}, ("families_total",))
        return
    foster, in_care = known.get("figure_foster"), known.get("foster_children")
    if foster and in_care and foster.number and not in_care.number:
        facts = {"figure": foster.item.number, "n": foster.number, "care": in_care.item.number}
        yield Check("foster", "foster", facts, ("figure_foster", "foster_children"))
    for line in known.values():
        if line.item.rule == "service_received" and not line.number and line.to_mend:
            facts = {"item": line.item.number, "n": line.to_mend}
            yield Check(f"zero_{line.item.key}", "zero", facts, (line.item.code,))


def _changes(known, before, is_over):
    for code, line in known.items():
        if code not in before or line.item.rule == "by_hand":
            continue
        was, now = before[code], line.number
        if now < was and not is_over:
            continue
        if abs(now - was) >= AT_LEAST and abs(now - was) * 100 > CHANGED_BY * max(was, 1):
            yield Check(f"change_{code}", "change", {"item": line.item.number, "was": was, "now": now}, (code,))
