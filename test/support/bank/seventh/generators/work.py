"""Issues as Jira exports them, and the statement of a German bank account."""

from datetime import date, datetime, timedelta

from .common import chance, weighted, write

ISSUES = """Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee
Reporter,Created,Updated,Resolved,Component/s,Labels,Sprint,Sprint,Custom field (Story Points)"""
VERBS = ["Fix", "Add", "Refactor", "Investigate", "Remove", "Update", "Document", "Speed up", "Test"]
THINGS = """login redirect|password reset mail|invoice PDF|CSV import|dark mode|search index|webhook retries
user avatars|billing page|audit log|push notifications|session timeout|export to Excel|rate limiting
onboarding tour|date picker|SSO for Okta|mobile layout|2FA enrolment|API pagination|checkout flow
email templates|feature flags|staging deploys"""


def moment(when):
    """As Jira shows it: 12/Mar/24 9:41 AM."""
    return f"{when:%d/%b/%y} {int(when.strftime('%I'))}:{when:%M %p}"


def issues():
    rng = chance("jira")
    team = {"Aisha Khan": 9, "Ben Carter": 7, "Chloe Dubois": 8, "Diego Ramos": 6, "Mei Lin": 7, "": 5}
    things = THINGS.replace("\n", "|").split("|")
    begun = sorted(
        datetime(2024, 1, 2, 8) + timedelta(days=rng.randrange(178), minutes=rng.randrange(600)) for _ in range(164)
    )
    rows = []
    for number, created in enumerate(begun):
        kind = weighted(rng, {"Bug": 38, "Story": 30, "Task": 22, "Sub-task": 7, "Epic": 3})
        age = (datetime(2024, 7, 1) - created).days
        status = weighted(
            rng,
            {"Done": 20 + age * 0.5, "In Progress": 9, "In Review": 6, "To Do": 14 if age < 60 else 6, "Blocked": 2},
        )
        priority = weighted(rng, {"Highest": 6, "High": 22, "Medium": 48, "Low": 18, "Lowest": 6})
        typical = {"Highest": 1.2, "High": 1.8, "Medium": 2.3, "Low": 2.6, "Lowest": 2.9}[priority]
        wait = rng.lognormvariate(typical, 0.6)
        resolved = created + timedelta(days=wait, minutes=rng.randrange(200))
        done = status == "Done" and resolved < datetime(2024, 6, 30)
        if status == "Done" and not done:
            status = "In Review"
        last = resolved if done else created + timedelta(days=rng.randrange(0, max(1, age)), minutes=rng.randrange(90))
        sprint = (created - datetime(2024, 1, 1)).days // 14 + 1
        pointed = rng.random() < {"Story": 0.86, "Bug": 0.55, "Task": 0.55}.get(kind, 0)
        later = done and (resolved - created).days > 14
        rows.append(
            [
                f"{rng.choice(VERBS)} {rng.choice(things)}",
                f"WEB-{311 + number}",
                20417 + number * 3,
                kind,
                status,
                "WEB",
                "Web Platform",
                priority,
                weighted(rng, {"Done": 84, "Won't Do": 8, "Duplicate": 5, "Cannot Reproduce": 3}) if done else "",
                weighted(rng, {**team, "": {"To Do": 24, "Blocked": 6, "Done": 3}.get(status, 0)}),
                rng.choice(["Priya Shah", "Tomás Ruiz", "Aisha Khan", "Support Desk"]),
                moment(created),
                moment(last),
                moment(resolved) if done else "",
                weighted(rng, {"Frontend": 8, "Backend": 8, "API": 5, "Infrastructure": 3, "": 4}),
                weighted(rng, {"": 14, "customer-reported": 5, "tech-debt": 4, "regression": 3, "quick-win": 2}),
                f"WEB Sprint {sprint}" if status != "To Do" else "",
                f"WEB Sprint {sprint + 1}" if later else "",
                f"{rng.choice([1, 1, 2, 2, 3, 3, 3, 5, 5, 8, 13]):.1f}" if pointed else "",
            ]
        )
    rows.reverse()
    write("Jira.csv", ISSUES.replace("\n", ",").split(","), rows)


