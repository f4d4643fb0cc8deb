"""Families from an HMIS export: real sample, broken rows, second runs."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from agency.access import Role
from agency.models import AuditEvent
from families.models import Assignment, Difference, Enrollment, ExternalId, Family, FamilyMember
from tests.agency.factories import UserFactory

SAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "hmis-fy2022-sample"
needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the HMIS sample is not beside this checkout")

CLIENTS = [
    ["PersonalID", "FirstName", "LastName", "SSN", "DOB"],
    ["1", "Ana", "Ruiz", "000000001", "1990-01-02"],
    ["2", "Leo", "Ruiz", "", "2020-03-04"],
    ["3", "Bao", "Tran", "", ""],
]
ENROLLMENTS = [
    ["EnrollmentID", "PersonalID", "EntryDate", "HouseholdID", "RelationshipToHoH"],
    ["10", "1", "2022-05-01", "H1", "1"],
    ["11", "2", "2022-05-01", "H1", "2"],
    ["12", "3", "2022-06-01", "H2", "1"],
]
EXITS = [["EnrollmentID", "ExitDate"], ["11", "2022-08-01"]]


@pytest.fixture
def export(tmp_path):
    """`export(clients=…)` writes a small export and returns its folder."""

    def write(clients=CLIENTS, enrollments=ENROLLMENTS, exits=EXITS):
        for name, table in (("Client", clients), ("Enrollment", enrollments), ("Exit", exits)):
            with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(table)
        return tmp_path

    return write


def run(path, **options):
    out = StringIO()
    call_command("import_families", str(path), layout="hmis", json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def counts(table):
    return [table[word] for word in ("read", "imported", "unchanged", "held", "skipped")]


def reasons(answer):
    return [f"{i['file']}:{i['line']} {i['reason']}" for table in answer.values() for i in table["issues"]]


@needs_sample
def test_the_sample_becomes_693_families_on_a_caseload(center, worker):
    answer = run(SAMPLE)

    assert {name: counts(table) for name, table in answer.items()} == {
        "people": [799, 799, 0, 0, 0],
        "exits": [442, 442, 0, 0, 0],
        "enrollments": [819, 819, 0, 0, 0],
        "families": [693, 693, 0, 0, 0],
    }
    assert Family.objects.visible_to(worker).count() == 693
    assert FamilyMember.objects.filter(is_main_contact=True).count() == 693
    assert FamilyMember.objects.filter(relationship="partner").count() == 31


@needs_sample
def test_social_security_columns_are_dropped_and_that_is_said(center, worker):
    answer = run(SAMPLE)

    assert [issue["column"] for issue in answer["people"]["issues"]] == ["SSN", "SSNDataQuality"]


@needs_sample
def test_a_second_run_changes_nothing(center, worker):
    run(SAMPLE)
    before = list(ExternalId.objects.order_by("pk").values_list("pk", "content_hash"))

    again = run(SAMPLE)

    assert counts(again["families"]) == [693, 0, 693, 0, 0]
    assert list(ExternalId.objects.order_by("pk").values_list("pk", "content_hash")) == before


@needs_sample
def test_the_monthly_report_runs_over_the_families(center, worker):
    from reports import actions, kinds
    from reports.periods import Month
    from reports.scope import Scope

    run(SAMPLE)
    families = Enrollment.objects.during(Month(2022, 7).first, Month(2022, 7).last).values("family").distinct().count()

    report = actions.make(kind=kinds.named("monthly"), scope=Scope(Month(2022, 7), program=center.program))

    assert (report.content["figures"]["families"], families > 5) == (families, True)


def test_people_relationships_places_and_last_days(center, worker, export):
    run(export())

    people = FamilyMember.objects.order_by("pk").values_list("first_name", "role", "relationship", "is_main_contact")
    assert list(people) == [
        ("Ana", "parent", "unknown", True),
        ("Leo", "child", "child", False),
        ("Bao", "parent", "unknown", True),
    ]
    place = Enrollment.objects.get()
    assert (place.member.first_name, str(place.entered_on), str(place.exited_on)) == ("Leo", "2022-05-01", "2022-08-01")


def test_a_dry_run_counts_and_keeps_nothing(center, worker, export):
    answer = run(export(), dry_run=True)

    assert (counts(answer["families"]), Family.objects.count()) == ([2, 2, 0, 0, 0], 0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["13", "9", "2022-06-01", "H2", "2"], "Enrollment.csv:5 There is no person 9 in Client.csv."),
        (["13", "2", "2099-06-01", "H2", "2"], "Enrollment.csv:5 2099-06-01 has not come yet."),
        (["13", "2", "May", "H2", "2"], "Enrollment.csv:5 “May” is no date; write 2022-05-31."),
        (["13", "2", "2022-06-01", "H2", "7"], "Enrollment.csv:5 “7” is no code we know"),
        (["13", "2", "2022-06-01", "H2"], "Enrollment.csv:5 The row has 4 columns instead of 5."),
        (["13", "2", "2022-06-01", "", "2"], "Enrollment.csv:5 The row belongs to no household."),
    ],
)
def test_a_bad_row_is_named_by_place_and_the_good_rows_are_kept(center, worker, export, row, reason):
    answer = run(export(enrollments=[*ENROLLMENTS, row]))

    assert [text for text in reasons(answer) if text.startswith(reason)] != []
    assert (counts(answer["enrollments"]), Family.objects.count()) == ([4, 3, 0, 0, 1], 2)


def test_a_quotation_mark_that_never_closes_costs_one_row(center, worker, export):
    folder = export()
    with (folder / "Client.csv").open("a") as file:
        file.write('4,"Broken,Name,,1990-01-01\n5,Mia,Ruiz,,2021-05-05\n')

    answer = run(folder)

    assert "Client.csv:5 A quotation mark is never closed. The row was left out." in reasons(answer)
    assert counts(answer["people"]) == [5, 3, 0, 0, 2]


def test_a_household_without_a_head_waits(center, worker, export):
    headless = [ENROLLMENTS[0], ENROLLMENTS[2], ENROLLMENTS[3]]

    answer = run(export(enrollments=headless))

    assert (counts(answer["families"]), Family.objects.count()) == ([2, 1, 0, 1, 0], 1)


def test_what_they_tell_otherwise_is_a_question_and_ours_stays(center, worker, export):
    run(export())
    renamed = [*CLIENTS[:2], ["2", "Leonardo", "Ruiz", "", "2020-03-04"], CLIENTS[3]]

    answer = run(export(clients=renamed))

    assert counts(answer["families"]) == [2, 0, 1, 1, 0]
    assert FamilyMember.objects.filter(first_name="Leo").count() == 1
    assert list(Difference.objects.values_list("fact", "ours", "theirs")) == [("first-name", "Leo", "Leonardo")]
    assert counts(run(export(clients=renamed))["families"]) == [2, 0, 1, 1, 0]
    assert Difference.objects.count() == 1


def test_what_was_edited_here_is_no_question_while_they_say_what_they_said(center, worker, export):
    run(export())
    FamilyMember.objects.filter(first_name="Leo").update(first_name="Leito")

    answer = run(export())

    assert (counts(answer["families"]), Difference.objects.count()) == ([2, 0, 2, 0, 0], 0)


def test_somebody_new_in_a_known_family_joins_it(center, worker, export):
    run(export())
    more = [*CLIENTS, ["4", "Mia", "Ruiz", "", "2021-05-05"]]
    entries = [*ENROLLMENTS, ["13", "4", "2022-07-01", "H1", "2"]]

    answer = run(export(clients=more, enrollments=entries))

    assert counts(answer["families"]) == [2, 1, 1, 0, 0]
    assert counts(answer["enrollments"]) == [4, 1, 3, 0, 0]
    assert FamilyMember.objects.get(first_name="Mia").family == FamilyMember.objects.get(first_name="Leo").family


def test_accents_of_a_windows_file_survive_and_are_remarked_on(center, worker, export):
    folder = export()
    text = (folder / "Client.csv").read_text().replace("Ruiz", "Muñoz")
    (folder / "Client.csv").write_bytes(text.encode("cp1252"))

    answer = run(folder)

    assert Family.objects.filter(name="Muñoz").count() == 1
    assert any("not UTF-8" in text for text in reasons(answer))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda folder: (folder / "Exit.csv").unlink(), "Exit.csv is missing"),
        (lambda folder: (folder / "Client.csv").write_text(""), "Client.csv is empty"),
        (lambda folder: (folder / "Client.csv").write_text("a,b\n1,2\n"), "Client.csv has no column PersonalID"),
    ],
)
def test_an_unreadable_export_is_one_sentence_and_nothing_is_kept(center, worker, export, spoil, sentence):
    folder = export()
    spoil(folder)

    with pytest.raises(CommandError, match=sentence):
        run(folder)

    assert Family.objects.count() == 0


def test_without_a_worker_the_command_asks_for_one(center, export):
    with pytest.raises(CommandError, match="Name one with --worker"):
        run(export())


def test_an_unknown_program_is_answered_with_the_known_ones(center, worker, export):
    with pytest.raises(CommandError, match=f"Known: {center.program.code}"):
        run(export(), program="nowhere")


def test_several_workers_take_the_families_in_turn(center, worker, export):
    other = UserFactory(role=Role.WORKER, center=center)

    run(export())

    loads = [Assignment.objects.filter(worker=person).count() for person in (worker, other)]
    assert loads == [1, 1]


def test_the_log_names_the_manager_who_imports(export, worker, manager):
    run(export(), by=manager.username)

    assert AuditEvent.objects.get(event="families_imported").by == manager


def test_nobody_imports_who_may_not(export, worker):
    with pytest.raises(CommandError, match="may not import families"):
        run(export(), by=worker.username)

    assert not Family.objects.exists()
