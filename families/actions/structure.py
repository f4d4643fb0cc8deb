"""A family changes its shape: it becomes two, a baby is born, it moves to another center, it leaves, it comes back."""

from datetime import timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit
from families import moving
from families.actions.staffing import begin_serving
from families.models import (
    Assignment,
    Enrollment,
    Family,
    FamilyLink,
    FamilyMember,
    Household,
    Relation,
    SecondHome,
    StructureChange,
)

Kind = StructureChange.Kind
TIED = ["relationship", "is_father_figure", "custody", "lives_with", "may_be_told", "court_says"]


class NobodyStays(Exception):
    """A split that would leave nobody behind. The text is a sentence for the person who tried."""


def lock(*families):
    """Hold these families until the transaction ends, always in the same order, so that two people never wait round."""
    keys = sorted(family.pk for family in families)
    return list(Family.every.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


def record(kind, ledger, *, family, by, other=None, happened_on=None, reason=""):
    """Keep one act with everything it touched."""
    change = StructureChange.objects.create(
        kind=kind,
        family=family,
        other=other,
        happened_on=happened_on or timezone.localdate(),
        reason=reason,
        rows=ledger.rows,
        made=ledger.made,
        made_by=by,
    )
    audit.record(f"family_{kind}", about=family, by=by, change=change.pk, **({"other": other.pk} if other else {}))
    return change


def serve(ledger, **facts):
    """Let a colleague serve a family as part of the act in `ledger`."""
    return ledger.new(begin_serving(**facts))


def stop_serving(ledger, assignments, last_day):
    """These colleagues serve until `last_day`; whoever was to begin after it does not begin."""
    for one in assignments:
        if one.starts_on > last_day:
            ledger.take_away(one)
        else:
            ledger.move(Assignment.objects.filter(pk=one.pk), ends_on=last_day)


# ---- one family becomes two ---------------------------------------------------------------------------------------


@transaction.atomic
def split(*, family, people, by, name="", into=None, home=None, chosen=(), happened_on=None, reason="", worker=None):
    """`people` leave `family` and become a family of their own, or join `into`, one we know.

    What is on record about a person goes with them, what is on record about the family stays, and the two are linked.
    `home` is a home of the family that they take along or share, or a new one not yet saved; `chosen` are keys of
    needs and goals that go too; `worker` serves the new family first, else whoever serves this one.
    """
    lock(family, *([into] if into else []))
    staying = family.members.filter(left_on=None).exclude(pk__in=[person.pk for person in people])
    if not staying.exists():
        raise NobodyStays(_("Somebody has to stay. When all of them leave, record that the family left."))
    ledger = moving.Ledger()
    new = into or ledger.new(_begin(family, name=name, by=by))
    _part_ties(ledger, family, new, people, by)
    _go(ledger, people, new, _home_of(ledger, staying, new, home))
    _begin_anew(ledger, new, people)
    for room in moving.rooms:
        room.follow(ledger, family=family, new=new, chosen=set(chosen))
    _main_contacts(ledger, family, new)
    tie_again(ledger, new)
    if into is None:
        _served_as_before(ledger, family, new, worker=worker, by=by)
    return record(Kind.SPLIT, ledger, family=family, other=new, by=by, happened_on=happened_on, reason=reason)


def _begin(family, *, name, by):
    return Family.objects.create(
        name=name or family.name,
        center_id=family.center_id,
        language=family.language,
        also_speaks=family.also_speaks,
        needs_interpreter=family.needs_interpreter,
        added_by=by,
    )


def _part_ties(ledger, family, new, people, by):
    """Relations between who goes and who stays cannot stand in either family: the link between the two keeps them."""
    going = [person.pk for person in people]
    across = Relation.objects.filter(
        Q(adult__in=going, child__family=family) | Q(child__in=going, adult__family=family)
    )
    across = across.exclude(adult__in=going, child__in=going).select_related("adult", "child")
    ties = {}
    for tie in across:
        said = {name: getattr(tie, name) for name in TIED}
        ties.setdefault(tie.child, []).append({"adult": tie.adult_id, "child": tie.child_id} | said)
        ledger.take_away(tie)
    for child, said in ties.items():
        _link(ledger, family, new, FamilyLink.Kind.SHARED_CHILD, by=by, child=child, ties=said)
    _link(ledger, family, new, FamilyLink.Kind.SPLIT_FROM, by=by)


def tie_again(ledger, family):
    """Relations that a split had parted and whose two ends are in one family again."""
    for link in FamilyLink.objects.of_family(family).filter(ended_on=None).exclude(ties=[]):
        back = [tie for tie in map(_ends_of, link.ties) if _both_in(family, tie)]
        for tie in back:
            if not Relation.objects.filter(adult=tie["adult"], child=tie["child"]).exists():
                ends = {"adult_id": tie["adult"], "child_id": tie["child"]}
                ledger.new(Relation.objects.create(**ends, **{name: tie[name] for name in TIED}))
        if len(back) == len(link.ties):
            ledger.move(FamilyLink.objects.filter(pk=link.pk), ended_on=timezone.localdate())


def _ends_of(tie):
    """A tie between the persons those two are today."""
    keys = FamilyMember.every.filter(pk__in=[tie["adult"], tie["child"]]).values_list("pk", "merged_into")
    now = {key: merged_into or key for key, merged_into in keys}
    return tie | {end: now.get(tie[end], tie[end]) for end in ("adult", "child")}


def _both_in(family, tie):
    return family.members.filter(pk__in=[tie["adult"], tie["child"]]).count() == 2


def _link(ledger, family, other, kind, *, by, child=None, **more):
    link, is_new = FamilyLink.objects.get_or_create(
        family=family, other=other, kind=kind, child=child, ended_on=None, defaults={"linked_by": by} | more
    )
    if is_new:
        ledger.new(link)


def _home_of(ledger, staying, new, home):
    """Where they live from now on: a new home, one they take along, or a copy of one in which somebody stays."""
    if home is None or home.family_id == new.pk:
        return home
    if home.pk is None:
        home.family = new
        home.save()
        return ledger.new(home)
    if staying.filter(household=home).exists() or home.second_home_of.filter(member__in=staying).exists():
        return _copied(ledger, home, new)
    ledger.move(Household.objects.filter(pk=home.pk), family=new)
    return home


def _copied(ledger, home, new):
    values = {name: getattr(home, name) for name in HOME}
    return ledger.new(Household.objects.create(family=new, **values))


HOME = ["label", "address_1", "address_2", "city", "state", "postal_code", "is_hidden"]


def _go(ledger, people, new, home):
    """Who goes, with the facts about each, their second homes and their new first one."""
    going = FamilyMember.objects.filter(pk__in=[person.pk for person in people])
    for label, field in moving.OF_A_PERSON:
        model = apps.get_model(label)
        ledger.move_what_can(model._base_manager.filter(**{f"{field}__in": going}), family=new)
    for second in SecondHome.objects.filter(member__in=going).select_related("household"):
        there = new.households.filter(pk=second.household_id).first() or _copied(ledger, second.household, new)
        ledger.move(SecondHome.objects.filter(pk=second.pk), household=there)
    ledger.move(going, is_main_contact=False)
    ledger.move(going, household=home, family=new)


def _begin_anew(ledger, new, people):
    """The places that came along count for the new family from today: nobody owes it what was due before it was one."""
    places = Enrollment.objects.still_open().filter(family=new, member__in=people)
    ledger.move(places, clocks_from=timezone.localdate())


def _main_contacts(ledger, *families):
    """Each family has somebody we talk to first, when it has an adult."""
    for family in families:
        adults = family.members.adults().filter(left_on=None, do_not_contact=False)
        if not family.members.filter(is_main_contact=True).exists() and (first := adults.first()):
            ledger.move(FamilyMember.objects.filter(pk=first.pk), is_main_contact=True)


def _served_as_before(ledger, family, new, *, worker, by):
    """Whoever serves the one serves the other too, from today, unless it gets a main worker of its own."""
    today = timezone.localdate()
    for one in family.assignments.in_force().select_related("worker"):
        if one.kind == Assignment.Kind.PRIMARY and worker:
            continue
        if one.worker != worker:
            serve(ledger, family=new, worker=one.worker, kind=one.kind, starts_on=today, ends_on=one.ends_on, by=by)
    if worker:
        serve(ledger, family=new, worker=worker, kind=Assignment.Kind.PRIMARY, starts_on=today, by=by)


# ---- a baby -------------------------------------------------------------------------------------------------------


@transaction.atomic
def newborn(*, mother, babies, relations, by, born_on, center=None, option="", entered_on=None):
    """The child a woman expected is born: a member from now on, with its relations; her place ends, its may begin.

    `babies` are members not yet saved; `relations` maps each other adult of the family to who they are to the child.
    """
    family, ledger = mother.family, moving.Ledger()
    lock(family)
    ledger.move(FamilyMember.objects.filter(pk=mother.pk), is_expecting=False)
    carried = Enrollment.objects.filter(member=mother, option=Enrollment.Option.PREGNANCY, exited_on=None)
    for place in carried:
        last = {"exited_on": max(born_on, place.entered_on), "exit_reason": Enrollment.ExitReason.BIRTH}
        _end(ledger, place, **last)
    for baby in babies:
        baby.family, baby.role, baby.born_on = family, FamilyMember.Role.CHILD, born_on
        baby.relationship, baby.household_id = FamilyMember.Relationship.CHILD, mother.household_id
        baby.save()
        ledger.new(baby)
        _relate(ledger, baby, {mother: FamilyMember.Relationship.MOTHER} | relations)
        if center:
            begin_place(
                ledger, baby, center=center, option=option, entered_on=entered_on or born_on, continues=carried.first()
            )
        audit.record("member_added", about=baby, by=by, role=baby.role)
    return record(Kind.NEWBORN, ledger, family=family, by=by, happened_on=born_on)


def _relate(ledger, child, relations):
    fathers = (FamilyMember.Relationship.FATHER, FamilyMember.Relationship.STEPFATHER)
    for adult, relationship in relations.items():
        same_home = adult.household_id and adult.household_id == child.household_id
        relation = Relation.objects.create(
            adult=adult,
            child=child,
            relationship=relationship,
            is_father_figure=adult.is_father_figure or relationship in fathers,
            lives_with=Relation.LivesWith.ALWAYS if same_home else Relation.LivesWith.UNKNOWN,
        )
        ledger.new(relation)


def _end(ledger, place, *, exited_on, exit_reason):
    """A place ends. The reason comes after the day: the database wants a day with each reason."""
    ledger.move(Enrollment.objects.filter(pk=place.pk), exited_on=exited_on)
    ledger.move(Enrollment.objects.filter(pk=place.pk), exit_reason=exit_reason)


def begin_place(ledger, member, *, center, option, entered_on, continues=None):
    """A place that takes up an earlier one. Without a gap, and in the same program, the clocks run on."""
    place = Enrollment.objects.create(
        family_id=member.family_id,
        member=member,
        program_id=center.program_id,
        center=center,
        option=option or Enrollment.Option.CENTER,
        entered_on=entered_on,
        continues=continues,
        clocks_from=_clocks_of(continues, center, entered_on),
    )
    return ledger.new(place)


def _clocks_of(earlier, center, entered_on):
    """Since when the clocks run for a place that takes up `earlier`; None where its own first day starts them."""
    if earlier is None or earlier.program_id != center.program_id:
        return None
    last_day = Enrollment.objects.values_list("exited_on", flat=True).get(pk=earlier.pk)  # it has just ended
    if last_day is None or last_day < entered_on - timedelta(days=1):
        return None
    return earlier.clocks_from or earlier.entered_on


# ---- another center, away, and back -------------------------------------------------------------------------------


@transaction.atomic
def transfer(*, family, places, center, starts_on, by, worker=None, note="", reason=""):
    """These places go on at another center from `starts_on`; the family is served from there."""
    lock(family)
    ledger = moving.Ledger()
    for place in places:
        _end(
            ledger,
            place,
            exited_on=max(starts_on - timedelta(days=1), place.entered_on),
            exit_reason=_why_it_ends(place, center),
        )
        begin_place(ledger, place.member, center=center, option=place.option, entered_on=starts_on, continues=place)
    ledger.move(Family.objects.filter(pk=family.pk), center=center)
    if worker:
        hand_over(ledger, family, worker=worker, starts_on=starts_on, note=note, by=by)
    return record(Kind.TRANSFER, ledger, family=family, by=by, happened_on=starts_on, reason=reason)


def _why_it_ends(place, center):
    same_program = place.program_id == center.program_id
    return Enrollment.ExitReason.CENTER if same_program else Enrollment.ExitReason.TRANSFER


def hand_over(ledger, family, *, worker, starts_on, note, by):
    """Another main worker from a day on. Who was planned for later gives way; nobody is assigned twice."""
    main = family.assignments.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on), kind=Assignment.Kind.PRIMARY)
    if main.filter(worker=worker, starts_on__lte=starts_on, ends_on=None).exists():
        return
    stop_serving(ledger, main, starts_on - timedelta(days=1))
    kind = Assignment.Kind.PRIMARY
    serve(ledger, family=family, worker=worker, kind=kind, starts_on=starts_on, note=note, by=by)


