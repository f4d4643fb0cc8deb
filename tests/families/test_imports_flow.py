"""Families from a file, as a manager brings them: match, look, write, undo; and what nobody may lose on the way."""

import csv
import io
import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agency.access import Role
from agency.imports import beginning, presenting, templates, work
from agency.imports.states import BatchState
from agency.models import AuditEvent, ImportBatch, ImportIssue, ImportMapping, WorkRun
from families.actions import differences as actions
from families.imports.target import families_target
from families.imports.writing import Writer
from families.models import (
    ContactPoint,
    Difference,
    Enrollment,
    ExternalId,
    Family,
    FamilyMember,
    HomelessnessEpisode,
    Household,
    Relation,
)
from familypartnership.celery import app
from tests.agency.factories import CenterFactory, UserFactory
from tests.families.factories import DifferenceFactory, FamilyFactory, MemberFactory, NeedFactory

HEADINGS = ["family_id", "person_id", "first_name", "last_name", "birth_date", "role", "relationship", "phone",
            "street_address", "town", "state", "zipcode", "site", "enrollment_start"]  # fmt: skip
ELM = ["1 Elm St", "Chico", "CA", "95926"]
ANA = [
    "F1",
    "P1",
    "Ana",
    "Ruiz",
    "1990-01-02",
    "parent",
    "mother",
    "5305550142",
    "1 Elm St",
    "Chico",
    "CA",
    "95926",
    "",
    "",
]
LEO = ["F1", "P2", "Leo", "Ruiz", "2022-03-04", "child", "", "", *ELM, "", "2025-09-01"]
BAO = ["F2", "P3", "Bao", "Tran", "1988-05-06", "parent", "father", "", "", "", "", "", "", ""]


def file_of(*rows, headings=HEADINGS, name="families.csv"):
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return SimpleUploadedFile(name, out.getvalue().encode(), "text/csv")


@pytest.fixture
def bring(center, worker, manager):
    """`bring(rows…)` is a batch that was looked at; with `write=True` it was also written."""

    def bring_in(*rows, write=True, layout="template", source="", headings=HEADINGS, by=manager):
        batch = beginning.begin(
            target=families_target, layout=layout, source=source or layout, by=by, program=center.program,
            center=center, upload=file_of(*rows, headings=headings), options={"workers": [worker.pk]},
        )  # fmt: skip
        batch.take("look")
        batch = work.look(batch.pk)
        if write and batch.state == BatchState.READY:
            batch.take("write")
            batch = work.write(batch.pk, by=by)
        return batch

    return bring_in


def figures(batch):
    told = presenting.as_command(batch.counts)
    return {name: list(counts.values()) for name, counts in told.items()}


def remarks(batch):
    return [f"{issue.line} {issue.reason}" for issue in batch.issues.all()]


def everything():
    """What stands in the tables an import writes to, to be compared with what stood there before."""
    tables = (Family, Household, FamilyMember, ContactPoint, Enrollment, ExternalId, Relation, Difference)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in tables}


def test_a_file_becomes_families_with_homes_telephones_places_and_relations(bring, center, worker):
    batch = bring(ANA, LEO, BAO)

    assert figures(batch) == {"people": [3, 3, 0, 0, 0], "families": [2, 2, 0, 0, 0]}
    ana = FamilyMember.objects.get(first_name="Ana")
    assert (ana.family.name, ana.is_main_contact, ana.contact_points.get().digits) == ("Ruiz", True, "5305550142")
    assert ana.household.address_lines() == ["1 Elm St", "Chico, CA 95926"]
    place = Enrollment.objects.get()
    assert (place.member.first_name, place.center, str(place.entered_on)) == ("Leo", center, "2025-09-01")
    assert [(r.adult.first_name, r.child.first_name, r.relationship) for r in Relation.objects.all()] == [
        ("Ana", "Leo", "mother")
    ]
    assert Family.objects.visible_to(worker).count() == 2


def test_nothing_of_what_the_rows_said_is_kept_once_they_are_written(bring):
    batch = bring(ANA, LEO, BAO)

    assert list(batch.rows.values_list("said", flat=True)) == [{}, {}, {}]


