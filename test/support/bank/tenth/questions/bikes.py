"""Questions in German on bicycles that were stolen in Berlin. The file is in Latin-1."""

import csv
from datetime import date

import reading
from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, day, growth, mean, median, month, percent, total, where
from readings import any_of, leaders

KIND, DAMAGE, LOR = "ART_DES_FAHRRADS", "SCHADENSHOEHE", "LOR"


def load():
    text = (reading.FILES / "Fahrraddiebstahl.csv").read_text(encoding="latin-1")
    rows = list(csv.DictReader(text.splitlines()))
    for row in rows:
        row[DAMAGE] = float(row[DAMAGE])
        row["begun"], row["filed"] = (day(row[name], "%d.%m.%Y") for name in ("TATZEIT_ANFANG_DATUM", "ANGELEGT_AM"))
    return rows


def questions():
    rows = load()
    bank = Bank("bikes", ["Fahrraddiebstahl.csv"], language="de")
    ask = bank.ask

    def damage(part):
        return total(part, DAMAGE)

    def both(compute):
        """By the day of the deed or by the day on which it was filed."""
        return any_of(*[compute(name) for name in ("begun", "filed")])

    def in_year(name, year):
        return [row for row in rows if row[name].year == year]

    cases = ask("Wie viele Fälle sind das insgesamt?", "count", "Rows.", value(len(rows)))
    ask(
        "wie viele davon waren nur ein Versuch?", "condition", "Rows with Ja in VERSUCH.",
        value(len(where(rows, VERSUCH="Ja"))), [cases],
    )  # fmt: skip
    ask("Schadenshöhe gesamt", "sum", "Sum of the damage.", value(damage(rows)), traits=["terse"])
    ask(
        "durchschnitlicher Schaden je Art des Fahrrads", "group", "Mean damage by kind.",
        table([KIND], by(rows, KIND, lambda part: mean(part, DAMAGE))), traits=["misspelling", "part-of-value"],
    )  # fmt: skip
    kinds = ask(
        "Welche Fahrräder werden am häufigsten geklaut?", "best", "The kind with the most rows.",
        winner(best(by(rows, KIND, len))), traits=["synonym"],
    )  # fmt: skip
    ask(
        "Und am seltensten?", "best", "The kind with the fewest rows.", winner(best(by(rows, KIND, len), lowest=True)),
        [kinds], ["terse"],
    )  # fmt: skip
    ask(
        "Diebstähle pro Monat", "trend", "Rows by month, of the deed or of filing.",
        both(lambda name: table(["month"], by(rows, lambda row: month(row[name]), len))), traits=["terse", "synonym"],
    )  # fmt: skip
    ask(
        "Wieviel Prozent der Fälle sind Keller- und Bodeneinbrüche?", "share", "Rows of this offence of all rows.",
        value(percent(len(where(rows, DELIKT="Keller- und Bodeneinbruch")), len(rows)), PERCENT),
    )  # fmt: skip
    ask(
        "wie viele lastenräder mit mehr als 3000 euro schaden", "condition", "Cargo bikes with a damage above this.",
        value(sum(row[DAMAGE] > 3000 for row in where(rows, **{KIND: "Lastenfahrrad"}))), traits=["synonym"],
    )  # fmt: skip

    def middle(kind):
        return value(median(where(rows, **{KIND: kind}), DAMAGE))

    racers = ask("Median des Schadens bei Rennrädern", "median", "Median damage of this kind.", middle("Rennrad"))
    ask("und bei Mountainbikes?", "median", "The same for another kind.", middle("Mountainbike"), [racers], ["terse"])
    ask(
        "Wie hoch war der Schaden zwischen dem 1. Juni und dem 31. August 2024?", "period",
        "Sum of the damage of these days, of the deed or of filing.",
        both(lambda name: value(damage(
            [row for row in rows if date(2024, 6, 1) <= row[name] <= date(2024, 8, 31)]
        ))),
    )  # fmt: skip
    more = ask(
        "Um wie viel Prozent hat sich die Zahl der Fälle 2024 gegenüber 2023 verändert?", "growth",
        "Change of the number of rows by year.",
        both(lambda name: value(growth(len(in_year(name, 2023)), len(in_year(name, 2024))), PERCENT)),
    )  # fmt: skip
    ask(
        "und der Schaden?", "growth", "Change of the summed damage by year.",
        both(lambda name: value(growth(damage(in_year(name, 2023)), damage(in_year(name, 2024))), PERCENT)), [more],
        ["terse"],
    )  # fmt: skip

    def district(row):
        return row[LOR][:2]

    ask(
        "Wo in Berlin wird am meisten gestohlen?", "opinion", "The area or district with the most rows or damage.",
        any_of(*[one for place in (LOR, district) for figure in (len, damage) for one in leaders(by(rows, place,
        figure))]),
        ambiguous=True,
    )  # fmt: skip
    ask(
        "Wie viele Täter wurden gefasst?", "other topic", "Offenders are not in the file.",
        decline("The file has cases, no offenders.", "Täter"),
    )  # fmt: skip
    return bank
