"""Umsätze eines Girokontos: Ausgaben sind negativ."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, day, growth, mean, median, month, read, top, total
from readings import any_of

FILE = "umsaetze_2023-2024.csv"
WHO = "Auftraggeber/Empfänger"


def signed(number):
    """An expense with its sign or without."""
    return any_of(value(-number), value(number))


def signed_table(keys, figures):
    return any_of(table(keys, {key: -figure for key, figure in figures.items()}), table(keys, figures))


def questions():
    bank = Bank("umsaetze", [FILE], language="de")
    rows = read(FILE, numbers=["Betrag"], delimiter=";", german=True)
    for row in rows:
        row["date"] = day(row["Buchungstag"], "%d.%m.%Y")
        row["spent"] = -row["Betrag"]
    spent = [row for row in rows if row["Betrag"] < 0]

    def outgoing(part):
        return total(part, "spent")

    def of(year, some=spent):
        return [row for row in some if row["date"].year == year]

    def at(*names):
        return [row for row in rows if any(name in row[WHO].lower() for name in names)]

    asked = bank.ask(
        "Wie viel habe ich 2024 insgesamt ausgegeben?",
        "sum",
        "Summe der negativen Beträge des Jahres 2024, mit Vorzeichen oder ohne.",
        signed(outgoing(of(2024))),
    )
    bank.ask(
        "Und 2023?",
        "sum",
        "Summe der negativen Beträge des Jahres 2023.",
        signed(outgoing(of(2023))),
        before=[asked],
        traits=["terse"],
    )
    months = by(of(2024), lambda row: month(row["date"]), outgoing)
    asked = bank.ask(
        "Ausgaben pro Monat 2024",
        "trend",
        "Summe der negativen Beträge je Monat des Buchungstags.",
        signed_table(["month"], months),
        traits=["terse"],
    )
    highest = best(months)
    bank.ask(
        "In welchem Monat waren sie am höchsten?",
        "best",
        "Der Monat des Jahres 2024 mit den höchsten Ausgaben.",
        any_of(winner(highest), winner((highest[0], -highest[1]))),
        before=[asked],
    )
    rents = [row for row in rows if row["Verwendungszweck"] and "Miete" in row["Verwendungszweck"]]
    bank.ask(
        "Wie hoch war die Miete im Durchschnitt?",
        "average",
        "Mittlerer Betrag der Buchungen mit Miete im Verwendungszweck.",
        signed(mean(rents, "spent")),
        traits=["part-of-value"],
    )
    asked = bank.ask(
        "Zeig mir die 5 Empfänger, an die am meisten Geld ging",
        "top",
        "Die fünf Empfänger mit den höchsten Ausgaben.",
        ranking(top(by(spent, WHO, outgoing), 5), WHO),
        traits=["synonym"],
    )
    without = [row for row in spent if row not in rents]
    bank.ask(
        "ohne die Miete bitte",
        "negation",
        "Die fünf Empfänger mit den höchsten Ausgaben, die Buchungen der Miete ausgenommen.",
        ranking(top(by(without, WHO, outgoing), 5), WHO),
        before=[asked],
        traits=["polite", "part-of-value"],
    )
    asked = bank.ask(
        "Was habe ich bei Rewe gelassen?",
        "sum",
        "Summe der Beträge an den REWE Markt.",
        signed(outgoing(at("rewe"))),
        traits=["synonym", "part-of-value"],
    )
    bank.ask(
        "davon 2024?",
        "period",
        "Summe der Beträge an den REWE Markt im Jahr 2024.",
        signed(outgoing(of(2024, at("rewe")))),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "Wie oft war ich bei Aldi oder Lidl einkaufen?",
        "count",
        "Buchungen an ALDI und an LIDL.",
        value(len(at("aldi", "lidl"))),
        traits=["part-of-value"],
    )
    pay = [row for row in rows if row["Buchungstext"] == "Gehalt/Rente"]
    before, after = (total(of(year, pay), "Betrag") for year in (2023, 2024))
    bank.ask(
        "Gehalt 2024 im Vergleich zu 2023",
        "growth",
        "Summe der Beträge des Gehalts beider Jahre: Änderung in Prozent, Unterschied, oder beide nebeneinander.",
        any_of(
            value(growth(before, after), PERCENT),
            value(after - before),
            table(["year"], {2023: before, 2024: after}),
        ),
        traits=["part-of-value"],
    )
    bank.ask(
        "wie viele Buchungen haben keinen Verwendungszweck",
        "missing",
        "Zeilen ohne Verwendungszweck.",
        value(sum(row["Verwendungszweck"] is None for row in rows)),
    )
    bank.ask(
        "Was kostet mich ein Einkauf bei Edeka im Mittel?",
        "average",
        "Mittlerer Betrag der Buchungen an EDEKA.",
        signed(mean(at("edeka"), "spent")),
        traits=["synonym", "part-of-value"],
    )
    bank.ask(
        "Anzahl Buchungen je Buchungstext",
        "group",
        "Zeilen je Buchungstext.",
        table(["Buchungstext"], by(rows, "Buchungstext", len)),
    )
    bank.ask(
        "Wie hoch war mein Kontostand Ende 2024?",
        "other topic",
        "Es gibt Umsätze, aber keinen Kontostand.",
        decline("the file has no balance, neither at the beginning nor at the end", "Kontostand"),
    )
    nets = by(rows, lambda row: month(row["date"]), lambda part: total(part, "Betrag"))
    bank.ask(
        "Wie viel bleibt mir im Monat übrig?",
        "opinion",
        "Summe aller Beträge je Monat, oder deren Mittel oder Median.",
        any_of(
            table(["month"], nets),
            value(sum(nets.values()) / len(nets)),
            value(median([{"net": net} for net in nets.values()], "net")),
        ),
        ambiguous=True,
    )
    return bank
