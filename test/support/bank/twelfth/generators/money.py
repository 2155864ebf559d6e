"""Claims of an insurer, lots of an auction house, building permits of a city, and episodes of podcasts."""

from datetime import date, timedelta

from .common import chance, pick, save

CAUSES = {"Motor": {"Collision": 50, "Theft": 14, "Windscreen": 26, "Vandalism": 10},
          "Property": {"Escape of water": 40, "Storm": 28, "Fire": 12, "Burglary": 20},
          "Liability": {"Slip and trip": 55, "Product defect": 20, "Employer's liability": 25},
          "Travel": {"Cancellation": 50, "Medical abroad": 30, "Lost baggage": 20}}  # fmt: skip
SIZES = {"Motor": 7.4, "Property": 8.2, "Liability": 8.8, "Travel": 6.3}


def claims():
    rng = chance("claims")
    policies = [f"POL{rng.randrange(100000, 999999)}" for _ in range(430)]
    losses = sorted(date(2023, 1, 1) + timedelta(days=rng.randrange(731)) for _ in range(640))
    rows, sums = [], [0, 0, 0]
    for index, loss in enumerate(losses, 1):
        line = pick(rng, {"Motor": 46, "Property": 28, "Liability": 11, "Travel": 15})
        notified = loss + timedelta(days=min(180, round(rng.expovariate(1 / (40 if line == "Liability" else 9)))))
        closed = notified + timedelta(days=round(rng.lognormvariate(4.3, 0.7)))
        status = pick(rng, {"Closed": 76, "Declined": 9, "Open": 11, "Reopened": 4})
        if closed > date(2024, 12, 31) and status in ("Closed", "Declined"):
            status = "Open"
        cost = round(rng.lognormvariate(SIZES[line], 0.95), 2)
        part = {"Closed": 1, "Declined": 0, "Open": rng.choice([0, 0, 0.2, 0.5]), "Reopened": 0.8}[status]
        paid = round(cost * part, 2)
        reserve = round(cost - paid, -1) if status in ("Open", "Reopened") else 0
        back = round(paid * rng.uniform(0.1, 0.7), 2) if line == "Motor" and paid and rng.random() < 0.2 else 0
        sums = [one + more for one, more in zip(sums, (paid, reserve, back))]
        rows.append([f"CLM-{loss:%y}{index:05d}", rng.choice(policies), line, pick(rng, CAUSES[line]),
                     f"{loss:%d/%m/%Y}", f"{notified:%d/%m/%Y}",
                     f"{closed:%d/%m/%Y}" if status in ("Closed", "Declined") else "", status, f"{paid:,.2f}",
                     f"{reserve:,.2f}", f"{back:,.2f}" if back else "-",
                     pick(rng, {"A. Whitcombe": 24, "P. Nandra": 22, "S. Kowal": 20, "R. Tully": 17, "": 4})])  # fmt: skip
    header = ["Claim Ref", "Policy No", "Line of Business", "Cause of Loss", "Date of Loss", "Date Notified",
              "Date Closed", "Status", "Paid", "Outstanding Reserve", "Recoveries", "Handler"]  # fmt: skip
    total = ",".join(f'"{one:,.2f}"' for one in sums)
    save("claims_bordereau_2023-2024.csv", header, rows, below=[f"TOTAL,,,,,,,,{total},"])


SALES = {"Paintings": ["L2401", "L2404", "L2409"], "Furniture": ["L2402", "L2407"], "Jewellery": ["L2403", "L2408"],
         "Books & Maps": ["L2405"], "Clocks": ["L2406"]}  # fmt: skip
DAYS = {"L2401": (2, 14), "L2402": (3, 6), "L2403": (3, 27), "L2404": (5, 15), "L2405": (6, 12), "L2406": (6, 26),
        "L2407": (9, 18), "L2408": (10, 9), "L2409": (11, 20)}  # fmt: skip
