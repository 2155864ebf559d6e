"""Activities of a frequent flyer programme, and ships that call at a port."""

from datetime import date, datetime, timedelta

from .common import chance, pick, save

TIERS = {"Blue": 50, "Silver": 25, "Gold": 17, "Platinum": 8}
CABINS = {"Economy": 62, "Premium Economy": 14, "Business": 20, "First": 4}
AIRPORTS = {"LHR": 24, "JFK": 12, "CDG": 9, "FRA": 11, "MAD": 7, "DXB": 8, "SIN": 6, "EDI": 10, "DUB": 5, "BOS": 4}
MILES = {"LHR": 0, "JFK": 3451, "CDG": 216, "FRA": 406, "MAD": 785, "DXB": 3420, "SIN": 6764, "EDI": 332, "DUB": 280,
         "BOS": 3265}  # fmt: skip


def loyalty():
    rng = chance("loyalty")
    members = [(f"{rng.randrange(100000, 9999999):08d}", pick(rng, TIERS),
                pick(rng, {"GB": 50, "US": 20, "DE": 12, "FR": 8, "IE": 7, "AE": 3})) for _ in range(46)]  # fmt: skip
    appetite = {member: rng.uniform(0.3, 3) for member in members}
    rows = []
    for _ in range(640):
        number, tier, country = rng.choices(members, [appetite[one] for one in members])[0]
        when = date(2024, 1, 1) + timedelta(days=rng.randrange(366))
        kind = pick(rng, {"Flight": 64, "Partner Hotel": 11, "Credit Card": 14, "Redemption": 9, "Adjustment": 2})
        posted = when + timedelta(days=rng.choice([1, 1, 2, 2, 3, 4, 5, 9]) + (8 if kind == "Partner Hotel" else 0))
        flight = origin = target = cabin = points = ""
        bonus = 0
        if kind == "Flight":
            origin = pick(rng, AIRPORTS)
            target = pick(rng, {name: weight for name, weight in AIRPORTS.items() if name != origin})
            cabin = pick(rng, CABINS)
            flight = f"XA{rng.randrange(100, 999)}"
            factor = {"Economy": 0.75, "Premium Economy": 1.1, "Business": 1.5, "First": 2.5}[cabin]
            base = round((abs(MILES[origin] - MILES[target]) + 150) * factor) + rng.randrange(40)
            bonus = round(base * {"Blue": 0, "Silver": 0.25, "Gold": 0.5, "Platinum": 1}[tier])
            points = {"Economy": 10, "Premium Economy": 20, "Business": 40, "First": 60}[cabin] * (1 + (base > 2500))
        elif kind == "Redemption":
            base = -rng.choice([4500, 7500, 12500, 20000, 25000, 40000])
        elif kind == "Adjustment":
            base = rng.choice([-500, 250, 500, 1000])
        else:
            base = rng.randrange(200, 3200)
        rows.append((when, [number, tier, country, f"{when:%d %b %Y}", f"{posted:%d %b %Y}", kind, flight, origin,
                            target, cabin, f"{base:,}", f"{bonus:,}" if bonus else "", points]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Membership No", "Tier", "Country", "Activity Date", "Posted Date", "Activity Type", "Flight No", "From",
              "To", "Cabin", "Base Miles", "Bonus Miles", "Status Points"]  # fmt: skip
    save("member_activity_2024.csv", header, [row for _, row in rows], end="\r\n",
         above=["Member Activity Report", "Period: 01 Jan 2024 to 31 Dec 2024", ""])  # fmt: skip


NAMES = ["Aurora", "Borealis", "Cape Finch", "Delta Star", "Eastern Grace", "Fjord Runner", "Golden Tern", "Harbour",
         "Isla Verde", "Jade Ocean", "Kestrel", "Lady Marit", "Meridian", "Northern Light", "Oriole", "Pacific Dawn",
         "Queen Astrid", "Red Heron", "Silver Wake", "Tor Viking", "Ursa", "Valiant", "Western Spirit", "Zephyr",
         "Amber Bay", "Blue Marlin", "Coral Queen", "Dana Sky", "Ever Bright", "Finnmark", "Gannet", "Hekla"]  # fmt: skip
FLAGS = {"Panama": 22, "Liberia": 20, "Marshall Islands": 17, "Malta": 12, "Norway": 8, "Netherlands": 7, "Cyprus": 6,
         "Bahamas": 5, "Denmark": 3}  # fmt: skip
TYPES = {"Container": (30, 9000, 98000, 160), "Bulk Carrier": (20, 15000, 52000, 150), "Tanker": (20, 8000, 64000, 140),
         "Ro-Ro": (18, 12000, 46000, 130), "General Cargo": (12, 2200, 11000, 85)}  # fmt: skip
PORTS = {"Rotterdam": 26, "Antwerp": 21, "Hamburg": 17, "Bilbao": 12, "Le Havre": 10, "Gdansk": 8, "Algeciras": 6,
         "Bergen": 5, "Reykjavik": 3}  # fmt: skip
TERMINALS = {"Container": ["North Terminal", "Deepwater Terminal"], "Bulk Carrier": ["Bulk Quay"],
             "Tanker": ["Oil Jetty"], "Ro-Ro": ["Ferry Quay", "North Terminal"],
             "General Cargo": ["Bulk Quay", "Old Dock"]}  # fmt: skip


def ships(rng):
    for name in NAMES * 2:
        kind = pick(rng, {name: one[0] for name, one in TYPES.items()})
        _, low, high, length = TYPES[kind]
        gross = rng.randrange(low, high)
        prefix = {"Tanker": "MT ", "Container": "MSV "}.get(kind, "MV ")
        yield (prefix + name, f"{rng.randrange(9100000, 9899999)}", pick(rng, FLAGS), kind, gross,
               f"{length + gross / 520 + rng.uniform(-9, 9):.1f}")  # fmt: skip


def port_calls():
    rng = chance("port calls")
    fleet = list({ship[0]: ship for ship in ships(rng)}.values())
    appetite = [rng.uniform(0.4, 3) for _ in fleet]
    rows = []
    for _ in range(486):
        name, imo, flag, kind, gross, length = rng.choices(fleet, appetite)[0]
        due = datetime(2024, 1, 1) + timedelta(minutes=10 * rng.randrange(366 * 144))
        came = due + timedelta(minutes=round(rng.gauss(70, 260)))
        left = came + timedelta(minutes=round(rng.lognormvariate(7.2, 0.55)))
        out = rng.random()
        discharged = 0 if out < 0.16 else round(gross * rng.uniform(0.03, 0.3))
        loaded = 0 if out > 0.72 else round(gross * rng.uniform(0.02, 0.22))
        rows.append((came, [name, imo, flag, kind, gross, length,
                            "" if rng.random() < 0.04 else f"{4.2 + gross / 10500 + rng.uniform(-0.6, 2.4):.1f}",
                            rng.choice(TERMINALS[kind]), f"{due:%d/%m/%Y %H:%M}", f"{came:%d/%m/%Y %H:%M}",
                            f"{left:%d/%m/%Y %H:%M}" if left < datetime(2024, 12, 31, 12) else "", pick(rng, PORTS),
                            pick(rng, PORTS), discharged, loaded,
                            pick(rng, {"Hansen Shipping": 30, "Blackwater Agencies": 27, "Portline": 22,
                                       "J. Alder & Sons": 15, "": 3})]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Call No", "Vessel", "IMO", "Flag", "Vessel Type", "GT", "LOA (m)", "Draught (m)", "Terminal", "ETA",
              "ATA", "ATD", "Last Port", "Next Port", "Discharged (t)", "Loaded (t)", "Agent"]  # fmt: skip
    save("port_calls_2024.csv", header, [[f"24{index:04d}", *row] for index, (_, row) in enumerate(rows, 1)])
