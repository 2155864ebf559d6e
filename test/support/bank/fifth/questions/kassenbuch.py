from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, day, mean, month, percent, quarter, read, total, values, where

IN, OUT, LEFT = "Einnahmen (€)", "Ausgaben (€)", "Kassenbestand (€)"


def questions():
    rows = read("kassenbuch.csv", (IN, OUT, LEFT), delimiter=";", german=True)
    for row in rows:
        row["day"] = day(row["Datum"], "%d.%m.%Y")
        row["month"], row["quarter"], row["year"] = month(row["day"]), quarter(row["day"]), str(row["day"].year)
    before, now = where(rows, year="2023"), where(rows, year="2024")
    bank = Bank("kassenbuch", ["kassenbuch.csv"], language="de")
    ask = bank.ask

    assert values(rows, OUT).count(max(values(rows, OUT))) == 1

    def spent(part):
        return total(part, OUT)

    def kinds(part, column):
        return by([row for row in part if row[column] is not None], "Kategorie", lambda some: total(some, column))

    ask(
        "Wie hoch waren die Einnahmen 2024 insgesamt?",
        "sum",
        "Die Summe der Einnahmen im Jahr 2024.",
        value(total(now, IN)),
    )
    costs = ask(
        "Ausgaben nach Kategorie",
        "group",
        "Die Summe der Ausgaben je Kategorie.",
        table(["Kategorie"], kinds(rows, OUT)),
        traits=["terse"],
    )
    ask(
        "nur 2024 bitte",
        "group",
        "Dasselbe für 2024.",
        table(["Kategorie"], kinds(now, OUT)),
        before=[costs],
        traits=["polite"],
    )
    fees = ask(
        "Wie viel haben wir 2023 an Mitgliedsbeiträgen eingenommen?",
        "sum",
        "Die Summe der Einnahmen der Kategorie Mitgliedsbeiträge im Jahr 2023.",
        value(total(where(before, Kategorie="Mitgliedsbeiträge"), IN)),
    )
    ask(
        "und 2024?",
        "sum",
        "Dasselbe für 2024.",
        value(total(where(now, Kategorie="Mitgliedsbeiträge"), IN)),
        before=[fees],
    )
    months = ask(
        "Zeig mir die Einnahmen pro Monat im Jahr 2024",
        "trend",
        "Die Summe der Einnahmen je Monat des Jahres 2024.",
        table(["month"], by([row for row in now if row[IN] is not None], "month", lambda part: total(part, IN))),
    )
    ask(
        "ohne die Veranstaltungen",
        "trend",
        "Dasselbe ohne die Kategorie Veranstaltungen.",
        table(
            ["month"],
            by(
                [row for row in now if row[IN] is not None and row["Kategorie"] != "Veranstaltungen"],
                "month",
                lambda part: total(part, IN),
            ),
        ),
        before=[months],
    )
    ask(
        "Was war die größte einzelne Ausgabe?",
        "extreme",
        "Die Buchung mit den höchsten Ausgaben: ihr Text, oder der Betrag.",
        either(
            winner(next((row["Buchungstext"], row[OUT]) for row in rows if row[OUT] == max(values(rows, OUT)))),
            value(max(values(rows, OUT))),
        ),
    )
    ask(
        "Wie hoch war der Kassenbestand Ende 2023?",
        "extreme",
        "Der Kassenbestand nach der letzten Buchung des Jahres 2023.",
        value(before[-1][LEFT]),
    )
    ask(
        "Bei wie vielen Buchungen fehlt die Belegnummer?",
        "missing",
        "Zeilen ohne Beleg-Nr.",
        value(sum(row["Beleg-Nr."] is None for row in rows)),
    )
    ask(
        "Überschuss (Einnahmen minus Ausgaben) pro Quartal",
        "group",
        "Die Summe der Einnahmen weniger die Summe der Ausgaben je Quartal.",
        table(["quarter"], by(rows, "quarter", lambda part: total(part, IN) - total(part, OUT))),
    )
    gifts = ask(
        "Wie hoch ist eine Spende im Durchschnitt?",
        "mean",
        "Der Mittelwert der Einnahmen der Kategorie Spenden.",
        value(mean(where(rows, Kategorie="Spenden"), IN)),
    )
    ask(
        "wieviele waren es denn?",
        "count",
        "Die Zahl der Spenden.",
        value(len(where(rows, Kategorie="Spenden"))),
        before=[gifts],
        traits=["misspelling"],
    )
    ask(
        "Welchen Anteil an den gesamten Ausgaben hat die Miete?",
        "share",
        "Die Ausgaben der Kategorie Miete als Anteil an allen Ausgaben.",
        value(percent(spent(where(rows, Kategorie="Miete")), spent(rows)), PERCENT),
    )
    ask(
        "Wie alt sind unsere Mitglieder im Schnitt?",
        "unanswerable",
        "Das Alter steht nicht darin.",
        decline("keine Spalte mit dem Alter", "alt"),
    )
    ask(
        "Was ist unsere wichtigste Kategorie?",
        "ambiguous",
        "Nach Einnahmen, nach Ausgaben oder nach der Zahl der Buchungen.",
        either(
            *{
                found: winner(found)
                for figures in (kinds(rows, IN), kinds(rows, OUT), by(rows, "Kategorie", len))
                for found in [best(figures)]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