MAKERS = ["Edwin Halloway", "Clara Mott", "Ivo Brandt", "Theodora Kane", "Luc Perrault", "Anselm Reed", "Nora Vasquez",
          "Workshop of Mott", "Hugo Lindgren", ""]  # fmt: skip
WHAT = {"Paintings": ["Harbour at", "View of", "Portrait of a lady at", "Winter in", "The ford at"],
        "Furniture": ["Oak chest from", "Walnut bureau from", "Pair of chairs from"],
        "Jewellery": ["Sapphire ring from", "Diamond brooch from", "Pearl necklace from"],
        "Books & Maps": ["Map of", "History of", "Atlas with"], "Clocks": ["Longcase clock from", "Bracket clock from"]}  # fmt: skip
PLACES = ["Whitby", "Siena", "Bruges", "Cadiz", "Bath", "Lyon", "Uppsala", "York", "Delft", "Ghent", "Porto", "Kelso",
          "Lucca", "Arles", "Turku", "Wells", "Leith", "Ely", "Nantes", "Cork"]  # fmt: skip


def lots():
    rng = chance("lots")
    rows = []
    for sale, (month, day) in DAYS.items():
        department = next(name for name, sales in SALES.items() if sale in sales)
        titles = [f"{what} {place}" for what in WHAT[department] for place in PLACES]
        rng.shuffle(titles)
        size = rng.randrange(31, 40) if department != "Paintings" else rng.randrange(48, 56)
        numbers = sorted([str(number) for number in range(1, size + 1)] + ["12A"], key=lambda one: (int(one.strip("A")), one))
        for lot, title in zip(numbers, titles, strict=False):
            low = round(rng.lognormvariate(7.9 if department in ("Paintings", "Jewellery") else 7, 1), -2) + 200
            high = round(low * 1.5, -2)
            status = pick(rng, {"Sold": 74, "Passed": 21, "Withdrawn": 4})
            hammer = max(100, round(low * rng.lognormvariate(0.14, 0.5), -1)) if status == "Sold" else None
            premium = None if hammer is None else hammer * 1.26
            rows.append([sale, f"{day} {date(2024, month, day):%B} 2024", department, lot, rng.choice(MAKERS),
                         f"{title} ({sale[-2:]}/{lot})", f"{low:,.0f}", f"{high:,.0f}",
                         "" if hammer is None else f"{hammer:,.0f}", "" if premium is None else f"{premium:,.2f}", status,
                         "" if hammer is None else pick(rng, {"Online": 48, "Phone": 20, "Room": 22, "Commission": 10})])  # fmt: skip
    header = ["Sale No", "Sale Date", "Department", "Lot", "Artist/Maker", "Title", "Low Estimate (GBP)",
              "High Estimate (GBP)", "Hammer Price (GBP)", "Price incl. Premium (GBP)", "Status", "Buyer Channel"]  # fmt: skip
    save("auction_results_2024.csv", header, rows, encoding="utf-8-sig")


PERMITS = {"Addition/Alteration": (44, 10.6), "New Construction": (12, 13.2), "Demolition": (7, 9.8), "Solar": (18, 9.9),
           "Electrical": (12, 8.5), "Reroofing": (7, 9.6)}  # fmt: skip
AREAS = {"Ballard": 18, "Capitol Hill": 15, "Columbia City": 10, "Fremont": 13, "Georgetown": 7, "Queen Anne": 14,
         "Ravenna": 9, "Wallingford": 11, "": 2}  # fmt: skip


