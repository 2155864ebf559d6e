"""Charging stations: German, with lines above the header; one row a station, which has one point or several."""

from expectations import Bank, decline, ranking, table, value, winner
from reading import best, by, day, growth, mean, percent, read, running, top, total, where
from readings import any_of

POWER, POINTS, KIND = "Nennleistung Ladeeinrichtung [kW]", "Anzahl Ladepunkte", "Art der Ladeeinrichung"


def questions():
    rows = read("Ladesaeulenregister.csv", [POWER, POINTS], delimiter=";", german=True, header="Betreiber;")
    for row in rows:
        row["day"] = day(row["Inbetriebnahmedatum"], "%d.%m.%Y")
        row["year"] = str(row["day"].year)
    bank = Bank("charging", ["Ladesaeulenregister.csv"], language="de")
    ask = bank.ask
    fast = [row for row in rows if row[KIND] == "Schnellladeeinrichtung"]

    def points(part):
        return total(part, POINTS)

    ask("Wie viele Ladesäulen stehen im Register?", "count", "Zeilen.", value(len(rows)), traits=["synonym"])
    states = ask(
        "Anzahl der Ladepunkte je Bundesland",
        "group",
        "Summe von Anzahl Ladepunkte nach Bundesland.",
        table(["Bundesland"], by(rows, "Bundesland", points)),
    )
    ask(
        "und nur die Schnelllader?",
        "group",
        "Dasselbe, wo die Art Schnellladeeinrichtung ist.",
        table(["Bundesland"], by(fast, "Bundesland", points)),
        before=[states],
        traits=["part-of-value"],
    )
    ask(
        "Wie hoch ist die durchschnittliche Nennleistung bei Normal- und bei Schnellladeeinrichtungen?",
        "group",
        "Mittelwert der Nennleistung nach Art.",
        table([KIND], by(rows, KIND, lambda part: mean(part, POWER))),
    )
    firms = ask(
        "Wer betreibt die meisten Ladesäulen?",
        "best",
        "Der Betreiber mit den meisten Zeilen.",
        winner(best(by(rows, "Betreiber", len))),
        traits=["synonym"],
    )
    ask(
        "Und in München?",
        "best",
        "Dasselbe, wo der Ort München ist.",
        winner(best(by(where(rows, Ort="München"), "Betreiber", len))),
        before=[firms],
        traits=["terse"],
    )
    ask(
        "Wie viel Prozent sind Schnellladeeinrichtungen?",
        "share",
        "Zeilen der Art Schnellladeeinrichtung von allen.",
        value(percent(len(fast), len(rows)), unit="percent"),
    )
    opened = by(rows, "year", len)
    course = ask(
        "Wie viele Ladeeinrichtungen wurden pro Jahr in Betrieb genommen?",
        "trend",
        "Zeilen nach dem Jahr von Inbetriebnahmedatum.",
        table(["year"], opened),
    )
    ask(
        "bitte kumuliert",
        "running-total",
        "Die laufende Summe davon.",
        table(["year"], running(opened)),
        before=[course],
        traits=["terse", "polite"],
    )
    ask(
        "Wie viele Säulen gingen 2023 mehr in Betrieb als 2022?",
        "difference",
        "Zeilen mit einem Inbetriebnahmedatum in 2023 weniger denen in 2022, beide Zahlen, oder in Prozent.",
        any_of(
            value(opened["2023"] - opened["2022"]),
            value(growth(opened["2022"], opened["2023"]), unit="percent"),
            table(["year"], {year: opened[year] for year in ("2022", "2023")}),
        ),
    )
    ask(
        "Top 3 Städte nach Ladepunkten",
        "top",
        "Die drei Orte mit der höchsten Summe von Anzahl Ladepunkte.",
        ranking(top(by(rows, "Ort", points), 3), "Ort"),
        traits=["terse", "synonym"],
    )
    ask(
        "Wie viele Säulen haben mehr als zwei Ladepunkte?",
        "condition",
        "Zeilen mit Anzahl Ladepunkte über 2.",
        value(sum(row[POINTS] > 2 for row in rows)),
    )
    berlin = ask(
        "Gesamte Nennleistung in Berlin in kW",
        "sum",
        "Summe der Nennleistung, wo das Bundesland (oder der Ort) Berlin ist.",
        value(total(where(rows, Bundesland="Berlin"), POWER)),
    )
    ask(
        "und in Hamburg",
        "sum",
        "Dasselbe für Hamburg.",
        value(total(where(rows, Bundesland="Hamburg"), POWER)),
        before=[berlin],
        traits=["terse"],
    )
    ask(
        "Was kostet die Kilowattstunde bei EnBW im Schnitt?",
        "other topic",
        "Die Datei hat keine Preise.",
        decline("Es gibt keine Spalte mit Preisen.", "kostet"),
    )
    ask(
        "Welche Stadt ist am besten ausgestattet?",
        "opinion",
        "Der Ort mit den meisten Säulen, Ladepunkten oder Schnellladern, der höchsten Leistung, ganz oder je Säule.",
        any_of(
            winner(best(by(rows, "Ort", len))),
            winner(best(by(rows, "Ort", points))),
            winner(best(by(rows, "Ort", lambda part: total(part, POWER)))),
            winner(best(by(fast, "Ort", len))),
            winner(best(by(rows, "Ort", lambda part: mean(part, POWER)))),
        ),
        ambiguous=True,
    )
    return bank
