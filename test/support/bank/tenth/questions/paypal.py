"""Questions in German on a year of payments of PayPal."""

from expectations import Bank, decline, table, value, winner
from reading import best, by, day, mean, month, read, total, where
from readings import any_of, leaders

KIND, GOODS = "Typ", "Artikelbezeichnung"


def questions():
    rows = read("Download.CSV", ["Brutto", "Entgelt", "Netto"], german=True)
    for row in rows:
        row["day"] = day(row["Datum"], "%d.%m.%Y")
    bank = Bank("paypal", ["Download.CSV"], language="de")
    ask = bank.ask
    euro = where(rows, Währung="EUR")
    paid = [row for row in rows if row["Brutto"] > 0]

    def gross(part):
        return total(part, "Brutto")

    def fees(part):
        return total(part, "Entgelt")

    def either_sign(number):
        return any_of(value(number), value(-number))

    def months(row):
        return month(row["day"])

    charged = ask("Summe Entgelt in EUR", "sum", "Sum of the fees in EUR.", either_sign(fees(euro)), traits=["terse"])
    monthly = by(euro, months, fees)
    ask(
        "pro Monat bitte", "trend", "The same by month.",
        any_of(table(["month"], monthly), table(["month"], {key: -fee for key, fee in monthly.items()})), [charged],
        ["polite"],
    )  # fmt: skip
    ask(
        "Brutto je Artikel, nur EUR", "group", "Sum of the gross amounts in EUR by article, less what was paid back.",
        table([GOODS], by(euro, GOODS, gross)), traits=["terse", "part-of-value"],
    )  # fmt: skip
    refunds = where(rows, Typ="Rückzahlung")
    returned = ask(
        "wie viele rückzahlugen gab es?", "count", "Rows of this type.", value(len(refunds)), traits=["misspelling"],
    )  # fmt: skip
    ask(
        "Und wie hoch waren die zusammen?", "sum", "Sum of their gross amounts.", either_sign(gross(refunds)),
        [returned]
    )
    ask(
        "Aus welchem Ort kommen die meisten Zahlungen?", "best", "The place with the most rows.",
        winner(best(by(rows, "Ort", len))),
    )  # fmt: skip
    coming = [row for row in euro if row["Brutto"] > 0]
    ask(
        "Wie hoch ist ein Zahlungseingang in Euro im Schnitt?", "average",
        "Mean of the gross amounts above zero in EUR; those still pending count or not.",
        any_of(value(mean(coming, "Brutto")), value(mean(where(coming, Status="Abgeschlossen"), "Brutto"))),
        traits=["synonym"],
    )  # fmt: skip

    def sent(name):
        return either_sign(gross([row for row in rows if name in (row["Name"] or "")]))

    parcels = ask(
        "Wieviel haben wir insgesamt an DHL gezahlt", "sum", "Sum of the gross amounts to DHL.", sent("DHL"),
        traits=["part-of-value"],
    )  # fmt: skip
    ask("und an Hetzner?", "sum", "The same for another name.", sent("Hetzner"), [parcels], ["part-of-value", "terse"])
    ask(
        "Wie viele Zahlungen kamen aus der Schweiz?", "condition", "Rows of this country.",
        value(len(where(rows, Land="Schweiz"))),
    )  # fmt: skip
    ask("Anzahl Buchungen nach Typ", "group", "Rows by type.", table([KIND], by(rows, KIND, len)), traits=["terse"])
    ask(
        "Wie viele Zahlungen über 100 Euro sind im Mai eingegangen?", "period",
        "Rows of May in EUR with a gross amount above 100.",
        value(sum(row["Brutto"] > 100 and row["day"].month == 5 for row in euro)),
    )  # fmt: skip
    numbers = ask(
        "Bei wie vielen Buchungen fehlt die Rechnungsnummer?", "missing", "Rows without a number of an invoice.",
        value(sum(row["Rechnungsnummer"] is None for row in rows)),
    )  # fmt: skip
    ask(
        "und bei wie vielen der Name", "missing", "Rows without a name.",
        value(sum(row["Name"] is None for row in rows)), [numbers], ["terse"],
    )  # fmt: skip
    bought = [row for row in paid if row["Name"]]
    ask(
        "Wer ist unser bester Kunde?", "opinion", "The name with the most payments or the highest sum.",
        any_of(*leaders(by(bought, "Name", gross)), *leaders(by(bought, "Name", len)),
               *leaders(by([row for row in coming if row["Name"]], "Name", gross)),
               *leaders(by([row for row in rows if row["Name"]], "Name", gross)),
               *leaders(by([row for row in bought if row["Status"] == "Abgeschlossen"], "Name", gross))),
        ambiguous=True,
    )  # fmt: skip
    ask(
        "Wie viele Besucher hatte der Shop im März?", "other topic", "Visitors are not in the file.",
        decline("The file has payments, no visits.", "Besucher"),
    )  # fmt: skip
    return bank
