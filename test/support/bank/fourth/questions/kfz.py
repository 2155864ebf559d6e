"""Cars and inhabitants of German districts on the first of January of three years; asked in German."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, growth, mean, percent, read, top, total, where
from readings import any_of

FILE = "kfz_bestand_kreise.csv"
CARS, ELECTRIC, NEW, DENSITY = (
    "Pkw insgesamt",
    "Elektro (BEV)",
    "Neuzulassungen im Vorjahr",
    "Pkw je 1.000 Einwohner",
)


def questions():
    bank = Bank("kfz", [FILE], language="de")
    ask = bank.ask
    numbers = ("Bevölkerung", CARS, "Benzin", "Diesel", ELECTRIC, "Plug-in-Hybrid", "Sonstige", NEW, DENSITY)
    rows = read(FILE, numbers=numbers, missing=("", "."), delimiter=";", german=True)
    at = {year: where(rows, Stichtag=f"01.01.{year}") for year in (2022, 2023, 2024)}
    now = at[2024]

    stock = ask(
        "Wie viele Pkw gab es am 01.01.2024 insgesamt?",
        "sum",
        "Summe von Pkw insgesamt am Stichtag.",
        value(total(now, CARS)),
    )
    ask("und ein Jahr davor?", "sum", "Am 01.01.2023.", value(total(at[2023], CARS)), before=[stock])
    electric = {row["Kreis"]: row[ELECTRIC] for row in now}
    most = ask(
        "Welcher Kreis hat 2024 die meisten Elektroautos?",
        "best",
        "Elektro (BEV) am 01.01.2024.",
        winner(best(electric)),
        traits=["synonym"],
    )
    ask(
        "und die wenigsten?",
        "best",
        "Der kleinste Wert desselben Stichtags.",
        winner(best(electric, lowest=True)),
        before=[most],
    )
    shares = lambda year: table(  # noqa: E731
        ["Bundesland"],
        by(at[year], "Bundesland", lambda part: percent(total(part, ELECTRIC), total(part, CARS))),
        PERCENT,
    )
    share = ask(
        "Anteil der Elektroautos an allen Pkw je Bundesland, Stand 2024",
        "share",
        "Elektro (BEV) in Prozent von Pkw insgesamt, je Bundesland, 01.01.2024.",
        shares(2024),
    )
    ask("und 2022?", "share", "Dasselbe am 01.01.2022.", shares(2022), before=[share], traits=["terse"])
    ask(
        "Einwohner nach Bundesland 2024",
        "group",
        "Summe der Bevölkerung am 01.01.2024.",
        table(["Bundesland"], by(now, "Bundesland", lambda part: total(part, "Bevölkerung"))),
        traits=["terse", "synonym"],
    )
    ask(
        "Zeig mir bitte die 5 Kreise mit den meisten Neuzulassungen zum Stichtag 01.01.2023",
        "top",
        "Neuzulassungen im Vorjahr, 01.01.2023.",
        ranking(top({row["Kreis"]: row[NEW] for row in at[2023] if row[NEW] is not None}, 5), "Kreis"),
        traits=["polite"],
    )
    ask(
        "Wie hat sich die Zahl der Elektroautos über die Jahre entwickelt?",
        "trend",
        "Summe von Elektro (BEV) je Jahr oder Stichtag.",
        either(
            table(["year"], {str(year): total(part, ELECTRIC) for year, part in at.items()}),
            table(["Stichtag"], {f"{year}-01-01": total(part, ELECTRIC) for year, part in at.items()}),
        ),
    )
    dense = [row for row in now if row[DENSITY] > 600]
    many = ask(
        "In welchen Kreisen kommen 2024 mehr als 600 Pkw auf 1.000 Einwohner?",
        "list",
        "Pkw je 1.000 Einwohner über 600 am 01.01.2024.",
        listing([row["Kreis"] for row in dense], "Kreis"),
    )
    ask(
        "nur Bayern",
        "list",
        "Davon die in Bayern.",
        listing([row["Kreis"] for row in dense if row["Bundesland"] == "Bayern"], "Kreis"),
        before=[many],
        traits=["terse"],
    )
    ask(
        "Wie oft fehlt die Angabe zu den Neuzulassungen?",
        "missing",
        "Zeilen ohne Neuzulassungen im Vorjahr.",
        value(sum(row[NEW] is None for row in rows)),
    )
    diesel = [total(where(at[year], Bundesland="Hamburg"), "Diesel") for year in (2022, 2024)]
    fall = growth(*diesel)
    ask(
        "Um wie viel Prozent ist die Zahl der Diesel in Hamburg von 2022 bis 2024 gesunken?",
        "growth",
        "Diesel in Hamburg, 01.01.2024 gegen 01.01.2022.",
        either(value(fall, PERCENT), value(-fall, PERCENT)),
        traits=["part-of-value"],
    )
    west = where(now, Bundesland="Nordrhein-Westfalen")
    ask(
        "Wie hoch ist die durchschnittliche Pkw-Dichte der Kreise in NRW 2024?",
        "average",
        "Mittel von Pkw je 1.000 Einwohner, 01.01.2024, oder alle Pkw auf alle Einwohner.",
        any_of(
            value(mean(west, DENSITY)),
            value(1000 * total(west, CARS) / total(west, "Bevölkerung")),
        ),
        traits=["synonym"],
    )
    ask(
        "Wie viele Ladesäulen gibt es in Köln?",
        "other topic",
        "Die Datei hat Autos, keine Ladesäulen.",
        decline("Die Datei hat keine Ladesäulen.", "Ladesäulen"),
    )
    city = where(now, Kreis="München, Landeshauptstadt")[0][CARS]
    district = where(now, Kreis="München")[0][CARS]
    ask(
        "Wie viele Pkw gab es 2024 in München?",
        "lookup",
        "In der Stadt, im Landkreis, oder in beiden.",
        either(value(city), value(district), value(city + district)),
        ambiguous=True,
    )
    return bank
