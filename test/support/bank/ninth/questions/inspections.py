"""Inspections of New York's restaurants: one row a violation, several rows an inspection."""

from expectations import PERCENT, Bank, decline, listing, table, value, winner
from reading import best, by, day, mean, percent, read, values, where
from readings import any_of, leaders

FILE = "DOHMH_New_York_City_Restaurant_Inspection_Results.csv"
CUISINE, DATE, CODE = "CUISINE DESCRIPTION", "INSPECTION DATE", "VIOLATION CODE"


def questions():
    rows = read(FILE, ("SCORE",))
    for row in rows:
        row["day"] = day(row[DATE], "%m/%d/%Y")
    cited = [row for row in rows if row[CODE]]
    visits = list({(row["CAMIS"], row["day"]): row for row in rows if row["day"].year > 1900}.values())
    critical = where(rows, **{"CRITICAL FLAG": "Critical"})
    bank = Bank("inspections", [FILE])

    def restaurants(part):
        return len({row["CAMIS"] for row in part})

    def graded(letter):
        return listing(sorted({row["DBA"] for row in rows if row["GRADE"] == letter}), "DBA")

    number = bank.ask("how many restaurants are in this file?", "distinct", "different CAMIS", value(restaurants(rows)))
    bank.ask(
        "by borough",
        "distinct",
        "different CAMIS by BORO",
        table(["BORO"], by(rows, "BORO", restaurants)),
        before=[number],
        traits=["terse"],
    )
    serious = bank.ask(
        "Number of critcal violations",
        "count",
        "rows whose CRITICAL FLAG is Critical",
        value(len(critical)),
        traits=["misspelling"],
    )
    bank.ask(
        "split that by cuisine",
        "group",
        "the same by CUISINE DESCRIPTION",
        table([CUISINE], by(critical, CUISINE, len)),
        before=[serious],
    )
    bank.ask(
        "What is the most common violation?",
        "best",
        "the VIOLATION CODE or the VIOLATION DESCRIPTION with the most rows",
        any_of(*leaders(by(rows, CODE, len)), *leaders(by(rows, "VIOLATION DESCRIPTION", len))),
    )
    bank.ask(
        "violations cited per year",
        "trend",
        "rows with a VIOLATION CODE by the year of INSPECTION DATE",
        table(["year"], by(cited, lambda row: row["day"].year, len)),
        traits=["terse"],
    )
    bank.ask(
        "Which restaurant had the worst (highest) inspection score?",
        "max",
        "DBA of the highest SCORE",
        winner(best({row["DBA"]: row["SCORE"] for row in sorted(visits, key=lambda row: row["SCORE"])})),
    )
    bad = bank.ask(
        "list the restaurants that got a C",
        "list",
        "different DBA whose GRADE is C",
        graded("C"),
        traits=["part-of-value"],
    )
    bank.ask("and those with a B", "list", "different DBA whose GRADE is B", graded("B"), before=[bad])
    mice = [row for row in cited if "mice" in row["VIOLATION DESCRIPTION"]]
    bank.ask(
        "How many places had evidence of mice?",
        "condition",
        "different CAMIS with a violation whose description names mice",
        value(restaurants(mice)),
        traits=["synonym", "part-of-value"],
    )
    bank.ask(
        "avg score per borough",
        "group",
        "mean of SCORE by BORO, over the rows or over the inspections",
        any_of(
            *(
                table(["BORO"], by(part, "BORO", lambda one: mean(one, "SCORE")))
                for part in ([row for row in rows if row["SCORE"] is not None], visits)
            )
        ),
        traits=["terse"],
    )
    pizza = bank.ask(
        "How many pizza places are there in Brooklyn?",
        "distinct",
        "different CAMIS, Pizza in Brooklyn",
        value(restaurants(where(rows, BORO="Brooklyn", **{CUISINE: "Pizza"}))),
    )
    bank.ask(
        "what about Manhattan",
        "distinct",
        "different CAMIS, Pizza in Manhattan",
        value(restaurants(where(rows, BORO="Manhattan", **{CUISINE: "Pizza"}))),
        before=[pizza],
    )
    bank.ask(
        "What share of violations is critical?",
        "share",
        "rows whose CRITICAL FLAG is Critical, of the rows with a violation, or of all",
        any_of(*(value(percent(len(critical), len(part)), PERCENT) for part in (cited, rows))),
    )
    bank.ask(
        "how much did they pay in fines?",
        "other topic",
        "there are no fines",
        decline("the file has no fines", "fines"),
        traits=["missing-word"],
    )
    scored = [row for row in rows if row["SCORE"] is not None]
    bank.ask(
        "which cuisine is the dirtiest?",
        "best",
        "the most violations, the most critical ones, or the highest mean of SCORE",
        any_of(
            *leaders(by(cited, CUISINE, len)),
            *leaders(by(critical, CUISINE, len)),
            *leaders(by(scored, CUISINE, lambda part: mean(part, "SCORE"))),
            *leaders(by(visits, CUISINE, lambda part: mean(part, "SCORE"))),
            *leaders(by(cited, CUISINE, lambda part: len(part) / restaurants(part))),
            *leaders(by(rows, CUISINE, lambda part: max(values(part, "SCORE"), default=0))),
        ),
        ambiguous=True,
    )
    return bank
