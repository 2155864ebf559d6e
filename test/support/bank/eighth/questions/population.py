"""Population: German, a flat file of GENESIS; one row a day, state, and sex; levels, never to be summed over time."""

from expectations import Bank, decline, listing, ranking, table, value, winner
from reading import best, by, growth, percent, read, top, total, where
from readings import any_of

STATE, SEX, COUNT = "1_Auspraegung_Label", "2_Auspraegung_Label", "BEVSTD__Bevoelkerungsstand__Anzahl"


def questions():
    rows = read("12411-0011_flat.csv", [COUNT], delimiter=";", german=True)
    for row in rows:
        row["year"] = row["Zeit"][-4:]
    bank = Bank("population", ["12411-0011_flat.csv"], language="de")
    ask = bank.ask

    def people(part):
        return total(part, COUNT)

    def dated(figures):
        """By year, which is also its last day."""
        return any_of(
            table(["Zeit"], figures), table(["Zeit"], {f"{year}-12-31": figure for year, figure in figures.items()})
        )

    def women(part):
        return percent(people(where(part, **{SEX: "weiblich"})), people(part))

    def of(state, year):
        return people(where(rows, **{STATE: state, "year": year}))

    last = where(rows, year="2023")
    states = by(last, STATE, people)
    whole = by(rows, "year", people)

    bavaria = ask(
        "Wie viele Einwohner hatte Bayern Ende 2023?",
        "sum",
        "Bevölkerung beider Geschlechter von Bayern am 31.12.2023.",
        value(of("Bayern", "2023")),
        traits=["synonym"],
    )
    ask(
        "und Ende 2018?",
        "sum",
        "Dasselbe am 31.12.2018.",
        value(of("Bayern", "2018")),
        before=[bavaria],
        traits=["terse"],
    )
    course = ask(
        "Wie hat sich die Bevölkerung in Deutschland insgesamt entwickelt?",
        "trend",
        "Summe über alle Bundesländer nach Stichtag.",
        dated(whole),
    )
    ask(
        "nur die Frauen bitte",
        "trend",
        "Dasselbe, wo das Geschlecht weiblich ist.",
        dated(by(where(rows, **{SEX: "weiblich"}), "year", people)),
        before=[course],
        traits=["polite", "synonym"],
    )
    each = ask(
        "Bevölkerung je Bundesland am 31.12.2023",
        "group",
        "Summe beider Geschlechter nach Bundesland am 31.12.2023.",
        table([STATE], states),
        traits=["terse"],
    )
    ask(
        "davon die fünf größten",
        "top",
        "Die fünf Bundesländer mit der höchsten Bevölkerung am 31.12.2023.",
        ranking(top(states, 5), STATE),
        before=[each],
    )
    share = ask(
        "Wie hoch war der Frauenanteil 2023?",
        "share",
        "Weibliche von allen am 31.12.2023.",
        value(women(last), unit="percent"),
    )
    ask(
        "Und nach Bundesland?",
        "share",
        "Dasselbe nach Bundesland.",
        table([STATE], by(last, STATE, women), unit="percent"),
        before=[share],
    )
    ask(
        "Welches Bundesland ist von 2018 bis 2023 prozentual am stärksten gewachsen?",
        "best",
        "Das Bundesland mit dem höchsten Wachstum vom 31.12.2018 zum 31.12.2023.",
        winner(best({state: growth(of(state, "2018"), of(state, "2023")) for state in states})),
    )
    ask(
        "Welches war 2020 das kleinste Bundesland nach Einwohnern?",
        "best",
        "Das Bundesland mit der niedrigsten Bevölkerung am 31.12.2020.",
        winner(best(by(where(rows, year="2020"), STATE, people), lowest=True)),
    )
    ask(
        "Um wie viele Personen ist Deutschland 2022 gegenüber 2021 gewachsen?",
        "difference",
        "Summe am 31.12.2022 weniger der am 31.12.2021.",
        value(whole["2022"] - whole["2021"]),
    )
    ask(
        "Wieviele Menschen lebten 2022 in Nordrhein-Westfalen und Hessen zusammen?",
        "union",
        "Bevölkerung beider Länder am 31.12.2022.",
        value(of("Nordrhein-Westfalen", "2022") + of("Hessen", "2022")),
        traits=["misspelling", "synonym"],
    )
    large = [state for state, count in states.items() if count > 5e6]
    ask(
        "Welche Länder hatten 2023 mehr als 5 Millionen Einwohner?",
        "list",
        "Bundesländer mit einer Bevölkerung über 5000000 am 31.12.2023.",
        listing(large, STATE),
    )
    ask(
        "Männer in Berlin 2021",
        "lookup",
        "Die männliche Bevölkerung von Berlin am 31.12.2021.",
        value(people(where(rows, **{STATE: "Berlin", SEX: "männlich", "year": "2021"}))),
        traits=["terse"],
    )
    ask(
        "Wie hoch war die Arbeitslosenquote in Sachsen 2023?",
        "other topic",
        "Die Datei hat keine Arbeitslosen.",
        decline("Es gibt keine Spalte mit Arbeitslosen.", "Arbeitslosenquote"),
    )
    changes = {state: of(state, "2023") - of(state, "2018") for state in states}
    rates = {state: growth(of(state, "2018"), of(state, "2023")) for state in states}
    ask(
        "Wo hat sich die Bevölkerung am meisten verändert?",
        "opinion",
        "Das Bundesland mit der größten Änderung von 2018 bis 2023, in Personen oder in Prozent, oder dem Verlust.",
        any_of(
            winner(best(changes)),
            winner(best(rates)),
            winner(best(changes, lowest=True)),
            winner(best(rates, lowest=True)),
        ),
        ambiguous=True,
    )
    return bank
