"""Traffic of a web site, stays in hospitals, answers of employees, and results of schools."""

from datetime import date, datetime, timedelta

from .common import chance, weighted, write

CHANNELS = {
    "Direct": (310, 0.55, 0.012), "Organic Search": (420, 0.63, 0.02), "Paid Search": (190, 0.52, 0.031),
    "Organic Social": (85, 0.41, 0.006), "Email": (60, 0.7, 0.045), "Referral": (38, 0.6, 0.022),
    "Unassigned": (9, 0.2, 0.001),
}  # fmt: skip


def traffic():
    rng, rows = chance("analytics"), []
    for offset in range(182):
        day = date(2024, 1, 1) + timedelta(days=offset)
        for channel, (level, engaged, buying) in CHANNELS.items():
            if channel == "Email" and day.weekday() not in (1, 3, 4) and rng.random() < 0.5:
                continue
            if channel == "Unassigned" and rng.random() < 0.35:
                continue
            season = (0.78 if day.weekday() > 4 else 1.05) * (1 + offset / 900) * (1.4 if day.month == 5 else 1)
            season *= 2.4 if channel == "Email" and day.month == 6 else 1
            sessions = max(1, round(rng.gauss(level * season, level * 0.13)))
            good = min(sessions, round(sessions * rng.gauss(engaged, 0.04)))
            keys = sum(rng.random() < buying for _ in range(sessions))
            events = round(sessions * rng.uniform(4.2, 7.5))
            revenue = sum(round(rng.lognormvariate(3.9, 0.5), 2) for _ in range(keys))
            rows.append([
                f"{day:%Y%m%d}", channel, sessions, good, round(good / sessions, 9), round(rng.uniform(18, 96), 8),
                round(events / sessions, 9), events, keys, round(revenue, 2),
            ])  # fmt: skip
    head = ["Date", "Session default channel group", "Sessions", "Engaged sessions", "Engagement rate"]
    head += ["Average engagement time per session", "Events per session", "Event count", "Key events", "Total revenue"]
    rule = "# ----------------------------------------\n"
    before = f"{rule}# Traffic acquisition\n# Account: Larkfield\n# Property: Larkfield Shop - GA4\n{rule}#\n"
    before += "# All Users\n# Start date: 20240101\n# End date: 20240630\n"
    write("Traffic_acquisition_Session_default_channel_group.csv", head, rows, before=before)


HOSPITALS = {
    "Albany Medical Center Hospital": ("Capital/Adirond", "Albany", 1.15),
    "Samaritan Hospital": ("Capital/Adirond", "Rensselaer", 0.9),
    "Strong Memorial Hospital": ("Finger Lakes", "Monroe", 1.2),
    "Rochester General Hospital": ("Finger Lakes", "Monroe", 1.0),
    "Erie County Medical Center": ("Western NY", "Erie", 1.1),
    "Mercy Hospital of Buffalo": ("Western NY", "Erie", 0.85),
    "Crouse Hospital": ("Central NY", "Onondaga", 0.95),
    "Jamaica Hospital Medical Center": ("New York City", "Queens", 1.4),
}
DIAGNOSES = {
    "LIVEBORN": 13,
    "SEPTICEMIA": 12,
    "HEART FAILURE": 9,
    "COVID-19": 8,
    "OSTEOARTHRITIS": 6,
    "PNEUMONIA (EXCEPT THAT CAUSED BY TUBERCULOSIS)": 5,
    "ALCOHOL-RELATED DISORDERS": 5,
    "CARDIAC DYSRHYTHMIAS": 4,
    "SCHIZOPHRENIA SPECTRUM AND OTHER PSYCHOTIC DISORDERS": 4,
    "CEREBRAL INFARCTION": 4,
    "DIABETES MELLITUS WITH COMPLICATION": 4,
    "FRACTURE OF THE NECK OF THE FEMUR (HIP), INITIAL ENCOUNTER": 3,
    "APPENDICITIS AND OTHER APPENDICEAL CONDITIONS": 2,
}
WOMEN = {"HEART FAILURE": 0.4, "OSTEOARTHRITIS": 0.68, "COVID-19": 0.45, "ALCOHOL-RELATED DISORDERS": 0.25}
SEVERITY = ["Minor", "Moderate", "Major", "Extreme"]


