"""Lines of invoices of an online shop; invoices that begin with C are cancellations."""

from datetime import date

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, day, month, read, top, total, values, weekday, where
from readings import any_of

FILE = "Online Retail.csv"


def questions():
    bank = Bank("retail", [FILE])
    ask = bank.ask
    rows = read(FILE, numbers=("Quantity", "UnitPrice"))
    for row in rows:
        row["date"] = day(row["InvoiceDate"].split(" ")[0], "%m/%d/%Y")
        row["worth"] = row["Quantity"] * row["UnitPrice"]
    sold = [row for row in rows if not row["InvoiceNo"].startswith("C")]
    positive = [row for row in rows if row["Quantity"] > 0]
    invoices = lambda part: len({row["InvoiceNo"] for row in part})  # noqa: E731
    buyers = lambda part: len(set(values(part, "CustomerID")))  # noqa: E731
    worth = lambda part: total(part, "worth")  # noqa: E731

    ask(
        "What was our total revenue?",
        "sum",
        "Quantity times UnitPrice, less cancellations or without them.",
        either(value(worth(rows)), value(worth(sold))),
        ambiguous=True,
    )
    ask(
        "How many invoices start with a C, i.e. are cancellations?",
        "distinct",
        "Different InvoiceNo that begin with C.",
        value(invoices(row for row in rows if row["InvoiceNo"].startswith("C"))),
        traits=["part-of-value"],
    )
    customers = ask(
        "How many different customers do we have?", "distinct", "Different CustomerID.", value(buyers(rows))
    )
    ask(
        "just germany",
        "distinct",
        "The same for Country = Germany.",
        value(buyers(where(rows, Country="Germany"))),
        before=[customers],
        traits=["terse"],
    )
    sales = ask(
        "sales (quantity x unit price) per country",
        "group",
        "Sum of Quantity times UnitPrice by Country; cancellations count as they stand.",
        any_of(table(["Country"], by(rows, "Country", worth)), table(["Country"], by(sold, "Country", worth))),
    )
    abroad = [row for row in rows if row["Country"] != "United Kingdom"]
    ask(
        "without the United Kingdom",
        "negation",
        "The same without Country = United Kingdom.",
        any_of(
            table(["Country"], by(abroad, "Country", worth)),
            table(["Country"], by([row for row in abroad if row in sold], "Country", worth)),
        ),
        before=[sales],
        traits=["terse"],
    )
    pieces = lambda part: ranking(  # noqa: E731
        top(by(part, "Description", lambda lines: total(lines, "Quantity")), 5), "Description"
    )
    ask(
        "Top 5 products by quantity",
        "top",
        "Sum of Quantity by Description, with cancellations or without.",
        any_of(pieces(rows), pieces(sold), pieces(positive)),
        traits=["terse"],
    )
    ask(
        "On how many lines is the customer ID missing?",
        "missing",
        "Rows without a CustomerID.",
        value(sum(row["CustomerID"] is None for row in rows)),
    )
    monthly = lambda part: table(["month"], by(part, lambda row: month(row["date"]), invoices))  # noqa: E731
    number = ask(
        "How many invoices were there each month?",
        "trend",
        "Different InvoiceNo by month, with cancellations or without.",
        any_of(monthly(rows), monthly(sold), monthly(positive)),
    )
    french = where(rows, Country="France")
    ask(
        "and in France?",
        "condition",
        "The same for Country = France.",
        any_of(monthly(french), monthly(where(sold, Country="France"))),
        before=[number],
    )
    ask(
        "how many lines are for products with HEART in the description",
        "count",
        "Rows whose Description contains HEART.",
        value(sum("HEART" in (row["Description"] or "") for row in rows)),
        traits=["part-of-value"],
    )
    ask(
        "How many lines does an invoice have on average?",
        "ratio",
        "Rows by different InvoiceNo, with cancellations or without.",
        any_of(value(len(rows) / invoices(rows)), value(len(sold) / invoices(sold))),
    )
    days = lambda part: winner(best(by(part, lambda row: weekday(row["date"]), invoices)))  # noqa: E731
    ask(
        "Which weekday has the most invoices?",
        "best",
        "Different InvoiceNo by weekday, with cancellations or without.",
        any_of(days(rows), days(sold)),
    )
    ask(
        "What's our profit margin on the cakestands?",
        "other topic",
        "The file has prices, not what the goods cost.",
        decline("The file has no costs, so no profit.", "profit"),
    )

    def between(start, end):
        part = [row for row in rows if start <= row["date"] <= end]
        return any_of(value(worth(part)), value(worth([row for row in part if row in sold])))

    summer = ask(
        "How much did we sell between 1 June and 31 August 2011, in money?",
        "period",
        "Sum of Quantity times UnitPrice of those days, less cancellations or without them.",
        between(date(2011, 6, 1), date(2011, 8, 31)),
    )
    ask(
        "and in the three months before that?",
        "period",
        "The same for March to May 2011.",
        between(date(2011, 3, 1), date(2011, 5, 31)),
        before=[summer],
    )
    return bank
