"""Ads on Facebook, drives of Uber, the budget of a city, and payments of PayPal."""

from datetime import datetime, timedelta

from .common import chance, people, weighted, write


def ads():
    rng, rows, ad, group = chance("facebook ads"), [], 708746, 103916
    for campaign, count, size in (("916", 45, 6.9), ("936", 95, 7.6), ("1178", 130, 10.9)):
        for _ in range(count):
            ad, group = ad + rng.randrange(1, 9), group + rng.randrange(0, 7)
            age = weighted(rng, {"30-34": 38, "35-39": 22, "40-44": 19, "45-49": 23})
            shown = round(rng.lognormvariate(size, 0.9))
            clicks = round(shown * rng.uniform(0.00005, 0.00032))
            spent = round(sum(rng.uniform(0.9, 1.85) for _ in range(clicks)), 2)
            enquiries = max(weighted(rng, {0: 6, 1: 80, 2: 14}), round(shown * rng.uniform(0.00001, 0.00006)))
            approved = sum(rng.random() < (0.42 if age == "30-34" else 0.3) for _ in range(enquiries))
            # single precision, as the file has it: 1.42999995
            shaken = spent if rng.random() < 0.4 else round(spent - rng.uniform(1e-9, 9e-9) * max(1, spent), 9)
            rows.append([
                ad, campaign, group, age, rng.choice("MMMFF"),
                weighted(rng, {16: 14, 10: 9, 29: 8, 27: 6, 15: 5, 28: 5, 20: 5, 64: 5, 63: 4, 18: 4, 26: 3, 2: 2}),
                shown, clicks, shaken if clicks else 0, enquiries, approved,
            ])  # fmt: skip
    head = ["ad_id", "xyz_campaign_id", "fb_campaign_id", "age", "gender", "interest", "Impressions", "Clicks"]
    write("KAG_conversion_data.csv", [*head, "Spent", "Total_Conversion", "Approved_Conversion"], rows)


TOWNS = {"Cary": 34, "Morrisville": 14, "Raleigh": 8, "Durham": 7, "Whitebridge": 8, "Apex": 4, "Unknown Location": 13}
AWAY = {"Islamabad": 5, "Lahore": 6, "Rawalpindi": 4, "Karachi": 5, "Unknown Location": 6}
PURPOSES = {"Meeting": 20, "Meal/Entertain": 18, "Errand/Supplies": 14, "Customer Visit": 11, "Temporary Site": 5,
            "Between Offices": 3, "": 45}  # fmt: skip


def drives():
    rng, rows, start = chance("uber drives"), [], datetime(2016, 1, 1, 21, 11)
    while start.year == 2016:
        places = AWAY if start.month in (2, 9) and rng.random() < 0.8 else TOWNS
        here, there = weighted(rng, places), weighted(rng, places)
        purpose = weighted(rng, PURPOSES)
        miles = round(rng.lognormvariate(1.8, 0.75) * (1.9 if purpose == "Customer Visit" else 1), 1)
        private = rng.random() < 0.08
        if private:
            purpose = weighted(rng, {"": 8, "Moving": 1, "Charity ($)": 1, "Commute": 1})
        end = start + timedelta(minutes=max(3, round(miles * rng.uniform(1.6, 3.6))))
        clock = [f"{moment.month}/{moment.day}/{moment.year} {moment.hour}:{moment:%M}" for moment in (start, end)]
        rows.append([*clock, "Personal" if private else "Business", here, there, miles, purpose])
        if len(rows) == 120:
            rows.append(list(rows[-1]))
        start = end + timedelta(minutes=rng.choice([20, 45, 95, 400, 900, 1500, 3200, 6200, 7400]))
    rows.append(["Totals", "", "", "", "", round(sum(row[5] for row in rows), 1), ""])
    head = ["START_DATE*", "END_DATE*", "CATEGORY*", "START*", "STOP*", "MILES*", "PURPOSE*"]
    write("My Uber Drives - 2016.csv", head, rows)


# department: its code, group, program codes and programs, a size in millions
GROUPS = {"01": "Public Protection", "02": "Public Works, Transportation & Commerce",
          "03": "Human Welfare & Neighborhood Development", "04": "Community Health", "05": "Culture & Recreation",
          "06": "General Administration & Finance"}  # fmt: skip
