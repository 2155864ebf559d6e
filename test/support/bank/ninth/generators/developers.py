"""The developer survey of Stack Overflow."""

from .common import chance, weighted, write

LANDS = {
    "United States of America": (30, "USD\tUnited States dollar", 130000, 1),
    "Germany": (14, "EUR European Euro", 68000, 1.07),
    "India": (11, "INR\tIndian rupee", 1700000, 0.0122),
    "United Kingdom of Great Britain and Northern Ireland": (10, "GBP\tPound sterling", 66000, 1.24),
    "Canada": (7, "CAD\tCanadian dollar", 105000, 0.75),
    "France": (6, "EUR European Euro", 50000, 1.07),
    "Poland": (5, "PLN\tPolish zloty", 190000, 0.24),
    "Netherlands": (5, "EUR European Euro", 64000, 1.07),
    "Brazil": (5, "BRL\tBrazilian real", 130000, 0.2),
}
LANGUAGES = {
    "JavaScript": 64,
    "HTML/CSS": 53,
    "SQL": 49,
    "Python": 47,
    "TypeScript": 39,
    "Bash/Shell (all shells)": 32,
    "Java": 30,
    "C#": 27,
    "C++": 22,
    "C": 19,
    "PHP": 18,
    "Go": 13,
    "Rust": 12,
    "R": 5,
}
DATABASES = {"PostgreSQL": 45, "MySQL": 41, "SQLite": 31, "MongoDB": 25, "Microsoft SQL Server": 25, "Redis": 20}
ROLES = {
    "Developer, full-stack": 34,
    "Developer, back-end": 19,
    "Developer, front-end": 8,
    "Student": 7,
    "Developer, desktop or enterprise applications": 6,
    "Data scientist or machine learning specialist": 6,
    "Engineering manager": 5,
    "DevOps specialist": 5,
    "Developer, mobile": 4,
    "NA": 4,
}
AGES = {
    "Under 18 years old": 4,
    "18-24 years old": 20,
    "25-34 years old": 38,
    "35-44 years old": 23,
    "45-54 years old": 10,
    "55-64 years old": 4,
    "65 years or older": 1,
}


def developers():
    rng, rows = chance("stackoverflow"), []

    def several(shares, factor=1.0):
        return ";".join(key for key in sorted(shares) if rng.random() < shares[key] * factor / 100) or "NA"

    for number in range(1, 251):
        age, land = weighted(rng, AGES), weighted(rng, {name: share for name, (share, *_) in LANDS.items()})
        _, currency, level, rate = LANDS[land]
        role = "Student" if age.startswith("Under") else weighted(rng, ROLES)
        old = list(AGES).index(age)
        pro = "NA" if role in ("Student", "NA") else max(0, int(rng.gauss(old * 7 - 8, 4)))
        code = (pro if isinstance(pro, int) else 0) + rng.randrange(0, 9)
        works = isinstance(pro, int)
        pay = (
            round(level * rng.lognormvariate(0, 0.4) * (1 + 0.012 * pro) / 500) * 500
            if works and rng.random() < 0.66
            else None
        )
        job = "Employed, full-time" if works else "Student, full-time" if role == "Student" else "NA"
        if works and rng.random() < 0.15:
            job = rng.choice(
                [
                    "Independent contractor, freelancer, or self-employed",
                    "Employed, part-time",
                    "Employed, full-time;Independent contractor, freelancer, or self-employed",
                ]
            )
        rows.append(
            [
                number,
                "I agree",
                "I am a developer by profession"
                if works
                else "I am learning to code"
                if role == "Student"
                else "I code primarily as a hobby",
                age,
                job,
                weighted(rng, {"Remote": 41, "Hybrid (some remote, some in-person)": 42, "In-person": 16, "NA": 1})
                if works
                else "NA",
                rng.choice(
                    ["Bachelor’s degree (B.A., B.S., B.Eng., etc.)"] * 5
                    + ["Master’s degree (M.A., M.S., M.Eng., MBA, etc.)"] * 3
                    + ["Some college/university study without earning a degree"] * 2
                    + [
                        "Secondary school (e.g. American high school, German Realschule or Gymnasium, etc.)",
                        "Professional degree (JD, MD, Ph.D, Ed.D, etc.)",
                        "NA",
                    ]
                ),
                code or "Less than 1 year",
                "Less than 1 year" if pro == 0 else pro,
                role,
                rng.choice(
                    [
                        "2 to 9 employees",
                        "20 to 99 employees",
                        "100 to 499 employees",
                        "1,000 to 4,999 employees",
                        "10,000 or more employees",
                        "Just me - I am a freelancer, sole proprietor, etc.",
                    ]
                )
                if works
                else "NA",
                land,
                currency if pay else "NA",
                pay or "NA",
                several(LANGUAGES),
                several({**LANGUAGES, "Rust": 31, "Go": 21, "PHP": 9, "C": 11}, 0.9),
                several(DATABASES),
                several(DATABASES, 0.8),
                weighted(
                    rng,
                    {
                        "A few times per week": 30,
                        "Daily or almost daily": 26,
                        "A few times per month or weekly": 29,
                        "Less than once per month or monthly": 9,
                        "Multiple times per day": 5,
                        "NA": 1,
                    },
                ),
                weighted(rng, {"Yes": 44, "No, but I plan to soon": 26, "No, and I don't plan to": 29, "NA": 2}),
                weighted(rng, {"Easy": 52, "Neither easy nor difficult": 40, "Difficult": 4, "NA": 4}),
                round(pay * rate) if pay else "NA",
            ]
        )
    write(
        "survey_results_public.csv",
        [
            "ResponseId",
            "Q120",
            "MainBranch",
            "Age",
            "Employment",
            "RemoteWork",
            "EdLevel",
            "YearsCode",
            "YearsCodePro",
            "DevType",
            "OrgSize",
            "Country",
            "Currency",
            "CompTotal",
            "LanguageHaveWorkedWith",
            "LanguageWantToWorkWith",
            "DatabaseHaveWorkedWith",
            "DatabaseWantToWorkWith",
            "SOVisitFreq",
            "AISelect",
            "SurveyEase",
            "ConvertedCompYearly",
        ],
        rows,
    )
