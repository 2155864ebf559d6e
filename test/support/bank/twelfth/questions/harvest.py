"""Questions, in German, on the harvest of a vineyard in three years; one row a plot and year."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, either, extreme, german, groups, leaders, load, mean, middle, percent, top, total, where

FILE, YEAR, AREA, MASS, MUST, ACID, KIND = (
    "Leseliste_2022-2024.csv", "Jahrgang", "Fläche (ha)", "Menge (kg)", "Mostgewicht (°Oe)", "Säure (g/l)", "Rebsorte")  # fmt: skip


def questions():
    rows = load(FILE, [AREA, MASS, MUST, ACID], {"Lesedatum": "%d.%m.%Y"}, sep=";", number=german)
    bank = Bank("harvest", [FILE], language="de")
    ask = bank.ask

    def mass(part):
        return total(part, MASS)

    def must(part):
        return mean(part, MUST)

    def iso(when):
        return f"{when:%Y-%m-%d}"

    def by_hand(part):
        return value(percent(mass(where(part, Leseart="Hand")), mass(part)), PERCENT)

    plots = [part[0] for part in groups(rows, "Parzelle").values()]
    ask("Wie viel Kilo Trauben haben wir insgesamt gelesen?", "sum", "Sum of the masses.", value(mass(rows)))
    yearly = "Menge pro Jahrgang"
    ask(yearly, "group", "Sum by year.", table([YEAR], by(rows, YEAR, mass)), traits=["terse"])
    ask("nur Riesling bitte", "group", "The same for one variety.",
        table([YEAR], by(where(rows, Rebsorte="Riesling"), YEAR, mass)), [yearly], ["polite"])  # fmt: skip
    ask("durchschnittliches Mostgewicht je Rebsorte", "group", "Mean by variety, each entry alike; or by mass.",
        either(table([KIND], by(rows, KIND, must)),
               table([KIND], by(rows, KIND, lambda part: sum(row[MUST] * row[MASS] for row in part) / mass(part)))))  # fmt: skip
    ripe = extreme(rows, MUST)
    ask("Wo wurde das höchste Mostgewicht gemessen und wie hoch war es?", "extreme row", "The row with the highest value.",
        either(winner((ripe["Parzelle"], ripe[MUST])), winner((ripe["Lage"], ripe[MUST]))))  # fmt: skip
    ask("Wie viele Parzellen haben wir?", "distinct", "Distinct plots.", value(len(plots)))
    ask("Wie groß ist die Rebfläche insgesamt in Hektar?", "distinct", "Sum of the areas, each plot once.",
        value(total(plots, AREA)))  # fmt: skip
    ratio = "Wie viel Kilo pro Hektar haben wir in jedem Jahrgang geerntet?"
    ask(ratio, "ratio", "Sum of masses by sum of areas, by year.",
        table([YEAR], by(rows, YEAR, lambda part: mass(part) / total(part, AREA))))  # fmt: skip
    ask("und nach Rebsorte?", "ratio", "The same by variety; or by year and variety.",
        either(table([KIND], by(rows, KIND, lambda part: mass(part) / total(part, AREA))),
               table([YEAR, KIND], by(rows, lambda row: (row[YEAR], row[KIND]), lambda part: mass(part) / total(part, AREA)))),
        [ratio])  # fmt: skip
    hand = "welcher Anteil der Menge wurde von Hand gelesen"
    ask(hand, "share", "Mass of Hand of all.", by_hand(rows))
    ask("2024?", "share", "The same for one year.", by_hand(where(rows, Jahrgang="2024")), [hand], ["terse"])
    ask("Wann haben wir 2023 mit der Lese begonnen?", "minimum", "The first date of one year.",
        value(iso(min(row["Lesedatum"] for row in where(rows, Jahrgang="2023")))))  # fmt: skip
    ask("wann war der letzte Lesetag in jedem Jahr", "maximum", "The last date of each year; or all three in any order.",
        listing([iso(max(row["Lesedatum"] for row in part)) for part in groups(rows, YEAR).values()], "Lesedatum"))  # fmt: skip
    ask("Wie viele Partien hatten weniger als 75 °Oe?", "count", "Rows below this.", value(sum(row[MUST] < 75 for row in rows)))
    ask("Median der Säure nach Rebsorte", "median", "Median by variety.",
        table([KIND], by(rows, KIND, lambda part: middle(part, ACID))))  # fmt: skip
    ask("Wie viele Riesling-Lesen erreichten Spätlese?", "conditions", "Rows of one variety and level.",
        value(len(where(rows, Rebsorte="Riesling", Qualitätsstufe="Spätlese"))))  # fmt: skip
    sums = {name: by(part, YEAR, mass) for name, part in groups(rows, KIND).items()}
    ask("Bei welcher Rebsorte ist die Menge von 2023 auf 2024 am stärksten zurückgegangen?", "change",
        "The greatest fall in kilograms; or in percent.",
        either(*(winner(best({name: of(one["2023"], one["2024"]) for name, one in sums.items()}, low=True))
                 for of in (lambda old, new: new - old, lambda old, new: percent(new - old, old)))))  # fmt: skip
    ask("Bei wie vielen Einträgen fehlt die Säure?", "missing", "Rows without one.", value(sum(row[ACID] is None for row in rows)))
    ask("Top 3 Lagen nach Menge", "top", "Sites by mass.", ranking(top(by(rows, "Lage", mass), 3), "Lage"))
    ask("Was bekommen wir pro Liter Wein?", "other topic", "Prices are not in the file.",
        decline("The file has grapes, no wine and no prices.", "Liter"))  # fmt: skip
    ask("Welcher war unser bester Jahrgang?", "opinion", "Most mass, by area too, or highest must weight.",
        leaders(*(by(rows, YEAR, of) for of in (
            mass, must, lambda part: mass(part) / total(part, AREA), lambda part: max(row[MUST] for row in part),
            lambda part: middle(part, MUST), lambda part: len(where(part, Qualitätsstufe="Spätlese")),
            lambda part: mean(part, MASS)))), ambiguous=True)  # fmt: skip
    return bank
