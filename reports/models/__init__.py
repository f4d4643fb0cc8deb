from reports.models.narrative import ReportNarrative
from reports.models.pir import PirFiledFigure, PirForm, PirItem, PirReference, PirSaid, PirWorkbook
from reports.models.run import FamiliesQuerySet, ReportFamilies, ReportRun, ReportRunQuerySet
from reports.models.saved import SavedView, ViewMail, ViewSchedule

__all__ = [
    "FamiliesQuerySet",
    "PirFiledFigure",
    "PirForm",
    "PirItem",
    "PirReference",
    "PirSaid",
    "PirWorkbook",
    "ReportFamilies",
    "ReportNarrative",
    "ReportRun",
    "ReportRunQuerySet",
    "SavedView",
    "ViewMail",
    "ViewSchedule",
]