def test_a_second_run_of_a_shuffled_copy_changes_nothing(bring):
    rows = [ANA, LEO, BAO]
    bring(*rows)
    before = everything()
    random.Random(4).shuffle(rows)

    again = bring(*rows)

    assert (figures(again)["families"], figures(again)["people"]) == ([2, 0, 2, 0, 0], [3, 0, 3, 0, 0])
    assert everything() == before


def test_undoing_puts_back_what_was_there(bring, manager, family):
    before = everything()
    batch = bring(ANA, LEO, BAO)

    batch.take("undo")
    batch = work.undo(batch.pk, by=manager)

    assert (everything(), batch.state, batch.counts.get("left")) == (before, "undone", None)


def test_undoing_leaves_the_family_somebody_has_used_since(bring, manager, worker):
    batch = bring(ANA, LEO, BAO)
    NeedFactory(family=Family.objects.get(name="Ruiz"), added_by=worker)

    batch.take("undo")
    batch = work.undo(batch.pk, by=manager)

    assert ([family.name for family in Family.objects.all()], batch.counts["left"]) == (["Ruiz"], 1)
    assert FamilyMember.objects.count() == 2


def test_undoing_leaves_the_family_somebody_has_changed_since(bring, manager):
    batch = bring(ANA, LEO, BAO)
    FamilyMember.objects.filter(first_name="Bao").update(about="loves music")

    batch.take("undo")
    work.undo(batch.pk, by=manager)

    assert [family.name for family in Family.objects.all()] == ["Tran"]


def test_a_family_known_by_people_and_telephone_is_matched_and_never_overwritten(bring, center):
    ours = FamilyFactory(center=center, name="Ruiz")
    ana = MemberFactory(family=ours, first_name="Ána", last_name="Ruiz", born_on="1990-01-02", is_main_contact=True)
    ContactPoint.objects.create(member=ana, value="(530) 555-0142", digits="5305550142")

    batch = bring(ANA, LEO)

    assert figures(batch)["families"] == [1, 1, 0, 0, 0]
    assert [member.first_name for member in ours.members.all()] == ["Ána", "Leo"]
    facts = Difference.objects.order_by("fact").values_list("fact", "ours", "theirs")
    assert list(facts) == [
        ("address", "", "1 Elm St, Chico, CA 95926"),
        ("first-name", "Ána", "Ana"),
        ("relationship", "unknown", "mother"),
    ]


def test_people_taken_in_without_a_last_name_bear_the_familys(bring, center):
    known = FamilyFactory(name="Ruiz", center=center)
    MemberFactory(family=known, first_name="Ana", last_name="", born_on="1990-01-02")
    MemberFactory(family=known, first_name="Leo", last_name="", born_on="2022-03-04", role="child")

    bring(ANA, LEO)

    assert (Family.objects.count(), known.members.count()) == (1, 2)
    assert not Difference.objects.filter(fact="last-name").exists()


def test_another_birth_date_of_a_child_is_a_question_and_no_second_child(bring):
    bring(ANA, LEO)

    batch = bring(ANA, [*LEO[:1], "", *LEO[2:4], "2022-04-03", *LEO[5:]])

    assert (figures(batch)["families"], FamilyMember.objects.count()) == ([1, 0, 0, 1, 0], 2)
    assert list(Difference.objects.values_list("fact", "ours", "theirs")) == [
        ("birth-date", "2022-03-04", "2022-04-03")
    ]


def test_one_person_of_the_same_name_and_birth_date_is_doubtful_and_waits(bring, center, manager):
    ours = FamilyFactory(center=center, name="Tran")
    MemberFactory(family=ours, first_name="Bao", last_name="Tran", born_on="1988-05-06")

    batch = bring(ANA, LEO, BAO, write=False)

    assert figures(batch)["families"] == [2, 1, 0, 1, 0]
    question = families_target.asked(batch, manager)
    assert [choice["value"] for choice in question[0]["choices"]] == [str(ours.pk), "new"]


@pytest.mark.parametrize(("answer", "families"), [("ours", 1), ("new", 2)])
def test_a_person_says_whether_a_doubtful_family_is_ours(bring, center, manager, signed_in, answer, families):
    ours = FamilyFactory(center=center, name="Tran")
    MemberFactory(family=ours, first_name="Bao", last_name="Tran", born_on="1988-05-06")
    batch = bring(BAO, write=False)
    said = str(ours.pk) if answer == "ours" else "new"

    signed_in(manager).post(reverse("families:import-answers", args=[batch.pk]), {"answer_F2": said})
    work.look(batch.pk)
    batch.refresh_from_db()
    batch.take("write")
    work.write(batch.pk, by=manager)

    assert Family.objects.count() == families


