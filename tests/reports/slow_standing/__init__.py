"""Each standing report counted a second time, slowly: `told(name, days)` says what the real one must say."""

from tests.reports.slow_standing.agreements import Agreements
from tests.reports.slow_standing.caseload import Caseload
from tests.reports.slow_standing.fathers import Fathers
from tests.reports.slow_standing.gap import Gap
from tests.reports.slow_standing.outcomes import Outcomes
from tests.reports.slow_standing.quality import Quality
from tests.reports.slow_standing.referrals import Referrals
from tests.reports.slow_standing.rights import Rights
from tests.reports.slow_standing.timeliness import Timeliness

REPORTS = {
    "outcomes": Outcomes,
    "timeliness": Timeliness,
    "caseload": Caseload,
    "referrals": Referrals,
    "gap": Gap,
    "fathers": Fathers,
    "partners": Agreements,
    "rights": Rights,
    "quality": Quality,
}


def told(name, days, may=lambda place: True, **more):
    """({figure: families}, {figure: number})."""
    return REPORTS[name](days, may, **more).told()
