from expectations import PERCENT, Bank, decline, either, listing, table, value, winner
from reading import best, by, correlation, day, growth, mean, month, moving, read
from readings import any_of

SERIES = ("UNRATE", "U6RATE", "CIVPART", "PAYEMS")


def dated(pair):
    """A month, as such or as the day by which the file names it."""
    return either(winner(pair), winner((f"{pair[0]}-01", pair[1])))


def questions():
    rows = read("fredgraph.csv", SERIES, missing=("", "."))
    for row in rows:
        row["day"] = day(row["DATE"])
        row["month"], row["year"] = month(row["day"]), str(row["day"].year)
    series = {name: {row["month"]: row[name] for row in rows if row[name] is not None} for name in SERIES}
    recent = [row for row in rows if row["year"] >= "2020"]
    bank = Bank("labour", ["fredgraph.csv"])
    ask = bank.ask

    def yearly(name, part=rows):
        return table(["year"], by(part, "year", lambda some: mean(some, name)))

    annual = ask(
        "average UNRATE per year",
        "group",
        "The mean of UNRATE by year of DATE.",
        yearly("UNRATE"),
    )
    ask(
        "same for U6RATE",
        "group",
        "The mean of U6RATE by year.",
        yearly("U6RATE"),
        before=[annual],
        traits=["terse"],
    )
    ask(
        "only since 2020",
        "group",
        "The same for 2020 and later.",
        yearly("U6RATE", recent),
        before=[annual, "same for U6RATE"],
    )
    peak = ask(
        "When was UNRATE at its highest?",
        "extreme",
        "The month with the highest UNRATE.",
        dated(best(series["UNRATE"])),
        traits=["synonym"],
    )
    ask(
        "and the lowest in 2020?",
        "extreme",
        "The month with the lowest UNRATE in 2020.",
        dated(
            best({name: number for name, number in series["UNRATE"].items() if name.startswith("2020")}, lowest=True)
        ),
        before=[peak],
    )
    ask(
        "plot unrate over time",
        "trend",
        "UNRATE by month.",
        either(
            table(["month"], series["UNRATE"]),
            table(["DATE"], {f"{name}-01": x for name, x in series["UNRATE"].items()}),
        ),
    )
    ask(
        "what's the latest payems value?",
        "extreme",
        "PAYEMS of the last month.",
        value(rows[-1]["PAYEMS"]),
        traits=["synonym"],
    )
    ask(
        "By how much did PAYEMS fall from March 2020 to April 2020?",
        "change",
        "PAYEMS of April less PAYEMS of March 2020, or the change in percent.",
        either(
            value(series["PAYEMS"]["2020-04"] - series["PAYEMS"]["2020-03"]),
            value(series["PAYEMS"]["2020-03"] - series["PAYEMS"]["2020-04"]),
            value(growth(series["PAYEMS"]["2020-03"], series["PAYEMS"]["2020-04"]), PERCENT),
        ),
    )
    ask(
        "correlation of UNRATE and CIVPART",
        "correlation",
        "Pearson's r over the months that have both.",
        value(correlation(rows, "UNRATE", "CIVPART")),
        traits=["terse"],
    )
    high = ask(
        "how many months was UNRATE above 6?",
        "count",
        "Months with UNRATE above 6.",
        value(sum(number > 6 for number in series["UNRATE"].values())),
    )
    ask(
        "how many of them in 2020",
        "count",
        "The same in 2020.",
        value(sum(number > 6 for name, number in series["UNRATE"].items() if name.startswith("2020"))),
        before=[high],
    )
    smooth = moving(series["U6RATE"], 3)
    smooth = {name: number for name, number in smooth.items() if "2023-03" <= name <= "2023-12"}
    ask(
        "3-month moving average of U6RATE for 2023 please",
        "moving",
        "The mean of U6RATE over the last three months, for the months of 2023.",
        either(
            table(["month"], smooth, subset=True),
            table(["DATE"], {f"{name}-01": number for name, number in smooth.items()}, subset=True),
        ),
        traits=["polite"],
    )
    ask(
        "which months have no CIVPART value",
        "missing",
        "Months where CIVPART is missing.",
        either(
            listing([row["month"] for row in rows if row["CIVPART"] is None], "DATE"),
            listing([row["DATE"] for row in rows if row["CIVPART"] is None], "DATE"),
        ),
    )
    ask(
        "On average, how far is U6RATE above UNRATE?",
        "difference",
        "The mean of U6RATE less UNRATE over the months that have both, or the difference of the two means.",
        any_of(
            value(
                mean(
                    [
                        {"gap": row["U6RATE"] - row["UNRATE"]}
                        for row in rows
                        if row["U6RATE"] is not None and row["UNRATE"] is not None
                    ],
                    "gap",
                )
            ),
            value(mean(rows, "U6RATE") - mean(rows, "UNRATE")),
        ),
    )
    ask(
        "What was the inflation rate in 2022?",
        "unanswerable",
        "There is nothing about inflation.",
        decline("no column of inflation", "inflation"),
    )
    unemployment = series["UNRATE"]
    means = {name: mean([row for row in rows if row["year"] == name], "UNRATE") for name in ("2019", "2020")}
    ask(
        "how much did UNRATE change in 2020",
        "ambiguous",
        "From January or from the December before to December, or the mean of the year against the year before.",
        any_of(
            value(unemployment["2020-12"] - unemployment["2020-01"]),
            value(unemployment["2020-12"] - unemployment["2019-12"]),
            value(means["2020"] - means["2019"]),
            value(growth(unemployment["2020-01"], unemployment["2020-12"]), PERCENT),
            value(growth(unemployment["2019-12"], unemployment["2020-12"]), PERCENT),
            value(growth(means["2019"], means["2020"]), PERCENT),
        ),
        ambiguous=True,
    )
    return bank
