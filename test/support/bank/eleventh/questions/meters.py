"""Questions on meters of public buildings, in German; readings add up, use is what counts."""

from expectations import PERCENT, Bank, decline, listing, table, value, winner
from reading import best, by, day, growth, mean, median, month, percent, read, total, where
from readings import any_of, leaders

FILE, SITE, METER, USED, MONEY = (
    "Zaehlerablesungen_2023-2024.csv",
    "Liegenschaft",
    "Zählernummer",
    "Verbrauch",
    "Kosten (€)",
)


def questions():
    rows = read(FILE, ["Zählerstand", USED, MONEY], delimiter=";", german=True)
    for row in rows:
        row["tag"] = day(row["Ablesedatum"], "%d.%m.%Y")
    bank = Bank("meters", [FILE], "de")
    ask = bank.ask

    def part(medium=None, year=None, **more):
        kept = where(rows, Medium=medium) if medium else rows
        return where([row for row in kept if year in (None, row["tag"].year)], **more)

    def used(some):
        return total(some, USED)

    def money(some):
        return total(some, MONEY)

    def months(row):
        return month(row["tag"])

    def energy(year):
        return any_of(value(money(part("Strom", year) + part("Gas", year))), value(money(part(None, year))))

    ask(
        "Wie hoch war der Stromverbrauch 2024 insgesamt?",
        "conditions",
        "Summe des Verbrauchs in kWh.",
        value(used(part("Strom", 2024))),
    )
    ask("Verbrauch nach Medium und Jahr", "two groups", "Summe nach Medium und Jahr.",
        table(["Medium", "year"], by(rows, ("Medium", lambda row: row["tag"].year), used)))  # fmt: skip
    spent = ask(
        "Was haben wir 2023 für Energie ausgegeben?",
        "sum",
        "Kosten von Strom und Gas; oder aller Medien.",
        energy(2023),
    )
    ask("Und 2024?", "sum", "Dasselbe für das andere Jahr.", energy(2024), [spent])
    ask("Welche Liegenschaft verbraucht am meisten Gas?", "best", "Höchste Summe des Gasverbrauchs.",
        winner(best(by(part("Gas"), SITE, used))))  # fmt: skip
    costs = ask(
        "Kosten je Liegenschaft", "group", "Summe der Kosten.", table([SITE], by(rows, SITE, money)), traits=["terse"]
    )
    ask(
        "nur Wasser",
        "group",
        "Dasselbe für ein Medium.",
        table([SITE], by(part("Wasser"), SITE, money)),
        [costs],
        ["terse"],
    )
    ask("Monatlicher Stromverbrauch im Rathaus 2024", "trend", "Summe nach Monat, eine Liegenschaft.",
        table(["month"], by(part("Strom", 2024, **{SITE: "Rathaus"}), months, used)))  # fmt: skip
    power = [row for row in part("Strom") if row[USED]]
    ask(
        "Was kostet uns die kWh Strom im Durchschnitt?",
        "ratio",
        "Kosten durch Verbrauch; oder Mittel der Verhältnisse.",
        any_of(
            value(money(part("Strom")) / used(power)),
            value(money(power) / used(power)),
            value(mean(power, lambda row: row[MONEY] / row[USED])),
        ),
    )
    gas = [used(part("Gas", year)) for year in (2023, 2024)]
    ask("Um wie viel Prozent hat sich der Gasverbrauch von 2023 auf 2024 verändert?", "growth", "Änderung der Summen.",
        value(growth(*gas), PERCENT))  # fmt: skip
    ask(
        "Wie viele Zähler haben wir?",
        "distinct",
        "Verschiedene Zählernummern.",
        value(len({row[METER] for row in rows})),
    )
    guessed = where(rows, Bemerkung="geschätzt")
    rough = ask("Wie viele Ablesungen wurden geschätzt?", "count", "Zeilen mit dieser Bemerkung.", value(len(guessed)))
    ask(
        "In welchen Liegenschaften?",
        "list",
        "Liegenschaften dieser Zeilen; oder wie viele in jeder.",
        any_of(listing(sorted({row[SITE] for row in guessed}), SITE), table([SITE], by(guessed, SITE, len))),
        [rough],
    )
    water = max(part("Wasser"), key=lambda row: row[USED] or 0)
    ask(
        "Wo und wann war der höchste Wasserverbrauch in einem Monat?",
        "extreme row",
        "Die Zeile mit dem höchsten Verbrauch.",
        winner((water[SITE], water[USED])),
    )
    mine = part("Strom", **{SITE: "Gymnasium"})
    ask(
        "Wie lautet der letzte Zählerstand des Stromzählers im Gymnasium?",
        "last value",
        "Zählerstand des letzten Datums.",
        value(max(mine, key=lambda row: row["tag"])["Zählerstand"]),
    )
    ask("In welchen Monaten lag der Stromverbrauch über 110.000 kWh?", "having", "Monate mit einer Summe darüber.",
        listing([key for key, sums in by(part("Strom"), months, used).items() if sums > 110000], "month"))  # fmt: skip
    ask("Welchen Anteil hat das Hallenbad am Wasserverbrauch?", "share", "Summe der Liegenschaft von allen.",
        value(percent(used(part("Wasser", **{SITE: "Hallenbad"})), used(part("Wasser"))), PERCENT))  # fmt: skip
    ask(
        "Median der monatlichen Stromkosten",
        "median",
        "Median der Kosten der Stromzeilen; oder der Monatssummen.",
        any_of(
            value(median(part("Strom"), MONEY)),
            value(median([{MONEY: sums} for sums in by(part("Strom"), months, money).values()], MONEY)),
        ),
    )
    ask(
        "Bei wie vielen Ablesungen fehlt der Verbrauch?",
        "missing",
        "Zeilen ohne Verbrauch.",
        value(len(where(rows, **{USED: None}))),
    )
    change = [{name: growth(used(part(medium, 2023, **{SITE: name})), used(part(medium, 2024, **{SITE: name})))
               for name in by(rows, SITE, len)} for medium in ("Strom", "Gas", "Wasser")]  # fmt: skip
    ask(
        "Welches Gebäude steht am schlechtesten da?",
        "opinion",
        "Höchste Kosten, höchster Verbrauch, oder höchster Anstieg.",
        any_of(
            *leaders(by(rows, SITE, money)),
            *leaders(by(part(None, 2024), SITE, money)),
            *leaders(by(rows, SITE, used)),
            *(one for medium in ("Strom", "Gas", "Wasser") for one in leaders(by(part(medium), SITE, used))),
            *(one for group in change for one in leaders(group)),
            *leaders(by(guessed, SITE, len)),
        ),
        ambiguous=True,
    )
    ask("Wie hoch ist der Verbrauch pro Quadratmeter?", "other topic", "Flächen stehen nicht in der Datei.",
        decline("Die Datei nennt keine Flächen.", "Quadratmeter"))  # fmt: skip
    return bank
