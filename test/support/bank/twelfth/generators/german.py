"""German lists: gifts to a charity, absences at a school, and the harvest of a vineyard."""

from datetime import date, timedelta

from .common import chance, euro, pick, save

FIRST = ["Anna", "Bernd", "Claudia", "Dieter", "Elke", "Frank", "Gisela", "Hans", "Ines", "Jürgen", "Karin", "Lukas"]
LAST = ["Albrecht", "Böhm", "Conrad", "Dürr", "Ebert", "Fuchs", "Graf", "Hübner", "Jahn", "Köhler", "Lorenz", "Möller",
        "Nagel", "Otte", "Peters"]  # fmt: skip


def gifts():
    rng = chance("gifts")
    names = [f"{last}, {first}" for last in LAST for first in FIRST]
    rng.shuffle(names)
    firms = ["Autohaus Lenz GmbH", "Bäckerei Thiel", "Stadtsparkasse", "Rotary Club", "Elektro Wirth KG"]
    places = {"Kassel": 40, "Baunatal": 14, "Vellmar": 12, "Göttingen": 11, "Fuldatal": 8, "Marburg": 7, "": 4}
    donors = [(f"{40017 + 13 * index:06d}", name, pick(rng, places), rng.random() < 0.3, rng.uniform(0.4, 2.5))
              for index, name in enumerate(names[:110] + firms)]  # fmt: skip
    regular = {donor[0]: rng.choice([5, 10, 15, 20, 25, 50]) for donor in donors}
    rows = []
    for _ in range(680):
        number, name, place, standing, _ = rng.choices(donors, [one[4] for one in donors])[0]
        when = date(2023, 1, 1) + timedelta(days=rng.randrange(731))
        if rng.random() < 0.18:
            when = when.replace(month=12, day=min(when.day, 28))
        amount = regular[number] if standing else round(rng.lognormvariate(6 if name in firms else 3.9, 0.8), 0)
        way = pick(rng, {"Überweisung": 44, "Lastschrift": 28, "PayPal": 17, "Bar": 8})
        if way == "PayPal" and not standing:
            amount += rng.choice([0, 0, 0.5, 0.99])
        back = way == "Lastschrift" and rng.random() < 0.05
        rows.append((when, [number, name, place, f"{when:%d.%m.%Y}", euro(-amount if back else amount),
                            pick(rng, {"Allgemein": 38, "Tafel": 24, "Hospiz": 16, "Jugendzentrum": 14, "": 5}), way,
                            "Dauerspende" if standing else "Einzelspende", pick(rng, {"ja": 74, "nein": 26}),
                            "Rücklastschrift" if back else ""]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Spender-Nr.", "Name", "Ort", "Datum", "Betrag in EUR", "Zweck", "Zahlungsweg", "Art", "Quittung versandt",
              "Bemerkung"]  # fmt: skip
    save("Spendenliste_2023_2024.csv", header, [row for _, row in rows], sep=";", encoding="utf-8-sig", end="\r\n")


def absences():
    rng = chance("absences")
    names = [f"{last}, {first}" for last in ["Arslan", "Brandt", "Celik", "Decker", "Ernst", "Falk", "Günther", "Horn",
             "Ivanov", "Jäger", "Kraus", "Lehmann"] for first in ["Ben", "Emma", "Finn", "Jule", "Leon", "Mia", "Noah",
             "Zoë"]]  # fmt: skip
    rng.shuffle(names)
    classes = ["7a", "7b", "8a", "8b", "9a", "9b"]
    pupils = [(name, classes[index % 6], rng.uniform(0.2, 3)) for index, name in enumerate(names[:90])]
    school = [day for day in (date(2024, 8, 19) + timedelta(days=step) for step in range(165)) if day.weekday() < 5
              and not date(2024, 10, 7) <= day <= date(2024, 10, 18) and not date(2024, 12, 23) <= day <= date(2025, 1, 3)]  # fmt: skip
    rows = []
    for _ in range(520):
        name, room, _ = rng.choices(pupils, [one[2] for one in pupils])[0]
        at = rng.randrange(len(school) - 18)
        days = rng.choice([1, 1, 1, 1, 2, 2, 3, 4, 5]) if rng.random() < 0.985 else rng.randrange(6, 17)
        start, end = school[at], school[at + days - 1]
        hours = rng.choice([1, 2, 3, 4, 6]) if days == 1 and rng.random() < 0.5 else 6 * days
        noted = start + timedelta(days=rng.choice([0, 0, 0, 1, 1, 2, 4]))
        rows.append((start, [name, room, f"{start:%d.%m.%Y}", f"{end:%d.%m.%Y}", days, hours,
                             pick(rng, {"ja": 78, "nein": 13, "offen": 9}),
                             pick(rng, {"Krankheit": 60, "Arzttermin": 16, "Familiäre Gründe": 9, "Verschlafen": 7,
                                        "Sportveranstaltung": 4, "": 9}), f"{noted:%d.%m.%Y}",
                             pick(rng, {"Fr. Sommer": 30, "Hr. Adler": 26, "Fr. Yildiz": 24, "Hr. Voß": 20})]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Schüler/in", "Klasse", "Von", "Bis", "Fehltage", "Fehlstunden", "Entschuldigt", "Grund", "Erfasst am",
              "Lehrkraft"]  # fmt: skip
    save("Fehlzeiten_Schuljahr_2024-25_Halbjahr_1.csv", header, [row for _, row in rows], sep=";", encoding="cp1252",
         end="\r\n")  # fmt: skip


KINDS = {"Riesling": (84, 7200, 8.4), "Spätburgunder": (92, 6300, 6.9), "Silvaner": (80, 9100, 6.6),
         "Müller-Thurgau": (74, 10800, 6.1), "Grauburgunder": (89, 7600, 6.5)}  # fmt: skip
SLOPES = {"Rosenberg": 14, "Kirchenstück": 12, "Sonnenhang": 13, "Schlossgarten": 7, "Im Grund": 6}


def harvest():
    rng = chance("harvest")
    plots = []
    for slope, count in SLOPES.items():
        for number in range(1, count + 1):
            kind = pick(rng, {"Riesling": 40, "Spätburgunder": 18, "Silvaner": 16, "Müller-Thurgau": 14, "Grauburgunder": 12})
            plots.append((slope, f"{slope[:2].upper()}-{number:02d}", kind, round(rng.uniform(0.12, 1.4), 2)))
    rows = []
    for year, sweet, rich in ((2022, 3, 1.04), (2023, -4, 0.97), (2024, 1, 0.72)):
        for slope, plot, kind, area in plots:
            if year == 2024 and slope == "Im Grund" and rng.random() < 0.5:
                continue
            middle, yields, sour = KINDS[kind]
            day = date(year, 9, 6) + timedelta(days=round((middle - 72) * 1.2 + rng.uniform(0, 16)))
            must = round(rng.gauss(middle + sweet + (3 if slope == "Kirchenstück" else 0), 4.2))
            hand = slope in ("Kirchenstück", "Schlossgarten") or rng.random() < 0.25
            level = "Spätlese" if must >= 94 else "Kabinett" if must >= 83 else "Qualitätswein" if must >= 70 else "Landwein"
            rows.append((day, [year, f"{day:%d.%m.%Y}", slope, plot, kind, euro(area),
                               euro(area * yields * rich * rng.uniform(0.7, 1.25), 0), must,
                               "" if rng.random() < 0.05 else euro(rng.gauss(sour, 0.6), 1),
                               "Hand" if hand else "Vollernter", level,
                               pick(rng, {"": 88, "Fäulnis aussortiert": 6, "Hagelschaden": 4, "Frost im April": 3})]))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    header = ["Jahrgang", "Lesedatum", "Lage", "Parzelle", "Rebsorte", "Fläche (ha)", "Menge (kg)", "Mostgewicht (°Oe)",
              "Säure (g/l)", "Leseart", "Qualitätsstufe", "Bemerkung"]  # fmt: skip
    save("Leseliste_2022-2024.csv", header, [row for _, row in rows], sep=";", encoding="utf-8-sig")
