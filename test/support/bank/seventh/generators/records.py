"""A stock list, a time report as Clockify writes it, admissions to a hospital, and marks of a school."""

from datetime import date, datetime, timedelta

from .common import chance, people, weighted, write

REPORT = """Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time
Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)"""
PROJECTS = {
    ("Website Relaunch", "Alder & Sons"): 26,
    ("SEO Retainer", "Alder & Sons"): 9,
    ("Mobile App", "Brightside Health"): 24,
    ("Data Migration", "Coastline Bank"): 17,
    ("Internal", ""): 16,
}
TASKS = {
    "Website Relaunch": ["Design", "Frontend", "QA", "Meetings"],
    "SEO Retainer": ["Content", "Reporting"],
    "Mobile App": ["Design", "Backend", "QA", "Meetings"],
    "Data Migration": ["Backend", "QA", "Meetings"],
    "Internal": ["Meetings", "Recruiting", "Training"],
}
STAFF = {
    "Ravi Menon": ("Development", 110, 10),
    "Julia Kowalski": ("Design", 95, 8),
    "Owen Price": ("Development", 105, 8),
    "Nadia Haddad": ("Design", 95, 6),
    "Sam Oduya": ("Marketing", 80, 5),
}


def time_report():
    rng = chance("clockify")
    rows = []
    first = date(2024, 1, 2)
    for user, (group, rate, share) in STAFF.items():
        days = [first + timedelta(days=number) for number in range(90)]
        days = [day for day in days if day.weekday() < 5 or rng.random() < 0.15]
        for day in sorted(rng.sample(days, share * 4)):
            start = datetime(day.year, day.month, day.day, rng.choice([8, 9, 9, 10]), rng.choice([0, 0, 15, 30]))
            for _ in range(rng.choice([1, 2, 2, 3])):
                project, client = weighted(rng, PROJECTS)
                minutes = rng.choice([30, 45, 60, 60, 90, 105, 120, 150, 180, 210, 255])
                end = start + timedelta(minutes=minutes)
                task = rng.choice(TASKS[project])
                billable = client != "" and not (task == "Meetings" and rng.random() < 0.5)
                rows.append(
                    (
                        start,
                        [
                            project,
                            client,
                            rng.choice(["", f"{task} for {client or 'us'}", f"{task}: feedback", "Weekly call", task]),
                            task,
                            user,
                            group,
                            f"{user.split()[0]}@studio-nine.co".lower(),
                            rng.choice(["", "", "", "remote", "onsite"]),
                            "Yes" if billable else "No",
                            f"{start:%m/%d/%Y}",
                            f"{start:%I:%M:%S %p}",
                            f"{end:%m/%d/%Y}",
                            f"{end:%I:%M:%S %p}",
                            f"{minutes // 60:02d}:{minutes % 60:02d}:00",
                            f"{minutes / 60:.2f}",
                            f"{rate if billable else 0:.2f}",
                            f"{rate * minutes / 60 if billable else 0:.2f}",
                        ],
                    )
                )
                start = end + timedelta(minutes=rng.choice([0, 0, 30, 60]))
    rows.sort(key=lambda row: row[0], reverse=True)
    write(
        "Clockify_Time_Report_Detailed_01_01_2024-03_31_2024.csv",
        REPORT.replace("\n", ",").split(","),
        [row for _, row in rows],
        quote_all=True,
    )


