"""The PIR: every item against a slow second count, every family on one side of every item, and the rules one by one."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agency.content import load_catalogue
from agency.models import Program, ServiceCategory
from families.models import Activity, FamilyMember, Snapshot
from reports.models import PirForm
from reports.pir.counting import Worksheet, form_for
from reports.pir.loading import load_forms
from tests.agency.factories import CenterFactory, ProgramFactory, ProgramYearFactory, UserFactory
from tests.families.factories import (
    ActivityFactory,
    AssessmentFactory,
    AttendanceFactory,
    ChildWelfareFactory,
    EnrollmentFactory,
    FamilyFactory,
    FosterCareFactory,
    HomelessnessFactory,
    InstrumentVersionFactory,
    MemberFactory,
    NeedFactory,
    ServiceReceivedFactory,
    SnapshotFactory,
)
from tests.goals.factories import ReviewFactory
from tests.referrals.factories import ReferralFactory
from tests.reports.slow_pir import differences

FIRST, LAST = date(2025, 9, 2), date(2026, 6, 12)
MID, SUMMER = date(2025, 11, 5), date(2026, 7, 1)


@pytest.fixture
def forms(agency):
    load_catalogue()
    load_forms()


@pytest.fixture
def year(forms):
    """An Early Head Start's year; its next one begins in September."""
    center = CenterFactory(program__kind=Program.Kind.EARLY_HEAD_START)
    ProgramYearFactory(program=center.program, starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 11))
    return ProgramYearFactory(program=center.program, starts_on=FIRST, ends_on=LAST)


@pytest.fixture
def enroll(year):
    """`enroll()` is a family with one child in the program since October 2025."""

    def make(entered_on=date(2025, 10, 1), children=1, **place):
        family = FamilyFactory(center=year.program.centers.get())
        for _child in range(children):
            child = MemberFactory(family=family, role="child")
            EnrollmentFactory(family=family, member=child, center=family.center, entered_on=entered_on, **place)
        return family

    return make


def sheet(year, on=SUMMER, form="2022-23"):
    return Worksheet(year, PirForm.objects.get(year=form), on)


def number(year, code, **more):
    return sheet(year, **more).numbers[code]


def why(year, code, **more):
    """{family: reason} of one item."""
    line = next(line for line in sheet(year, **more).lines if line.item.code == code)
    return {family: said.reason for family, said in line.answer.why.items()}


def kind(code):
    return ServiceCategory.objects.get(code=code)


# ---- the rules of 1.6, one by one ---------------------------------------------------------------------------------


def test_a_family_counts_once_a_service_and_once_over_all(year, enroll):
    family = enroll()
    for what in ("food", "food", "housing"):
        ServiceReceivedFactory(family=family, category=kind(what), received_on=MID)

    found = sheet(year).numbers

    codes = ("service_received:emergency", "service_received:housing", "any_service_received")
    assert [found[code] for code in codes] == [1, 1, 1]


def test_help_through_a_referral_counts_and_help_found_alone_does_not(year, enroll):
    through, alone = enroll(), enroll()
    ServiceReceivedFactory(family=through, category=kind("housing"), received_on=MID, source="referral")
    ServiceReceivedFactory(family=alone, category=kind("housing"), received_on=MID, source="family")

    assert number(year, "service_received:housing") == 1
    assert why(year, "service_received:housing") == {alone.pk: "by_themselves"}


@pytest.mark.parametrize(
    ("state", "reason"),
    [("informed", "information_only"), ("not_received", "help_not_received"), ("draft", "referral_not_sent")],
)  # fmt: skip
def test_a_referral_alone_never_counts(year, enroll, state, reason):
    family = enroll()
    need = NeedFactory(family=family, category=kind("housing"), opened_on=MID)
    ReferralFactory(family=family, need=need, state=state, made_on=MID, made_by=need.added_by)

    assert why(year, "service_received:housing") == {family.pk: reason}


def test_siblings_are_one_family(year, enroll):
    enroll(children=3)

    assert number(year, "families_total") == 1


def test_a_family_of_two_programs_counts_in_both(year, enroll):
    family = enroll()
    other = ProgramYearFactory(program=CenterFactory(program=ProgramFactory()).program, starts_on=FIRST, ends_on=LAST)
    EnrollmentFactory(family=family, center=other.program.centers.get(), entered_on=MID)

    assert [number(one, "families_total") for one in (year, other)] == [1, 1]


def test_who_left_still_counts_and_who_came_before_or_after_does_not(year, enroll):
    enroll(exited_on=MID, exit_reason="moved")
    enroll(entered_on=date(2024, 9, 1), exited_on=date(2025, 6, 1), exit_reason="moved")
    enroll(entered_on=date(2026, 9, 3))

    assert number(year, "families_total", on=date(2026, 12, 1)) == 1


