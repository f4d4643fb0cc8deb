"""Who may open which family, and what each role may do (design 3). No other module decides."""

from functools import wraps

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.prepared import ask


class Role(models.TextChoices):
    """The columns of the table. A person may hold several, each at its own place."""

    WORKER = "worker", _("Family service worker")
    SUPERVISOR = "supervisor", _("Supervisor")
    MANAGER = "manager", _("Manager")
    TEAMMATE = "teammate", _("Teammate")
    MONITOR = "monitor", _("Reviewer")
    ADMINISTRATOR = "administrator", _("Administrator")


class Permission(models.TextChoices):
    """The rows of the table."""

    STAFF = "staff", _("sign in and keep a profile")
    FAMILY_VIEW = "family_view", _("open a family")
    FAMILY_EDIT = "family_edit", _("record who a family is")
    FAMILY_ASSIGN = "family_assign", _("assign families")
    FAMILY_IMPORT = "family_import", _("import families")
    ASSESSMENT_VIEW = "assessment_view", _("read assessments and needs")
    ASSESSMENT_EDIT = "assessment_edit", _("record assessments and needs")
    NOTE_VIEW = "note_view", _("read notes")
    NOTE_EDIT = "note_edit", _("write notes")
    RESTRICTED_VIEW = "restricted_view", _("read restricted records")
    GOAL_VIEW = "goal_view", _("read goals and agreements")
    GOAL_EDIT = "goal_edit", _("record goals and agreements")
    GOAL_PROGRESS = "goal_progress", _("add progress to a goal")
    AGREEMENT_VIEW = "agreement_view", _("read whole agreements and reviews, with every goal in them")
    REFERRAL_VIEW = "referral_view", _("read referrals, consents and disclosures")
    REFERRAL_EDIT = "referral_edit", _("record referrals and consents")
    DISCLOSE_EMERGENCY = "disclose_emergency", _("record what left in an emergency or in a report of maltreatment")
    DISCLOSE_WITHOUT_CONSENT = "disclose_without_consent", _("record what left without consent, by the rule")
    DIRECTORY_VIEW = "directory_view", _("read the partner directory")
    DIRECTORY_VERIFY = "directory_verify", _("say what is still right in the directory")
    DIRECTORY_EDIT = "directory_edit", _("change the partner directory")
    DIRECTORY_MANAGE = "directory_manage", _("import and export the partner directory, and say whom not to refer to")
    MOU_FACTS = "mou_facts", _("see which agreements with partners are in force")
    MOU_VIEW = "mou_view", _("read agreements and plans with partners")
    MOU_EDIT = "mou_edit", _("record agreements and plans with partners")
    CASELOAD_VIEW = "caseload_view", _("see caseloads")
    SUPERVISION_VIEW = "supervision_view", _("take part in supervision")
    SUPERVISION_HOLD = "supervision_hold", _("plan and hold supervision")
    SUPERVISION_COUNT = "supervision_count", _("see how much supervision is held, without a word of it")
    FLAG_VIEW = "flag_view", _("read flags on a record")
    FLAG_RAISE = "flag_raise", _("raise and close flags on a record")
    FLAG_ANSWER = "flag_answer", _("answer flags on a record")
    CONSULTATION_EDIT = "consultation_edit", _("record consultations about child welfare")
    REPORT_OWN = "report_own", _("see figures of the own caseload")
    REPORT_VIEW = "report_view", _("read reports")
    REPORT_EXPORT = "report_export", _("make and export reports")
    NOTE_EXPORT = "note_export", _("export the words of notes")
    SETTINGS_EDIT = "settings_edit", _("change the agency's settings")
    ACCOUNT_EDIT = "account_edit", _("change staff accounts")


P = Permission

