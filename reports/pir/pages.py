"""What the pages of the PIR show: the lines of a worksheet, and the two lists behind a number."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.words import Words
from families.models import Family
from reports.pir import editing, reasons
from reports.pir.reasons import REASONS
from reports.pir.rules import RULES, theme_of

A_PAGE = 25
OPEN = "open"  # of the reasons: those where something may be missing
SOURCES = {"program": gettext_lazy("Program"), "referral": gettext_lazy("Referral")}


@dataclass
class Group:
    """Questions about one thing that follow each other on the form, as one table. Lines are dicts."""

    theme: str
    title: str
    lines: list = field(default_factory=list)

    @property
    def numbers(self):
        """From which question to which: C.34 – C.35."""
        first, last = (".".join(self.lines[at]["number"].partition("-")[0].split(".")[:2]) for at in (0, -1))
        return first if first == last else f"{first} – {last}"

    @property
    def to_mend(self):
        """How many of its questions are worth a look."""
        return sum(1 for line in self.lines if line.get("to_mend"))

    @property
    def unsure(self):
        return sum(1 for line in self.lines if line["unsure"])


def grouped(lines):
    """Lines of a form in its order, as groups; a heading goes with the question after it."""
    found, headings = [], []
    for line in lines:
        if line["is_heading"]:
            headings.append(line)
            continue
        theme, title = theme_of(line["code"])
        if not found or found[-1].theme != theme:
            found.append(Group(theme, title))
        found[-1].lines += [*headings, line]
        headings = []
    return found


def groups(content, year, *, may_write):
    """The worksheet as tables."""
    marks = any("unsure" not in row for row in content["items"])  # when no number is confirmed, the page says so once
    return grouped(
        _line(row, content["year_before"], year, may_write=may_write, marks=marks) for row in content["items"]
    )


def _line(row, before, year, *, may_write, marks):
    rule, was = RULES[row["rule"]], before.get("figures", {}).get(row["code"])
    return {
        "is_heading": row["n"] is None,
        "code": row["code"],
        "number": row["number"],
        "wording": str(Words(row["wording"])),
        "deep": row["number"].count(".") > 2,
        "unsure": marks and "unsure" in row,
        "n": row["n"],
        "unsaid": "nobody_wrote" in row["not"],
        "not": sum(row["not"].values()),
        "to_mend": sum(count for reason, count in row["not"].items() if REASONS[reason].is_open),
        "was": was,
        "change": None if was is None or row["n"] is None else row["n"] - was,
        "opens": rule.counts_families,
        "url": reverse("reports:pir-item", args=[year.pk, row["code"]]),
        "write_url": _said_url(year, f"item:{row['code']}") if row["rule"] == "by_hand" and may_write else "",
    }


def _said_url(year, code):
    return reverse("reports:pir-said", args=[year.pk, code])


# ---- the two lists behind a number --------------------------------------------------------------------------------


def counted(answer, user, number):
    """A page of the families that count, as far as this person may open them."""
    mine = Family.objects.visible_to(user).filter(pk__among=list(answer.counted)).order_by("name", "pk")
    page = Paginator(mine, A_PAGE).get_page(number)
    rows = [_counted(family, answer.counted[family.pk]) for family in page]
    return page, rows


def _counted(family, seen):
    source = SOURCES.get(seen.source, "")
    return {"family": family, "on": seen.on, "source": source, "count": len(seen.who)}


def not_counted(answer, user, number, reason=""):
    """A page of the families that do not count, each with why and what changes it; what may be missing stands first."""
    chosen = {family: why for family, why in answer.why.items() if _is_asked(why, reason)}
    mine = Family.objects.visible_to(user).filter(pk__among=list(chosen)).order_by("name", "pk")
    keys = sorted(mine.values_list("pk", flat=True), key=lambda pk: REASONS[chosen[pk].reason].place)
    page = Paginator(keys, A_PAGE).get_page(number)
    families = Family.objects.visible_to(user).filter(pk__in=page.object_list).with_main_worker().in_bulk()
    return page, [_not_counted(families[pk], chosen[pk], user) for pk in page.object_list]


def _is_asked(why, reason):
    return REASONS[why.reason].is_open if reason == OPEN else reason in ("", why.reason)


def _not_counted(family, why, user):
    reason = REASONS[why.reason]
    url = reasons.link(why, family.pk, user)
    ask = family.main_worker if reason.mends and not url and "pir-mapping" not in reason.mends else None
    return {"family": family, "why": reason.text, "on": why.on, "change": reason.change, "url": url, "ask": ask}


def by_reason(line, chosen):
    """Links by reason, the most frequent first, each with its number of families."""
    choices = [("", _("Every reason"), len(line.answer.why))]
    if line.to_mend:
        choices.append((OPEN, _("Something may be missing"), line.to_mend))
    choices += [(reason, REASONS[reason].text, count) for reason, count in line.reasons()]
    return [
        {
            "label": capfirst(str(label)), "count": count, "current": chosen == reason,
            "url": f"?{urlencode({'reason': reason})}#not" if reason else "?#not",
        }
        for reason, label, count in choices
    ]  # fmt: skip


def mends_in_catalogue(line):
    """How many would count if a kind of help had a letter: one click away for who keeps the mapping."""
    return sum(count for reason, count in line.reasons() if REASONS[reason].mends == "reports:pir-mapping")


def above(item, others):
    """The words of the questions of which this is a part, the outermost first."""
    by_number = {other.number: other for other in others}
    found = []
    for number in editing.above(item.number):
        if number in by_number:
            found.insert(0, str(by_number[number].wording))
    return found
