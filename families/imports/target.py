"""Families from other systems: what each layout is, and what becomes of an incoming family."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agency import audit
from agency.access import Permission
from agency.imports import undoing
from agency.imports.columns import plain
from agency.imports.lines import Outcome, Remark, Severity
from agency.imports.targets import Layout, Target, register
from agency.models import Center, Fate, User
from families import duplicates
from families.imports import comparing, connecticut, hmis
from families.imports.columns import COLUMNS
from families.imports.incoming import family_key, gathered
from families.imports.matching import Match, matched
from families.imports.undoing import undo_families
from families.imports.writing import Writer
from families.models import Difference, ExternalId
from families.staff import centers_of

NEW = "new"
MOST_ASKED = 20  # held families asked about on one page


class Places:
    """The centers a file may name, and the one for rows that name none."""

    def __init__(self, usual, centers):
        self.usual = usual
        self.by_name = {plain(center.name): center for center in centers}

    def named(self, name):
        return self.by_name.get(plain(name)) if name else self.usual

    def names(self):
        return [center.name for center in self.by_name.values()]


@dataclass
class At:
    """What dealing with one batch knows from its first family to its last."""

    places: Places
    writer: Writer
    made: set = field(default_factory=set)  # families this batch has made: no later one of the file is matched to them


class FamiliesTarget(Target):
    slug = "families"
    room = "families"
    label = gettext_lazy("Families from another system")
    lede = gettext_lazy(
        "A family we know is found again and never overwritten: where a file differs, a person decides."
    )
    crumb = ("families:list", gettext_lazy("Families"))
    permission = Permission.FAMILY_IMPORT
    columns = COLUMNS
    table = "people"
    groups = "families"
    layouts = (
        Layout("template", gettext_lazy("Our own template"), help=gettext_lazy("one row for each person")),
        Layout(
            "connecticut",
            gettext_lazy("Connecticut’s enrollment template"),
            help=gettext_lazy("one row for each child"),
            column_of=connecticut.column_of,
            constants=connecticut.CONSTANTS,
        ),
        Layout(
            "hmis",
            gettext_lazy("HMIS export"),
            help=gettext_lazy("a zip of its CSV files"),
            read=hmis.read,
            kinds=("application/zip",),
        ),
    )

    @property
    def start_form(self):
        from families.forms.imports import FamiliesStartForm

        return FamiliesStartForm

    def may_choose(self, user):
        return {"centers": centers_of(user, Permission.FAMILY_IMPORT)}

    def write_words(self, number):
        return ngettext("Write %(n)s family", "Write %(n)s families", number) % {"n": number}

    def table_label(self, name):
        labels = {
            "families": _("families"),
            "people": _("people"),
            "exits": _("exits"),
            "enrollments": _("enrollments"),
        }
        return labels.get(name, name)

    def in_short(self, row):
        """The name and the birth date as read; nothing once the import is written."""
        return _name_and_day(row.said) or row.said.get("person_id", "")

    def lines(self, batch):
        """As for any target; a file that does not say who belongs together is remarked on first."""
        told = {*batch.columns.values(), *batch.constants}
        if batch.columns and not told & {"family_id", "street_address"}:
            alone = _("No column says who belongs together: each person becomes a family of their own.")
            yield Remark("alone", alone, table=self.table, file=batch.called, line=1)
        yield from super().lines(batch)

    # ---- deciding ------------------------------------------------------------------------------------------------

    def key_of(self, said, line):
        return family_key(said), ""

    def opened(self, batch):
        centers = Center.objects.filter(program=batch.program_id, closed_on=None).select_related("program")
        usual = Center.objects.select_related("program").get(pk=batch.center_id)
        workers = User.objects.in_bulk(batch.options.get("workers", []))
        in_turn = tuple(workers[pk] for pk in batch.options.get("workers", []) if pk in workers)
        return At(Places(usual, [usual, *centers]), Writer(batch, usual, in_turn))

    def deal(self, batch, groups, at, *, write):
        families = [gathered(group, at.places) for group in groups]
        open_ones = [family for family in families if family.hold is None]
        matches = self._answered(batch, matched(open_ones, batch.source, at.made))
        outcomes = [Outcome(family.key, Fate.HELD, [family.hold]) for family in families if family.hold]
        new = [family for family in open_ones if family.key not in matches]
        doubtful = [family for family in open_ones if family.key in matches and matches[family.key].perhaps]
        outcomes += [Outcome(family.key, Fate.NEW) for family in new]
        outcomes += [_doubt(family, matches[family.key]) for family in doubtful]
        if write:
            self._add(batch, new, at)
        return outcomes + self._known(batch, open_ones, matches, at, write)

    def _answered(self, batch, matches):
        """What a person has said of the doubtful ones counts."""
        for key, answer in batch.answers.items():
            if key in matches and matches[key].perhaps:
                if answer == NEW:
                    del matches[key]
                elif int(answer) in matches[key].perhaps:
                    matches[key] = Match(int(answer))
        return matches

    def _add(self, batch, new, at):
        people = at.writer.add(new)
        if not new:
            return
        by_family = defaultdict(list)
        for person, member in people:
            by_family[member.family_id].append((person, member))
        at.made |= by_family.keys()
        ours = [(family, rows[0][1].family, rows) for family, rows in zip(new, by_family.values(), strict=True)]
        undoing.made(batch, comparing.asked_of_new(batch, ours))

    def _known(self, batch, families, matches, at, write):
        """Families we have: those that tell what they told last time are the same without another look."""
        known = [(family, matches[family.key]) for family in families if family.key in matches]
        known = [(family, match) for family, match in known if match.family]
        same = [family for family, match in known if match.stored and match.stored.content_hash == family.fingerprint()]
        told = {family.key for family in same}
        changed = [(family, match.family) for family, match in known if family.key not in told]
        found = comparing.compared(changed, batch.source) if changed else []
        if write and found:
            at.writer.add_to(found)
            undoing.made(batch, comparing.keep(batch, found))
            _remember(batch, [one for one in found if one.fate == Fate.SAME])
        outcomes = [Outcome(family.key, Fate.SAME) for family in same]
        outcomes += [Outcome(one.incoming.key, one.fate, _remarks(one), one.fates()) for one in found]
        seen = {outcome.key for outcome in outcomes}
        gone = _("The family of this key was merged into another. It waits until its key is settled.")
        lost = [family.key for family, _match in known if family.key not in seen]
        return outcomes + [Outcome(key, Fate.HELD, [Remark("gone", gone, severity=Severity.HELD)]) for key in lost]

    # ---- what a person is asked ----------------------------------------------------------------------------------

    def asked(self, batch, user):
        """The families that may be one of ours, for a person who may see ours; else whom to ask."""
        found = []
        for issue in batch.issues.filter(code="perhaps")[:MOST_ASKED]:
            known = duplicates.told(issue.facts["families"], user)
            rows = batch.rows.filter(key=issue.key, said__has_key="first_name")
            found.append(_question(issue, rows, known, batch.answers.get(issue.key, "")))
        return found

    def answers_taken(self, batch, given):
        allowed = {issue.key: issue.facts["families"] for issue in batch.issues.filter(code="perhaps")}
        taken = {}
        for key, answer in given.items():
            if key in allowed and (answer == NEW or answer.isdecimal() and int(answer) in allowed[key]):
                taken[key] = answer
        return taken

    def afterwards(self, batch):
        waiting = Difference.objects.waiting().filter(batch=batch).values("family").distinct().count()
        if not waiting:
            return None
        text = ngettext(
            "%(n)s family differs from what we have. Nothing was overwritten: who serves it decides.",
            "%(n)s families differ from what we have. Nothing was overwritten: who serves them decides.",
            waiting,
        )
        return {
            "text": text % {"n": waiting},
            "url": reverse("families:differences"),
            "act": _("See where they differ"),
        }

    def written(self, batch, at):
        audit.record("families_imported", by=batch.by, about=batch, source=batch.source, families=len(at.made))

    def undo(self, batch, *, by):
        return undo_families(batch)


def _doubt(family, match):
    reason = ngettext(
        "A family like this may be known here already. Say which it is.",
        "Families like this may be known here already. Say which it is.",
        len(match.perhaps),
    )
    remark = Remark(
        "perhaps", reason, severity=Severity.HELD, line=family.line, facts={"families": list(match.perhaps)}
    )
    return Outcome(family.key, Fate.HELD, [remark])


def _remarks(found):
    if not found.differences:
        return []
    facts = ", ".join(dict.fromkeys(str(fact.label) for _member, fact, _ours, _theirs in found.differences))
    reason = _("It tells something else than we do: %(facts)s. Ours stays until a person decides.") % {"facts": facts}
    return [Remark("differs", reason, severity=Severity.HELD, line=found.incoming.line)]


def _remember(batch, same):
    """What they told is what we have: next time one look at the key says so."""
    for found in same:
        keys = ExternalId.objects.filter(family=found.ours, source=batch.source, kind="household", member=None)
        keys.filter(value=found.incoming.key).update(content_hash=found.incoming.fingerprint())


def _question(issue, rows, known, chosen):
    names = ", ".join(_name_and_day(row.said) for row in rows)
    choices = [{"value": str(family.pk), "label": str(family), "note": _people(family)} for family in known.families]
    choices.append({"value": NEW, "label": _("A family we do not know yet"), "note": ""})
    ask = ", ".join(str(person) for person in known.ask)
    text = _("Another center may know it. Ask %(who)s.") % {"who": ask} if known.hidden and ask else ""
    line = _("Line %(line)s: %(names)s") % {"line": issue.line, "names": names}
    shown = [family.pk for family in known.families]
    return {"key": issue.key, "title": line, "text": text, "choices": choices, "chosen": chosen, "families": shown}


def _name_and_day(said):
    """ "Bao Tran (May 6, 1988)"."""
    name = " ".join(filter(None, [said.get("first_name"), said.get("last_name")]))
    born_on = said.get("birth_date")
    return f"{name} ({date_format(date.fromisoformat(born_on))})" if born_on else name


def _people(family):
    return ", ".join(
        f"{member} ({date_format(member.born_on)})" if member.born_on else str(member)
        for member in family.members.all()
    )


families_target = register(FamiliesTarget())
