"""The signs that make a caseload heavier, as they stood on a day: each family that shows one (docs/decisions/0018)."""

from collections import defaultdict
from datetime import timedelta

from agency.due import Clocks
from goals.models.notes import NO_CONTACT
from reports.monthly.counting.talks import seasons
from supervision.figures import BABY_MONTHS
from supervision.models import Sign

YOUNG = round(BABY_MONTHS * 30.5)  # days
ON_THE_WAY = 280  # days before a birth

SHOWN = """
, open AS MATERIALIZED (
    SELECT n.family_id, n.intensity, n.urgency, (n.first_step_at AT TIME ZONE %(zone)s)::date AS stepped_on
    FROM families_need n JOIN enrolled USING (family_id)
    WHERE n.opened_on <= %(day)s AND (n.closed_on IS NULL OR n.closed_on > %(day)s)
)
SELECT 'deep', family_id FROM open WHERE intensity = 3
UNION SELECT 'urgent_deep', family_id FROM open WHERE intensity = 3 AND urgency = 3
UNION SELECT 'urgent', family_id FROM open WHERE urgency = 3 AND (stepped_on IS NULL OR stepped_on > %(day)s)
UNION SELECT 'homeless', h.family_id FROM families_homelessnessepisode h JOIN enrolled USING (family_id)
    WHERE h.began_on <= %(day)s AND (h.ended_on IS NULL OR h.ended_on >= %(day)s)
UNION SELECT 'child_welfare', c.family_id FROM families_childwelfareinvolvement c JOIN enrolled USING (family_id)
    WHERE c.began_on <= %(day)s AND (c.ended_on IS NULL OR c.ended_on >= %(day)s)
UNION SELECT 'baby', m.family_id FROM families_familymember m JOIN enrolled USING (family_id)
    WHERE (m.left_on IS NULL OR m.left_on > %(day)s) AND (
        m.is_expecting AND (m.expected_on IS NULL OR m.expected_on >= %(day)s)
        OR m.role = 'child' AND m.born_on BETWEEN %(day)s::date - %(young)s AND %(day)s::date + %(on_the_way)s)
"""
# The place held longest on the day, the last word with them by then, and how often they chose to be asked.
CONTACTS = """
SELECT DISTINCT ON (p.family_id) p.family_id, p.program_id, p.option, contact.on, rhythm.days
FROM places p
JOIN LATERAL (
    SELECT n.happened_on AS on FROM goals_progressnote n
    WHERE n.family_id = p.family_id AND n.happened_on <= %(day)s AND n.contact <> ALL(%(no_contact)s)
    ORDER BY n.happened_on DESC, n.id DESC LIMIT 1
) contact ON contact.on >= p.clocks_from
LEFT JOIN LATERAL (
    SELECT r.days FROM goals_checkinrhythm r
    WHERE r.family_id = p.family_id AND r.agreed_on <= %(day)s AND (r.ended_on IS NULL OR r.ended_on > %(day)s)
    ORDER BY r.agreed_on DESC, r.id DESC LIMIT 1
) rhythm ON true
WHERE p.entered_on <= %(day)s AND (p.exited_on IS NULL OR p.exited_on >= %(day)s)
ORDER BY p.family_id, p.clocks_from, p.id
"""


def shown(scope, day):
    """{sign: families that show it on the day}: two statements."""
    found = defaultdict(set, {sign: set() for sign in Sign.values})
    for sign, family in scope.ask(SHOWN, day=day, young=YOUNG - 1, on_the_way=ON_THE_WAY):
        found[sign].add(family)
    found[Sign.NO_CONTACT.value] = set(_unheard(scope, day))
    return dict(found)


def _unheard(scope, day):
    clocks, years, known = Clocks(on=day), seasons(scope), {}
    for family, program, option, last_on, rhythm in scope.ask(CONTACTS, day=day, no_contact=list(NO_CONTACT)):
        here = last_on, program, option
        if here not in known:
            known[here] = [
                clocks.due_on(code, last_on, program, years.get(program), option)
                for code in ("check_in", "check_in_latest")
            ]
        usual, latest = known[here]
        usual = last_on + timedelta(days=rhythm) if rhythm else usual
        if any(due_on and due_on < day for due_on in (usual, latest)):
            yield family
