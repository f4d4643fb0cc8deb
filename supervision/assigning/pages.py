"""The pages on which families get another worker: families with a choice each, reasons, what goes along, the effect."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agency.models import AboveLimit
from agency.templatetags.look import day, initials
from supervision.assigning import colleagues as people
from supervision.assigning.suggestion import suggest, why
from supervision.pages import url_of

TASKS = 6  # of one family


@dataclass
class Board:
    """Families of one caseload beside colleagues who could serve them, while somebody chooses."""

    source: object  # the caseload the families come from
    loads: list  # of the colleagues
    pks: list  # the families one may choose for, by key
    suggested: dict = field(default_factory=dict)  # family → colleague, by key
    adds: bool = True  # False for a cover: nobody's planned count changes

    @property
    def families(self):
        return [self.source.families[pk] for pk in self.pks]

    @property
    def colleagues(self):
        return [load.worker for load in self.loads]

    def propose(self, pks=None):
        """Fill in a proposal for these families, or for all on the board."""
        self.known = people.as_colleagues(self.loads)
        self.asking = people.asking(self.source, self.pks if pks is None else pks)
        self.suggested = suggest(self.asking, self.known)

    def initial(self):
        return {f"to-{family}": str(colleague) for family, colleague in self.suggested.items()}

    def proposed(self):
        """The proposal as {family: colleague}."""
        known = {load.worker.pk: load.worker for load in self.loads}
        return {self.source.families[family]: known[pk] for family, pk in self.suggested.items()}

    def reasons(self):
        """{family: [(sentence, whether it speaks against it)]} of the proposal."""
        if not self.suggested:
            return {}
        known, after, found = {one.pk: one for one in self.known}, {}, {}
        for family in self.asking:
            colleague = known[self.suggested[family.pk]]
            after[colleague.pk] = after.get(colleague.pk, colleague.planned) + 1
            found[family.pk] = list(why(family, colleague, after[colleague.pk]))
        return found

    def rows(self, form):
        """One row for each family: its choice and what is chosen, why, what waits, the note."""
        reasons, tasks = self.reasons(), self._tasks()
        rows = []
        for family in self.families:
            choice = form[f"to-{family.pk}"]
            rows.append({
                "family": family, "choice": choice, "chosen": str(choice.value() or ""),
                "why": reasons.get(family.pk, ()), "tasks": tasks.get(family.pk, ()),
                "note": _bound(form, f"note-{family.pk}"),
            })  # fmt: skip
        return rows

    def _tasks(self):
        """What waits in each family and goes along with it."""
        found = {}
        for item in self.source.due:
            found.setdefault(item.family_id, []).append({"what": item.what, "when": day(item.due_on)})
        return {pk: rows[:TASKS] for pk, rows in found.items()}

    def context(self, form, moves):
        """What templates/supervision/_moving.html wants."""
        page = {"form": form, "board": self, "rows": self.rows(form), "count": len(moves), "seen": print_of(moves)}
        page["options"] = form.options
        return page | {"effects": self.effects(moves)}

    def above(self, moves):
        """Whom these moves bring above their limit, as rows to be kept with the reason. A cover brings nobody there."""
        if not self.adds:
            return []
        came = [one for one in people.effect(_keys(moves), self.source, self.loads) if one.is_over and one.grows]
        return [AboveLimit(worker=one.load.worker, planned=one.planned, limit=one.load.limit) for one in came]

    @property
    def may_pass_a_limit(self):
        """Whether so many families could bring any colleague above the limit."""
        return self.adds and any(load.planned + len(self.pks) > load.limit for load in self.loads)

    def effects(self, moves):
        """Before and after for everybody on the board."""
        keys = _keys(moves)
        if self.adds:
            return people.effect_rows(people.effect(keys, self.source, self.loads))
        return [self._covering(load, list(keys.values()).count(load.worker.pk)) for load in self.loads]

    def _covering(self, load, more):
        note = _("covers %(n)s more") % {"n": more} if more else ""
        return {
            "face": initials(load.worker), "head": str(load.worker), "url": url_of(load.worker), "pk": load.worker.pk,
            "before": load.planned, "after": load.planned, "limit": load.limit, "over": load.is_over,
            "load": f"{load.load:g}", "load_after": f"{load.load:g}", "changes": bool(more), "note": note,
        }  # fmt: skip


def _keys(moves):
    return {family.pk: worker.pk for family, worker in moves.items()}


def _bound(form, name):
    return form[name] if name in form.fields else None


def print_of(moves):
    """What tells one choice from another: keys only. The button carries it, so that what was seen is what is done."""
    return ",".join(sorted(f"{family.pk}:{worker.pk}" for family, worker in moves.items()))