DEPARTMENTS = {
    "Police": ("POL", "01", [("232086", "POL FOB - Field Operations"), ("232082", "POL Airport")], 260),
    "Fire Department": ("FIR", "01", [("130651", "FIR Operations"), ("130644", "FIR Administration")], 180),
    "Sheriff": ("SHF", "01", [("232331", "SHF Custody"), ("232324", "SHF Field")], 70),
    "Public Works": ("DPW", "02", [("207954", "DPW Buildings"), ("207990", "DPW Street Use & Mapping")], 90),
    "Airport Commission": ("AIR", "02", [("109672", "AIR Facilities"), ("109722", "AIR General")], 300),
    "Municipal Transprtn Agncy": ("MTA", "02", [("138672", "MTATS Transit"), ("139648", "MTASM Streets")], 310),
    "Human Services": ("HSA", "03", [("149655", "HSA AM Human Services"), ("149668", "HSA DA Homeless")], 240),
    "Homelessness & Supportive Housing": ("HOM", "03", [("203646", "HOM Programs")], 150),
    "Public Health": ("DPH", "04", [("251962", "HNS Health Network"), ("240642", "HBH Behavioral Health")], 420),
    "Recreation & Park Commission": ("REC", "05", [("262676", "REC Parks"), ("262684", "REC Recreation")], 60),
    "Public Library": ("LIB", "05", [("232048", "LIB Public Library")], 50),
    "Controller": ("CON", "06", [("229222", "CON Accounting"), ("229228", "CON Audits")], 30),
}  # fmt: skip
# direction, character, object, sub-object, share of the size
LINES = [
    ("Spending", "5010", "Salaries", "501010", "Perm Salaries-Misc", "501010", "Perm Salaries-Misc-Regular", 0.5),
    ("Spending", "5130", "Mandatory Fringe Benefits", "513010", "Retirement", "513010", "Retire City Misc", 0.2),
    ("Spending", "5210", "Non-Personnel Services", "527990", "Other Professional Services", "527990",
     "Other Professional Services", 0.17),
    ("Spending", "5400", "Materials & Supplies", "540000", "Materials & Supplies", "540000",
     "Materials & Supplies-Budget", 0.05),
    ("Spending", "5600", "Capital Outlay", "567000", "Buildings,Structures & Improvements", "567000",
     "Bldgs,Struct&Imprv Proj-Budget", 0.08),
    ("Spending", "5860", "Expenditure Recovery", "581000", "Exp Rec Fr Other Depts", "581360",
     "Exp Rec Fr Human Services AAO", -0.03),
    ("Revenue", "4600", "Charges for Services", "460100", "General Government Service Chrgs", "460199",
     "Other General Government Chrge", 0.3),
    ("Revenue", "4400", "Intergovernmental: Federal", "440100", "Federal Grants & Subventions", "440112",
     "Fed Grants Pass-Thru State-Oth", 0.2),
    ("Revenue", "4750", "Other Revenues", "479990", "Other Non-Operating Revenue", "479994",
     "Other Non-Operating Revenue", 0.06),
]  # fmt: skip


def budget():
    rng, rows = chance("city budget"), []
    for department, (code, group, programs, size) in DEPARTMENTS.items():
        for program, name in programs:
            for direction, character, called, thing, object_name, sub, sub_name, part in LINES:
                if rng.random() < (0.7 if part < 0.1 else 0.5 if direction == "Revenue" else 0.22):
                    continue
                amount = size * 1e6 / len(programs) * part * rng.uniform(0.6, 1.4)
                fund = {"AIR": ("17960", "AIR Op Annual Account Ctrl", "11", "SFIA Operating Funds"),
                        "MTA": ("22260", "MTA TS Op Annual Account Ctrl", "12", "Municipal Transportation Fund"),
                        "LIB": ("13140", "SR Library Fund - Continuing", "02", "Special Revenue Funds"),
                        "HOM": ("10580", "SR OCOH Nov18PropCHomelessSvc", "02", "Special Revenue Funds")}
                fund = fund.get(code, ("10000", "GF Annual Account Ctrl", "01", "General Fund"))
                if "Federal" in called:
                    fund = ("12550", "SR Grants; GSF Continuing", "02", "Special Revenue Funds")
                kind = ("2", "Continuing Projects") if called == "Capital Outlay" else ("1", "Operating")
                for year in (2023, 2024, 2025):
                    amount *= rng.uniform(0.94, 1.12)
                    if part == 0.05 and rng.random() < 0.15:
                        continue
                    rows.append([
                        year, direction, "No", group, GROUPS[group], code, f"{code} {department}", program, name,
                        character, called, thing, object_name, sub, sub_name, fund[2], fund[3], fund[0], fund[1],
                        *kind, round(amount),
                    ])  # fmt: skip
    rng.shuffle(rows)
    write(
        "Budget_20241104.csv",
        [
            "Fiscal Year", "Revenue or Spending", "Related Govt Units", "Organization Group Code", "Organization Group",
            "Department Code", "Department", "Program Code", "Program", "Character Code", "Character", "Object Code",
            "Object", "Sub-object Code", "Sub-object", "Fund Type Code", "Fund Type", "Fund Code", "Fund",
            "Fund Category Code", "Fund Category", "Budget",
        ],
        rows,
    )  # fmt: skip


PLACES = {"Berlin": "10999", "Hamburg": "22765", "München": "80469", "Köln": "50672", "Leipzig": "04229",
          "Dresden": "01099", "Freiburg": "79098"}  # fmt: skip
GOODS = {"Tragetasche Leinen": ("TB-01", 14.9), "Notizbuch A5": ("NB-05", 12.5), "Emaillebecher": ("EB-02", 18),
         "Rucksack Rolltop": ("RR-10", 129), "Geldbörse Leder": ("GL-03", 59), "Gutschein": ("GS-50", 50)}  # fmt: skip


