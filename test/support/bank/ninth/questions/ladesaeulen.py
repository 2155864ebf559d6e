"""The register of public charging stations in Germany. Asked in German."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, day, mean, median, percent, read, running, top, total, where
from readings import any_of, leaders

FILE = "Ladesaeulenregister_BNetzA_2024-09-01.csv"
POINTS, POWER, KIND = "Anzahl Ladepunkte", "Nennleistung Ladeeinrichtung [kW]", "Art der Ladeeinrichtung"


def questions():
    rows = read(FILE, (POINTS, POWER), delimiter=";", german=True, header="Ladeeinrichtungs-ID;")
    for row in rows:
        row["opened"] = day(row["Inbetriebnahmedatum"], "%d.%m.%Y")
    fast = where(rows, **{KIND: "Schnellladeeinrichtung"})
    bank = Bank("ladesaeulen", [FILE], "de")

    def points(part):
        return total(part, POINTS)

    everything = bank.ask(
        "Wie viele Ladepunkte gibt es insgesamt?", "sum", "Summe der Anzahl Ladepunkte", value(points(rows))
    )
    bank.ask(
        "und in Bayern?",
        "sum",
        "dasselbe, Bundesland Bayern",
        value(points(where(rows, Bundesland="Bayern"))),
        before=[everything],
    )
    lands = bank.ask(
        "Ladeeinrichtungen nach Bundesland",
        "group",
        "Zeilen je Bundesland",
        table(["Bundesland"], by(rows, "Bundesland", len)),
        traits=["terse"],
    )
    bank.ask(
        "nur Schnelllader",
        "group",
        "dasselbe, Art Schnellladeeinrichtung",
        table(["Bundesland"], by(fast, "Bundesland", len)),
        before=[lands],
        traits=["terse", "part-of-value"],
    )
    bank.ask(
        "Welcher Betreiber hat die meisten Ladepunkte?",
        "best",
        "Betreiber mit der höchsten Summe der Anzahl Ladepunkte",
        winner(best(by(rows, "Betreiber", points))),
    )
    years = bank.ask(
        "Wie viele Ladesäulen wurden pro Jahr in Betrieb genommen?",
        "trend",
        "Zeilen je Jahr des Inbetriebnahmedatums",
        table(["year"], by(rows, lambda row: row["opened"].year, len)),
        traits=["synonym"],
    )
    bank.ask(
        "Bitte kumuliert",
        "running-total",
        "laufende Summe der Zeilen je Jahr",
        table(["year"], running(by(rows, lambda row: row["opened"].year, len))),
        before=[years],
        traits=["polite"],
    )
    bank.ask(
        "durchschnitliche Nennleistung je Art der Ladeeinrichtung",
        "group",
        "Mittel der Nennleistung je Art",
        table([KIND], by(rows, KIND, lambda part: mean(part, POWER))),
        traits=["misspelling"],
    )
    bank.ask(
        "Wie hoch ist der Anteil der Schnellladeeinrichtungen in Hamburg?",
        "share",
        "Schnellladeeinrichtungen in Hamburg, von allen dort",
        value(percent(len(where(fast, Ort="Hamburg")), len(where(rows, Ort="Hamburg"))), PERCENT),
    )
    bank.ask(
        "Anzahl der Säulen mit mehr als 150 kW",
        "condition",
        "Zeilen, deren Nennleistung über 150 liegt",
        value(sum(row[POWER] > 150 for row in rows)),
        traits=["synonym"],
    )
    bank.ask(
        "Top 3 Städte nach Gesamtleistung",
        "top",
        "Orte nach Summe der Nennleistung",
        ranking(top(by(rows, "Ort", lambda part: total(part, POWER)), 3), "Ort"),
        traits=["synonym"],
    )
    bank.ask(
        "Bei wie vielen Einträgen fehlen die Öffnungszeiten?",
        "missing",
        "Öffnungszeiten leer; Keine Angabe zählt mit oder nicht",
        any_of(
            value(len(where(rows, Öffnungszeiten=None))),
            value(sum(row["Öffnungszeiten"] in (None, "Keine Angabe") for row in rows)),
        ),
    )
    middle = bank.ask(
        "Median der Nennleistung in Berlin",
        "median",
        "Median der Nennleistung, Ort Berlin",
        value(median(where(rows, Ort="Berlin"), POWER)),
    )
    bank.ask(
        "und in Köln?", "median", "dasselbe, Ort Köln", value(median(where(rows, Ort="Köln"), POWER)), before=[middle]
    )
    bank.ask(
        "Wie hoch ist der Preis pro Kilowattstunde im Schnitt?",
        "other topic",
        "das Register kennt keine Preise",
        decline("die Datei hat keine Preise", "Preis"),
        traits=["missing-word"],
    )
    bank.ask(
        "Welches Bundesland ist am besten ausgestattet?",
        "best",
        "nach Ladeeinrichtungen, Ladepunkten, Nennleistung oder Schnellladern",
        any_of(
            *(
                entry
                for measure in (
                    len,
                    points,
                    lambda part: total(part, POWER),
                    lambda part: mean(part, POWER),
                    lambda part: len(where(part, **{KIND: "Schnellladeeinrichtung"})),
                    lambda part: percent(len(where(part, **{KIND: "Schnellladeeinrichtung"})), len(part)),
                )
                for entry in leaders(by(rows, "Bundesland", measure))
            )
        ),
        ambiguous=True,
    )
    return bank