def test_who_serves_the_family_settles_each_fact(bring, family, worker, signed_in):
    mother = family.members.get(first_name="Elena")
    row = DifferenceFactory(family=family, member=mother, fact="last-name", ours=mother.last_name, theirs="Alvarez")
    other = DifferenceFactory(family=family, member=mother, fact="phone", theirs="(530) 555-0199")
    client = signed_in(worker)

    client.post(reverse("families:difference", args=[family.pk, row.pk]), {"answer": "ours"})
    client.post(reverse("families:difference", args=[family.pk, other.pk]), {"answer": "theirs"})

    mother.refresh_from_db()
    assert (mother.last_name, mother.contact_points.get().digits) == (row.ours, "5305550199")
    assert set(Difference.objects.values_list("answer", "answered_by")) == {("ours", worker.pk), ("theirs", worker.pk)}
    assert AuditEvent.objects.filter(event="difference_settled", family_id=family.pk).count() == 2


def test_what_was_decided_for_ours_is_not_asked_again(bring, center, manager):
    bring(BAO)
    renamed = [*BAO[:3], "Tranh", *BAO[4:]]
    bring(renamed)
    actions.settle(difference=Difference.objects.get(), answer="ours", by=manager)

    batch = bring(renamed)

    assert (figures(batch)["families"], Difference.objects.waiting().count()) == ([1, 0, 1, 0, 0], 0)


def test_a_homeless_family_is_a_question_for_its_worker_with_the_words_to_record_it(bring, worker):
    bring([*BAO, "yes"], headings=[*HEADINGS, "homeless"])
    row = Difference.objects.get()

    with pytest.raises(actions.WordsMissing):
        actions.settle(difference=row, answer="theirs", by=worker)
    actions.settle(difference=row, answer="theirs", by=worker, choice="shelter")

    assert HomelessnessEpisode.objects.get().stays == "shelter"


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        ([*BAO[:2], "", *BAO[3:]], "4 First name is missing. The row was left out."),
        ([*BAO[:4], "soon", *BAO[5:]], "4 “soon” is no date; write 2022-05-31."),
        ([*LEO[:12], "Nowhere", "2025-09-01"], "4 We have no center “Nowhere”."),
        (BAO[:5], "4 The row has 5 columns instead of 14. It was left out."),
    ],
)
def test_what_is_wrong_is_said_by_line_and_the_rest_comes_in(bring, row, remark):
    batch = bring(["F9", "P9", "Mia", "Okafor", *[""] * 10], ["F8", "P8", "Ida", "Berg", *[""] * 10], row)

    assert [said for said in remarks(batch) if said.startswith(remark)] != []
    assert Family.objects.filter(name__in=["Okafor", "Berg"]).count() == 2


CONNECTICUT = [
    "First Name*", "Middle Name", "Last Name*", "SASID / Unique Identifier", "Date of Birth*", "Town of Birth",
    "Street Address*", "Town*", "State*", "Zipcode*", "Lives with foster family",
    "Experiencing homelessness or housing insecurity", "Care Model",
    "Enrollment Start Date*", "Enrollment Exit Reason", "First Funding Period", "SSN",
]  # fmt: skip


def test_connecticuts_template_groups_children_of_one_name_at_one_address(bring):
    home = ["9 Oak Ave", "Hartford", "CT", "6101"]
    rows = [
        ["Mia", "J", "Okafor", "S1", "3/4/2022", "Boston", *home, "N", "no", "Center-based", "9/1/2025", "", "", "1"],
        ["Ben", "", "Okafor", "S2", "5/6/2023", "Boston", *home, "true", "Yes", "", "", "", "Sept 2025", "2"],
    ]

    batch = bring(*rows, layout="connecticut", headings=CONNECTICUT)

    assert figures(batch) == {"people": [2, 2, 0, 0, 0], "families": [1, 1, 0, 0, 0]}
    assert list(Enrollment.objects.values_list("entered_on__month", flat=True)) == [9, 9]
    assert Household.objects.get().postal_code == "06101"
    assert [issue.column for issue in batch.issues.filter(code="never_read")] == ["SSN"]
    asked = set(Difference.objects.values_list("member__first_name", "fact"))
    assert asked == {("Ben", "foster"), (None, "homeless")}