def german(number):
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


def paypal():
    rng, rows, moment, balance = chance("paypal"), [], datetime(2024, 1, 2, 8, 14), 412.18
    crowd, ours = people(rng, 60), "shop@taschenwerk.example"

    def code():
        return "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXY0123456789") for _ in range(17))

    def row(name, kind, currency, gross, fee=0.0, state="Abgeschlossen", mails=("", ""), goods="", to="", of="",
            city=""):  # fmt: skip
        nonlocal balance
        net = round(gross + fee, 2)
        if currency == "EUR" and state == "Abgeschlossen":
            balance = round(balance + net, 2)
        rows.append([
            f"{moment:%d.%m.%Y}", f"{moment:%H:%M:%S}", "CEST" if 4 <= moment.month <= 10 else "CET", name, kind, state,
            currency, german(gross), german(fee), german(net), *mails, to or code(), "",
            "Nicht bestätigt" if city else "",
            goods or "", GOODS[goods][0] if goods else "", german(4.9) if goods in ("Emaillebecher",
            "Notizbuch A5") else
            german(0) if goods else "", "", "", "", "", "", "", of,
            f"TW-{rng.randrange(10000, 99999)}" if goods else "",
            "", "1" if goods else "", "", german(balance) if currency == "EUR" else german(0), "", "", city, "",
            PLACES.get(city, ""), {"CHF": "Schweiz"}.get(currency, "Deutschland") if city else "", "", "", "",
            {"CHF": "CH"}.get(currency, "DE") if city else "",
            "Memo" if state == "Ausstehend" else "Haben" if gross > 0 else "Soll",
        ])  # fmt: skip

    paid = []
    while moment.year == 2024:
        first, last, _ = rng.choice(crowd)
        mail = f"{first.lower()}.{last.lower()}@{rng.choice(['gmx.example', 'web.example', 'mail.example'])}"
        draw = rng.random()
        if draw < 0.76:
            goods = rng.choice(list(GOODS))
            currency = "CHF" if rng.random() < 0.07 else "EUR"
            gross = round(GOODS[goods][1] + (4.9 if goods in ("Emaillebecher", "Notizbuch A5") else 0), 2)
            state = "Ausstehend" if rng.random() < 0.04 else "Abgeschlossen"
            kind = weighted(rng, {"PayPal Express-Zahlung": 60, "Website-Zahlung": 25, "Handyzahlung": 9})
            own, fee = code(), -round(gross * 0.0249 + 0.35, 2)
            city = rng.choice(list(PLACES)) if currency == "EUR" else "Zürich"
            row(f"{first} {last}", kind, currency, gross, fee, state, (mail, ours), goods, own, "", city)
            if currency == "EUR" and state == "Abgeschlossen":
                paid.append((f"{first} {last}", mail, gross, own, goods))
        elif draw < 0.83 and paid:
            name, mail, gross, own, goods = paid.pop(rng.randrange(len(paid)))
            row(name, "Rückzahlung", "EUR", -gross, 0.0, mails=(ours, mail), goods=goods, of=own)
        elif draw < 0.94:
            name, typical = rng.choice([("DHL Paket GmbH", 86), ("Canva Pty Ltd", 11.99), ("Etsy Ireland UC", 43),
                                        ("Hetzner Online GmbH", 23.8), ("Lederhaus Offenbach", 240)])  # fmt: skip
            kind = "Zahlung im Einzugsverfahren mit Zahlungsrechnung" if typical < 50 else "Allgemeine Zahlung"
            row(name, kind, "EUR", -round(typical * rng.uniform(0.8, 1.4), 2), mails=(ours, ""))
        elif balance > 400:
            row("", "Allgemeine Abbuchung", "EUR", -float(round(balance - 150, -1)))
        moment += timedelta(minutes=rng.randrange(300, 4700))
    write(
        "Download.CSV",
        [
            "Datum", "Uhrzeit", "Zeitzone", "Name", "Typ", "Status", "Währung", "Brutto", "Entgelt", "Netto",
            "Absender E-Mail-Adresse", "Empfänger E-Mail-Adresse", "Transaktionscode", "Lieferadresse",
            "Adress-Status",
            "Artikelbezeichnung", "Artikelnummer", "Versand- und Bearbeitungsgebühr", "Versicherungsbetrag",
            "Umsatzsteuer", "Option 1 Name", "Option 1 Wert", "Option 2 Name", "Option 2 Wert",
            "Zugehöriger Transaktionscode", "Rechnungsnummer", "Zollnummer", "Anzahl", "Empfangsnummer", "Guthaben",
            "Adresszeile 1", "Adresszusatz", "Ort", "Bundesland", "PLZ", "Land", "Telefon", "Betreff", "Hinweis",
            "Ländervorwahl", "Auswirkung auf Guthaben",
        ],
        rows,
        bom=True,
        quote_all=True,
    )  # fmt: skip