GRANTS = {
    Role.WORKER: {
        P.STAFF, P.FAMILY_VIEW, P.FAMILY_EDIT, P.ASSESSMENT_VIEW, P.ASSESSMENT_EDIT, P.NOTE_VIEW, P.NOTE_EDIT,
        P.RESTRICTED_VIEW, P.GOAL_VIEW, P.GOAL_EDIT, P.GOAL_PROGRESS, P.AGREEMENT_VIEW, P.REFERRAL_VIEW,
        P.REFERRAL_EDIT, P.DISCLOSE_EMERGENCY, P.DIRECTORY_VIEW, P.DIRECTORY_VERIFY, P.MOU_FACTS, P.REPORT_OWN,
        P.SUPERVISION_VIEW, P.FLAG_VIEW, P.FLAG_ANSWER, P.CONSULTATION_EDIT,
    },
    Role.SUPERVISOR: {
        P.STAFF, P.FAMILY_VIEW, P.FAMILY_EDIT, P.FAMILY_ASSIGN, P.ASSESSMENT_VIEW, P.ASSESSMENT_EDIT, P.NOTE_VIEW,
        P.NOTE_EDIT, P.RESTRICTED_VIEW, P.GOAL_VIEW, P.GOAL_EDIT, P.GOAL_PROGRESS, P.AGREEMENT_VIEW, P.REFERRAL_VIEW,
        P.REFERRAL_EDIT, P.DISCLOSE_EMERGENCY, P.DISCLOSE_WITHOUT_CONSENT, P.DIRECTORY_VIEW, P.DIRECTORY_VERIFY,
        P.DIRECTORY_EDIT, P.CASELOAD_VIEW, P.REPORT_OWN, P.REPORT_VIEW, P.MOU_FACTS, P.MOU_VIEW, P.SUPERVISION_VIEW,
        P.SUPERVISION_HOLD, P.FLAG_VIEW, P.FLAG_RAISE, P.CONSULTATION_EDIT,
    },
    Role.MANAGER: {
        P.STAFF, P.FAMILY_VIEW, P.FAMILY_ASSIGN, P.FAMILY_IMPORT, P.ASSESSMENT_VIEW, P.NOTE_VIEW, P.RESTRICTED_VIEW,
        P.GOAL_VIEW, P.AGREEMENT_VIEW, P.REFERRAL_VIEW, P.DISCLOSE_EMERGENCY, P.DISCLOSE_WITHOUT_CONSENT,
        P.DIRECTORY_VIEW, P.DIRECTORY_VERIFY, P.DIRECTORY_EDIT, P.DIRECTORY_MANAGE, P.CASELOAD_VIEW, P.REPORT_VIEW,
        P.REPORT_EXPORT, P.NOTE_EXPORT, P.SETTINGS_EDIT, P.MOU_FACTS, P.MOU_VIEW, P.MOU_EDIT, P.SUPERVISION_COUNT,
    },
    Role.TEAMMATE: {P.STAFF, P.FAMILY_VIEW, P.NOTE_VIEW, P.NOTE_EDIT, P.GOAL_VIEW, P.GOAL_PROGRESS, P.DIRECTORY_VIEW},
    Role.MONITOR: {
        P.STAFF, P.FAMILY_VIEW, P.ASSESSMENT_VIEW, P.NOTE_VIEW, P.GOAL_VIEW, P.AGREEMENT_VIEW, P.REFERRAL_VIEW,
        P.DIRECTORY_VIEW, P.MOU_FACTS, P.MOU_VIEW, P.REPORT_VIEW,
    },
    Role.ADMINISTRATOR: {P.STAFF, P.ACCOUNT_EDIT},
}  # fmt: skip


class NoteClass(models.TextChoices):
    """Who reads a note. Restricted: violence, substance use, mental health, maltreatment."""

    GENERAL = "general", _("Family service staff")
    TEAM = "team", _("The family’s whole team")
    RESTRICTED = "restricted", _("Restricted")


NOTES_READ = {
    Role.WORKER: {NoteClass.GENERAL, NoteClass.TEAM, NoteClass.RESTRICTED},
    Role.SUPERVISOR: {NoteClass.GENERAL, NoteClass.TEAM, NoteClass.RESTRICTED},
    Role.MANAGER: {NoteClass.GENERAL, NoteClass.TEAM, NoteClass.RESTRICTED},  # restricted: a reason each time
    Role.TEAMMATE: {NoteClass.TEAM},
    Role.MONITOR: {NoteClass.GENERAL},
}
NOTES_WRITTEN = {
    Role.WORKER: {NoteClass.GENERAL, NoteClass.TEAM, NoteClass.RESTRICTED},
    Role.SUPERVISOR: {NoteClass.GENERAL, NoteClass.RESTRICTED},
    Role.TEAMMATE: {NoteClass.TEAM},
}

