"""The tables one may take along. Names of columns never change once they were published.

What holds for all of them: only families this person may export; nothing restricted (violence, substance use, mental
health, maltreatment) in a general table; a hidden address and the numbers of who must not be contacted stay here.
"""

from functools import cache

from reports.exports.tables.families import ENROLLMENTS, FAMILIES, MEMBERS, SNAPSHOTS
from reports.exports.tables.rows import MAY
from reports.exports.tables.talks import ANSWERS, ASSESSMENTS, OUTCOMES
from reports.exports.tables.work import GOALS, NEEDS, NOTES, REFERRALS, SERVICES

__all__ = ["MAY", "NOTES", "every"]


@cache
def every():
    """All tables by code. What is de-identified is another thing: reports.exports.deidentified."""
    general = (FAMILIES, MEMBERS, ENROLLMENTS, ASSESSMENTS, ANSWERS, NEEDS, GOALS, NOTES, REFERRALS, SERVICES,
               SNAPSHOTS, OUTCOMES)  # fmt: skip
    return {table.code: table for table in general}
