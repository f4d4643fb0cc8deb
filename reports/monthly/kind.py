"""The monthly program report as a kind: what it counts, its definitions, what adds up to what."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from families.models import Outcome
from reports.kinds import Counted, Kind
from reports.monthly import counting, sections
from reports.monthly.counting import help_received, referrals, talks
from reports.periods import Month

MANY_KINDS = ("asked", "received", "open")


class Monthly(Kind):
    code = "monthly"
    title = gettext_lazy("Monthly program report")
    lead = gettext_lazy("What happened with families in one month, for the board and the policy council.")
    period = Month
    compares = ("month", "year")
    of_one_caseload = True

    def count(self, scope):
        found = Counted(content={"month": str(scope.period)})
        counting.count(scope, found)
        counting.tell(scope, found)
        return found

    def count_again(self, scope):
        found = Counted()
        counting.count(scope, found)
        return found

    def figure(self, code):
        if code in counting.FIGURES:
            return counting.FIGURES[code]
        family, _sep, rest = code.partition("_")
        if family == "outcome":
            number, _sep, way = rest.partition("_")
            return talks.changed(int(number), way)
        if family in MANY_KINDS:
            return help_received.kind(family, rest)
        if family == "pir":
            return help_received.item(rest)
        if family == "barrier":
            return referrals.barrier(rest)
        raise KeyError(code)

    def restricted(self, figures):
        """As `figure` says of each, without a statement for each kind of help."""
        always = {figure for figure in figures if figure in counting.FIGURES and counting.FIGURES[figure].is_restricted}
        return always | help_received.restricted(figures)

    def head(self, report):
        n = report.number
        return [
            ("families", _("%(new)s new, %(left)s left") % {"new": n("new"), "left": n("left")}),
            ("reached", _("%(none)s without a contact this month") % {"none": n("not_reached")}),
            (
                "agreements_signed",
                _("%(wait)s not now, %(no)s not wanted")
                % {"wait": n("agreements_not_ready"), "no": n("agreements_declined")},
            ),
            ("goals_reached_this_year", _("of %(count)s set this year") % {"count": n("goals_set_this_year")}),
            ("helped", _("counted once each")),
        ]

    def sections(self, report):
        return sections.of(report)

    def sums(self, content):
        """What adds up: the standings of agreements, reached and not, up and same and down, told and not told."""
        whole = "families"
        sums = [
            (whole, [f"agreements_{standing}" for standing in counting.agreements.STANDINGS]),
            (whole, ["reached", "not_reached"]),
            (whole, ["notices", "notices_missing"]),
            (whole, ["conversations_had", "conversations_missing"]),
            ("goals_set_this_year", ["month:goals_set_this_year", "goals_set"]),
            ("goals_reached_this_year", ["month:goals_reached_this_year", "goals_reached"]),
            ("served", ["month:served", "new"]),
            (["families", "month:left"], ["month:families", "new"]),  # who stayed is the same in both months
        ]
        together = counting.agreements.TOGETHER
        sums += [(figure, [f"agreements_{standing}" for standing in parts]) for figure, parts in together.items()]
        sums += [(f"outcome_{one}", [f"outcome_{one}_{way}" for way in talks.WAYS]) for one in Outcome.values]
        return sums + self._said_twice(content)

    def _said_twice(self, content):
        """The month before stands in two tables: hidden in one, it must not be read in the other."""
        before = content.get("before", {}).get("month", {}).get("period")
        return [(f"{before}:{figure}", [f"month:{figure}"]) for figure in ("families", "not_reached", "contacts")]

    def following(self, content, hidden):
        """A lone worker's caseload is all families but those who have no worker."""
        months = {f"{name}:": one["figures"] for name, one in self.stood_beside(content).items()}
        found = set()
        for name, figures in ({"": content["figures"]} | months).items():
            told = ("families", "without_worker") if figures.get("workers") == 1 else ("families",)
            if any(f"{name}{figure}" in hidden for figure in told):
                found.add(f"{name}caseload_largest")
        return found

    def behind(self, content):
        """Of the contacts of each month, how many families had one."""
        return {f"{one['month']}:contacts": one["families"] - one["none"] for one in content["contacts"]}


KIND = Monthly()