def stays():
    rng, rows = chance("discharges"), []
    for _ in range(940):
        hospital = weighted(rng, {name: 8 + len(name) % 5 * 3 for name in HOSPITALS})
        area, county, dear = HOSPITALS[hospital]
        diagnosis = weighted(rng, DIAGNOSES)
        born = diagnosis == "LIVEBORN"
        age = (
            "0 to 17"
            if born
            else weighted(rng, {"0 to 17": 5, "18 to 29": 10, "30 to 49": 20, "50 to 69": 33, "70 or Older": 32})
        )
        level = weighted(rng, {0: 60, 1: 25, 2: 4, 3: 1} if born else {0: 18, 1: 38, 2: 32, 3: 12})
        admission = "Newborn" if born else weighted(rng, {"Emergency": 66, "Elective": 20, "Urgent": 12, "Trauma": 2})
        stay = max(1, min(119, round(rng.lognormvariate(0.9 + 0.5 * level, 0.6))))
        dies = rng.random() < (0.001, 0.008, 0.05, 0.2)[level]
        leaves = "Expired" if dies else "Home or Self Care" if born else weighted(rng, {
            "Home or Self Care": 58, "Home w/ Home Health Services": 18, "Skilled Nursing Home": 14,
            "Left Against Medical Advice": 4, "Another Type Not Listed": 3,
        })  # fmt: skip
        cost = (1400 + stay * rng.uniform(900, 2600) + level * 2500) * (0.5 if born else 1) * dear
        payer = weighted(
            rng,
            {"Medicare": 60, "Private Health Insurance": 6, "Medicaid": 8}
            if age == "70 or Older"
            else {
                "Medicaid": 34,
                "Private Health Insurance": 25,
                "Blue Cross/Blue Shield": 18,
                "Medicare": 14,
                "Self-Pay": 5,
            },
        )
        rows.append([
            area, county, hospital, age, "F" if rng.random() < WOMEN.get(diagnosis, 0.5) else "M",
            weighted(rng, {"White": 56, "Black/African American": 22, "Other Race": 20, "Multi-racial": 2}),
            stay, admission, leaves, 2021, diagnosis, "" if rng.random() < 0.01 else SEVERITY[level], payer,
            f"{rng.randrange(21, 43) * 100}" if born else "",
            "Y" if admission == "Emergency" or (not born and rng.random() < 0.3) else "N",
            f"{cost * rng.uniform(2.0, 3.4):,.2f}", f"{cost:,.2f}",
        ])  # fmt: skip
    rows[411][6], rows[702][6] = "120 +", "120 +"
    head = ["Hospital Service Area", "Hospital County", "Facility Name", "Age Group", "Gender", "Race"]
    head += ["Length of Stay", "Type of Admission", "Patient Disposition", "Discharge Year"]
    head += ["CCSR Diagnosis Description", "APR Severity of Illness Description", "Payment Typology 1"]
    head += ["Birth Weight", "Emergency Department Indicator", "Total Charges", "Total Costs"]
    write("Hospital_Inpatient_Discharges__SPARCS_De-Identified___2021.csv", head, rows)


TEAMS = {"IT": 0.2, "Sales": -0.3, "Finance": 0.1, "Operations": -0.5, "Marketing": 0.4, "HR": 0.3}
LIKERT = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
BENEFITS = ["Gym membership", "Lunch vouchers", "Public transport ticket", "Bike leasing", "Language courses"]
COMMENTS = [
    "More focus time please",
    "All good",
    "The canteen, it is too loud",
    "n/a",
    "Pay is below market",
    "Thanks!",
]


