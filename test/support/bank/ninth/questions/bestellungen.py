"""Positions of purchase orders, as SAP's ME2N lists them. Asked in German."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, day, growth, median, percent, quarter, read, top, total, where
from readings import any_of, leaders

FILE = "ME2N_Bestellungen_2023_2024.csv"
NUMBERS = ("Bestellmenge", "Nettopreis", "Nettobestellwert", "Noch zu liefern (Menge)", "Noch zu liefern (Wert)")
WORTH, OPEN, VENDOR = "Nettobestellwert", "Noch zu liefern (Wert)", "Lieferant/Lieferwerk"


def questions():
    rows = read(FILE, NUMBERS, delimiter=";", german=True)
    for row in rows:
        row["ordered"], row["due"] = day(row["Belegdatum"], "%d.%m.%Y"), day(row["Lieferdatum"], "%d.%m.%Y")
    years = {year: [row for row in rows if row["ordered"].year == year] for year in (2023, 2024)}
    bank = Bank("bestellungen", [FILE], "de")

    def worth(part):
        return total(part, WORTH)

    def orders(part):
        return len({row["Einkaufsbeleg"] for row in part})

    volume = bank.ask(
        "Wie hoch war unser Bestellvolumen 2024?",
        "sum",
        "Summe des Nettobestellwerts, Belegdatum in 2024",
        value(worth(years[2024])),
        traits=["synonym"],
    )
    bank.ask(
        "um wie viel Prozent mehr oder weniger als im Vorjahr?",
        "growth",
        "2024 gegen 2023",
        value(growth(worth(years[2023]), worth(years[2024])), PERCENT),
        before=[volume],
    )
    bank.ask("Wie viele Bestellungen gab es insgesamt?", "distinct", "verschiedene Einkaufsbelege", value(orders(rows)))
    vendors = bank.ask(
        "Bestelwert je Lieferant",
        "group",
        "Summe des Nettobestellwerts je Lieferant",
        table([VENDOR], by(rows, VENDOR, worth)),
        traits=["terse", "misspelling"],
    )
    bank.ask(
        "und nur für die Warengruppe Elektro",
        "group",
        "dasselbe, Warengruppe Elektro",
        table([VENDOR], by(where(rows, Warengruppe="Elektro"), VENDOR, worth)),
        before=[vendors],
    )
    bank.ask(
        "Zeig mir bitte die Top 3 Materialien nach Bestellwert.",
        "top",
        "Kurztext nach Summe des Nettobestellwerts, oder Material",
        any_of(
            ranking(top(by(rows, "Kurztext", worth), 3), "Kurztext"),
            ranking(top(by(rows, "Material", worth), 3), "Material"),
        ),
        traits=["polite"],
    )
    pending = [row for row in rows if row["Noch zu liefern (Menge)"] > 0]
    bank.ask(
        "Wie viele Positionen sind noch nicht vollständig geliefert?",
        "condition",
        "noch zu liefernde Menge über 0, oder ohne Endlieferung",
        any_of(value(len(pending)), value(sum(row["Endlieferung"] is None for row in rows))),
    )
    still = bank.ask(
        "Welcher Lieferant hat den höchsten offenen Lieferwert?",
        "best",
        "Summe des noch zu liefernden Werts je Lieferant",
        winner(best(by(rows, VENDOR, lambda part: total(part, OPEN)))),
    )
    bank.ask(
        "wie viel ist das in Prozent vom gesamten offenen Wert?",
        "share",
        "Anteil dieses Lieferanten am noch zu liefernden Wert",
        value(percent(best(by(rows, VENDOR, lambda part: total(part, OPEN)))[1], total(rows, OPEN)), PERCENT),
        before=[still],
    )
    quarters = bank.ask(
        "Entwicklung der Bestellwerte pro Quartal",
        "trend",
        "Summe des Nettobestellwerts je Quartal des Belegdatums",
        table(["quarter"], by(rows, lambda row: quarter(row["ordered"]), worth)),
    )
    bank.ask(
        "bitte nach Werk aufgeteilt",
        "two-groups",
        "dasselbe je Quartal und Werk",
        table(["quarter", "Werk"], by(rows, (lambda row: quarter(row["ordered"]), "Werk"), worth)),
        before=[quarters],
        traits=["polite"],
    )
    bank.ask(
        "Welche Bestellungen liegen über 3.000 Euro?",
        "condition",
        "Einkaufsbelege, deren Positionen zusammen über 3000 wert sind, oder mit einer solchen Position",
        any_of(
            listing(
                [key for key, figure in by(rows, "Einkaufsbeleg", worth).items() if figure > 3000], "Einkaufsbeleg"
            ),
            listing(sorted({row["Einkaufsbeleg"] for row in rows if row[WORTH] > 3000}), "Einkaufsbeleg"),
        ),
    )
    bank.ask(
        "Median vom Nettobestellwert ohne Dienstleistungen",
        "median",
        "Positionen, deren Warengruppe nicht Dienstleistung ist",
        value(median([row for row in rows if row["Warengruppe"] != "Dienstleistung"], WORTH)),
        traits=["terse"],
    )
    waits = [(row["due"] - row["ordered"]).days for row in rows]
    bank.ask(
        "Wieviele Tage liegen im Schnitt zwischen Bestellung und Liefertermin?",
        "difference",
        "Lieferdatum minus Belegdatum, Mittel über die Positionen",
        value(sum(waits) / len(waits)),
        traits=["synonym"],
    )
    bank.ask(
        "Wie viel Skonto haben wir gezogen?",
        "other topic",
        "die Liste kennt kein Skonto",
        decline("die Datei hat kein Skonto und keine Zahlungen", "Skonto"),
        traits=["missing-word"],
    )
    bank.ask(
        "Wer ist unser wichtigster Lieferant?",
        "best",
        "nach Bestellwert, Bestellungen, Positionen oder Menge",
        any_of(*(entry for measure in (worth, orders, len) for entry in leaders(by(rows, VENDOR, measure)))),
        ambiguous=True,
    )
    return bank
