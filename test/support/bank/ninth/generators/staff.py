"""The employees of the Human Resources Data Set on Kaggle."""

from datetime import date, timedelta

from .common import chance, people, weighted, write

MANAGERS = {
    "Production       ": {
        "Michael Albert": 22,
        "Elijiah Gray": 16,
        "Amy Dunn": 11,
        "Webster Butler": 39,
        "Ketsia Liebig": 19,
        "Brannon Miller": 12,
        "David Stanley": 14,
        "Kissy Sullivan": 20,
        "Kelley Spirea": 18,
    },
    "IT/IS": {"Simon Roup": 4, "Peter Monroe": 7, "Brian Champaigne": 13},
    "Sales": {"John Smith": 17, "Lynn Daneault": 21},
    "Software Engineering": {"Alex Sweetwater": 10},
    "Admin Offices": {"Brandon R. LeBlanc": 3, "Janet King": 2},
}
POSITIONS = {
    "Production       ": {
        "Production Technician I": (19, 45000, 64900),
        "Production Technician II": (20, 54500, 74900),
        "Production Manager": (18, 71000, 89900),
    },
    "IT/IS": {
        "IT Support": (15, 52000, 66500),
        "Network Engineer": (14, 46000, 77500),
        "Data Analyst": (9, 81500, 96500),
        "Sr. DBA": (22, 97500, 113999),
        "BI Developer": (4, 83000, 99900),
    },
    "Sales": {"Area Sales Manager": (3, 55000, 74900), "Sales Manager": (21, 56900, 68500)},
    "Software Engineering": {
        "Software Engineer": (24, 76800, 108900),
        "Software Engineering Manager": (25, 77600, 83000),
    },
    "Admin Offices": {
        "Accountant I": (1, 49000, 64500),
        "Sr. Accountant": (2, 91000, 106300),
        "Administrative Assistant": (2, 49900, 56000),
    },
}
DEPARTMENTS = {
    "Production       ": (5, 62),
    "IT/IS": (3, 17),
    "Sales": (6, 11),
    "Software Engineering": (4, 5),
    "Admin Offices": (1, 5),
}
REASONS = {
    "Another position": 20,
    "unhappy": 14,
    "more money": 11,
    "career change": 9,
    "hours": 8,
    "attendance": 7,
    "return to school": 5,
    "relocation out of area": 5,
    "performance": 4,
    "retiring": 4,
    "no-call, no-show": 4,
    "military": 4,
    "medical issues": 3,
    "maternity leave - did not return": 3,
}
SOURCES = {
    "Indeed": 28,
    "LinkedIn": 24,
    "Google Search": 16,
    "Employee Referral": 10,
    "Diversity Job Fair": 9,
    "CareerBuilder": 7,
    "Website": 4,
    "On-line Web application": 1,
    "Other": 1,
}
SCORES = {"Fully Meets": (3, 78), "Exceeds": (4, 12), "Needs Improvement": (2, 6), "PIP": (1, 4)}
RACES = {
    "White": 60,
    "Black or African American": 26,
    "Asian": 9,
    "Two or more races": 4,
    "American Indian or Alaska Native": 1,
}
MARITAL = {"Single": (0, 44), "Married": (1, 40), "Divorced": (2, 10), "Separated": (3, 4), "Widowed": (4, 2)}


def slashed(moment, padded=False):
    return f"{moment:%m/%d/%Y}" if padded else f"{moment.month}/{moment.day}/{moment.year}"


def employees():
    rng, rows = chance("hr"), []
    for place, (first, last, sex) in enumerate(people(rng, 190)):
        department = weighted(rng, {name: share for name, (_, share) in DEPARTMENTS.items()})
        position = weighted(rng, dict(zip(POSITIONS[department], (60, 25, 8, 5, 4))))
        position_id, low, high = POSITIONS[department][position]
        manager = rng.choice(list(MANAGERS[department]))
        hired = date(2009, 1, 5) + timedelta(days=int(rng.triangular(0, 3400, 1100)))
        left, status, reason = None, "Active", "N/A-StillEmployed"
        if rng.random() < 0.34:
            left = hired + timedelta(days=int(rng.expovariate(1 / 1000)) + 20)
            if left > date(2018, 11, 10):
                left = None
            else:
                reason = weighted(rng, REASONS)
                cause = reason in ("attendance", "performance", "no-call, no-show")
                status = "Terminated for Cause" if cause else "Voluntarily Terminated"
        score = weighted(rng, {name: share for name, (_, share) in SCORES.items()})
        marital = weighted(rng, {name: share for name, (_, share) in MARITAL.items()})
        source = weighted(rng, SOURCES)
        weak = score in ("PIP", "Needs Improvement")
        engagement = round(rng.uniform(1.1, 3.6) if weak else min(5, rng.gauss(4.2, 0.55)), 2)
        state = (
            "MA"
            if department != "Sales" or rng.random() < 0.25
            else rng.choice(["CT", "TX", "VA", "VT", "FL", "GA", "CO", "NC", "PA", "WA", "CA", "NY"])
        )
        born = date(1958, 1, 1) + timedelta(days=rng.randrange(12600))
        review = (
            left - timedelta(days=rng.randrange(10, 300)) if left else date(2019, 1, 2) + timedelta(rng.randrange(58))
        )
        middle = f"  {rng.choice('ABCDEJKLMR')}" if rng.random() < 0.35 else "   " if rng.random() < 0.4 else ""
        rows.append(
            [
                f"{last}, {first}{middle}",
                10001 + place,
                int(marital == "Married"),
                MARITAL[marital][0],
                int(sex == "male"),
                1 if not left else 5 if status.startswith("Vol") else 4,
                DEPARTMENTS[department][0],
                SCORES[score][0],
                int(source == "Diversity Job Fair"),
                rng.randrange(low, high),
                int(bool(left)),
                position_id,
                position,
                state,
                rng.randrange(1013, 2703) if state == "MA" else rng.randrange(6033, 98052),
                f"{born:%m/%d/%y}",
                "M " if sex == "male" else "F",
                marital,
                weighted(rng, {"US Citizen": 95, "Eligible NonCitizen": 4, "Non-Citizen": 1}),
                weighted(rng, {"No": 88, "Yes": 10, "no": 1, "yes": 1}),
                weighted(rng, RACES),
                slashed(hired),
                slashed(left) if left else "",
                reason,
                status,
                department,
                manager,
                "" if manager == "Webster Butler" and rng.random() < 0.5 else MANAGERS[department][manager],
                source,
                score,
                engagement,
                weighted(rng, {5: 31, 4: 31, 3: 34, 2: 3, 1: 1}),
                0 if department.startswith(("Prod", "Sales")) and rng.random() < 0.97 else rng.randrange(2, 8),
                slashed(review),
                rng.choice([0, 2, 3, 4, 5, 6]) if weak else 0,
                rng.randrange(1, 21),
            ]
        )
    write(
        "HRDataset_v14.csv",
        (
            "Employee_Name,EmpID,MarriedID,MaritalStatusID,GenderID,EmpStatusID,DeptID,PerfScoreID,FromDiversityJobFairID,"
            "Salary,Termd,PositionID,Position,State,Zip,DOB,Sex,MaritalDesc,CitizenDesc,HispanicLatino,RaceDesc,DateofHire,"
            "DateofTermination,TermReason,EmploymentStatus,Department,ManagerName,ManagerID,RecruitmentSource,"
            "PerformanceScore,EngagementSurvey,EmpSatisfaction,SpecialProjectsCount,LastPerformanceReview_Date,"
            "DaysLateLast30,Absences"
        ).split(","),
        rows,
    )
