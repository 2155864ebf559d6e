"""Customers of a telephone company, and which of them left."""

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, total, where

FILE = "WA_Fn-UseC_-Telco-Customer-Churn.csv"


def questions():
    bank = Bank("churn", [FILE])
    ask = bank.ask
    rows = read(FILE, numbers=("tenure", "MonthlyCharges", "TotalCharges"))
    rate = lambda part: percent(len(where(part, Churn="Yes")), len(part))  # noqa: E731

    overall = ask(
        "What's our churn rate?", "share", "Rows with Churn = Yes in percent of all rows.", value(rate(rows), PERCENT)
    )
    contract = ask(
        "by contract type",
        "share",
        "The same by Contract.",
        table(["Contract"], by(rows, "Contract", rate), PERCENT),
        before=[overall],
        traits=["terse"],
    )
    ask(
        "now by payment method",
        "share",
        "The same by PaymentMethod instead of Contract.",
        table(["PaymentMethod"], by(rows, "PaymentMethod", rate), PERCENT),
        before=[overall, contract],
        traits=["terse"],
    )
    ask(
        "average monthly charges of customers who churned vs those who stayed",
        "group",
        "Mean MonthlyCharges by Churn.",
        table(["Churn"], by(rows, "Churn", lambda part: mean(part, "MonthlyCharges"))),
    )
    fiber = where(rows, InternetService="Fiber optic")
    many = ask(
        "How many customers have fibre optic internet?",
        "count",
        "Rows with InternetService = Fiber optic.",
        value(len(fiber)),
        traits=["misspelling"],
    )
    ask(
        "how many of them are seniors",
        "condition",
        "Of these, the rows with SeniorCitizen = 1.",
        value(len(where(fiber, SeniorCitizen="1"))),
        before=[many],
        traits=["synonym"],
    )
    ask(
        "How much do we bill per month in total to customers on two year contracts?",
        "sum",
        "Sum of MonthlyCharges, Contract = Two year.",
        value(total(where(rows, Contract="Two year"), "MonthlyCharges")),
    )
    ask(
        "number of customers where total charges is blank",
        "missing",
        "Rows without TotalCharges.",
        value(sum(row["TotalCharges"] is None for row in rows)),
        traits=["synonym"],
    )
    ask(
        "How many customers have internet but no tech support?",
        "negation",
        "Rows with an InternetService and TechSupport = No.",
        value(sum(row["InternetService"] != "No" and row["TechSupport"] == "No" for row in rows)),
    )
    tenure = ask(
        "median tenure of churned customers",
        "median",
        "Median tenure, Churn = Yes.",
        value(median(where(rows, Churn="Yes"), "tenure")),
        traits=["terse"],
    )
    ask(
        "and of the ones who are still with us?",
        "median",
        "Median tenure, Churn = No.",
        value(median(where(rows, Churn="No"), "tenure")),
        before=[tenure],
    )
    ask(
        "Which payment method do most customers use?",
        "best",
        "Rows by PaymentMethod.",
        winner(best(by(rows, "PaymentMethod", len))),
    )
    ask(
        "how strongly are tenure and total charges correlated",
        "correlation",
        "Pearson's r of tenure and TotalCharges.",
        value(correlation(rows, "tenure", "TotalCharges")),
    )
    ask(
        "Which competitor did the customers who left go to?",
        "other topic",
        "The file says who left, not where to.",
        decline("The file has no competitors.", "competitor"),
    )
    ask(
        "How much does a customer pay on average?",
        "average",
        "A month, or in all.",
        either(value(mean(rows, "MonthlyCharges")), value(mean(rows, "TotalCharges"))),
        ambiguous=True,
    )
    ask(
        "Number of customers by internet service and contract please",
        "two-groups",
        "Rows by InternetService and Contract.",
        table(["InternetService", "Contract"], by(rows, ("InternetService", "Contract"), len)),
        traits=["polite"],
    )
    return bank
