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
