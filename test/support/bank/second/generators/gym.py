"""A gym's members, with their visits of the year."""

from datetime import date, timedelta

from .common import chance, padded, people, weighted, write

FEES = {"Basic": "$24.90", "Plus": "$34.90", "Premium": "$54.90", "Student": "$19.90"}


def members():
    rng = chance("gym")
    rows = []
    for place, (first, last, sex) in enumerate(people(rng, 170)):
        plan = weighted(rng, {"Basic": 9, "Plus": 6, "Premium": 4, "Student": 4})
        born = rng.randint(1998, 2006) if plan == "Student" else rng.randint(1951, 2003)
        joined = date(2019, 1, 7) + timedelta(days=int(2150 * rng.random() ** 0.7))
        left = joined + timedelta(days=rng.randint(60, 1500)) if rng.random() < 0.4 else None
        left = left if left and left <= date(2024, 12, 31) else None
        gone = left is not None and left.year < 2024
        active = 0 if gone or rng.random() < 0.06 else rng.choice([0.3, 1, 1, 2, 3])
        weeks = max(0, (min(left or date(2024, 12, 31), date(2024, 12, 31)) - max(joined, date(2024, 1, 1))).days / 7)
        visits = round(active * weeks * rng.uniform(0.6, 1.2))
        last_visit = None
        if visits:
            last_visit = (left or date(2024, 12, 31)) - timedelta(days=int(60 * rng.random() ** 3))
            last_visit = max(last_visit, joined, date(2024, 1, 2))
        rows.append(
            [
                f"M-{2001 + place}",
                f"{last}, {first}",
                "" if rng.random() < 0.04 else sex[0].upper(),
                born,
                padded(rng, weighted(rng, {"Downtown": 5, "Riverside": 3, "Northgate": 2})),
                plan,
                FEES[plan],
                joined.strftime("%m/%d/%Y"),
                left.strftime("%m/%d/%Y") if left else "",
                visits,
                rng.choice([0, 0, 0, 4, 8, 12]) if visits and plan != "Student" else 0,
                last_visit.strftime("%m/%d/%Y") if last_visit else "",
            ]
        )
    write(
        "gym_members.csv",
        "Member ID,Name,Gender,Birth year,Club,Membership,Monthly fee,Joined,Cancelled,Visits 2024,PT sessions,"
        "Last visit".split(","),
        rows,
    )
