"""Service requests and crimes."""

from datetime import datetime, timedelta

from .common import chance, weighted, write

COMPLAINTS = {
    "HEAT/HOT WATER": ("HPD", ["ENTIRE BUILDING", "APARTMENT ONLY"], 45),
    "Noise - Residential": ("NYPD", ["Loud Music/Party", "Banging/Pounding", "Loud Talking"], 52),
    "Noise - Street/Sidewalk": ("NYPD", ["Loud Music/Party", "Loud Talking"], 20),
    "Noise - Commercial": ("NYPD", ["Loud Music/Party", "Loud Talking"], 9),
    "Noise": ("DEP", ["Noise: Construction Before/After Hours (NM1)", "Noise, Barking Dog (NR5)"], 9),
    "Illegal Parking": (
        "NYPD",
        ["Blocked Hydrant", "Posted Parking Sign Violation", "Double Parked Blocking Traffic"],
        48,
    ),
    "Blocked Driveway": ("NYPD", ["No Access", "Partial Access"], 20),
    "Street Condition": ("DOT", ["Pothole", "Cave-in"], 16),
    "Rodent": ("DOHMH", ["Rat Sighting", "Condition Attracting Rodents"], 10),
    "UNSANITARY CONDITION": ("HPD", ["PESTS", "MOLD"], 13),
    "Missed Collection": ("DSNY", ["Trash", "Recycling - Paper"], 11),
    "Abandoned Vehicle": ("NYPD", ["With License Plate"], 7),
}
ZIPS = {
    "BROOKLYN": ["11226", "11226", "11226", "11207", "11221", "11215"],
    "QUEENS": ["11385", "11385", "11368", "11101", "11372"],
    "BRONX": ["10466", "10466", "10466", "10456", "10458", "10468"],
    "MANHATTAN": ["10031", "10025", "10009", "10002"],
    "STATEN ISLAND": ["10314", "10301"],
}


def stamp(moment):
    return f"{moment:%m/%d/%Y %I:%M:%S %p}"


def requests():
    rng = chance("requests")
    rows = []
    moments = sorted(datetime(2024, 1, 1) + timedelta(minutes=rng.randrange(182 * 1440)) for _ in range(260))
    hours = {hour: 2 + (hour > 7) * 3 + (hour in (21, 22, 23)) * 4 + (hour == 22) * 4 for hour in range(24)}
    for place, moment in enumerate(moments):
        moment = moment.replace(hour=weighted(rng, hours), second=rng.randrange(60))
        kind = weighted(
            rng,
            {
                name: entry[2] * (0.25 if name.startswith("HEAT") and moment.month > 4 else 1)
                for name, entry in COMPLAINTS.items()
            },
        )
        agency, details, _ = COMPLAINTS[kind]
        borough = weighted(
            rng, {"BROOKLYN": 75, "QUEENS": 58, "BRONX": 52, "MANHATTAN": 47, "STATEN ISLAND": 15, "Unspecified": 5}
        )
        status = weighted(rng, {"Closed": 84, "In Progress": 7, "Open": 5, "Assigned": 2, "Pending": 2})
        if agency == "NYPD":
            status = weighted(rng, {"Closed": 97, "In Progress": 3})
        pace = {"NYPD": 2.5, "HPD": 110, "DEP": 70, "DOT": 130, "DOHMH": 260, "DSNY": 60}[agency]
        closed = moment + timedelta(seconds=round(3600 * max(0.2, rng.gauss(pace, pace / 3))))
        rows.append(
            [
                59893000 + place * 1187 + rng.randrange(900),
                stamp(moment),
                stamp(closed) if status == "Closed" else "",
                agency,
                kind,
                rng.choice(details),
                "" if borough == "Unspecified" else rng.choice(ZIPS[borough]),
                status,
                borough,
            ]
        )
    header = ["Unique Key", "Created Date", "Closed Date", "Agency", "Complaint Type", "Descriptor"]
    write("311_Service_Requests.csv", [*header, "Incident Zip", "Status", "Borough"], rows)