EVERY_ROW = Q(pk__isnull=False)  # not Q(): an empty condition vanishes when it is or-ed with another
NO_ROW = Q(pk__in=[])


def _assigned(grants):
    """Families these people serve today: as main worker, as cover, or on the team. Nearly always it is one person."""
    return _served_by([grant.user_id for grant in grants], timezone.localdate())


def _served_by(people, on):
    Assignment = apps.get_model("families", "Assignment")  # a room to the left; only this module reaches there
    served = Assignment.objects.in_force(on).filter(worker__pk__among=people).values_list("family")
    return served.union(_merged_into(Q(merged_into__in=served)))


def _at_centers(grants):
    """Families at the centers these grants reach: known there, or with a child enrolled there."""
    Family = apps.get_model("families", "Family")
    Enrollment = apps.get_model("families", "Enrollment")
    centers = apps.get_model("agency", "Center").objects.filter(_centers_of(grants))
    known = Family.objects.filter(center__in=centers).values_list("pk")
    enrolled = Enrollment.objects.filter(center__in=centers).values_list("family")
    merged = _merged_into(Q(merged_into__center__in=centers) | Q(merged_into__in=enrolled))
    return known.union(enrolled, merged)


def _merged_into(condition):
    """Records merged into families one may open: what cannot move stands under their keys (docs/decisions/0010)."""
    Family = apps.get_model("families", "Family")
    return Family.every.filter(condition, merged_into__isnull=False).values_list("pk")


def _centers_of(grants):
    """The centers these grants name, or that belong to a program they name, as one condition on centers."""
    named = Q(pk__in=[grant.center_id for grant in grants if grant.center_id])
    return named | Q(program__in=[grant.program_id for grant in grants if grant.program_id])


def _on_review(grants):
    """Families on the list made for this reviewer."""
    ReviewerAccess = apps.get_model("families", "ReviewerAccess")
    listed = ReviewerAccess.objects.in_force().filter(user=grants[0].user_id).values_list("family")
    return listed.union(_merged_into(Q(merged_into__in=listed)))


OPENS = {
    Role.WORKER: _assigned,
    Role.TEAMMATE: _assigned,
    Role.SUPERVISOR: _at_centers,
    Role.MANAGER: _at_centers,
    Role.MONITOR: _on_review,
}


FEW = 1000  # families: up to so many are named one by one while a page is read


