from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, growth, mean, percent, read, top, total, where

SET = "open"


def questions():
    plan = read(
        "haushalt.csv",
        numbers=("Ergebnis 2023", "Ansatz 2024", "Ansatz 2025"),
        missing=("", "-"),
        delimiter=";",
        german=True,
    )
    costs, income = where(plan, Art="Aufwand"), where(plan, Art="Ertrag")
    bank = Bank("haushalt", ["haushalt.csv"], language="de")
    ask = bank.ask

    ask(
        "Wie hoch sind die Aufwendungen 2025 insgesamt?",
        "sum",
        "Summe von Ansatz 2025, Art Aufwand.",
        value(total(costs, "Ansatz 2025")),
        traits=["synonym"],
    )
    areas = by(costs, "Produktbereich", lambda part: total(part, "Ansatz 2025"))
    each = ask(
        "Aufwand 2025 nach Produktbereich",
        "group",
        "Summe von Ansatz 2025 der Aufwendungen je Produktbereich.",
        table(["Produktbereich"], areas),
        traits=["terse"],
    )
    ask(
        "und in Prozent vom Ganzen?",
        "share",
        "Anteil jedes Produktbereichs an allen Aufwendungen 2025.",
        table(
            ["Produktbereich"], {key: percent(part, sum(areas.values())) for key, part in areas.items()}, unit=PERCENT
        ),
        before=[each],
    )
    staff = where(plan, Kontengruppe="Personalaufwendungen")
    people = ask(
        "Was geben wir 2025 für Personal aus?",
        "sum",
        "Summe von Ansatz 2025, Kontengruppe Personalaufwendungen.",
        value(total(staff, "Ansatz 2025")),
        traits=["part-of-value", "synonym"],
    )
    ask(
        "und im Jahr davor?",
        "sum",
        "Dasselbe aus Ansatz 2024.",
        value(total(staff, "Ansatz 2024")),
        before=[people],
    )
    ask(
        "Welche 5 Produkte haben 2025 den höchsten Aufwand?",
        "top",
        "Die fünf Produkte mit der höchsten Summe von Ansatz 2025, Art Aufwand.",
        ranking(top(by(costs, "Produkt", lambda part: total(part, "Ansatz 2025")), 5), "Produkt"),
    )
    library = ask(
        "Was kostet die Bücherei 2025?",
        "sum",
        "Summe von Ansatz 2025, Art Aufwand, Produkt Stadtbücherei; oder nach Abzug der Erträge.",
        either(
            value(total(where(costs, Produkt="Stadtbücherei"), "Ansatz 2025")),
            value(
                total(where(costs, Produkt="Stadtbücherei"), "Ansatz 2025")
                - total(where(income, Produkt="Stadtbücherei"), "Ansatz 2025")
            ),
        ),
        traits=["part-of-value", "synonym"],
    )
    ask(
        "und das Museum?",
        "sum",
        "Dasselbe für das Produkt Museum.",
        either(
            value(total(where(costs, Produkt="Museum"), "Ansatz 2025")),
            value(
                total(where(costs, Produkt="Museum"), "Ansatz 2025")
                - total(where(income, Produkt="Museum"), "Ansatz 2025")
            ),
        ),
        before=[library],
    )
    rise = ask(
        "Um wie viel Prozent steigen die Erträge von 2024 auf 2025?",
        "growth",
        "Veränderung der Summe der Erträge von Ansatz 2024 zu Ansatz 2025.",
        value(growth(total(income, "Ansatz 2024"), total(income, "Ansatz 2025")), unit=PERCENT),
    )
    ask(
        "und der Aufwand?",
        "growth",
        "Dasselbe für die Aufwendungen.",
        value(growth(total(costs, "Ansatz 2024"), total(costs, "Ansatz 2025")), unit=PERCENT),
        before=[rise],
    )
    ask(
        "Könnten Sie mir sagen, wie viele Produkte es je Produktbereich gibt?",
        "distinct",
        "Verschiedene Produkte je Produktbereich.",
        table(["Produktbereich"], by(plan, "Produktbereich", lambda part: len({row["Produkt"] for row in part}))),
        traits=["polite"],
    )
    gaps = by(plan, "Produkt", lambda part: sum(row["Ergebnis 2023"] is None for row in part))
    ask(
        "Für welche Produkte fehlt das Ergebnis 2023?",
        "list",
        "Produkte mit Zeilen ohne Ergebnis 2023.",
        listing([key for key, count in gaps.items() if count], "Produkt"),
    )
    ask(
        "Abschreibungen 2025 ohne Bauen und Verkehr",
        "negation",
        "Summe von Ansatz 2025, Kontengruppe Abschreibungen, alle Produktbereiche außer Bauen und Verkehr.",
        value(
            total(
                [
                    row
                    for row in where(plan, Kontengruppe="Abschreibungen")
                    if row["Produktbereich"] != "Bauen und Verkehr"
                ],
                "Ansatz 2025",
            )
        ),
    )
    ask(
        "in welchem Bereich nehmen wir 2025 am wenigsten ein?",
        "best",
        "Der Produktbereich mit der niedrigsten Summe von Ansatz 2025, Art Ertrag.",
        winner(best(by(income, "Produktbereich", lambda part: total(part, "Ansatz 2025")), lowest=True)),
        traits=["part-of-value", "synonym"],
    )
    big = [
        key
        for key, amount in by(costs, "Produkt", lambda part: total(part, "Ansatz 2025")).items()
        if amount > 1_500_000
    ]
    ask(
        "Produkte mit mehr als 1,5 Mio. Aufwand in 2025",
        "list",
        "Produkte, deren Summe von Ansatz 2025 der Aufwendungen über 1.500.000 liegt.",
        listing(big, "Produkt"),
    )
    ask(
        "Wie viel Grundsteuer nehmen wir 2025 ein?",
        "missing",
        "Steuern stehen nicht in der Datei.",
        decline("Die Datei nennt keine Steuern.", word="Grundsteuer"),
        traits=["missing-word"],
    )
    ask(
        "Wie groß ist der Ansatz im Mittel?",
        "average",
        "Mittel von Ansatz 2025 oder von Ansatz 2024 über alle Zeilen.",
        either(value(mean(plan, "Ansatz 2025")), value(mean(plan, "Ansatz 2024"))),
        ambiguous=True,
    )
    return bank
