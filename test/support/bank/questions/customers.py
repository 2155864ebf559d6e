"""Customers of the shop, alone and together with their orders."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from questions.order_lines import order_lines, sales
from reading import best, by, day, first, groups, mean, median, percent, quarter, read, top, total, where


def questions():
    people = read("customers.csv", numbers=["Birth Year"])
    bank = Bank("customers", ["customers.csv"])
    alone(bank, people)
    together(bank, people)
    return bank


def alone(bank, people):
    bank.ask("how many customers do we have", "count", "One row is one customer.", value(len(people)))
    bank.ask("customers per segment", "group", "Rows by Segment.", table(["Segment"], by(people, "Segment", len)))
    signups = bank.ask(
        "number of signups per year",
        "trend",
        "Rows by the year of Signup Date.",
        table(["year"], by(people, lambda row: row["Signup Date"][:4], len)),
    )
    bank.ask(
        "by quarter",
        "trend",
        "Rows by the quarter of Signup Date, one row for each quarter with signups.",
        table(["quarter"], by(people, lambda row: quarter(day(row["Signup Date"])), len)),
        before=[signups],
    )
    bank.ask(
        "who has no email address?",
        "missing",
        "Empty Email.",
        listing([row["Customer Name"] for row in people if row["Email"] is None], "Customer Name"),
    )
    share = [
        value(percent(len(where(people, **{"Loyalty Tier": "Gold"})), whole), PERCENT)
        for whole in (len(people), len([row for row in people if row["Loyalty Tier"]]))
    ]
    bank.ask(
        "what percent of customers are Gold?",
        "share",
        "Gold of all customers, or of those with a tier.",
        either(*share),
    )
    bank.ask(
        "customers not from search, how many",
        "negation",
        "Source other than Search.",
        value(len([row for row in people if row["Source"] != "Search"])),
    )
    bank.ask(
        "how many customers were born before 1970",
        "condition",
        "Birth Year below 1970.",
        value(len([row for row in people if row["Birth Year"] < 1970])),
    )
    bank.ask(
        "oldest customer?",
        "best",
        "The names with the lowest Birth Year, which two share, or the name with the earliest Signup Date.",
        either(
            listing(
                [row["Customer Name"] for row in people if row["Birth Year"] == min(p["Birth Year"] for p in people)],
                "Customer Name",
            ),
            value(first(people, "Signup Date")["Customer Name"]),
        ),
        ambiguous=True,
    )
    bank.ask(
        "average birth year of home office customers",
        "average",
        "Mean of Birth Year in Home Office.",
        value(mean(where(people, Segment="Home Office"), "Birth Year")),
    )
    bank.ask(
        "second most common source for consumer customers",
        "top",
        "The Source with the second most rows in Consumer; over all segments it is another one.",
        winner(top(by(where(people, Segment="Consumer"), "Source", len), 2)[1]),
    )
    bank.ask(
        "are there any duplicate customer ids?",
        "duplicates",
        "IDs that stand in more than one row: none.",
        value(len([key for key, part in groups(people, "Customer ID").items() if len(part) > 1])),
    )
    bank.ask(
        "which customers are married",
        "list",
        "No marital status in the file.",
        decline("The file has no marital status.", "married"),
        traits=["missing-word"],
    )


def together(bank, people):
    both = ["orders.csv", "customers.csv"]
    known = {row["Customer ID"]: row for row in people}
    lines = [{**row, **known[row["Customer ID"]]} for row in order_lines()]
    buyers = {row["Customer ID"] for row in lines}

    def ask(*arguments, **options):
        return bank.ask(*arguments, files=both, **options)

    segments = ask(
        "sales by customer segment",
        "join",
        "Sum of Sales, lines joined to customers by Customer ID, by Segment.",
        table(["Segment"], by(lines, "Segment", sales)),
    )
    ask(
        "only 2024",
        "join",
        "The same for orders of 2024.",
        table(["Segment"], by(where(lines, year=2024), "Segment", sales)),
        before=[segments],
    )
    ask(
        "top 5 customers by sales with their names",
        "join",
        "Customer names with the highest sum of Sales.",
        ranking(top(by(lines, "Customer Name", sales), 5), "Customer Name"),
    )
    ask(
        "How many customers never ordered anything?",
        "join",
        "Customers whose ID is in no order line.",
        value(len([row for row in people if row["Customer ID"] not in buyers])),
    )
    ask(
        "list the names of customers without orders",
        "join",
        "Customers whose ID is in no order line.",
        listing([row["Customer Name"] for row in people if row["Customer ID"] not in buyers], "Customer Name"),
    )
    spend = by(lines, ("Segment", "Customer ID"), sales)
    per_buyer = {
        segment: [figure for (name, _), figure in spend.items() if name == segment]
        for segment in sorted({key[0] for key in spend})
    }
    size = by(people, "Segment", len)
    ask(
        "average sales per customer in each segment",
        "join",
        "Sum of Sales over the customers of the segment: those who ordered, or all.",
        either(
            table(["Segment"], {segment: sum(spent) / len(spent) for segment, spent in per_buyer.items()}),
            table(["Segment"], {segment: sum(spent) / size[segment] for segment, spent in per_buyer.items()}),
        ),
    )
    ask(
        "profit from customers who signed up in 2020",
        "join",
        "Sum of Profit of lines whose customer's Signup Date is in 2020.",
        value(total([row for row in lines if row["Signup Date"][:4] == "2020"], "Profit")),
    )
    ask(
        "revenue by loyalty tier and year",
        "join",
        "Sum of Sales by Loyalty Tier and order year; customers without a tier may stand apart.",
        table(["Loyalty Tier", "year"], by(lines, ("Loyalty Tier", "year"), sales), subset=True),
        traits=["synonym"],
    )
    ask(
        "which segment returns the largest share of its orders",
        "join",
        "Different Order IDs with Returned Yes over different Order IDs, by Segment.",
        winner(
            best(
                by(
                    lines,
                    "Segment",
                    lambda part: percent(
                        len(groups(where(part, Returned="Yes"), "Order ID")), len(groups(part, "Order ID"))
                    ),
                )
            )
        ),
    )
    ask(
        "how many orders did customers from the newsletter place",
        "join",
        "Different Order IDs of customers with Source Newsletter.",
        value(len(groups(where(lines, Source="Newsletter"), "Order ID"))),
    )
    ask(
        "median sales per line for Gold customers",
        "join",
        "Median of Sales over lines of customers with tier Gold.",
        value(median(where(lines, **{"Loyalty Tier": "Gold"}), "Sales")),
    )
    ask(
        "who is our biggest customer",
        "join",
        "By sales, or by profit.",
        either(
            winner(best(by(lines, "Customer Name", sales))),
            winner(best(by(lines, "Customer Name", lambda part: total(part, "Profit")))),
        ),
        ambiguous=True,
    )
    ask(
        "why do Corporate customers buy less than Consumer customers",
        "cause",
        "A cause.",
        decline("The files have sales, but no causes."),
    )
