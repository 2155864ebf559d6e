from expectations import PERCENT, Bank, decline, either, histogram, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, values, where

SCORES = ("math score", "reading score", "writing score")


def questions():
    rows = read("StudentsPerformance.csv", SCORES)
    for row in rows:
        row["overall"] = sum(row[name] for name in SCORES) / 3
    girls = where(rows, gender="female")
    trained = [row for row in girls if row["test preparation course"] == "completed"]
    bank = Bank("students", ["StudentsPerformance.csv"])
    ask = bank.ask

    maths = ask(
        "Average math score by gender",
        "group",
        "The mean math score by gender.",
        table(["gender"], by(rows, "gender", lambda part: mean(part, "math score"))),
    )
    ask(
        "and reading",
        "group",
        "The mean reading score by gender.",
        table(["gender"], by(rows, "gender", lambda part: mean(part, "reading score"))),
        before=[maths],
        traits=["terse"],
    )
    ask(
        "do students who completed the test preparation course do better in writing?",
        "group",
        "The mean writing score by test preparation course, or the difference of the two.",
        either(
            table(
                ["test preparation course"],
                by(rows, "test preparation course", lambda part: mean(part, "writing score")),
            ),
            value(
                mean([row for row in rows if row["test preparation course"] == "completed"], "writing score")
                - mean([row for row in rows if row["test preparation course"] == "none"], "writing score")
            ),
        ),
    )
    ask(
        "how many students per race/ethnicity?",
        "group",
        "The number of rows by race/ethnicity.",
        table(["race/ethnicity"], by(rows, "race/ethnicity", len)),
    )
    lunch = ask(
        "What percentage of students get free/reduced lunch?",
        "share",
        "Rows with the lunch free/reduced as a share of all.",
        value(percent(len(where(rows, lunch="free/reduced")), len(rows)), PERCENT),
    )
    ask(
        "by ethnic group please",
        "share",
        "The same share within each group of race/ethnicity.",
        table(
            ["race/ethnicity"],
            by(rows, "race/ethnicity", lambda part: percent(len(where(part, lunch="free/reduced")), len(part))),
            PERCENT,
        ),
        before=[lunch],
        traits=["polite", "synonym"],
    )
    ask(
        "How strongly are reading and writing scores correlated?",
        "correlation",
        "Pearson's r of the two scores.",
        value(correlation(rows, "reading score", "writing score")),
    )
    failed = ask(
        "how many scored less than 50 in maths",
        "count",
        "Rows with a math score below 50.",
        value(sum(row["math score"] < 50 for row in rows)),
        traits=["synonym"],
    )
    ask(
        "and in all three subjects?",
        "count",
        "Rows whose three scores are all below 50.",
        value(sum(all(row[name] < 50 for name in SCORES) for row in rows)),
        before=[failed],
    )
    ask(
        "median writing score by parental education",
        "group",
        "The median writing score by parental level of education.",
        table(
            ["parental level of education"],
            by(rows, "parental level of education", lambda part: median(part, "writing score")),
        ),
        traits=["missing-word"],
    )
    ask(
        "distribution of the reading scores",
        "distribution",
        "A histogram of the reading score.",
        histogram(values(rows, "reading score"), "reading score"),
    )
    prepared = ask(
        "How many girls completed the prep course?",
        "count",
        "Rows of gender female whose test preparation course is completed.",
        value(len(trained)),
        traits=["synonym"],
    )
    ask(
        "what share of all girls is that?",
        "share",
        "The same as a share of the rows of gender female.",
        value(percent(len(trained), len(girls)), PERCENT),
        before=[prepared],
    )
    ask(
        "highest math score in group C",
        "extreme",
        "The highest math score where race/ethnicity is group C.",
        value(max(row["math score"] for row in where(rows, **{"race/ethnicity": "group C"}))),
        traits=["terse"],
    )
    ask(
        "What is the average age of the students?",
        "unanswerable",
        "There are no ages.",
        decline("no column of ages", "age"),
    )
    ask(
        "which ethnic group performs best",
        "ambiguous",
        "By which score is open, or by the mean of the three.",
        either(
            *{
                found: winner(found)
                for name in (*SCORES, "overall")
                for found in [best(by(rows, "race/ethnicity", lambda part: mean(part, name)))]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
