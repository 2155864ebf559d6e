from datetime import datetime

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, growth, month, percent, read, top, weekday, where
from readings import leaders

FORM = "%m/%d/%Y %I:%M:%S %p"


def questions():
    rows = read("Crimes_-_2022_to_2023.csv")
    for row in rows:
        row["moment"] = datetime.strptime(row["Date"], FORM)
        row["month"], row["weekday"] = month(row["moment"]), weekday(row["moment"])
    earlier, later = where(rows, Year="2022"), where(rows, Year="2023")
    thefts = [row for row in rows if row["Primary Type"] == "THEFT"]
    home = where(rows, Domestic="true")
    bank = Bank("crimes", ["Crimes_-_2022_to_2023.csv"])
    ask = bank.ask

    def arrested(part):
        return percent(len(where(part, Arrest="true")), len(part))

    types = ask(
        "top 5 crime types",
        "ranking",
        "The five values of Primary Type with the most rows.",
        ranking(top(by(rows, "Primary Type", len), 5), "Primary Type"),
        traits=["terse", "synonym"],
    )
    ask(
        "just 2023",
        "ranking",
        "The same in 2023.",
        ranking(top(by(later, "Primary Type", len), 5), "Primary Type"),
        before=[types],
    )
    ask(
        "How many crimes were reported in 2023 compared with 2022?",
        "change",
        "The number of rows of both years, their difference, or the change in percent.",
        either(
            table(["Year"], {"2022": len(earlier), "2023": len(later)}),
            value(len(later) - len(earlier)),
            value(growth(len(earlier), len(later)), PERCENT),
        ),
    )
    rate = ask(
        "what % of incidents led to an arest",
        "share",
        "Rows where Arrest is true as a share of all.",
        value(arrested(rows), PERCENT),
        traits=["synonym", "misspelling"],
    )
    ask(
        "by primary type",
        "share",
        "The same share within each Primary Type.",
        table(["Primary Type"], by(rows, "Primary Type", arrested), PERCENT),
        before=[rate],
        traits=["terse"],
    )
    ask(
        "crimes per month in 2023",
        "trend",
        "The number of rows by month of 2023.",
        table(["month"], by(later, "month", len)),
    )
    family = ask(
        "How many of the crimes were domestic?",
        "count",
        "Rows where Domestic is true.",
        value(len(home)),
    )
    ask(
        "how many of these ended in an arrest?",
        "count",
        "The same where Arrest is true.",
        value(len(where(home, Arrest="true"))),
        before=[family],
        traits=["synonym"],
    )
    ask(
        "number of robberies in district 011",
        "count",
        "Rows of ROBBERY in the District 011.",
        value(sum(row["Primary Type"] == "ROBBERY" and row["District"] == "011" for row in rows)),
        traits=["synonym"],
    )
    stolen = ask(
        "how many motor vehicle thefts were there in 2022",
        "count",
        "Rows of MOTOR VEHICLE THEFT in 2022.",
        value(len(where(earlier, **{"Primary Type": "MOTOR VEHICLE THEFT"}))),
    )
    ask(
        "and in 2023?",
        "count",
        "The same in 2023.",
        value(len(where(later, **{"Primary Type": "MOTOR VEHICLE THEFT"}))),
        before=[stolen],
    )
    ask(
        "Where do thefts happen most often? I mean the location description",
        "extreme",
        "The Location Description with the most rows of THEFT.",
        winner(best(by(thefts, "Location Description", len))),
        traits=["synonym"],
    )
    ask(
        "which block had the most incidents?",
        "extreme",
        "The Block with the most rows.",
        winner(best(by(rows, "Block", len))),
        traits=["synonym"],
    )
    ask(
        "how many records are missing coordinates",
        "missing",
        "Rows without Latitude and Longitude.",
        value(sum(row["Latitude"] is None for row in rows)),
        traits=["synonym"],
    )
    ask(
        "How many victims were hospitalized?",
        "unanswerable",
        "There is nothing about victims.",
        decline("no column of victims", "victims"),
    )
    ask(
        "what's the most dangerous area",
        "ambiguous",
        "By Community Area, District, Ward, Beat, or Block.",
        either(
            *{
                found: winner(found)
                for name in ("Community Area", "District", "Ward", "Block")
                for found in [best(by(rows, name, len))]
            }.values(),
            *leaders(by(rows, "Beat", len)),
        ),
        ambiguous=True,
    )
    return bank