def german(cents):
    """-123456 as -1.234,56."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole:,}".replace(",", ".") + f",{rest:02d}"


SHOPS = [
    ("REWE Markt GmbH", "REWE SAGT DANKE. 4512//Bonn/DE", 1800, 9500, 26),
    ("EDEKA Zimmermann", "EDEKA ZIMMERMANN//BONN/DE", 1200, 7000, 17),
    ("LIDL Dienstleistung", "LIDL DIENSTLEISTUNG//Bonn/DE", 900, 5200, 15),
    ("ALDI SUED", "ALDI SUED//BONN/DE", 800, 4800, 11),
    ("dm-drogerie markt", "DM FIL.1187//BONN/DE", 500, 3900, 11),
    ("DB Vertrieb GmbH", "Fahrschein JZ8K4M", 1990, 12900, 8),
    ("AMAZON PAYMENTS EUROPE S.C.A.", "302-5518364 Amazon.de", 999, 13900, 13),
    ("ARAL AG", "ARAL STATION BONN//DE", 3500, 8200, 8),
    ("Buchhandlung Böttger", "Einkauf Bücher", 990, 5400, 4),
]


def bank_statement():
    rng = chance("umsaetze")
    entries = []
    pay, rent = 284512, -79000
    for number in range(24):
        year, month = 2023 + number // 12, number % 12 + 1
        if number == 12:
            pay, rent = 301268, -81500

        def book(day, who, kind, text, cents, later=0):
            booked = date(year, month, day)
            while booked.weekday() > 4:
                booked += timedelta(days=1)
            entries.append((booked, booked + timedelta(days=later), who, kind, text, cents))

        book(27 if month != 2 else 26, "Rheinwerk Technik GmbH", "Gehalt/Rente", f"Lohn/Gehalt {month:02d}/{year}", pay)
        book(1, "Hausverwaltung Kessler", "Dauerauftrag", "Miete Whg. 12", rent)
        book(3, "Stadtwerke Bonn", "Lastschrift", "Abschlag Strom 7741029", -6800 if number < 12 else -7900)
        book(5, "Telekom Deutschland GmbH", "Lastschrift", "Festnetz Vertragskonto 4410982", -3995)
        if month % 3 == 2:
            book(15, "Rundfunk ARD, ZDF, DRadio", "Lastschrift", f"Rundfunk {month:02d}.{year}", -5508)
        if month == 1:
            book(4, "HUK-COBURG", "Lastschrift", f"Kfz-Versicherung {year}", -41230 if year == 2023 else -44816)
        if rng.random() < 0.6:
            book(rng.randint(6, 24), "GA BONN HBF", "Geldautomat", "", -rng.choice([5000, 5000, 10000, 10000, 20000]))
        if rng.random() < 0.2:
            book(rng.randint(6, 24), "Finanzamt Bonn", "Gutschrift", "Steuererstattung", rng.randint(8000, 61000))
        if rng.random() < 0.25:
            book(rng.randint(6, 24), "Jana Kessel", "Gutschrift", "Danke für Kino", rng.choice([1250, 1400, 2000]))
        for _ in range(rng.randint(4, 7)):
            who, text, low, high, _ = weighted(rng, {shop: shop[4] for shop in SHOPS})
            kind = "Lastschrift" if who.startswith("AMAZON") else "Kartenzahlung"
            book(rng.randint(2, 26), who, kind, text, -rng.randint(low, high), rng.choice([0, 0, 1, 2]))
        if month in (3, 6, 9, 12):
            book(28, "Sparkasse KölnBonn", "Entgelt", f"Entgeltabrechnung {month:02d}/{year}", -1185)
    entries.sort(key=lambda entry: entry[0], reverse=True)
    write(
        "umsaetze_2023-2024.csv",
        ["Buchungstag", "Valuta", "Auftraggeber/Empfänger", "Buchungstext", "Verwendungszweck", "Betrag", "Währung"],
        [
            [f"{booked:%d.%m.%Y}", f"{valued:%d.%m.%Y}", who, kind, text, german(cents), "EUR"]
            for booked, valued, who, kind, text, cents in entries
        ],
        delimiter=";",
        bom=True,
        quote_all=True,
    )