@models.BigAutoField.register_lookup
class Among(models.Lookup):
    """The key is one of a list that travels as one array, however long."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        key, params = self.process_lhs(compiler, connection)
        return f"{key} = ANY(%s)", [*params, self.rhs]


def opened_by(*grants, family=""):
    """The rows that grants of one role open, for rows that reach their family through `family` ("goal__family__").

    Asked for all grants of a role at once: a supervisor of thirty centers is one condition, not thirty.
    """
    opens = OPENS.get(grants[0].role)
    if opens is None:
        return NO_ROW
    if opens is _at_centers and any(grant.is_everywhere for grant in grants):
        return EVERY_ROW
    known = _known(grants, opens)
    return Q(**{f"{family}pk__in": opens(grants)}) if known is None else Q(**{f"{family}pk__among": known})


def _known(grants, opens):
    """The keys of the families these grants open, asked once while a page is read; None when they are many.

    A page asks the same of a dozen tables, and one list is cheaper than a dozen subqueries. Never kept while
    something is written: there the answer may change in the middle.
    """
    found = grants[0].user.families_known
    if found is None:
        return None
    key = tuple(grant.pk for grant in grants)
    if key not in found:
        found[key] = [pk for (pk,) in _first_of(opens, grants)]
    return found[key] if len(found[key]) <= FEW else None


EVERYTHING, NOTHING = "everything", "nothing"


def reach_of(user):
    """{role: the keys of the families it opens, EVERYTHING or NOTHING}; None when they are too many to name."""
    found = {}
    for role, grants in by_role(user.grants):
        opens = OPENS.get(role)
        if opens is None:
            found[role] = NOTHING
        elif opens is _at_centers and any(grant.is_everywhere for grant in grants):
            found[role] = EVERYTHING
        elif (known := _known(grants, opens)) is not None:
            found[role] = known
        else:
            return None
    return found


def by_role(grants):
    """These grants role by role: [(role, its grants)]."""
    roles = dict.fromkeys(grant.role for grant in grants)
    return [(role, [grant for grant in grants if grant.role == role]) for role in roles]


def _first_of(opens, grants):
    if opens is _assigned:
        return ask(_few_served_by, people=[grant.user_id for grant in grants], on=timezone.localdate())
    return opens(grants)[: FEW + 1]


def _few_served_by(people, on):
    return _served_by(people, on)[: FEW + 1]


def caseload(user, family="", permission=Permission.FAMILY_VIEW):
    """The rows whose family `user` may open by a role that carries `permission`."""
    condition = NO_ROW
    for _role, grants in by_role(user.grants_of(permission)):
        condition |= opened_by(*grants, family=family)
    return condition


def note_condition(user, family="family__"):
    """The notes `user` may read: by role, the classes of the table, in the families that role opens.

    A teammate from whom the family keeps the notes to the team still reads their own.
    """
    condition = NO_ROW
    for role, grants in by_role(user.grants_of(Permission.NOTE_VIEW)):
        shown = Q(visibility__in=NOTES_READ[role])
        if role == Role.TEAMMATE:
            shown &= ~Q(family__in=_team_choices(user, sees_notes=False).values("family")) | Q(written_by=user.pk)
        condition |= opened_by(*grants, family=family) & shown
    return condition


def _team_choices(user, **said):
    """What families said today of what this teammate may see. Who has no such row sees what is shared with the team."""
    return apps.get_model("goals", "TeamMember").objects.filter(staff=user.pk, ended_on=None, **said)


def shared_goal_condition(user, family="family__"):
    """The goals `user` may read: a teammate only those the family shares with its team, or chose for them alone."""
    condition = NO_ROW
    for role, grants in by_role(user.grants_of(Permission.GOAL_VIEW)):
        shared = _shared_with(user) if role == Role.TEAMMATE else EVERY_ROW
        condition |= opened_by(*grants, family=family) & shared
    return condition


def _shared_with(user):
    """A family's goals for its team, unless it chose one by one; and those it chose for this teammate."""
    one_by_one = _team_choices(user, only_chosen_goals=True).values("family")
    chosen = _team_choices(user, goals__isnull=False).values("goals")
    return Q(is_shared_with_team=True) & ~Q(family__in=one_by_one) | Q(pk__in=chosen)


def own_part_condition(user, own, family="family__"):
    """Of a family's team: everything for who serves or leads the family, for a teammate their `own` part."""
    condition = NO_ROW
    for role, grants in by_role(user.grants_of(Permission.GOAL_VIEW)):
        condition |= opened_by(*grants, family=family) & (own if role == Role.TEAMMATE else EVERY_ROW)
    return condition


def note_classes_written_by(user, family=None):
    """The visibility classes `user` may give a note (about `family`, when one is named), in the table's order."""
    return _classes(NOTES_WRITTEN, user.grants_of(Permission.NOTE_EDIT), family)


def note_classes_read_by(user, family=None):
    """The visibility classes `user` may read (about `family`, when one is named), in the table's order."""
    return _classes(NOTES_READ, user.grants_of(Permission.NOTE_VIEW), family)


def _classes(table, grants, family):
    if family is not None:
        grants = [grant for grant in grants if type(family).objects.filter(opened_by(grant), pk=family.pk).exists()]
    allowed = set().union(*(table.get(grant.role, set()) for grant in grants))
    return [choice for choice in NoteClass if choice in allowed]


def reaches_everything(user, permission):
    """True when a role with this permission is scoped to the whole agency."""
    return any(grant.is_everywhere for grant in user.grants_of(permission))


def programs_reached(user, permission):
    """Primary keys of the programs in which a role of this person carries the permission."""
    return {
        grant.program_id or grant.center.program_id for grant in user.grants_of(permission) if not grant.is_everywhere
    }


def programs_reached_whole(user, permission):
    """Primary keys of the programs all of which a role of this person reaches: not those in which it holds a center."""
    return {grant.program_id for grant in user.grants_of(permission) if grant.program_id}


def must_say_why(user, family):
    """True when only the manager's role opens this family: then each opening needs a stated reason (design 3)."""
    if not user.is_a(Role.MANAGER):
        return False
    others = [grant for grant in user.grants_of(Permission.FAMILY_VIEW) if grant.role != Role.MANAGER]
    condition = NO_ROW
    for _role, grants in by_role(others):
        condition |= opened_by(*grants)
    return not (others and type(family).objects.filter(condition, pk=family.pk).exists())