def test_our_template_can_be_brought_back_as_it_was_given(bring, center):
    heading, explained, example = templates.rows(families_target)

    batch = bring(explained, example, headings=heading)

    assert (figures(batch)["people"], remarks(batch)) == ([1, 1, 0, 0, 0], [])


def test_a_saved_matching_brings_the_next_file_in_by_command(bring, center, worker, manager, tmp_path, signed_in):
    headings = ["Case", "Given", "Family", "Cell", "First seen"]
    upload = file_of(["C1", "Ana", "Ruiz", "5305550142", ""], headings=headings)
    client = signed_in(manager)
    form = {"layout": "columns", "source": "ChildPlus", "center": center.pk, "serves": "in_turn", "file": upload}
    client.post(reverse("families:import-add"), form)
    batch = ImportBatch.objects.get()
    columns = {"column_0": "family_id", "column_1": "first_name", "column_2": "last_name", "column_3": "phone"}

    client.post(
        reverse("families:import-columns", args=[batch.pk]), {**columns, "date_order": "mdy", "name": "Child Plus"}
    )
    path = tmp_path / "next.csv"
    path.write_bytes(file_of(["C7", "Ida", "Berg", "", ""], headings=headings).read())
    call_command("import_families", str(path), layout="child-plus", stdout=io.StringIO())

    assert ImportMapping.objects.get().columns == {
        "Case": "family_id", "Given": "first_name", "Family": "last_name", "Cell": "phone",
    }  # fmt: skip
    assert Family.objects.get().name == "Berg"


@pytest.mark.parametrize(("name", "kept"), [("Child Plus", "dmy"), ("", "mdy")])
def test_how_days_are_written_is_mended_on_the_page_for_one_file_or_for_the_saved_matching(
    center, manager, worker, signed_in, name, kept
):
    headings = ["Case", "Given", "Family", "Born"]
    columns = dict(zip(headings, ["family_id", "first_name", "last_name", "birth_date"], strict=True))
    mapping = ImportMapping.objects.create(target="families", code="child-plus", name="Child Plus", columns=columns)
    batch = beginning.begin(
        target=families_target, layout="columns", source="child-plus", by=manager, mapping=mapping,
        program=center.program, center=center, options={"workers": [worker.pk]},
        upload=file_of(["C1", "Ana", "Ruiz", "3/4/1990"], headings=headings),
    )  # fmt: skip
    page, client = reverse("families:import-columns", args=[batch.pk]), signed_in(manager)
    shown = client.get(page).context["form"].initial
    posted = {f"column_{number}": column for number, column in enumerate(columns.values())}

    client.post(page, posted | {"date_order": "dmy", "name": name})
    batch = work.look(batch.pk)

    mapping.refresh_from_db()
    assert shown == {"date_order": "mdy", "name": "Child Plus"}
    assert (mapping.date_order, batch.rows.get().said["birth_date"]) == (kept, "1990-04-03")
    assert client.get(page).context["form"].initial == {"date_order": "dmy", "name": name}


def test_a_writing_that_is_cut_leaves_nothing_and_may_begin_again(bring, manager, monkeypatch):
    batch = bring(ANA, LEO, BAO, write=False)
    batch.take("write")
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_assign", lambda self, made: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            work.write(batch.pk, by=manager)
        assert (Family.objects.count(), ImportBatch.objects.get().state) == (0, "writing")

    work.write(batch.pk, by=manager)
    work.write(batch.pk, by=manager)

    assert (Family.objects.count(), ImportBatch.objects.get().state) == (2, "written")


def test_every_row_is_written_while_it_is_said_that_no_trigger_is_ignored(bring, manager):
    """Unsaid, each trigger catches an error over it, and a large import takes minutes more."""
    batch = bring(ANA, LEO, BAO, write=False)
    batch.take("write")
    said = {}

    def listening(execute, sql, params, many, context):
        if sql.startswith(("INSERT INTO", "UPDATE")):
            context["cursor"].execute("SELECT current_setting('pgtrigger.ignore', true)")
            said.setdefault(context["cursor"].fetchone()[0], sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listening):
        work.write(batch.pk, by=manager)

    assert list(said) == ["{}"]