def test_the_end_is_taken_at_the_end_of_their_enrollment(year, enroll):
    left, still = enroll(exited_on=MID, exit_reason="moved"), enroll()

    found = why(year, "tanf_end", on=date(2026, 1, 10))

    assert found == {left.pk: "no_end_snapshot", still.pk: "end_to_come"}


def test_where_somebody_works_moves_between_two_snapshots(year, enroll):
    families = {name: enroll() for name in ("both", "new", "lost", "still", "only_end")}
    said = {"both": ("yes", "yes"), "new": ("no", "yes"), "lost": ("yes", "no"), "still": ("no", "no")}
    for name, (start, end) in said.items():
        for moment, answer in ((Snapshot.Moment.ENROLLMENT, start), (Snapshot.Moment.END, end)):
            answers = {"employed": answer, "in_training": "no", "in_school": "no"}
            SnapshotFactory(family=families[name], moment=moment, taken_on=MID, speaks_for=[year], **answers)
    SnapshotFactory(family=families["only_end"], moment="end", taken_on=MID, speaks_for=[year], employed="yes")

    found = sheet(year).numbers

    codes = ("working_end", "working_both", "working_new", "not_working_end", "not_working_lost", "not_working_still")
    assert [found[code] for code in codes] == [3, 1, 1, 2, 1, 1]
    assert why(year, "working_both")[families["only_end"].pk] == "no_enrollment_snapshot"


def test_help_in_the_summer_before_the_next_year_counts_in_this_one(year, enroll):
    family = enroll()
    ServiceReceivedFactory(family=family, category=kind("housing"), received_on=date(2026, 8, 20))

    assert number(year, "service_received:housing", on=date(2026, 10, 1)) == 1


def test_help_of_a_kind_without_a_letter_says_so(year, enroll):
    family = enroll()
    ServiceReceivedFactory(family=family, category=kind("diapers"), received_on=MID)

    assert why(year, "any_service_received") == {family.pk: "no_letter"}


def test_a_father_is_counted_for_what_he_came_to_and_never_guessed(year, enroll):
    came, not_marked = enroll(), enroll()
    activity = ActivityFactory(
        category=None, father_item=Activity.FatherItem.PARENTING, held_on=MID, posted_at="2025-11-06T10:00Z",
        posted_by=UserFactory(),
    )  # fmt: skip
    AttendanceFactory(activity=activity, family=came, is_present=True, is_father_figure=True)
    AttendanceFactory(activity=activity, family=not_marked, is_present=True)

    assert (number(year, "father_parenting"), number(year, "father_governance")) == (1, 0)
    assert why(year, "father_parenting") == {not_marked.pk: "not_recorded_as_father"}


def test_need_and_received_are_both_kept_on_the_old_form(year, enroll):
    family = enroll()
    NeedFactory(family=family, category=kind("housing"), opened_on=MID)

    found = sheet(year, form="2018-19").numbers

    codes = ("service_needed:housing", "service_received:housing", "any_service_needed", "any_service_received")
    assert [found[code] for code in codes] == [1, 0, 1, 0]


def test_a_year_without_a_form_of_its_own_uses_the_newest_before(year):
    assert form_for(year).year == "2022-23"


# ---- every item, against the slow count ---------------------------------------------------------------------------

DAYS = st.integers(min_value=-120, max_value=380).map(lambda days: FIRST + timedelta(days=days))
SAID = st.sampled_from(["", "yes", "no", "unsaid"])
SHOT = st.fixed_dictionaries(
    {
        "moment": st.sampled_from(["enrollment", "end"]),
        "parents": st.sampled_from(["", "two_parents", "one_parent", "unsaid"]),
        "figure": st.sampled_from(["", *Snapshot.Figure.values]),
        "education": st.sampled_from(["", *Snapshot.Education.values]),
        "housing": st.sampled_from(["", "rents", "shelter"]),
        **dict.fromkeys(
            ["employed", "in_training", "in_school", "tanf", "ssi", "wic", "snap", "military_veteran"], SAID
        ),
        "for_this": st.booleans(),
    }
)
KINDS = st.sampled_from(["food", "housing", "mental_health", "postpartum", "prenatal", "diapers", "fatherhood"])
FAMILY = st.fixed_dictionaries(
    {
        "places": st.lists(st.tuples(DAYS, st.integers(0, 300) | st.none()), min_size=1, max_size=2),
        "pregnant": st.booleans(),
        "due": st.integers(0, 300) | st.none(),
        "elsewhere": st.booleans(),
        "shots": st.lists(SHOT, max_size=2, unique_by=lambda shot: (shot["moment"], shot["for_this"])),
        "help": st.lists(
            st.tuples(KINDS, DAYS, st.sampled_from(["program", "referral", "family"]), st.booleans(), st.booleans()),
            max_size=3,
        ),
        "needs": st.lists(st.tuples(KINDS, DAYS, st.integers(0, 90) | st.none()), max_size=2),
        "came": st.lists(
            st.tuples(st.sampled_from(Activity.FatherItem.values), DAYS, st.booleans(), st.booleans(), st.booleans()),
            max_size=3,
        ),
        "is_father": st.booleans(),
        "talk": DAYS | st.none(),
        "review": DAYS | st.none(),
        "lost_home": st.tuples(DAYS, st.integers(0, 200) | st.none(), st.integers(0, 200) | st.none()) | st.none(),
        "care": st.tuples(DAYS, st.integers(0, 200) | st.none()) | st.none(),
        "welfare": st.tuples(DAYS, st.booleans()) | st.none(),
    }
)


