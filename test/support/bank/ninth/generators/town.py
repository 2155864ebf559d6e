"""Inspections of restaurants in New York City."""

from datetime import date, timedelta

from .common import chance, weighted, write

PLACES = {
    "Manhattan": (["BROADWAY", "2 AVENUE", "WEST 46 STREET", "MOTT STREET"], [10003, 10013, 10019, 10036], 40),
    "Brooklyn": (["FLATBUSH AVENUE", "5 AVENUE", "BEDFORD AVENUE"], [11201, 11211, 11220, 11226], 26),
    "Queens": (["ROOSEVELT AVENUE", "NORTHERN BOULEVARD", "STEINWAY STREET"], [11354, 11372, 11103], 22),
    "Bronx": (["ARTHUR AVENUE", "EAST FORDHAM ROAD"], [10458, 10468], 9),
    "Staten Island": (["HYLAN BOULEVARD"], [10306], 4),
}
NAMES = {
    "American": [
        "SHAKE SHACK",
        "THE SMITH",
        "CORNER BISTRO",
        "JUNIORS",
        "WESTWAY DINER",
        "P.J. CLARKE'S",
        "BURGER JOINT",
        "ISLAND DINER",
        "THE QUAYS",
    ],
    "Chinese": [
        "GOLDEN UNICORN",
        "JING FONG",
        "NOM WAH TEA PARLOR",
        "LUCKY DRAGON",
        "GREAT WALL KITCHEN",
        "NEW ASIA",
        "SHANGHAI 21",
        "PEKING GARDEN",
    ],
    "Pizza": [
        "JOE'S PIZZA",
        "DOMINO'S",
        "DOMINO'S",
        "LUIGI'S PIZZERIA",
        "PRINCE STREET PIZZA",
        "SAL'S PIZZA",
        "ROMA PIZZA",
    ],
    "Coffee/Tea": [
        "STARBUCKS",
        "STARBUCKS",
        "STARBUCKS",
        "JOE COFFEE",
        "GREGORYS COFFEE",
        "BIRCH COFFEE",
        "VIVI BUBBLE TEA",
    ],
    "Mexican": ["TACOMBI", "LOS TACOS NO. 1", "TULCINGO DELI", "EL PASO", "TAQUERIA COATZINGO"],
    "Italian": ["CARMINE'S", "RUBIROSA", "DOMINICK'S", "BAMONTE'S"],
    "Caribbean": ["GOLDEN KRUST", "THE ISLANDS", "ALI'S ROTI SHOP"],
    "Bakery Products/Desserts": ["MAGNOLIA BAKERY", "EGIDIO PASTRY", "FAY DA BAKERY"],
}
VIOLATIONS = {
    "10F": (
        "Non-food contact surface or equipment made of unacceptable material, not kept clean, or not properly sealed, "
        "raised, spaced or movable to allow accessibility for cleaning on all sides.",
        "Not Critical",
        15,
    ),
    "08A": (
        "Establishment is not free of harborage or conditions conducive to rodents, insects or other pests.",
        "Not Critical",
        12,
    ),
    "04L": ("Evidence of mice or live mice in establishment's food or non-food areas.", "Critical", 9),
    "06D": (
        "Food contact surface not properly washed, rinsed and sanitized after each use and following any activity when "
        "contamination may have occurred.",
        "Critical",
        9,
    ),
    "02G": (
        "Cold TCS food item held above 41 °F; smoked or processed fish held above 38 °F; intact raw eggs held above "
        "45 °F.",
        "Critical",
        8,
    ),
    "02B": ("Hot TCS food item not held at or above 140 °F.", "Critical", 7),
    "06C": (
        "Food, supplies, or equipment not protected from potential source of contamination during storage, "
        "preparation, transportation, display, service or from customer’s refillable, reusable container.",
        "Critical",
        7,
    ),
    "04N": (
        "Filth flies or food/refuse/sewage associated with (FRSA) flies or other nuisance pests in establishment’s "
        "food and/or non-food areas.",
        "Critical",
        6,
    ),
    "04M": ("Live roaches in facility's food or non-food area.", "Critical", 4),
    "10B": (
        "Anti-siphonage or back-flow prevention device not provided where required; equipment or floor not properly "
        "drained.",
        "Not Critical",
        5,
    ),
    "22G": ("Sale or use of certain expanded polystyrene items restricted", "Not Applicable", 1),
}


