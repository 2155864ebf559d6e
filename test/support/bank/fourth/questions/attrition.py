"""Employees of a firm, and which of them left."""

from expectations import PERCENT, Bank, decline, either, histogram, ranking, table, value
from reading import by, mean, median, percent, read, top, values, where

FILE = "WA_Fn-UseC_-HR-Employee-Attrition.csv"


def questions():
    bank = Bank("attrition", [FILE])
    ask = bank.ask
    numbers = "Age MonthlyIncome YearsSinceLastPromotion JobSatisfaction EnvironmentSatisfaction"
    rows = read(FILE, numbers=numbers.split() + ["RelationshipSatisfaction", "DistanceFromHome"])
    gone = where(rows, Attrition="Yes")
    rate = lambda part: percent(len(where(part, Attrition="Yes")), len(part))  # noqa: E731

    left = ask("How many employees have left?", "count", "Rows with Attrition = Yes.", value(len(gone)))
    ask(
        "as a percentage of everyone",
        "share",
        "These in percent of all rows.",
        value(rate(rows), PERCENT),
        before=[left],
        traits=["terse"],
    )
    rates = ask(
        "attrition rate by department",
        "share",
        "Rows with Attrition = Yes among those of each Department.",
        table(["Department"], by(rows, "Department", rate), PERCENT),
        traits=["terse"],
    )
    ask(
        "by job role instead",
        "share",
        "The same by JobRole.",
        table(["JobRole"], by(rows, "JobRole", rate), PERCENT),
        before=[rates],
        traits=["terse"],
    )
    ask(
        "What do men and women earn per month on average?",
        "group",
        "Mean MonthlyIncome by Gender.",
        table(["Gender"], by(rows, "Gender", lambda part: mean(part, "MonthlyIncome"))),
        traits=["synonym"],
    )
    ask(
        "Do people who work overtime leave more often?",
        "group",
        "The share, or the number, of those who left, with and without OverTime.",
        either(
            table(["OverTime"], by(rows, "OverTime", rate), PERCENT),
            table(["OverTime", "Attrition"], by(rows, ("OverTime", "Attrition"), len)),
        ),
    )
    ask(
        "top 3 job roles by median monthly income",
        "top",
        "Median MonthlyIncome by JobRole.",
        ranking(top(by(rows, "JobRole", lambda part: median(part, "MonthlyIncome")), 3), "JobRole"),
        traits=["terse"],
    )
    ask(
        "How many people travel frequently?",
        "count",
        "Rows with BusinessTravel = Travel_Frequently.",
        value(len(where(rows, BusinessTravel="Travel_Frequently"))),
        traits=["part-of-value"],
    )
    age = ask(
        "average age of the employees who left",
        "average",
        "Mean Age, Attrition = Yes.",
        value(mean(gone, "Age")),
    )
    ask(
        "and of those who stayed?",
        "average",
        "Mean Age, Attrition = No.",
        value(mean(where(rows, Attrition="No"), "Age")),
        before=[age],
    )
    waiting = lambda years: value(sum(row["YearsSinceLastPromotion"] > years for row in rows))  # noqa: E731
    promoted = ask(
        "How many havent been promoted for more than 3 years?",
        "count",
        "Rows with YearsSinceLastPromotion > 3.",
        waiting(3),
        traits=["misspelling"],
    )
    ask(
        "more than 5?",
        "count",
        "Rows with YearsSinceLastPromotion > 5.",
        waiting(5),
        before=[promoted],
        traits=["terse"],
    )
    ask(
        "I'd like to see how monthly income is distributed",
        "distribution",
        "Bins over MonthlyIncome.",
        histogram(values(rows, "MonthlyIncome"), "MonthlyIncome"),
        traits=["polite"],
    )
    ask(
        "how many people outside of Sales make more than 10,000 a month",
        "negation",
        "Rows with another Department than Sales and MonthlyIncome > 10000.",
        value(sum(row["Department"] != "Sales" and row["MonthlyIncome"] > 10000 for row in rows)),
    )
    ask(
        "How many days were people off sick last year?",
        "other topic",
        "The file has no absences.",
        decline("The file has no days of illness.", "sick"),
    )
    ask(
        "How satisfied are our employees on average?",
        "average",
        "With their job, with their surroundings, or with their relationships.",
        either(
            value(mean(rows, "JobSatisfaction")),
            value(mean(rows, "EnvironmentSatisfaction")),
            value(mean(rows, "RelationshipSatisfaction")),
        ),
        ambiguous=True,
    )
    return bank