def after(day, days):
    return None if days is None else day + timedelta(days=days)


def live(year, other, said, staff, version):
    """One random family, as drawn."""
    center = year.program.centers.first()
    family = FamilyFactory(center=center)
    adult = MemberFactory(family=family, is_father_figure=said["is_father"])
    children = []
    for number, (entered, stays) in enumerate(said["places"]):
        exited = after(entered, stays)
        if said["pregnant"] and number == 0:
            adult.is_expecting, adult.expected_on = said["due"] is not None, after(entered, said["due"])
            adult.save()
            member, option = adult, "pregnancy"
        else:
            member, option = MemberFactory(family=family, role="child", born_on=entered), "center"
            children.append(member)
        left = {"exited_on": exited, "exit_reason": "moved"} if exited else {}
        EnrollmentFactory(family=family, member=member, center=center, entered_on=entered, option=option, **left)
    if said["elsewhere"]:
        EnrollmentFactory(family=family, center=other.program.centers.first(), entered_on=FIRST)
    _tell(family, year, other, said, staff)
    _take_part(family, adult, said, staff, version)
    _home_and_care(family, children, said, staff)


def _tell(family, year, other, said, staff):
    for shot in said["shots"]:
        answers = {name: value for name, value in shot.items() if name not in ("for_this",)}
        years = [year if shot["for_this"] else other]
        SnapshotFactory(family=family, taken_on=MID, taken_by=staff, speaks_for=years, **answers)
    for what, day, source, by_hand, here in said["help"]:
        chosen = {"counts_because": "summer", "program_year": year if here else other} if by_hand else {}
        service = ServiceReceivedFactory(
            family=family, category=kind(what), received_on=day, source=source, recorded_by=staff, **chosen
        )
        if here:
            service.participants.set(FamilyMember.objects.filter(family=family)[:1])
    for what, day, closed in said["needs"]:
        end = {"closed_on": after(day, closed), "closing": "met"} if closed is not None else {}
        NeedFactory(family=family, category=kind(what), opened_on=day, added_by=staff, **end)


def _take_part(family, adult, said, staff, version):
    for item, day, present, father, posted in said["came"]:
        stands = {"posted_at": "2025-11-06T10:00Z", "posted_by": staff} if posted else {}
        activity = ActivityFactory(category=None, father_item=item, held_on=day, added_by=staff, **stands)
        AttendanceFactory(activity=activity, family=family, member=adult, is_present=present, is_father_figure=father)
    if said["talk"]:
        talk = AssessmentFactory(
            family=family, version=version, staff=staff, started_on=said["talk"], done_on=said["talk"]
        )
        talk.took_part.add(adult)
    if said["review"]:
        ReviewFactory(family=family, held_on=said["review"], held_by=staff).present.add(adult)


def _home_and_care(family, children, said, staff):
    if said["lost_home"]:
        day, ended, found = said["lost_home"]
        HomelessnessFactory(
            family=family, began_on=day, ended_on=after(day, ended), housing_acquired_on=after(day, found),
            recorded_by=staff,
        )  # fmt: skip
    if children and said["care"]:
        day, ended = said["care"]
        FosterCareFactory(child=children[0], began_on=day, ended_on=after(day, ended), recorded_by=staff)
    if children and said["welfare"]:
        day, sent = said["welfare"]
        ChildWelfareFactory(family=family, child=children[0], began_on=day, referred_to_us=sent, recorded_by=staff)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(families=st.lists(FAMILY, min_size=1, max_size=5), on=st.sampled_from([date(2026, 2, 1), date(2026, 12, 1)]))
def test_every_item_is_what_a_slow_count_finds(year, families, on):
    other = year.program.years.exclude(pk=year.pk).get()
    staff, version = UserFactory(), InstrumentVersionFactory()
    elsewhere = ProgramYearFactory(program=CenterFactory().program, starts_on=FIRST, ends_on=LAST)
    with transaction.atomic():
        for said in families:
            live(year, elsewhere if said["elsewhere"] else other, said, staff, version)
        wrong = [differences(year, on, form) for form in PirForm.objects.all()]
        transaction.set_rollback(True)

    assert wrong == [[], [], []]
