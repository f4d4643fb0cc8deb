"""Who the family is, where they live, which places the children hold, and who is on their team."""

import re


def add_people(story):
    family, t = story.told["family"], story.tables
    story.center = story.ground.places[family["center"]]
    story.pk = t.family.add(
        name=family["name"], center=story.center.pk, language=family["language"],
        also_speaks=family["also_speaks"], needs_interpreter=family["needs_interpreter"],
        voice=story.said(family["voice"]), voice_by=family["voice_by"], voice_on=story.day(family["voice_on"]),
        known_since=story.day(family["known_since"]), added_by=story.staff("monica").pk,
    )  # fmt: skip
    for home in story.told["households"]:
        names = ("address_1", "address_2", "city", "state", "postal_code")
        if home["until"] is None:
            story.homes[home["code"]] = t.household.add(
                family=story.pk, is_hidden=home["hidden"], **{name: home[name] for name in names}
            )
    for member in story.told["members"]:
        _member(story, member)


def _member(story, told):
    # fmt: off
    story.members[told["code"]] = pk = story.tables.member.add(
        family=story.pk, household=story.homes["own"] if told["role"] != "other" else None, role=told["role"],
        relationship=told["relationship"], is_father_figure=told["father_figure"], first_name=told["first_name"],
        last_name=told["last_name"], born_on=story.day(told["born"]), language=told["language"],
        about=story.said(told["about"]), is_main_contact=told["main_contact"], reach_by=told["reach_by"],
        reach_note=story.said(told["reach_note"]),
    )
    # fmt: on
    for point in told["contact_points"]:
        digits = re.sub(r"\D", "", point["value"])
        story.tables.contact_point.add(member=pk, digits=digits, **point)


def add_places(story):
    for told in story.told["enrollments"]:
        story.tables.enrollment.add(
            family=story.pk,
            member=story.members[told["member"]],
            program=story.ground.programs[told["program"]].pk,
            center=story.ground.places[told["center"]].pk,
            option=told["option"],
            entered_on=story.day(told["entered"]),
            exited_on=story.day(told["exited"]),
            exit_reason=told["exit_reason"],
        )


def add_team(story):
    for told in story.told["team"]:
        story.tables.assignment.add(
            family=story.pk,
            worker=story.staff(told["staff"]).pk,
            kind=told["kind"],
            starts_on=story.day(told["from"]),
            assigned_by=story.staff("denise").pk,
        )
