"""Questions on stock at the end of each month, in German: one row an article, one column a month."""

from statistics import fmean

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from identifiers import also_by
from reading import best, by, growth, mean, percent, read, top, total, where
from readings import any_of, leaders

FILE, NAME, GROUP, PLACE, MAKER = (
    "Lagerbestand_Monatsende_2024.csv",
    "Bezeichnung",
    "Warengruppe",
    "Lagerort",
    "Lieferant",
)
PRICE, LEAST = "EK-Preis", "Mindestbestand"
MONTHS = [
    f"{name} 2024" for name in ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
]
JANUARY, JUNE, LAST = MONTHS[0], MONTHS[5], MONTHS[-1]


def questions():
    rows = read(FILE, [PRICE, LEAST, *MONTHS], delimiter=";", german=True)
    for row in rows:
        row["worth"] = None if row[LAST] is None else row[LAST] * row[PRICE]
    bank = Bank("stock-by-month", [FILE], "de")
    ask = bank.ask

    def worth(part):
        return total(part, "worth")

    def at(name):
        return lambda part: total(part, name)

    sums = {name: total(rows, name) for name in MONTHS}
    dates = {f"2024-{place:02d}": figure for place, figure in enumerate(sums.values(), 1)}
    ask("Wie hoch ist der Gesamtbestand Ende Dezember?", "sum", "Summe des letzten Monats.", value(sums[LAST]))
    stored = ask("Lagerwert Ende Dezember zu EK-Preisen", "product", "Summe von Bestand mal Preis.", value(worth(rows)))
    ask(
        "nach Warengruppe",
        "product by group",
        "Dasselbe nach Warengruppe.",
        table([GROUP], by(rows, GROUP, worth)),
        [stored],
        ["terse"],
    )
    low = [row for row in rows if row[LAST] is not None and row[LAST] < row[LEAST]]
    under = ask(
        "Wie viele Artikel liegen im Dezember unter dem Mindestbestand?",
        "two columns",
        "Bestand unter dem Mindestbestand.",
        value(len(low)),
    )
    ask("Und wie viele sind das je Lagerort?", "count by group", "Dieselben nach Lagerort.",
        table([PLACE], by(low, PLACE, len)), [under])  # fmt: skip
    june = ask(
        "Bestand je Lagerort im Juni", "group", "Summe dieses Monats.", table([PLACE], by(rows, PLACE, at(JUNE)))
    )
    ask(
        "Und im Dezember?",
        "group",
        "Dasselbe für einen anderen Monat.",
        table([PLACE], by(rows, PLACE, at(LAST))),
        [june],
    )
    ask("Wie hat sich der Gesamtbestand über das Jahr entwickelt?", "trend", "Summe jedes Monats.",
        any_of(table(["month"], dates), table(["month"], sums)))  # fmt: skip
    ask("Top 5 Artikel nach Bestand im Dezember", "top rows", "Die fünf Zeilen mit dem höchsten Bestand.",
        ranking(top({row[NAME]: row[LAST] for row in rows if row[LAST] is not None}, 5), NAME))  # fmt: skip
    ask(
        "Wie viele Artikel liefert uns die Nordtech AG?",
        "count",
        "Zeilen dieses Lieferanten.",
        value(len(where(rows, **{MAKER: "Nordtech AG"}))),
    )
    ask("durchschnittlicher EK-Preis pro Warengruppe", "average by group", "Mittel der Preise.",
        table([GROUP], by(rows, GROUP, lambda part: mean(part, PRICE))))  # fmt: skip
    ask("Welcher Artikel ist im Einkauf am teuersten?", "extreme row", "Die Zeile mit dem höchsten Preis.",
        winner(best({row[NAME]: row[PRICE] for row in rows})))  # fmt: skip
    ask(
        "Wie viele Artikel waren Ende Dezember auf 0?",
        "count",
        "Bestand gleich 0.",
        value(len(where(rows, **{LAST: 0.0}))),
    )
    ask(
        "Um wie viel Prozent ist der Gesamtbestand von Januar bis Dezember gestiegen oder gefallen?",
        "growth",
        "Änderung der Summen.",
        value(growth(sums[JANUARY], sums[LAST]), PERCENT),
    )
    ask("In welchem Monat war am wenigsten auf Lager?", "best", "Der Monat mit der niedrigsten Summe.",
        any_of(winner(best(dates, lowest=True)), winner(best(sums, lowest=True))))  # fmt: skip
    one = where(rows, **{NAME: "Hammer Profi"})
    assert len(one) == 1
    ask("Wie viel lag vom Hammer Profi im Jahresdurchschnitt auf Lager?", "average", "Mittel seiner Monate.",
        value(fmean(one[0][name] for name in MONTHS if one[0][name] is not None)))  # fmt: skip
    ask("Anteil von Elektro am Lagerwert im Dezember", "share", "Bestand mal Preis der Warengruppe von allen.",
        value(percent(worth(where(rows, **{GROUP: "Elektro"})), worth(rows)), PERCENT))  # fmt: skip
    ask(
        "Bei wie vielen Artikeln fehlt der Lieferant?",
        "missing",
        "Zeilen ohne Lieferant.",
        value(len(where(rows, **{MAKER: None}))),
    )
    ask(
        "Welche Artikel kosten mehr als 50 € und haben im Dezember noch über 60 Stück?",
        "conditions",
        "Beide Bedingungen.",
        listing([row[NAME] for row in rows if row[PRICE] > 50 and (row[LAST] or 0) > 60], NAME),
    )
    ask("Wer ist unser wichtigster Lieferant?", "opinion", "Meiste Artikel, höchster Bestand oder Lagerwert.",
        any_of(*leaders(by(rows, MAKER, len)), *leaders(by(rows, MAKER, worth)), *leaders(by(rows, MAKER, at(LAST))),
               *leaders(by(rows, MAKER, lambda part: mean(part, PRICE)))), ambiguous=True)  # fmt: skip
    ask("Wie viele Stück haben wir im Mai verkauft?", "other topic", "Verkäufe stehen nicht in der Datei.",
        decline("Die Datei hat Bestände, keine Verkäufe.", "verkauft"))  # fmt: skip
    also_by(bank, rows, NAME, "Artikelnr.")
    return bank
