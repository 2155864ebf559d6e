"""Order lines of a shop over four years. One order may have several lines."""

from expectations import PERCENT, Bank, decline, either, histogram, listing, ranking, table, value, winner
from questions.order_lines import margin, order_lines, profit, sales
from questions.orders_over_time import over_time
from reading import (
    best,
    by,
    groups,
    percent,
    top,
    total,
    values,
    weekday,
    where,
)


def questions():
    rows = order_lines()
    bank = Bank("orders", ["orders.csv"])
    of_year = groups(rows, "year")
    basics(bank, rows, of_year)
    over_time(bank, rows, of_year)
    others(bank, rows, of_year)
    return bank


def basics(bank, rows, of_year):
    bank.ask("total sales", "sum", "Sum of Sales.", value(sales(rows)), traits=["terse"])
    bank.ask(
        "sales 2023 west",
        "sum",
        "Sum of Sales with an order date in 2023 and region West.",
        value(sales(where(rows, year=2023, Region="West"))),
        traits=["terse"],
    )
    region = bank.ask(
        "revenue by region",
        "group",
        "Sum of Sales for each Region, outer blanks ignored.",
        table(["Region"], by(rows, "Region", sales)),
        traits=["synonym"],
    )
    gain = bank.ask(
        "show profit instead",
        "group",
        "Sum of Profit for each Region.",
        table(["Region"], by(rows, "Region", profit)),
        before=[region],
    )
    bank.ask(
        "only Technology",
        "group",
        "Sum of Profit for each Region where Category is Technology.",
        table(["Region"], by(where(rows, Category="Technology"), "Region", profit)),
        before=[region, gain],
    )
    bank.ask(
        "What is the profit margin by category?",
        "ratio",
        "Sum of Profit over sum of Sales for each category.",
        table(["Category"], by(rows, "Category", margin), PERCENT),
    )
    bank.ask(
        "top 5 states by sales",
        "top",
        "States with the highest sum of Sales.",
        ranking(top(by(rows, "State", sales), 5), "State"),
    )
    bank.ask(
        "bottom 3 sub-categories by profit",
        "bottom",
        "Sub-categories with the lowest sum of Profit, lowest first.",
        ranking(top(by(rows, "Sub-Category", profit), 3, lowest=True), "Sub-Category"),
    )
    bank.ask(
        "which sub-category made the biggest loss",
        "best",
        "The sub-category with the lowest sum of Profit, which is negative.",
        winner(best(by(rows, "Sub-Category", profit), lowest=True)),
    )
    bank.ask(
        "sales by region and category",
        "two-groups",
        "Sum of Sales for each pair.",
        table(["Region", "Category"], by(rows, ("Region", "Category"), sales)),
    )
    california = bank.ask(
        "Could you tell me the total sales in California, please?",
        "sum",
        "Sum of Sales where State is California.",
        value(sales(where(rows, State="California"))),
        traits=["polite"],
    )
    bank.ask(
        "and in 2023?",
        "sum",
        "Sum of Sales in California with an order date in 2023.",
        value(sales(where(rows, State="California", year=2023))),
        before=[california],
    )
    bank.ask(
        "break it down by city",
        "group",
        "Sum of Sales in California for each city.",
        table(["City"], by(where(rows, State="California"), "City", sales)),
        before=[california],
    )
    bank.ask(
        "how much did we sell to postal code 07030?",
        "sum",
        "Sum of Sales where Postal Code is the text 07030.",
        value(sales(where(rows, **{"Postal Code": "07030"}))),
    )


