"""The SQL behind reports.pir.facts: each reads one subject of all families at once."""

from families.models import Snapshot

ANSWERS = Snapshot.ASKED[Snapshot.Moment.ENROLLMENT]
PLACES = """
SELECT place.family_id, place.member_id, place.option, place.entered_on, place.exited_on, member.expected_on
FROM families_enrollment place
LEFT JOIN families_familymember member ON member.id = place.member_id AND place.option = 'pregnancy'
JOIN families_family family ON family.id = place.family_id AND family.merged_into_id IS NULL
WHERE place.program_id = %(program)s AND place.entered_on <= %(last)s
  AND (place.exited_on IS NULL OR place.exited_on >= %(first)s)
  AND (%(centers)s::bigint[] IS NULL OR place.center_id = ANY(%(centers)s))
  AND (%(among)s::bigint[] IS NULL OR place.family_id = ANY(%(among)s))
ORDER BY place.family_id, place.entered_on, place.id
"""
CAME_BEFORE = """
SELECT DISTINCT earlier.member_id FROM families_enrollment earlier
WHERE earlier.member_id = ANY(%(members)s) AND earlier.program_id = %(program)s AND earlier.entered_on < %(first)s
"""
# Those that speak for this year, and those taken near it that speak for another one.
SNAPSHOTS = """
SELECT speaks.id IS NOT NULL AS is_of_this_year, shot.moment, shot.family_id, shot.id, shot.taken_on,
       {answers}
FROM families_snapshot shot
LEFT JOIN families_snapshotyear speaks ON speaks.snapshot_id = shot.id AND speaks.program_year_id = %(year)s
WHERE shot.family_id = ANY(%(families)s) AND shot.taken_on <= %(on)s
  AND (speaks.id IS NOT NULL
       OR shot.moment = 'enrollment' AND shot.taken_on BETWEEN %(near)s AND %(ends)s
       OR shot.moment = 'end' AND shot.taken_on BETWEEN %(first)s AND %(far)s)
ORDER BY shot.family_id, shot.moment, shot.taken_on, shot.id
""".replace("{answers}", ", ".join(f"shot.{name}" for name in ANSWERS))
REFERRALS = """
SELECT asked.family_id, need.category_id, asked.state, max(asked.id)
FROM referrals_referral asked JOIN families_need need ON need.id = asked.need_id
WHERE asked.family_id = ANY(%(families)s) AND asked.made_on BETWEEN %(since)s AND %(on)s
  AND (%(kinds)s::bigint[] IS NULL OR need.category_id = ANY(%(kinds)s))
GROUP BY asked.family_id, need.category_id, asked.state
"""
# Who came to what: adults at activities, in strengths conversations, in reviews of goals, under agreements. One row a
# family and item: a father's first day that counts, the last of somebody else with its activity, a father's last day
# that does not count. `holds` says until when each family held a place.
TAKEN_PART = """
WITH holds (family_id, until) AS (
    SELECT * FROM unnest(%(families)s::bigint[], %(held_until)s::date[])
), adults AS (
    SELECT member.id, member.family_id, member.is_father_figure OR member.id IN (
        SELECT tie.adult_id FROM families_relation tie WHERE tie.is_father_figure
    ) AS is_father
    FROM families_familymember member
    WHERE member.family_id = ANY(%(families)s) AND member.role <> 'child'
), came (family_id, item, day, is_father, activity_id) AS (
    SELECT there.family_id, activity.father_item, activity.held_on, there.is_father_figure, activity.id
    FROM families_attendance there JOIN families_activity activity ON activity.id = there.activity_id
    WHERE there.family_id = ANY(%(families)s) AND there.is_present AND activity.posted_at IS NOT NULL
      AND activity.father_item <> '' AND activity.held_on BETWEEN %(since)s AND %(on)s
    UNION ALL
    SELECT adults.family_id, 'assessment', talk.done_on, adults.is_father, NULL
    FROM families_assessment talk
    JOIN families_assessment_took_part there ON there.assessment_id = talk.id
    JOIN adults ON adults.id = there.familymember_id
    WHERE talk.family_id = ANY(%(families)s) AND talk.done_on BETWEEN %(since)s AND %(on)s
    UNION ALL
    SELECT adults.family_id, 'goals', review.held_on, adults.is_father, NULL
    FROM goals_review review
    JOIN goals_review_present there ON there.review_id = review.id
    JOIN adults ON adults.id = there.familymember_id
    WHERE review.family_id = ANY(%(families)s) AND review.held_on BETWEEN %(since)s AND %(on)s
    UNION ALL
    SELECT adults.family_id, 'goals', (signature.signed_at AT TIME ZONE %(zone)s)::date, adults.is_father, NULL
    FROM goals_signature signature JOIN adults ON adults.id = signature.member_id
    WHERE signature.signed_at >= %(since)s::timestamp AT TIME ZONE %(zone)s
      AND signature.signed_at < (%(on)s + 1)::timestamp AT TIME ZONE %(zone)s
), judged AS (
    SELECT came.*, day BETWEEN %(first)s AND least(%(until)s, holds.until) AS counts
    FROM came JOIN holds USING (family_id)
)
SELECT item, family_id,
       min(day) FILTER (WHERE counts AND is_father),
       max(day) FILTER (WHERE counts AND NOT is_father),
       (array_agg(activity_id ORDER BY day DESC, activity_id DESC NULLS LAST)
           FILTER (WHERE counts AND NOT is_father))[1],
       max(day) FILTER (WHERE NOT counts AND is_father)
FROM judged
GROUP BY item, family_id
"""
# Times without a home, in foster care, with child welfare; and the days children of pregnant women were born.
LIVING = """
SELECT 'home', family_id::bigint, NULL::bigint, began_on, ended_on, housing_acquired_on, false, id
FROM families_homelessnessepisode WHERE family_id = ANY(%(families)s) AND began_on <= %(on)s
UNION ALL
SELECT 'care', NULL, child_id, began_on, ended_on, NULL, false, id
FROM families_fostercare WHERE child_id = ANY(%(children)s) AND began_on <= %(on)s
UNION ALL
SELECT 'welfare', family_id, child_id, began_on, ended_on, NULL, referred_to_us, id
FROM families_childwelfareinvolvement
WHERE family_id = ANY(%(families)s) AND began_on <= %(last)s
  AND (ended_on IS NULL OR ended_on >= %(first)s OR referred_to_us)
UNION ALL
SELECT 'born', family_id, id, born_on, NULL, NULL, false, id
FROM families_familymember
WHERE family_id = ANY(%(expecting)s) AND role = 'child' AND merged_into_id IS NULL AND born_on IS NOT NULL
ORDER BY 1, 2, 3, 4, 8
"""
