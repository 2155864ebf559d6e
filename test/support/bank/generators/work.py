"""Employees, hospital stays of two years, and subscriptions."""

from datetime import date, timedelta

from .common import chance, padded, people, weighted, write


def employees():
    rng = chance("employees")
    levels = {
        "Engineering": 71000,
        "Sales": 58000,
        "Marketing": 54500,
        "Finance": 63500,
        "Human Resources": 52000,
        "Support": 43000,
    }
    sizes = {"Engineering": 34, "Sales": 24, "Marketing": 14, "Finance": 13, "Human Resources": 9, "Support": 28}
    ranks = {"Junior": 0.78, "Senior": 1.18, "Lead": 1.42, "": 1.0}
    jobs = {
        "Engineering": "Engineer",
        "Sales": "Account Manager",
        "Marketing": "Marketer",
        "Finance": "Accountant",
        "Human Resources": "HR Partner",
        "Support": "Support Agent",
    }
    rows, heads = [], {}
    for number, (first, last, _) in enumerate(people(rng, 126)):
        department = list(levels)[number] if number < 6 else weighted(rng, sizes)
        employee = f"{17 + number * 9:05d}"
        rank = "Head of" if number < 6 else weighted(rng, {"Junior": 3, "Senior": 3, "Lead": 1, "": 4})
        title = f"Head of {department}" if number < 6 else f"{rank} {jobs[department]}".strip()
        salary = round(
            levels[department] * (2.05 if number < 6 else ranks[rank]) * rng.uniform(0.9, 1.1) / 10
        ) * 10 + rng.randrange(0, 10)
        hired = date(2011, 2, 1) + timedelta(days=rng.randrange(1500) if number < 6 else rng.randrange(200, 5000))
        left = hired + timedelta(days=rng.randrange(200, 2200)) if number >= 6 and rng.random() < 0.2 else None
        left = left if left and left < date(2024, 12, 15) else None
        heads.setdefault(department, employee)
        rows.append(
            [
                employee,
                first,
                last,
                padded(rng, department),
                title,
                salary,
                "" if rng.random() < 0.1 else rng.choice([0, 5, 5, 8, 10, 12, 15]),
                hired.isoformat(),
                left.isoformat() if left else "",
                weighted(rng, {"Berlin": 5, "Hamburg": 3, "Munich": 3, "Remote": 3}),
                "" if number < 6 else heads[department],
                "full-time" if number < 6 else weighted(rng, {"full-time": 8, "part-time": 2}),
            ]
        )
    write(
        "employees.csv",
        [
            "employee_id",
            "first_name",
            "last_name",
            "department",
            "job_title",
            "salary",
            "bonus_pct",
            "hired_on",
            "left_on",
            "city",
            "manager_id",
            "contract",
        ],
        rows,
    )


def hospital(year):
    rng = chance(f"hospital {year}")
    wards = {
        "Cardiology": (6.5, 980, 4),
        "Orthopaedics": (5.2, 1120, 4),
        "Maternity": (3.1, 640, 3),
        "Neurology": (7.8, 1010, 2),
        "Surgery": (4.6, 1340, 4),
    }
    diagnoses = {
        "Cardiology": ["Heart failure", "Arrhythmia"],
        "Orthopaedics": ["Hip fracture", "Knee replacement"],
        "Maternity": ["Delivery"],
        "Neurology": ["Stroke", "Epilepsy"],
        "Surgery": ["Appendicitis", "Hernia"],
    }
    rows = []
    starts = sorted(rng.randrange(358) for _ in range(148 if year == 2023 else 163))
    for number, offset in enumerate(starts, 1):
        ward = weighted(rng, {name: weight for name, (_, _, weight) in wards.items()})
        typical, daily, _ = wards[ward]
        days = max(1, round(rng.gammavariate(3, typical / 3) * (1 if year == 2023 else 0.92)))
        admitted = date(year, 1, 1) + timedelta(days=offset)
        age = rng.randrange(19, 43) if ward == "Maternity" else max(5, min(96, round(rng.gauss(61, 17))))
        sex = "F" if ward == "Maternity" or rng.random() < 0.48 else "M"
        cost = round(days * daily * rng.uniform(0.85, 1.25) * (1 if year == 2023 else 1.06) + 900, 2)
        rows.append(
            [
                f"{year % 100}-{number:04d}",
                padded(rng, ward, 0.02),
                rng.choice(diagnoses[ward]),
                admitted.isoformat(),
                (admitted + timedelta(days=days)).isoformat(),
                days,
                age,
                sex,
                weighted(rng, {"public": 8, "private": 2}),
                "." if rng.random() < 0.03 else f"{cost:.2f}",
                "Yes" if rng.random() < 0.11 else "No",
            ]
        )
    write(
        f"hospital_stays_{year}.csv",
        [
            "case_no",
            "ward",
            "diagnosis",
            "admitted",
            "discharged",
            "length of stay (days)",
            "age",
            "sex",
            "insurance",
            "cost (EUR)",
            "readmitted",
        ],
        rows,
    )


def subscriptions():
    rng = chance("subscriptions")
    firsts = [
        "Acorn",
        "Bluebird",
        "Cobalt",
        "Driftwood",
        "Ember",
        "Falcon",
        "Granite",
        "Harvest",
        "Indigo",
        "Juniper",
        "Kestrel",
        "Lantern",
        "Meadow",
        "Nimbus",
        "Orchid",
        "Pioneer",
        "Quartz",
        "Ridge",
    ]
    seconds = ["Labs", "Logistics", "Media", "Foods", "Design", "Energy", "Partners", "Robotics", "Travel"]
    accounts = rng.sample([f"{first} {second}" for first in firsts for second in seconds], 154)
    prices = {"Basic": 9, "Pro": 19, "Team": 29, "Enterprise": 49}
    rows = []
    for number, account in enumerate(accounts):
        plan = weighted(rng, {"Basic": 38, "Pro": 32, "Team": 20, "Enterprise": 10})
        started = date(2022, 1, 3) + timedelta(days=rng.randrange(1080))
        seats = max(1, round(rng.lognormvariate({"Basic": 0.9, "Pro": 1.6, "Team": 2.5, "Enterprise": 3.9}[plan], 0.5)))
        status = weighted(rng, {"active": 63, "cancelled": 27, "past due": 5})
        status = "trial" if started > date(2024, 9, 20) and rng.random() < 0.9 else status
        ended = started + timedelta(days=rng.randrange(25, 800))
        if status == "cancelled" and ended > date(2024, 12, 31):
            status = "active"
        rows.append(
            [
                f"sub_{10234 + number * 71}",
                account,
                plan,
                padded(rng, status, 0.03),
                started.strftime("%b %d, %Y"),
                ended.strftime("%b %d, %Y") if status == "cancelled" else "-",
                seats,
                f"${prices[plan] - (2 if rng.random() < 0.15 else 0)}.00",
                weighted(rng, {"US": 40, "UK": 18, "Germany": 16, "France": 10, "Canada": 9, "Spain": 7}),
                weighted(rng, {"Organic": 40, "Ads": 30, "Partner": 18, "": 4}),
            ]
        )
    write(
        "subscriptions.csv",
        [
            "subscription_id",
            "account",
            "plan",
            "status",
            "started on",
            "cancelled on",
            "seats",
            "price per seat",
            "country",
            "channel",
        ],
        rows,
    )