def inspections():
    rng, rows, number = chance("inspections"), [], 40356018
    for cuisine, names in NAMES.items():
        for name in names:
            number += rng.randrange(40, 300000)
            borough = weighted(rng, {place: share for place, (_, _, share) in PLACES.items()})
            streets, zips, _ = PLACES[borough]
            zipped, building = rng.choice(zips), rng.randrange(1, 990)
            head = [
                number,
                name,
                borough,
                building,
                rng.choice(streets),
                zipped if rng.random() > 0.04 else "",
                f"{rng.choice([212, 718, 917, 646])}{rng.randrange(2000000, 9999999)}",
                cuisine,
            ]
            tail = [
                f"{rng.uniform(40.55, 40.88):.12f}",
                f"{rng.uniform(-74.1, -73.8):.12f}",
                rng.randrange(101, 413),
                f"{rng.randrange(1, 51):02d}",
                f"{rng.randrange(100, 99900):06d}",
                rng.randrange(1000000, 4999999),
                rng.randrange(1000010001, 4999990001),
                f"{borough[0]}{rng.choice('KNQX')}{rng.randrange(10, 99)}",
            ]
            if rng.random() < 0.07:
                rows.append(head + ["01/01/1900", "", "", "", "Not Applicable", "", "", "", "11/04/2024", ""] + tail)
                continue
            day, grade = date(2022, 3, 1) + timedelta(days=rng.randrange(420)), None
            while day < date(2024, 11, 1) and (grade is None or rng.random() < 0.8):
                day += timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
                again = grade == ""
                cited = (
                    weighted(rng, {0: 3, 1: 18, 2: 38, 3: 26, 4: 15})
                    if not again
                    else weighted(rng, {1: 4, 2: 5, 3: 4, 4: 3})
                )
                codes = sorted(VIOLATIONS, key=lambda code: rng.random() ** (1 / VIOLATIONS[code][2]), reverse=True)[
                    :cited
                ]
                score = sum(
                    rng.choice([2, 3, 4, 5])
                    if VIOLATIONS[code][1] == "Not Critical"
                    else rng.choice([5, 6, 7, 8, 10, 13])
                    for code in codes
                    if code != "22G"
                )
                grade = "A" if score < 14 else "" if not again else "B" if score < 28 else "C"
                if grade == "" and rng.random() < 0.2:
                    grade = "Z"
                kind = f"Cycle Inspection / {'Re-inspection' if again else 'Initial Inspection'}"
                action = (
                    "Violations were cited in the following area(s)."
                    if codes
                    else "No violations were recorded at the time of this inspection."
                )
                if score > 40:
                    action = "Establishment Closed by DOHMH. Violations were cited in the following area(s) and those "
                    action += "requiring immediate action were addressed."
                for code in codes or [""]:
                    text, flag, _ = VIOLATIONS.get(code, ("", "Not Applicable", 0))
                    rows.append(
                        head
                        + [
                            f"{day:%m/%d/%Y}",
                            action,
                            code,
                            text,
                            flag,
                            score,
                            grade,
                            f"{day:%m/%d/%Y}" if grade else "",
                            "11/04/2024",
                            kind,
                        ]
                        + tail
                    )
                day += timedelta(days=rng.randrange(20, 70) if grade == "" else rng.randrange(200, 420))
    rng.shuffle(rows)
    write(
        "DOHMH_New_York_City_Restaurant_Inspection_Results.csv",
        [
            "CAMIS",
            "DBA",
            "BORO",
            "BUILDING",
            "STREET",
            "ZIPCODE",
            "PHONE",
            "CUISINE DESCRIPTION",
            "INSPECTION DATE",
            "ACTION",
            "VIOLATION CODE",
            "VIOLATION DESCRIPTION",
            "CRITICAL FLAG",
            "SCORE",
            "GRADE",
            "GRADE DATE",
            "RECORD DATE",
            "INSPECTION TYPE",
            "Latitude",
            "Longitude",
            "Community Board",
            "Council District",
            "Census Tract",
            "BIN",
            "BBL",
            "NTA",
        ],
        rows,
    )
