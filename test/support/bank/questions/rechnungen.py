"""German invoices: semicolons, decimal commas, dates such as 31.12.2024; asked in German."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import (
    best,
    by,
    day,
    growth,
    mean,
    median,
    month,
    percent,
    quarter,
    read,
    running,
    top,
    total,
    where,
)

FORM = "%d.%m.%Y"


def netto(part):
    return total(part, "Nettobetrag")


def brutto(part):
    return total(part, "Bruttobetrag")


def questions():
    rows = read(
        "rechnungen.csv", numbers=["Menge", "Einzelpreis", "Nettobetrag", "Bruttobetrag"], delimiter=";", german=True
    )
    for row in rows:
        row["day"], row["due"], row["paid"] = (
            day(row["Rechnungsdatum"], FORM),
            day(row["Fällig am"], FORM),
            day(row["Bezahlt am"], FORM),
        )
        row["year"], row["month"], row["quarter"] = row["day"].year, month(row["day"]), quarter(row["day"])
    bank = Bank("rechnungen", ["rechnungen.csv"], language="de")
    figures(bank, rows)
    dates(bank, rows)
    return bank


def figures(bank, rows):
    bank.ask("Wie viele Rechnungen gibt es?", "count", "One row is one invoice.", value(len(rows)))
    bank.ask("Summe der Nettobeträge", "sum", "Sum of Nettobetrag over all rows.", value(netto(rows)))
    ort = bank.ask(
        "Bruttobetrag nach Ort", "group", "Sum of Bruttobetrag by Ort.", table(["Ort"], by(rows, "Ort", brutto))
    )
    bank.ask(
        "und nur 2024?",
        "group",
        "The same for invoices dated 2024.",
        table(["Ort"], by(where(rows, year=2024), "Ort", brutto)),
        before=[ort],
    )
    bank.ask(
        "Top 5 Kunden nach Nettobetrag",
        "top",
        "Kunden by the sum of Nettobetrag.",
        ranking(top(by(rows, "Kunde", netto), 5), "Kunde"),
    )
    bank.ask(
        "Welche Leistung bringt im Durchschnitt den höchsten Nettobetrag pro Rechnung?",
        "best",
        "The Leistung with the highest mean of Nettobetrag.",
        winner(best(by(rows, "Leistung", lambda part: mean(part, "Nettobetrag")))),
    )
    bank.ask(
        "Kannst du mir bitte sagen, wie viele Rechnungen noch offen sind?",
        "count",
        "Status offen.",
        value(len(where(rows, Status="offen"))),
        traits=["polite"],
    )
    bank.ask(
        "Anteil der stornierten Rechnungen",
        "share",
        "Status storniert over all rows.",
        value(percent(len(where(rows, Status="storniert")), len(rows)), PERCENT),
    )
    bank.ask(
        "Wie hoch ist die offene Summe brutto je Kunde?",
        "group",
        "Sum of Bruttobetrag with Status offen by Kunde.",
        table(["Kunde"], by(where(rows, Status="offen"), "Kunde", brutto)),
    )
    bank.ask(
        "Rechnungen über 2.000 Euro brutto, Rechnungsnummern bitte",
        "list",
        "Bruttobetrag above 2000; the dot parts thousands.",
        listing([row["Rechnungsnummer"] for row in rows if row["Bruttobetrag"] > 2000], "Rechnungsnummer"),
        traits=["polite"],
    )
    bank.ask(
        "Nettobetrag nach Leistung und Jahr",
        "two-groups",
        "Sum of Nettobetrag by Leistung and year of Rechnungsdatum.",
        table(["Leistung", "year"], by(rows, ("Leistung", "year"), netto)),
    )
    bank.ask(
        "Wie viel Mehrwertsteuer steckt insgesamt in den Rechnungen?",
        "difference",
        "Sum of Bruttobetrag minus sum of Nettobetrag.",
        value(brutto(rows) - netto(rows)),
    )
    bank.ask(
        "Nettosumme ohne Köln und Berlin",
        "negation",
        "Sum of Nettobetrag where Ort is neither.",
        value(netto([row for row in rows if row["Ort"] not in ("Köln", "Berlin")])),
    )
    bank.ask(
        "Wie viele Rechnungen gingen an PLZ 01067?",
        "count",
        "PLZ is the text 01067.",
        value(len(where(rows, PLZ="01067"))),
    )
    bank.ask(
        "Median vom Nettobetrag der Schulungen",
        "median",
        "Median of Nettobetrag where Leistung is Schulung.",
        value(median(where(rows, Leistung="Schulung"), "Nettobetrag")),
    )
    bank.ask(
        "Brutobetrag Muenchen",
        "sum",
        "Sum of Bruttobetrag where Ort is München; a slip, and ue for ü.",
        value(brutto(where(rows, Ort="München"))),
        traits=["misspelling", "terse"],
    )
    bank.ask("Anzahl Rechnungen je Status", "group", "Rows by Status.", table(["Status"], by(rows, "Status", len)))
    bank.ask(
        "Welche Rechnung ist die höchste?",
        "best",
        "The Rechnungsnummer with the highest amount, net as gross.",
        value(best({row["Rechnungsnummer"]: row["Bruttobetrag"] for row in rows})[0]),
    )
    bank.ask(
        "Durchschnittliche Menge pro Leistung",
        "group",
        "Mean of Menge by Leistung.",
        table(["Leistung"], by(rows, "Leistung", lambda part: mean(part, "Menge"))),
    )
    bank.ask(
        "Nettobetrag der Kunden Süßkind und Weber zusammen",
        "sum",
        "Sum of Nettobetrag of Café Süßkind and Autohaus Weber.",
        value(netto([row for row in rows if row["Kunde"] in ("Café Süßkind", "Autohaus Weber")])),
        traits=["part-of-value"],
    )
    bank.ask(
        "Wie viele Rechnungen haben 7 % Mehrwertsteuer?",
        "count",
        "MwSt-Satz 7 %.",
        value(len(where(rows, **{"MwSt-Satz": "7 %"}))),
        traits=["synonym"],
    )
    valid = [row for row in rows if row["Status"] != "storniert"]
    bank.ask(
        "Wie hoch war der Umsatz 2024?",
        "sum",
        "Net or gross, with or without the cancelled invoices.",
        either(*[value(measure(where(part, year=2024))) for measure in (netto, brutto) for part in (rows, valid)]),
        ambiguous=True,
    )


def dates(bank, rows):
    bank.ask(
        "Umsatz netto pro Quartal 2024",
        "trend",
        "Sum of Nettobetrag by quarter of Rechnungsdatum in 2024.",
        table(["quarter"], by(where(rows, year=2024), "quarter", netto)),
        traits=["synonym"],
    )
    late = [row for row in rows if row["paid"] and row["paid"] > row["due"]]
    bank.ask(
        "Wie viele Rechnungen wurden nach der Fälligkeit bezahlt?",
        "condition",
        "Bezahlt am later than Fällig am.",
        value(len(late)),
    )
    bank.ask(
        "Durchschnittliche Zahlungsdauer in Tagen (Rechnungsdatum bis Bezahlt am)",
        "difference",
        "Mean of Bezahlt am minus Rechnungsdatum over paid invoices.",
        value(mean([row for row in rows if row["paid"]], lambda row: (row["paid"] - row["day"]).days)),
    )
    bank.ask(
        "Wie viele Rechnungen wurden zwischen dem 01.03.2024 und dem 30.06.2024 gestellt?",
        "period",
        "Rechnungsdatum from 1 March to 30 June 2024, both included.",
        value(len([row for row in rows if day("2024-03-01") <= row["day"] <= day("2024-06-30")])),
    )
    bank.ask(
        "Nettobetrag pro Monat 2023 als Liniendiagramm",
        "trend",
        "Sum of Nettobetrag by month of 2023.",
        table(["month"], by(where(rows, year=2023), "month", netto)),
    )
    years = by(rows, "year", netto)
    bank.ask(
        "Um wie viel Prozent ist der Nettobetrag von 2023 auf 2024 gestiegen oder gefallen?",
        "growth",
        "Change of the yearly sum of Nettobetrag: with its sign, or as a fall.",
        either(*(value(sign * growth(years[2023], years[2024]), PERCENT) for sign in (1, -1))),
    )
    newer = bank.ask(
        "Wie viele Rechnungen wurden 2024 gestellt?",
        "period",
        "Rechnungsdatum in 2024.",
        value(len(where(rows, year=2024))),
    )
    bank.ask(
        "und im Jahr davor?", "period", "Rechnungsdatum in 2023.", value(len(where(rows, year=2023))), before=[newer]
    )
    bank.ask(
        "Kumulierter Nettobetrag 2024 nach Monat",
        "running-total",
        "The monthly sums of Nettobetrag in 2024 added up.",
        table(["month"], running(by(where(rows, year=2024), "month", netto))),
    )
    bank.ask(
        "In welchem Monat 2023 wurde am meisten brutto abgerechnet?",
        "best",
        "The month of 2023 with the highest sum of Bruttobetrag; the highest of all is in 2024.",
        winner(best(by(where(rows, year=2023), "month", brutto))),
    )
    bank.ask(
        "Warum zahlt Nordlicht so spät?", "cause", "A cause.", decline("The file has dates of payment, but no causes.")
    )
    bank.ask(
        "Rechnungen nach Vertriebsmitarbeiter",
        "group",
        "No seller in the file.",
        decline("The file names no sellers.", "Vertriebsmitarbeiter"),
        traits=["missing-word"],
    )
