from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, values, where


def questions():
    rows = read(
        "bank.csv", numbers=("age", "balance", "day", "duration", "campaign", "pdays", "previous"), delimiter=";"
    )
    signed = where(rows, y="yes")
    bank = Bank("bank", ["bank.csv"])
    ask = bank.ask

    yes = ask(
        "How many clients said yes to the term deposit?",
        "count",
        "Rows where y, which tells whether a term deposit was subscribed, is yes.",
        value(len(signed)),
        traits=["missing-word"],
    )
    ask(
        "by job please",
        "group",
        "Rows with y yes, by job.",
        table(["job"], by(signed, "job", len)),
        before=[yes],
        traits=["terse", "polite"],
    )
    balance = ask(
        "average balance by education",
        "group",
        "Mean of balance by education; unknown is one of its values.",
        table(["education"], by(rows, "education", lambda part: mean(part, "balance"))),
    )
    ask(
        "which level has the highest?",
        "best",
        "The education with the highest mean of balance.",
        winner(best(by(rows, "education", lambda part: mean(part, "balance")))),
        before=[balance],
    )
    ask(
        "What share of our clients has a housing loan?",
        "share",
        "Rows with housing yes of all rows.",
        value(percent(len(where(rows, housing="yes")), len(rows)), PERCENT),
    )
    age = ask(
        "median age of married clients",
        "median",
        "Median of age where marital is married.",
        value(median(where(rows, marital="married"), "age")),
    )
    ask(
        "and singles?",
        "median",
        "Median of age where marital is single.",
        value(median(where(rows, marital="single"), "age")),
        before=[age],
        traits=["terse"],
    )
    ask(
        "success rate (y) per contact type",
        "ratio",
        "Share of rows with y yes, by contact.",
        table(["contact"], by(rows, "contact", lambda part: percent(len(where(part, y="yes")), len(part))), PERCENT),
        traits=["synonym"],
    )
    ask(
        "In which month did we make the most calls?",
        "best",
        "The month with the most rows, or with the most contacts.",
        either(
            winner(best(by(rows, "month", len))),
            winner(best(by(rows, "month", lambda part: sum(values(part, "campaign"))))),
        ),
        traits=["synonym"],
    )
    minus = [row for row in rows if row["balance"] < 0]
    negative = ask(
        "how many people have a negative balance?",
        "condition",
        "Rows with a balance below 0.",
        value(len(minus)),
    )
    ask(
        "how many of them also have a personal loan?",
        "condition",
        "Rows with a balance below 0 and loan yes.",
        value(len(where(minus, loan="yes"))),
        before=[negative],
    )
    ask(
        "How long was the longest call?",
        "max",
        "The highest duration, in seconds.",
        value(max(values(rows, "duration"))),
        traits=["synonym"],
    )
    ask(
        "number of students and retired people",
        "union",
        "Rows whose job is student or retired.",
        value(len([row for row in rows if row["job"] in ("student", "retired")])),
        traits=["missing-word"],
    )
    ask(
        "is there any correlation between age and balance",
        "correlation",
        "Pearson's r of age and balance.",
        value(correlation(rows, "age", "balance")),
    )
    ask(
        "How many clients have a loan?",
        "ambiguous",
        "A personal loan, a housing loan, either of them, or both.",
        either(
            value(len(where(rows, loan="yes"))),
            value(len(where(rows, housing="yes"))),
            value(len([row for row in rows if "yes" in (row["loan"], row["housing"])])),
            value(len(where(rows, loan="yes", housing="yes"))),
        ),
        ambiguous=True,
    )
    ask(
        "Which branch brought in the most subscriptions?",
        "unanswerable",
        "There is nothing about branches.",
        decline("no column of the branch", "branch"),
    )
    return bank
