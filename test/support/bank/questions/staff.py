"""What several questions about employees share: who is meant, and who counts as working here."""

from expectations import PERCENT, either, value
from reading import percent, where


def person(row, measure=None):
    """The id or the full name says who it is."""
    return either(
        value(row["employee_id"], measure=measure),
        value(f"{row['first_name']} {row['last_name']}", measure=measure),
    )


def all_or_present(rows, compute):
    """Who works here, in the present tense: everyone in the file, or only those without left_on."""
    return either(compute(rows), compute(where(rows, left_on=None)))


def part_time(part):
    return value(percent(len(where(part, contract="part-time")), len(part)), PERCENT)


def headcount(condition):
    return lambda part: value(len([row for row in part if condition(row)]))