def pulse():
    rng, rows, moment = chance("pulse"), [], datetime(2024, 3, 4, 8, 30)
    for _ in range(263):
        moment += timedelta(seconds=rng.randrange(200, 5200))
        if moment.hour > 18:
            moment = moment.replace(hour=8, minute=rng.randrange(60)) + timedelta(days=1)
        team = weighted(rng, {"IT": 24, "Sales": 22, "Finance": 12, "Operations": 26, "Marketing": 10, "HR": 6})
        mood = TEAMS[team] + rng.gauss(0, 0.8)

        def grade(shift):
            return min(4, max(0, round(2.5 + shift + mood + rng.gauss(0, 0.7))))

        answers = [LIKERT[grade(shift)] if rng.random() > 0.03 else "" for shift in (0.2, 0, 0.5, -0.5)]
        using = [name for name in BENEFITS if rng.random() < 0.33]
        home = weighted(rng, {"Mostly at home": 30, "Mostly in the office": 30, "Half and half": 40})
        clock = f"{moment.month}/{moment.day}/{moment.year} {moment.hour}:{moment:%M:%S}"
        rows.append(
            [
                clock,
                team,
                weighted(rng, {"Less than 1 year": 18, "1-3 years": 35, "4-7 years": 27, "More than 7 years": 20}),
                home,
                *answers,
                min(10, max(0, round(7 + 1.5 * mood + rng.gauss(0, 1.3)))),
                "" if rng.random() < 0.04 else grade(-0.6) + 1,
                ", ".join(using),
                rng.choice(COMMENTS) if rng.random() < 0.2 else "",
            ]
        )
    head = ["Timestamp", "Which department do you work in?", "How long have you been with us?"]
    head += ["Where do you usually work?", "I feel valued at work", "My manager gives me useful feedback"]
    head += ["I have the tools I need to do my job", "My workload is manageable"]
    head += [
        "How likely are you to recommend us as a place to work? (0-10)",
        "How satisfied are you with your pay? (1-5)",
    ]
    head += ["Which benefits do you use? (tick all that apply)", "Anything else you want to tell us?"]
    write("Employee Pulse Survey 2024 (Responses) - Form Responses 1.csv", head, rows)


AREAS = {
    "Leeds": 30,
    "Bradford": 24,
    "Kent": 44,
    "Essex": 40,
    "Cornwall": 20,
    "Sheffield": 22,
    "Camden": 10,
    "Hackney": 12,
    "Surrey": 28,
}
SAINTS = ["Oakfield", "Riverside", "St Mary's", "Highcliff", "Park Lane", "Abbey", "Priory", "Queen Anne", "Kingsway",
          "Moorlands", "Hillcrest", "Thornhill", "Westbrook", "St Aidan's", "Beacon", "Longmead"]  # fmt: skip
KINDS = {"Academy converter": 46, "Academy sponsor led": 26, "Community school": 14, "Voluntary aided school": 12,
         "Free school": 8, "Community special school": 9}  # fmt: skip


def schools():
    rng, rows, urn, used = chance("schools"), [], 106000, set()
    for area, count in AREAS.items():
        for _ in range(count):
            kind, sex = weighted(rng, KINDS), weighted(rng, {"Mixed": 80, "Girls": 12, "Boys": 8})
            ending = (
                "Special School" if "special" in kind else rng.choice(["Academy", "School", "High School", "College"])
            )
            name = f"{rng.choice(SAINTS)} {ending}"
            name = name if name not in used else f"{name}, {area}" if f"{name}, {area}" not in used else f"{name} {urn}"
            used.add(name)
            urn += rng.randrange(1, 60)
            special = "special" in kind
            poor = min(88, max(3, round(rng.gauss(28 if area in ("Surrey", "Kent", "Essex") else 36, 12))))
            pupils = rng.randrange(4, 22) if special else rng.randrange(88, 312)
            lift = (0.25 if sex == "Girls" else 0) + rng.gauss(0, 0.45)
            score, progress = round(53 - poor * 0.25 + lift * 9, 1), f"{lift - 0.05:.2f}"
            strong = f"{min(98, max(4, round(70 - poor * 0.7 + lift * 22)))}%"
            if special:
                score, progress, strong = round(rng.uniform(0.5, 14), 1), f"{rng.uniform(-2.2, -0.9):.2f}", "0%"
            if pupils < 9:
                score = progress = strong = "SUPP"
            if kind == "Free school" and rng.random() < 0.25:
                score = progress = strong = "NE"
            rating = weighted(rng, {"Outstanding": 20, "Good": 62, "Requires improvement": 13, "Inadequate": 3, "": 6})
            rows.append([area, urn, name, kind, sex, pupils, f"{poor}%", score, progress, strong, rating])
    head = ["LA name", "URN", "School name", "Type of school", "Gender of entry", "Pupils at end of key stage 4"]
    head += ["% of disadvantaged pupils", "Attainment 8 score", "Progress 8 score"]
    head += ["Grade 5 or above in English & maths GCSEs", "Ofsted rating"]
    write("england_ks4_school_results_2023-24.csv", head, rows)