GOODS = {
    "Power Tools": [
        ("Makita Cordless Drill 18V", 89),
        ("Makita Impact Driver 18V", 104.5),
        ("Makita Circular Saw 190mm", 138),
        ("Bosch Jigsaw GST 90", 96.75),
        ("Bosch Rotary Hammer GBH 2-26", 172.4),
        ("DeWalt Mitre Saw 216mm", 241),
        ("DeWalt Angle Grinder 125mm", 83.2),
        ("Makita Battery 5.0Ah", 58.9),
        ("Festool Plunge Saw TS 55", 1149),
    ],
    "Fasteners": [
        (f"{kind} {size}", price)
        for kind, base in (("Wood Screw", 0.03), ("Hex Bolt", 0.14), ("Coach Bolt", 0.22), ("Wall Plug", 0.05))
        for size, price in (("M6 x 40", base), ("M8 x 60", round(base * 1.6, 2)), ("M10 x 80", round(base * 2.4, 2)))
    ],
    "Safety": [
        ("Safety Helmet White", 7.4),
        ("Safety Helmet Yellow", 7.4),
        ("Ear Defenders", 11.2),
        ("Nitrile Gloves L (100)", 8.6),
        ("Nitrile Gloves M (100)", 8.6),
        ("Hi-Vis Vest XL", 3.15),
        ("Dust Mask FFP3 (10)", 14.9),
        ("Safety Goggles", 4.25),
    ],
    "Hand Tools": [
        ("Claw Hammer 16oz", 9.8),
        ("Stanley Tape Measure 8m", 7.9),
        ("Stanley Knife 99E", 5.6),
        ("Spirit Level 600mm", 13.5),
        ("Combination Pliers", 8.35),
        ("Adjustable Spanner 10in", 11.75),
        ("Screwdriver Set 6pc", 15.2),
    ],
    "Adhesives": [
        ("Wood Glue 1L", 6.1),
        ("Silicone Clear 310ml", 3.8),
        ("Silicone White 310ml", 3.85),
        ("Epoxy Resin 500g", 18.4),
        ("Grab Adhesive 350ml", 4.7),
        ("Duct Tape 50m", 5.05),
    ],
    "Paint": [
        ("Dulux Trade Matt White 5L", 27.5),
        ("Dulux Trade Matt White 10L", 48.6),
        ("Dulux Undercoat Grey 2.5L", 21.3),
        ("Masonry Paint Cream 5L", 19.95),
        ("Masking Tape 25mm", 1.35),
        ("Paint Roller 9in", 3.1),
        ("Brush Set 5pc", 6.45),
    ],
    "Plumbing": [
        ("Copper Pipe 15mm 3m", 11.9),
        ("Copper Pipe 22mm 3m", 21.6),
        ("Compression Elbow 15mm", 1.8),
        ("Compression Tee 15mm", 2.45),
        ("PTFE Tape 12m", 0.55),
        ("Isolating Valve 15mm", 2.2),
        ("Radiator Valve Chrome", 12.75),
    ],
}
SUPPLIERS = {
    "Power Tools": {"Toolstream Ltd": 6, "Harland Trade": 3},
    "Fasteners": {"Fixings Direct": 8, "Harland Trade": 2},
    "Safety": {"SafeGuard Supplies": 8, "Toolstream Ltd": 1},
    "Hand Tools": {"Toolstream Ltd": 4, "Harland Trade": 4},
    "Adhesives": {"Bondwell": 6, "Harland Trade": 1},
    "Paint": {"Bondwell": 4, "Harland Trade": 3},
    "Plumbing": {"Pipeline Wholesale": 7},
}


def stock():
    rng = chance("stock list")
    rows = []
    for category, goods in GOODS.items():
        for number, (description, cost) in enumerate(goods):
            level = rng.choice([200, 250, 500, 1000]) if category == "Fasteners" else rng.choice([5, 8, 10, 12, 20, 25])
            if cost > 200:
                level = rng.choice([1, 2])
            hand = max(0, round(level * rng.lognormvariate(0.35, 0.7)))
            if hand == level:
                hand += 1
            if rng.random() < 0.11:
                hand = 0
            below = hand < level
            counted = date(2023, 11, 1) + timedelta(days=rng.randrange(400))
            rows.append(
                [
                    f"{category[:3].upper()}-{1010 + number * 5}",
                    description,
                    category,
                    hand,
                    level * 2 if below and rng.random() < 0.6 else 0,
                    "" if rng.random() < 0.07 else level,
                    f"{cost:,.2f}",
                    "" if rng.random() < 0.09 else weighted(rng, SUPPLIERS[category]),
                    weighted(rng, {"Main Warehouse": 6, "Overflow": 3, "Shop Floor": 2}),
                    f"{counted:%d/%m/%Y}",
                ]
            )
    rng.shuffle(rows)
    header = ["SKU", "Description", "Category", "On hand", "On order", "Reorder level", "Unit cost", "Supplier"]
    write("stock_list.csv", [*header, "Location", "Last counted"], rows)


