"""Adventure Works: one row a line of an order."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, day, growth, month, percent, read, top, total
from readings import any_of, leaders

FILE = "AdventureWorks_Sales.csv"


def orders(rows):
    return len({row["SalesOrderID"] for row in rows})


def units(rows):
    return total(rows, "OrderQty")


def sales(rows):
    return total(rows, "LineTotal")


def questions():
    bank = Bank("adventure", [FILE])
    rows = read(FILE, numbers=["OrderQty", "UnitPrice", "UnitPriceDiscount", "LineTotal"])
    for row in rows:
        row["date"] = day(row["OrderDate"][:10])
    this = [row for row in rows if row["date"].year == 2013]
    last = [row for row in rows if row["date"].year == 2012]

    asked = bank.ask(
        "What were total sales in 2013?",
        "sum",
        "Sum of LineTotal of the lines of 2013.",
        value(sales(this)),
    )
    bank.ask(
        "How does that compare with the year before?",
        "growth",
        "2013 against 2012: the change in percent, the difference, or both years side by side.",
        any_of(
            value(growth(sales(last), sales(this)), PERCENT),
            value(sales(this) - sales(last)),
            table(["year"], {2012: sales(last), 2013: sales(this)}),
        ),
        before=[asked],
    )
    asked = bank.ask(
        "top 5 products by revenue",
        "top",
        "The five ProductNames with the highest sum of LineTotal.",
        ranking(top(by(rows, "ProductName", sales), 5), "ProductName"),
        traits=["terse", "synonym"],
    )
    bank.ask(
        "same thing but by units sold",
        "top",
        "The five ProductNames with the highest sum of OrderQty.",
        ranking(top(by(rows, "ProductName", units), 5), "ProductName"),
        before=[asked],
        traits=["synonym"],
    )
    asked = bank.ask(
        "How many orders came from each territory?",
        "group",
        "Different SalesOrderIDs by Territory.",
        table(["Territory"], by(rows, "Territory", orders)),
    )
    bank.ask(
        "only those with bikes in them",
        "condition",
        "Different SalesOrderIDs with a line of the category Bikes, by Territory.",
        table(["Territory"], by([row for row in rows if row["Category"] == "Bikes"], "Territory", orders)),
        before=[asked],
    )
    bank.ask(
        "What's our average order value?",
        "ratio",
        "Sum of LineTotal by the number of different SalesOrderIDs.",
        value(sales(rows) / orders(rows)),
    )
    asked = bank.ask(
        "monthly sales for 2013 please",
        "trend",
        "Sum of LineTotal by month of OrderDate in 2013.",
        table(["month"], by(this, lambda row: month(row["date"]), sales)),
        traits=["polite"],
    )
    bank.ask(
        "which month was the strongest?",
        "best",
        "The month of 2013 with the highest sum of LineTotal.",
        winner(best(by(this, lambda row: month(row["date"]), sales))),
        before=[asked],
        traits=["synonym"],
    )
    bank.ask(
        "What share of revenue do accessories make up?",
        "share",
        "LineTotal of the category Accessories by that of all.",
        value(percent(sales([row for row in rows if row["Category"] == "Accessories"]), sales(rows)), PERCENT),
        traits=["synonym"],
    )
    bank.ask(
        "how many different customers bought a Sport-100 helmet",
        "distinct",
        "Different CustomerKeys on lines whose product is a Sport-100 Helmet of any colour.",
        value(len({row["CustomerKey"] for row in rows if row["ProductName"].startswith("Sport-100 Helmet")})),
        traits=["part-of-value"],
    )
    bank.ask(
        "Which subcategory earns us the least?",
        "best",
        "The Subcategory with the lowest sum of LineTotal.",
        winner(best(by(rows, "Subcategory", sales), lowest=True)),
        traits=["synonym"],
    )
    bank.ask(
        "Sales by categroy, without Australia",
        "negation",
        "Sum of LineTotal by Category over all territories but Australia.",
        table(["Category"], by([row for row in rows if row["Territory"] != "Australia"], "Category", sales)),
        traits=["misspelling"],
    )
    bank.ask(
        "How many orders were worth more than 3,000?",
        "condition",
        "SalesOrderIDs whose sum of LineTotal is above 3000.",
        value(sum(worth > 3000 for worth in by(rows, "SalesOrderID", sales).values())),
        traits=["synonym"],
    )
    bank.ask(
        "what profit margin do we make on bikes?",
        "other topic",
        "There are prices, but no costs.",
        decline("the file has no costs, so neither profit nor margin", "margin"),
    )
    bank.ask(
        "Who is our best customer?",
        "opinion",
        "The CustomerKey with the most revenue, the most orders, or the most units.",
        any_of(
            *leaders(by(rows, "CustomerKey", sales)),
            *leaders(by(rows, "CustomerKey", orders)),
            *leaders(by(rows, "CustomerKey", units)),
        ),
        ambiguous=True,
    )
    return bank