def others(bank, rows, of_year):
    orders = by(rows, "Order ID", sales)
    bank.ask(
        "average order value",
        "average",
        "Sum of Sales over the number of different orders.",
        value(sales(rows) / len(orders)),
    )
    bank.ask(
        "show the 5 most expensive orders",
        "list",
        "Order IDs with the highest sum of Sales over their lines.",
        ranking(top(orders, 5), "Order ID"),
    )
    bank.ask(
        "how many order lines have a discount of at least 30%?",
        "condition",
        "Discount of 0.3 or more.",
        value(len([row for row in rows if row["Discount"] >= 0.3])),
    )
    bank.ask(
        "sales without returns",
        "negation",
        "Sum of Sales where Returned is No.",
        value(sales(where(rows, Returned="No"))),
    )
    bank.ask(
        "what percentage of sales was returned",
        "share",
        "Sales with Returned Yes, of all Sales.",
        value(percent(sales(where(rows, Returned="Yes")), sales(rows)), PERCENT),
    )
    bank.ask(
        "share of each region in total sales",
        "share",
        "Sum of Sales of the region over all Sales.",
        table(["Region"], by(rows, "Region", lambda part: percent(sales(part), sales(rows))), PERCENT),
    )
    bank.ask(
        "how many lines lost money",
        "condition",
        "Profit below zero.",
        value(len([row for row in rows if row["Profit"] < 0])),
    )
    products = by(rows, "Product Name", sales)
    bank.ask(
        "What share of sales comes from the top 3 products?",
        "share",
        "Sum of Sales of the three best-selling products, of all Sales.",
        value(percent(sum(figure for _, figure in top(products, 3)), sales(rows)), PERCENT),
    )
    bank.ask(
        "proft by catgory",
        "group",
        "Sum of Profit by Category; slips.",
        table(["Category"], by(rows, "Category", profit)),
        traits=["misspelling"],
    )
    bank.ask(
        "which cities are in the South region",
        "distinct",
        "Different cities with Region South.",
        listing(sorted(groups(where(rows, Region="South"), "City")), "City"),
    )
    bank.ask(
        "all lines with more than 8 items and a profit above 100, row ids",
        "list",
        "Quantity above 8 and Profit above 100.",
        listing([row["Row ID"] for row in rows if row["Quantity"] > 8 and row["Profit"] > 100], "Row ID"),
    )
    bank.ask(
        "distribution of sales amounts",
        "distribution",
        "Counts of lines by bins of Sales.",
        histogram(values(rows, "Sales"), "Sales"),
    )
    bank.ask(
        "how many orders do we have?",
        "count",
        "Orders by their ID, or lines.",
        either(value(len(orders)), value(len(rows))),
        ambiguous=True,
    )
    bank.ask(
        "what is our top product?",
        "top",
        "By sales, by profit, or by quantity.",
        either(
            *[
                winner(best(by(rows, "Product Name", lambda part: total(part, column))))
                for column in ("Sales", "Profit", "Quantity")
            ]
        ),
        ambiguous=True,
    )
    bank.ask(
        "which month was our best?",
        "best",
        "A month of one year, or a month of the calendar, by sales or by profit.",
        either(
            *[
                winner(best(by(rows, key, measure)))
                for key in ("month", lambda row: f"{row['day']:%B}")
                for measure in (sales, profit)
            ]
        ),
        ambiguous=True,
    )
    best_in = {region: best(by(part, "Product Name", sales)) for region, part in groups(rows, "Region").items()}
    bank.ask(
        "best selling product in each region by sales",
        "best",
        "The product with the highest sum of Sales in each Region.",
        table(["Region", "Product Name"], {(region, product): amount for region, (product, amount) in best_in.items()}),
    )
    bank.ask(
        "compare sales 2023 and 2024 by region",
        "two-groups",
        "Sum of Sales by Region for the two years.",
        table(["Region", "year"], by(of_year[2023] + of_year[2024], ("Region", "year"), sales)),
    )
    bank.ask(
        "when was the very first order placed?",
        "min",
        "The earliest Order Date.",
        value(str(min(row["day"] for row in rows))),
    )
    bank.ask(
        "sales by day of the week",
        "group",
        "Sum of Sales by weekday of the order date.",
        table(["weekday"], by(rows, lambda row: weekday(row["day"]), sales)),
    )
    bank.ask(
        "hi! could you please plot our profit over the years? thanks a lot :)",
        "trend",
        "Sum of Profit for each year.",
        table(["year"], by(rows, "year", profit)),
        traits=["polite"],
    )
    bank.ask(
        "forecast our sales for the next 6 months",
        "forecast",
        "The future.",
        decline("The file ends in 2024; a forecast is no figure of the file."),
    )
    bank.ask(
        "sales by sales rep",
        "group",
        "No seller in the file.",
        decline("The file names no sales reps.", "sales rep"),
        traits=["missing-word"],
    )