DIAGNOSES = {
    "Cardiology": {
        ("I21.4", "Acute myocardial infarction"): 5,
        ("I50.9", "Heart failure"): 8,
        ("I48.9", "Atrial fibrillation"): 5,
    },
    "General Medicine": {
        ("J18.9", "Pneumonia"): 9,
        ("N39.0", "Urinary tract infection"): 6,
        ("J44.1", "COPD with exacerbation"): 6,
    },
    "Orthopaedics": {("S72.0", "Fracture of neck of femur"): 7, ("M17.1", "Osteoarthritis of knee"): 6},
    "General Surgery": {
        ("K35.8", "Acute appendicitis"): 6,
        ("K80.2", "Gallstones"): 6,
        ("K40.9", "Inguinal hernia"): 4,
    },
    "Paediatrics": {("J21.9", "Acute bronchiolitis"): 6, ("J45.9", "Asthma"): 4},
}
WARDS = {"Cardiology": 22, "General Medicine": 34, "Orthopaedics": 17, "General Surgery": 19, "Paediatrics": 10}
AGES = {"Cardiology": (69, 12), "General Medicine": (71, 14), "Orthopaedics": (70, 15), "General Surgery": (48, 18)}
STAYS = {"Cardiology": 1.6, "General Medicine": 1.75, "Orthopaedics": 1.9, "General Surgery": 1.0, "Paediatrics": 0.8}


def admissions():
    rng = chance("admissions")
    rows, known, gone = [], [], {}
    days = sorted(date(2023, 1, 1) + timedelta(days=round(730 * rng.random() ** 0.9)) for _ in range(236))
    for day in days:
        ward = weighted(rng, WARDS)
        again = [patient for patient in known if patient[1] == ward and gone[patient[0]] < day]
        if again and rng.random() < 0.16:
            patient = rng.choice(again)
        else:
            age = rng.randint(0, 15) if ward == "Paediatrics" else min(98, max(18, round(rng.gauss(*AGES[ward]))))
            patient = (f"P{rng.randrange(100000):06d}", ward, age, weighted(rng, {"F": 51, "M": 49}))
            known.append(patient)
        code, diagnosis = weighted(rng, DIAGNOSES[ward])
        planned = 0.8 if code in ("M17.1", "K40.9", "K80.2") else 0.06
        kind = "Elective" if rng.random() < planned else weighted(rng, {"Emergency": 9, "Transfer": 1})
        left = day + timedelta(days=round(rng.lognormvariate(STAYS[ward] - 0.3 * (kind == "Elective"), 0.7)))
        gone[patient[0]] = left
        rows.append(
            [
                patient[0],
                day,
                left if left <= date(2024, 12, 31) else "",
                ward,
                kind,
                code,
                diagnosis,
                patient[2],
                patient[3],
            ]
        )
    header = "patient_id,admission_date,discharge_date,ward,admission_type,diagnosis_code,diagnosis,age,sex"
    write("hospital_admissions.csv", header.split(","), rows)


SUBJECTS = {"Maths": 61, "English": 66, "Science": 63, "History": 64}
SUBJECTS |= {"Geography": 65, "French": 57, "Art": 71, "PE": 74}


def marks():
    rng = chance("marks")
    rows = []
    for number, (first, last, _) in enumerate(sorted(people(rng, 66), key=lambda person: person[1])):
        gift, numbers = rng.gauss(0, 9), rng.gauss(0, 7)
        row = [f"{last}, {first}", ["9A", "9B", "9C"][number % 3]]
        for subject, usual in SUBJECTS.items():
            mark = usual + gift + (numbers if subject in ("Maths", "Science") else -numbers * 0.2) + rng.gauss(0, 8)
            if subject == "French" and rng.random() < 0.15:
                row.append("")
            elif rng.random() < 0.035:
                row.append("Abs")
            else:
                row.append(min(100, max(8, round(mark))))
        rows.append(row)
    write("year9_marks.csv", ["Student", "Class", *SUBJECTS], rows)
