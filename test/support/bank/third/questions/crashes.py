"""Reports of crashes in two years."""

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, growth, mean, month, percent, read, top, total, where

from readings import any_of, leaders

HURT, DEAD, CYCLISTS = "NUMBER OF PERSONS INJURED", "NUMBER OF PERSONS KILLED", "NUMBER OF CYCLISTS INJURED"


def questions():
    rows = read("crashes.csv", numbers=(HURT, DEAD, CYCLISTS))
    for row in rows:
        row["day"] = day(row["CRASH DATE"], "%m/%d/%Y")
        row["month"], row["year"] = month(row["day"]), row["day"].year
        row["hour"] = int(row["CRASH TIME"].split(":")[0])
    hurt, dead = (lambda part: total(part, HURT)), (lambda part: total(part, DEAD))
    injuring = [row for row in rows if row[HURT] > 0]
    bank = Bank("crashes", ["crashes.csv"])
    ask = bank.ask

    ask(
        "How many crashes were there in Brooklyn?",
        "count",
        "Rows of borough BROOKLYN.",
        value(len(where(rows, BOROUGH="BROOKLYN"))),
    )
    injured = ask(
        "people injured by borough",
        "group",
        "Sum of persons injured by borough.",
        table(["BOROUGH"], by(rows, "BOROUGH", hurt)),
        traits=["terse"],
    )
    ask(
        "and killed?",
        "group",
        "Sum of persons killed by borough.",
        table(["BOROUGH"], by(rows, "BOROUGH", dead)),
        before=[injured],
    )
    monthly = ask(
        "Accidents per month please",
        "trend",
        "Count of rows by the month of the date.",
        table(["month"], by(rows, "month", len)),
        traits=["polite", "synonym"],
    )
    ask(
        "only those where somebody got hurt",
        "trend",
        "Count of rows with at least one person injured (or killed), by month.",
        any_of(
            table(["month"], by(injuring, "month", len)),
            table(["month"], by([row for row in rows if row[HURT] + row[DEAD] > 0], "month", len)),
        ),
        before=[monthly],
        traits=["synonym"],
    )
    known = [row for row in rows if row["CONTRIBUTING FACTOR"] != "Unspecified"]
    ask(
        "top 3 contributing factors, not counting Unspecified",
        "top",
        "The three most frequent contributing factors without Unspecified.",
        ranking(top(by(known, "CONTRIBUTING FACTOR", len), 3), "CONTRIBUTING FACTOR"),
    )
    years = by(rows, "year", dead)
    ask(
        "Did more people die in 2024 than in 2023?",
        "difference",
        "Sum of persons killed in both years, or the change.",
        either(
            table(["year"], years),
            value(years[2024] - years[2023]),
            value(growth(years[2023], years[2024]), unit="percent"),
        ),
        traits=["synonym"],
    )
    ask(
        "At which hour of the day do most crashes happen?",
        "best",
        "The hour of the crash time with the most rows.",
        winner(best(by(rows, "hour", len))),
    )
    share = ask(
        "What percent of crashes led to at least one injury?",
        "share",
        "Rows with at least one person injured over all rows.",
        value(percent(len(injuring), len(rows)), unit="percent"),
    )
    speeding = where(rows, **{"CONTRIBUTING FACTOR": "Unsafe Speed"})
    ask(
        "for unsafe speed only",
        "share",
        "The same share among rows of the factor Unsafe Speed.",
        value(percent(len([row for row in speeding if row[HURT] > 0]), len(speeding)), unit="percent"),
        before=[share],
    )
    ask(
        "how many crashes involved a taxi",
        "count",
        "Rows with vehicle type Taxi.",
        value(len(where(rows, **{"VEHICLE TYPE": "Taxi"}))),
    )
    ask(
        "Average number of injured people per crash by vehicle type",
        "average",
        "Mean of persons injured by vehicle type.",
        table(["VEHICLE TYPE"], by(rows, "VEHICLE TYPE", lambda part: mean(part, HURT))),
    )
    cyclists = ask(
        "cyclists injured since July 2024",
        "period",
        "Sum of cyclists injured from 2024-07-01 on.",
        value(total([row for row in rows if row["month"] >= "2024-07"], CYCLISTS)),
        traits=["terse"],
    )
    ask(
        "and in the same months of 2023?",
        "period",
        "Sum of cyclists injured from July to December 2023.",
        value(total([row for row in rows if "2023-07" <= row["month"] <= "2023-12"], CYCLISTS)),
        before=[cyclists],
    )
    ask(
        "How fast were the drivers going on average?",
        "other topic",
        "No column tells speeds; Unsafe Speed is but a factor.",
        decline("The file has no speeds.", "fast"),
    )
    ask(
        "Which borough is the most dangerous?",
        "opinion",
        "By crashes, by persons injured or killed, or by persons injured or killed a crash.",
        any_of(
            winner(best(by(rows, "BOROUGH", len))),
            winner(best(by(rows, "BOROUGH", hurt))),
            *leaders(by(rows, "BOROUGH", dead)),
            winner(best(by(rows, "BOROUGH", lambda part: mean(part, HURT)))),
            winner(best(by(rows, "BOROUGH", lambda part: mean(part, DEAD)))),
        ),
        ambiguous=True,
    )
    return bank