def opens_what_is_served(user):
    """True when whatever this person opens, they open because they serve it: no role of theirs reaches further."""
    return bool(user.grants) and all(OPENS.get(grant.role) is _assigned for grant in user.grants)


def on_which(user, permission, families):
    """Of already visible `families`, named by key, those on which `user` may do this: asked only of several roles."""
    if len(by_role(user.grants)) == 1:
        return families if user.may(permission) else []
    Family = apps.get_model("families", "Family")
    return list(Family.objects.visible_to(user, permission).filter(pk__among=families).values_list("pk", flat=True))


class CaseQuerySet(models.QuerySet):
    """Rows that belong to a family."""

    family = "family__"  # Family itself says "", a step says "goal__family__"
    permission = Permission.FAMILY_VIEW

    def visible_to(self, user, permission=None):
        """The rows `user` may open; with `permission`, those on which they may also do that."""
        return self.filter(caseload(user, self.family, permission or self.permission))

    def of_family(self, family):
        """The rows of an opened family, and those that had to stay under the key of a record merged into it."""
        Family = apps.get_model("families", "Family")
        return self.filter(**{f"{self.family}pk__in": Family.every.filter(Q(pk=family.pk) | Q(merged_into=family.pk))})


def requires(permission):
    """Mark a view with the permission it needs and refuse whoever holds no role that grants it."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.may(permission):
                raise PermissionDenied
            request.user.families_known = {} if request.method in ("GET", "HEAD") else None
            return view(request, *args, **kwargs)

        guarded.requires = permission
        return guarded

    return decorate


class ReasonNeeded(Exception):
    """A manager opens a family's record without having said why today. Answered by the page that asks."""

    def __init__(self, family):
        super().__init__()
        self.family_id = family.pk


class MovedOn(Exception):
    """This key belongs to a record that is part of another one now. Answered by going there."""

    def __init__(self, url):
        super().__init__()
        self.url = url


def reason_given(request, family):
    """The reason this person gave today for opening this family, or ""."""
    given = request.session.get("reasons", {}).get(str(family.pk), {})
    return given.get("why", "") if given.get("on") == str(timezone.localdate()) else ""


def give_reason(request, family, why):
    """Keep a reason for the rest of the day, for this person and this family."""
    reasons = request.session.setdefault("reasons", {})
    reasons[str(family.pk)] = {"why": why, "on": str(timezone.localdate())}
    request.session.modified = True


def open_record(request, family, permission):
    """Let `request.user` act on an already visible `family` with `permission`, or refuse; returns the reason given.

    Raises PermissionDenied when the role that opens this family does not carry the permission, and ReasonNeeded when
    a manager has not said why today.
    """
    if permission not in permissions_on(request.user, family):
        raise PermissionDenied
    why = reason_given(request, family)
    if not why and must_say_why(request.user, family):
        raise ReasonNeeded(family)
    return why


def centers_reached(user, permission):
    """The centers at which a role of this person carries the permission, as a condition on centers."""
    grants = user.grants_of(permission)
    return EVERY_ROW if any(grant.is_everywhere for grant in grants) else _centers_of(grants)


def permissions_on(user, family):
    """What `user` may do with an already visible `family`: the permissions of those of their roles that open it.

    Whoever holds one role needs no question: the family is visible by that role.
    """
    roles = by_role(user.grants)
    if len(roles) == 1:
        return GRANTS[roles[0][0]]
    conditions = {role: models.ExpressionWrapper(opened_by(*grants), models.BooleanField()) for role, grants in roles}
    opens = type(family).objects.filter(pk=family.pk).annotate(**conditions).values(*conditions).get()
    return set().union(*(GRANTS[role] for role in conditions if opens[role]))


def who_counts(user):
    """`user` with every family's work before them: to count what a changed rule does, never to open or to name.

    A manager may not do what is due, so it is not due for them; the number must still be that of those who may.
    """
    RoleGrant = apps.get_model("agency", "RoleGrant")
    counting = apps.get_model("agency", "User")(pk=user.pk)
    counting.grants = [RoleGrant(user=counting, role=Role.SUPERVISOR)]
    return counting