@transaction.atomic
def leave(*, family, places, last_day, exit_reason, by, keep_serving=False, reason=""):
    """These places end for a reason; unless somebody stays in touch, nobody serves the family after the last day."""
    lock(family)
    ledger = moving.Ledger()
    for place in places:
        _end(ledger, place, exited_on=max(last_day, place.entered_on), exit_reason=exit_reason)
    if not keep_serving:
        open_ended = Q(ends_on=None) | Q(ends_on__gt=last_day)
        stop_serving(ledger, family.assignments.filter(open_ended), last_day)
    return record(Kind.LEAVE, ledger, family=family, by=by, happened_on=last_day, reason=reason)


@transaction.atomic
def come_back(*, family, places, center, first_day, by, worker=None, note=""):
    """These ended places are taken up again at `center`; the family is served again."""
    lock(family)
    ledger = moving.Ledger()
    for place in places:
        begin_place(ledger, place.member, center=center, option=place.option, entered_on=first_day, continues=place)
    ledger.move(Family.objects.filter(pk=family.pk), center=center)
    ledger.move(FamilyMember.objects.filter(pk__in=[place.member_id for place in places]), left_on=None)
    if worker:
        hand_over(ledger, family, worker=worker, starts_on=first_day, note=note, by=by)
    return record(Kind.RETURN, ledger, family=family, by=by, happened_on=first_day)


@transaction.atomic
def link(*, link, by):
    """Two families know of each other from now on."""
    link.linked_by = by
    link.save()
    audit.record("families_linked", about=link.family, by=by, kind=link.kind, other=link.other_id)
    return link


@transaction.atomic
def unlink(*, link, by):
    """Two families have no more to do with each other. That they had stays on record."""
    link.ended_on = timezone.localdate()
    link.save(update_fields=["ended_on"])
    audit.record("families_unlinked", about=link.family, by=by, kind=link.kind, other=link.other_id)
