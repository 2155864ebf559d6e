"""Orders of the shop by month, quarter, and year."""

from expectations import PERCENT, either, table, value, winner
from questions.order_lines import orders_once, profit, sales
from reading import (
    best,
    by,
    changes,
    groups,
    growth,
    mean,
    running,
)


def over_time(bank, rows, of_year):
    monthly = by(of_year[2024], "month", sales)
    months = bank.ask(
        "monthly sales in 2024",
        "trend",
        "Sum of Sales for each month of the order date in 2024.",
        table(["month"], monthly),
    )
    bank.ask(
        "as a running total",
        "running-total",
        "The months of 2024 added up.",
        table(["month"], running(monthly)),
        before=[months],
    )
    bank.ask(
        "month over month growth of sales in 2024",
        "growth",
        "Change of each month's Sales against the month before, in percent, from February on.",
        table(["month"], changes(monthly), PERCENT, subset=True),
    )
    bank.ask(
        "profit per quarter in 2023",
        "trend",
        "Sum of Profit for each quarter of the order date in 2023.",
        table(["quarter"], by(of_year[2023], "quarter", profit)),
    )
    bank.ask(
        "how did sales grow from 2023 to 2024",
        "growth",
        "Change of the sum of Sales, in percent, or as an amount.",
        either(
            value(growth(sales(of_year[2023]), sales(of_year[2024])), PERCENT),
            value(sales(of_year[2024]) - sales(of_year[2023])),
        ),
    )
    bank.ask(
        "year over year change of profit in percent",
        "growth",
        "Change of the yearly sum of Profit against the year before.",
        table(["year"], changes(by(rows, "year", profit)), PERCENT, subset=True),
    )
    bank.ask(
        "which quarter of 2023 had the highest sales?",
        "best",
        "The quarter of 2023 with the highest sum of Sales; the best of all quarters is in 2024.",
        winner(best(by(of_year[2023], "quarter", sales))),
    )
    bank.ask(
        "average days between order and shipping per ship mode",
        "difference",
        "Ship Date minus Order Date in days, averaged over the lines, or over the orders.",
        either(
            table(["Ship Mode"], by(rows, "Ship Mode", lambda part: mean(part, "days to ship"))),
            table(["Ship Mode"], by(orders_once(rows), "Ship Mode", lambda part: mean(part, "days to ship"))),
        ),
    )
    bank.ask(
        "number of different orders per year",
        "distinct",
        "Different Order IDs for each year.",
        table(["year"], by(rows, "year", lambda part: len(groups(part, "Order ID")))),
    )