def test_a_reading_that_is_cut_goes_on_where_it_stopped(bring, center, manager, monkeypatch):
    monkeypatch.setattr(work, "AT_ONCE", 2)
    batch = beginning.begin(
        target=families_target, layout="template", source="t", by=manager, program=center.program, center=center,
        upload=file_of(ANA, LEO, BAO, ["F3", "P4", "Ida", "Berg", *[""] * 10]),
    )  # fmt: skip
    batch.take("look")
    kept = []

    def cut(position, _whole):
        kept.append(position)
        if len(kept) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work.look(batch.pk, cut)
    batch = work.look(batch.pk, cut)

    assert (kept[:2], batch.rows.count(), figures(batch)["people"]) == ([2, 4], 4, [4, 4, 0, 0, 0])


def test_a_truncated_file_says_so_and_nothing_is_half_read(bring, center, manager):
    whole = file_of(ANA, LEO, BAO).read()
    batch = beginning.begin(
        target=families_target, layout="template", source="t", by=manager, program=center.program, center=center,
        upload=SimpleUploadedFile("cut.csv", whole[:-20]),
    )  # fmt: skip
    batch.take("look")
    batch = work.look(batch.pk)

    assert figures(batch)["people"] == [3, 2, 0, 0, 1]
    assert batch.issues.get().severity == ImportIssue.Severity.SKIPPED


def test_a_picture_is_no_table(center, manager, signed_in):
    picture = SimpleUploadedFile("families.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)

    form = {"layout": "template", "center": center.pk, "serves": "later", "file": picture}
    answer = signed_in(manager).post(reverse("families:import-add"), form)

    assert (answer.status_code, ImportBatch.objects.count()) == (422, 0)
    assert "We cannot read this file. These work: XLSX, CSV." in answer.content.decode()


def test_the_whole_way_through_the_pages(
    center, worker, manager, signed_in, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.setitem(app.conf, "task_always_eager", True)
    client = signed_in(manager)
    form = {"layout": "template", "center": center.pk, "serves": "in_turn", "file": file_of(ANA, LEO, BAO)}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("families:import-add"), form)
    batch = ImportBatch.objects.get()
    seen = client.get(batch.get_absolute_url()).content.decode()
    assert "Write 2 families" in seen

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("families:import-write", args=[batch.pk]))
    assert Family.objects.count() == 2
    assert "Undo this import?" in client.post(reverse("families:import-undo", args=[batch.pk])).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("families:import-undo", args=[batch.pk]), {"confirmed": "1"})
    assert Family.objects.count() == 0
    assert list(WorkRun.objects.order_by("pk").values_list("state", flat=True)) == ["done"] * 3


def test_only_managers_import_and_only_into_their_programs(bring, worker, supervisor, manager, signed_in, center):
    batch = bring(BAO, write=False)
    elsewhere = UserFactory(role=Role.MANAGER, grant__program=CenterFactory().program)
    people = [worker, supervisor, elsewhere, manager]

    codes = [signed_in(person).get(reverse("families:import", args=[batch.pk])).status_code for person in people]

    assert codes == [403, 403, 404, 200]


def test_a_stranger_cannot_tell_that_something_differs(family, outsider, signed_in):
    row = DifferenceFactory(family=family)

    client = signed_in(outsider)
    codes = [
        client.get(reverse("families:family-differences", args=[family.pk])).status_code,
        client.post(reverse("families:difference", args=[family.pk, row.pk]), {"answer": "theirs"}).status_code,
    ]

    row.refresh_from_db()
    assert (codes, row.answer) == ([404, 404], "")


def test_the_list_of_differences_asks_as_much_for_three_as_for_one(center, supervisor, signed_in):
    client = signed_in(supervisor)
    asked = []
    for number in (1, 2):
        for _again in range(number):
            DifferenceFactory(family=FamilyFactory(center=center))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("families:differences"))
        asked.append(len(caught))

    assert asked[0] == asked[1] < 25