def permits():
    rng = chance("permits")
    builders = {name: rng.uniform(0.4, 3) for name in (
        "Alder & Pine Builders", "Cascade Renewals", "Duwamish Construction", "Evergreen Solar Co", "Homewright LLC",
        "Kline Electric", "Lakeside Roofing", "Northgate Homes", "Puget Design Build", "Rainier Contracting",
        "Owner")}  # fmt: skip
    filings = sorted(date(2023, 1, 2) + timedelta(days=rng.randrange(728)) for _ in range(830))
    rows = []
    for index, filed in enumerate(filings, 1):
        kind = pick(rng, {name: one[0] for name, one in PERMITS.items()})
        quick = kind in ("Electrical", "Reroofing", "Solar")
        issued = filed + timedelta(days=round(rng.expovariate(1 / (4 if quick else 95))))
        done = issued + timedelta(days=round(rng.lognormvariate(4.2 if quick else 5.3, 0.6)))
        status = "Completed" if done <= date(2024, 12, 31) else "Issued" if issued <= date(2024, 12, 31) else "In Review"
        if rng.random() < 0.05:
            status = "Canceled"
        cost = round(rng.lognormvariate(PERMITS[kind][1], 0.9), -2)
        revised = round(cost * rng.uniform(0.8, 1.7), -2) if rng.random() < 0.13 else None
        before = 0 if kind == "New Construction" else rng.choice([1, 1, 1, 2, 4])
        after = {"New Construction": rng.choice([1, 1, 2, 3, 6, 12, 24]), "Demolition": 0}.get(
            kind, before + (rng.random() < 0.12))  # fmt: skip
        units = ["", ""] if quick else [before, after]
        rows.append([f"69{filed:%y}{index:04d}-CN", kind, f"{filed:%m/%d/%Y}",
                     f"{issued:%m/%d/%Y}" if status in ("Completed", "Issued") else "",
                     f"{done:%m/%d/%Y}" if status == "Completed" else "", status, f"${cost:,.2f}",
                     "" if revised is None else f"${revised:,.2f}", *units, pick(rng, AREAS) + " " * (rng.random() < 0.03),
                     pick(rng, builders)])  # fmt: skip
    header = ["Permit Number", "Permit Type", "Filed Date", "Issued Date", "Completed Date", "Status", "Estimated Cost",
              "Revised Cost", "Existing Units", "Proposed Units", "Neighborhood", "Contractor"]  # fmt: skip
    save("Building_Permits_2023-2024.csv", header, rows)


SHOWS = {"Night Shift": (9000, 52, 44), "The Ledger": (4200, 31, 52), "Small Rivers": (2300, 71, 40)}


def episodes():
    rng = chance("episodes")
    guests = ["Priya Nair", "Tom Hasek", "Lena Fox", "Omar Diallo", "Ruth Engel", "Sam Cho", "Ines Prado", "Walt Byrne"]
    rows = []
    for show, (size, length, count) in SHOWS.items():
        for number in range(1, count + 1):
            when = date(2023, 1, 3) + timedelta(days=14 * number + rng.randrange(5))
            guest = rng.choice(guests) if rng.random() < 0.45 else ""
            week = round(size * (1 + number / 90) * rng.lognormvariate(0.1 if guest else 0, 0.2))
            month = round(week * rng.uniform(1.3, 1.7))
            total = round(month * (1.05 + (60 - number) / 70) + rng.randrange(90))
            seconds = round(length * 60 * rng.uniform(0.72, 1.3))
            clock = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            rows.append((when, [show, 1 + (number - 1) // 16, number, f"{rng.choice(['How', 'Why', 'When', 'Where'])} "
                                f"{rng.choice(['money', 'rivers', 'sleep', 'trains', 'bread', 'debts', 'bridges'])} "
                                f"{rng.choice(['work', 'fail', 'end', 'begin', 'change'])}, part {len(rows) + 1}",
                                f"{when:%b} {when.day}, {when.year}", clock, f"{week:,}",
                                f"{month:,}" if when < date(2024, 12, 1) else "–", f"{total:,}",
                                f"{rng.triangular(38, 92, 71):.0f}%", guest,
                                pick(rng, {"Brightbox": 30, "Maple Bank": 24, "Tidy": 18, "": 28})]))  # fmt: skip
    rows.sort(key=lambda row: row[0], reverse=True)
    header = ["Show", "Season", "Episode", "Title", "Published", "Length", "Downloads (7 days)", "Downloads (30 days)",
              "Downloads (all time)", "Avg. Consumption", "Guest", "Sponsor"]  # fmt: skip
    save("podcast_episodes.csv", header, [row for _, row in rows])
