from expectations import PERCENT, Bank, decline, either, table, value
from reading import best, by, correlation, day, growth, mean, month, percent, quarter, read, total, where
from readings import any_of

SOURCES = [
    "Biomasse",
    "Wasserkraft",
    "Wind Offshore",
    "Wind Onshore",
    "Photovoltaik",
    "Sonstige Erneuerbare",
    "Kernenergie",
    "Braunkohle",
    "Steinkohle",
    "Erdgas",
    "Pumpspeicher",
    "Sonstige Konventionelle",
]
MONTHS = "January February March April May June July August September October November December".split()


def questions():
    name = "Realisierte_Erzeugung_201901010000_202501010000_Monat.csv"
    ending = " [MWh] Berechnete Auflösungen"
    rows = read(name, numbers=[source + ending for source in SOURCES], missing=("", "-"), delimiter=";", german=True)
    for row in rows:
        row["start"] = day(row["Datum von"], "%d.%m.%Y")
        row["year"] = row["start"].year
        for source in SOURCES:
            row[source] = row[source + ending]
    bank = Bank("erzeugung", [name], language="de")
    ask = bank.ask

    def of(year, *sources):
        return sum(total(where(rows, year=year), source) for source in sources)

    solar = ask(
        "Wie viel Strom kam 2023 aus Photovoltaik?",
        "sum",
        "Sum of Photovoltaik in 2023, in MWh.",
        value(of(2023, "Photovoltaik")),
    )
    ask(
        "und im Jahr davor?",
        "sum",
        "Sum of Photovoltaik in 2022.",
        value(of(2022, "Photovoltaik")),
        before=[solar],
        traits=["terse"],
    )
    onshore = ask(
        "Wind Onshore pro Jahr",
        "trend",
        "Sum of Wind Onshore by year.",
        table(["Datum von"], by(rows, "year", lambda part: total(part, "Wind Onshore"))),
        traits=["terse"],
    )
    offshore = ask(
        "jetzt bitte dasselbe für Offshore",
        "trend",
        "Sum of Wind Offshore by year.",
        table(["Datum von"], by(rows, "year", lambda part: total(part, "Wind Offshore"))),
        before=[onshore],
        traits=["polite"],
    )
    ask(
        "und 2024 nach Quartalen?",
        "trend",
        "Sum of Wind Offshore in 2024 by quarter.",
        table(
            ["Datum von"],
            by(where(rows, year=2024), lambda row: quarter(row["start"]), lambda part: total(part, "Wind Offshore")),
        ),
        before=[onshore, offshore],
        traits=["terse"],
    )
    ask(
        "Wie viel Braunkohlestrom wurde im Schnitt pro Monat erzeugt?",
        "average",
        "Mean of Braunkohle, a row being a month.",
        value(mean(rows, "Braunkohle")),
        traits=["synonym"],
    )
    peak, _ = best({month(row["start"]): row["Photovoltaik"] for row in rows})
    season, _ = best(by(rows, lambda row: MONTHS[row["start"].month - 1], lambda part: total(part, "Photovoltaik")))
    ask(
        "in welchem Monat gab es am meisten Solarstrom?",
        "best",
        "The month with the highest Photovoltaik; or the month of the year, over all years.",
        any_of(value(peak), value(season)),
        traits=["synonym"],
    )
    ask(
        "Summe aus Wind Onshore und Wind Offshore im Jahr 2022",
        "sum",
        "Sum of both columns in 2022.",
        value(of(2022, "Wind Onshore", "Wind Offshore")),
    )
    ask(
        "Welchen Anteil hatte Erdgas 2021 an der gesamten Erzeugung?",
        "share",
        "Sum of Erdgas in 2021 of that of all twelve sources; or without the pumped storage.",
        either(
            value(percent(of(2021, "Erdgas"), of(2021, *SOURCES)), PERCENT),
            value(percent(of(2021, "Erdgas"), of(2021, *(one for one in SOURCES if one != "Pumpspeicher"))), PERCENT),
        ),
    )
    lignite = ask(
        "Um wie viel Prozent ist die Braunkohle von 2019 bis 2024 zurückgegangen?",
        "growth",
        "Change of the sum of Braunkohle from 2019 to 2024.",
        any_of(
            value(growth(of(2019, "Braunkohle"), of(2024, "Braunkohle")), PERCENT),
            value(-growth(of(2019, "Braunkohle"), of(2024, "Braunkohle")), PERCENT),
        ),
    )
    ask(
        "Und die Steinkohle?",
        "growth",
        "Change of the sum of Steinkohle from 2019 to 2024.",
        any_of(
            value(growth(of(2019, "Steinkohle"), of(2024, "Steinkohle")), PERCENT),
            value(-growth(of(2019, "Steinkohle"), of(2024, "Steinkohle")), PERCENT),
        ),
        before=[lignite],
        traits=["terse"],
    )
    gaps = [row for row in rows if row["Kernenergie"] is None]
    ask(
        "Für wie viele Monate fehlt der Wert bei Kernenergie?",
        "missing",
        "Rows with - for Kernenergie.",
        value(len(gaps)),
    )
    ask(
        "Gibt es einen Zusammenhang zwischen Wind Onshore und Erdgas?",
        "correlation",
        "Pearson's r of Wind Onshore and Erdgas.",
        value(correlation(rows, "Wind Onshore", "Erdgas")),
    )
    ask(
        "In wie vielen Monaten lag die Photovoltaik über 6.000.000 MWh?",
        "condition",
        "Rows with Photovoltaik above 6000000.",
        value(len([row for row in rows if row["Photovoltaik"] > 6000000])),
    )
    ask(
        "Wie viel Strom kommt aus Wind?",
        "ambiguous",
        "Both columns together or one of them: in all, in the last year, or on average a month.",
        any_of(
            *(
                value(compute)
                for sources in (("Wind Onshore", "Wind Offshore"), ("Wind Onshore",), ("Wind Offshore",))
                for compute in (
                    sum(total(rows, source) for source in sources),
                    of(2024, *sources),
                    sum(mean(rows, source) for source in sources),
                )
            ),
            table(
                ["Datum von"], by(rows, "year", lambda part: total(part, "Wind Onshore") + total(part, "Wind Offshore"))
            ),
        ),
        ambiguous=True,
    )
    ask(
        "Wie hoch war der Strompreis im August 2022?",
        "unanswerable",
        "There is nothing about prices.",
        decline("no column of the price", "Strompreis"),
    )
    return bank