CRIMES = {
    "THEFT": (58, 0.11, [("0820", "$500 AND UNDER"), ("0810", "OVER $500"), ("0860", "RETAIL THEFT")], "06"),
    "BATTERY": (50, 0.17, [("0486", "DOMESTIC BATTERY SIMPLE"), ("0460", "SIMPLE")], "08B"),
    "CRIMINAL DAMAGE": (30, 0.06, [("1310", "TO PROPERTY"), ("1320", "TO VEHICLE")], "14"),
    "MOTOR VEHICLE THEFT": (26, 0.05, [("0910", "AUTOMOBILE")], "07"),
    "ASSAULT": (24, 0.13, [("0560", "SIMPLE"), ("051A", "AGGRAVATED - HANDGUN")], "08A"),
    "DECEPTIVE PRACTICE": (20, 0.04, [("1153", "FINANCIAL IDENTITY THEFT OVER $ 300")], "11"),
    "ROBBERY": (15, 0.08, [("0320", "STRONG ARM - NO WEAPON"), ("031A", "ARMED - HANDGUN")], "03"),
    "NARCOTICS": (11, 0.98, [("2027", "POSSESS - CRACK"), ("2024", "POSSESS - HEROIN (WHITE)")], "18"),
    "WEAPONS VIOLATION": (9, 0.7, [("143A", "UNLAWFUL POSSESSION - HANDGUN")], "15"),
}
AREAS = {
    "011": (26, 25, 28, "W MADISON ST"),
    "006": (44, 71, 17, "S HALSTED ST"),
    "018": (8, 8, 42, "N STATE ST"),
    "001": (32, 32, 34, "S STATE ST"),
    "008": (66, 66, 15, "W 63RD ST"),
    "012": (28, 24, 27, "W ROOSEVELT RD"),
    "019": (6, 6, 44, "N CLARK ST"),
    "025": (19, 19, 36, "W BELMONT AVE"),
}


def crimes():
    rng = chance("crimes")
    rows = []
    moments = sorted(datetime(2022, 1, 1) + timedelta(minutes=rng.randrange(730 * 1440)) for _ in range(280))
    districts = dict(zip(AREAS, (34, 30, 26, 24, 20, 17, 14, 11)))
    for place, moment in enumerate(moments):
        kind = weighted(
            rng,
            {
                name: entry[0] * (1.6 if name.startswith("MOTOR") and moment.year == 2023 else 1)
                for name, entry in CRIMES.items()
            },
        )
        _, caught, details, code = CRIMES[kind]
        district = weighted(rng, districts)
        first, second, ward, street = AREAS[district]
        iucr, description = rng.choice(details)
        where = weighted(
            rng,
            {
                "STREET": 34,
                "APARTMENT": 24,
                "RESIDENCE": 17,
                "SIDEWALK": 10,
                "SMALL RETAIL STORE": 8,
                "PARKING LOT / GARAGE (NON RESIDENTIAL)": 6,
                "DEPARTMENT STORE": 4,
            },
        )
        if "DOMESTIC" in description:
            where = weighted(rng, {"APARTMENT": 60, "RESIDENCE": 35, "STREET": 5})
        if kind == "DECEPTIVE PRACTICE" and rng.random() < 0.4:
            where = ""
        located = rng.random() > 0.03
        latitude, longitude = round(rng.uniform(41.72, 41.98), 9), round(rng.uniform(-87.76, -87.61), 9)
        block = (
            "001XX N STATE ST"
            if district == "018" and rng.random() < 0.35
            else f"{rng.randrange(1, 79):03d}XX {street}"
        )
        rows.append(
            [
                12580000 + place * 3011 + rng.randrange(2500),
                f"J{'F' if moment.year == 2022 else 'G'}{100000 + place * 1300 + rng.randrange(1200)}",
                stamp(moment.replace(second=0)),
                block,
                iucr,
                kind,
                description,
                where,
                str(rng.random() < caught).lower(),
                str("DOMESTIC" in description or (kind in ("ASSAULT", "BATTERY") and rng.random() < 0.12)).lower(),
                f"{int(district):02d}{rng.randrange(1, 4)}{rng.randrange(1, 5)}",
                district,
                ward if rng.random() < 0.8 else ward + 1,
                first if rng.random() < 0.7 else second,
                code,
                rng.randrange(1140000, 1180000) if located else "",
                rng.randrange(1830000, 1930000) if located else "",
                moment.year,
                stamp(moment + timedelta(days=8, hours=3)),
                latitude if located else "",
                longitude if located else "",
                f"({latitude}, {longitude})" if located else "",
            ]
        )
    header = ["ID", "Case Number", "Date", "Block", "IUCR", "Primary Type", "Description", "Location Description"]
    header += ["Arrest", "Domestic", "Beat", "District", "Ward", "Community Area", "FBI Code", "X Coordinate"]
    header += ["Y Coordinate", "Year", "Updated On", "Latitude", "Longitude", "Location"]
    write("Crimes_-_2022_to_2023.csv", header, rows)
