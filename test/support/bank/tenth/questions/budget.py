"""Questions on three years of a city's budget, spending and revenue in one column."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, growth, percent, read, top, total, where
from readings import any_of

YEAR, KIND, DEPARTMENT, GROUP = "Fiscal Year", "Revenue or Spending", "Department", "Organization Group"


def questions():
    rows = read("Budget_20241104.csv", ["Budget"])
    bank = Bank("budget", ["Budget_20241104.csv"])
    ask = bank.ask

    def money(part):
        return total(part, "Budget")

    spending = where(rows, **{KIND: "Spending"})

    def in_year(year, part=spending):
        return where(part, **{YEAR: str(year)})

    budgeted = ask(
        "total spending for fiscal year 2024?", "sum", "Sum of the budgets of spending in this year.",
        value(money(in_year(2024))),
    )  # fmt: skip
    ask("And for 2025?", "sum", "The same for another year.", value(money(in_year(2025))), [budgeted], ["terse"])
    latest = by(in_year(2025), DEPARTMENT, money)
    ask(
        "spending by department in FY 2025, highest first", "group", "Sum of spending by department, in order.",
        ranking(top(latest, len(latest)), DEPARTMENT),
    )  # fmt: skip
    risen = ask(
        "By how many percent does spending go up from 2024 to 2025?", "growth", "Change of the sums of spending.",
        value(growth(money(in_year(2024)), money(in_year(2025))), PERCENT),
    )  # fmt: skip
    old = by(in_year(2024), DEPARTMENT, money)
    both = old.keys() & latest.keys()
    ask(
        "which department has the largest increase", "best", "Largest in percent or in dollars.",
        any_of(winner(best({key: growth(old[key], latest[key]) for key in both})),
               winner(best({key: latest[key] - old[key] for key in both}))), [risen],
    )  # fmt: skip
    ask(
        "revenue vs spending for each fiscal year", "two-groups", "Sum of the budgets by year and kind.",
        table([YEAR, KIND], by(rows, (YEAR, KIND), money)), traits=["terse"],
    )  # fmt: skip
    ask(
        "what percentage of 2025 spending goes to salarys?", "share", "Salaries of all spending of this year.",
        value(percent(money(where(in_year(2025), Character="Salaries")), money(in_year(2025))), PERCENT),
        traits=["misspelling"],
    )  # fmt: skip
    ask(
        "Which departments spend less than 100 million in 2024?", "list", "Departments whose spending is below this.",
        listing([key for key, amount in old.items() if amount < 100e6], DEPARTMENT),
    )  # fmt: skip

    def funded(kind):
        return table([GROUP], by(where(in_year(2024), **{"Fund Type": kind}), GROUP, money))

    general = ask(
        "General Fund spending by organization group, fiscal 2024", "condition",
        "Sum of spending of this fund type by group.", funded("General Fund"), traits=["terse"],
    )  # fmt: skip
    ask(
        "same for special revenue funds", "condition", "The same for another fund type.",
        funded("Special Revenue Funds"), [general],
    )  # fmt: skip
    ask(
        "how many budget lines are negative?", "count", "Rows below zero.",
        value(sum(row["Budget"] < 0 for row in rows))
    )
    outlay = where(spending, Character="Capital Outlay")
    capital = ask(
        "How does capital outlay develop over the years?", "trend", "Sum of this character by fiscal year.",
        table([YEAR], by(outlay, YEAR, money)),
    )  # fmt: skip
    ask(
        "just the airport", "condition", "The same for the Airport Commission.",
        table([YEAR], by(where(outlay, **{DEPARTMENT: "AIR Airport Commission"}), YEAR, money)), [capital],
        ["part-of-value"],
    )  # fmt: skip
    line = max(rows, key=lambda row: row["Budget"])
    ask(
        "what department is the single biggest budget line from", "lookup", "The department of the highest budget.",
        value(line[DEPARTMENT], measure=line["Budget"]),
    )  # fmt: skip
    ask(
        "How big is the budget?", "opinion",
        "Spending or revenue or all rows, of all years, of the last one, or by year.",
        any_of(*[value(money(part)) for part in
                 (spending, in_year(2025), rows, where(rows, **{KIND: "Revenue"}), in_year(2025, rows))],
               table([YEAR], by(spending, YEAR, money)), table([YEAR], by(rows, YEAR, money)),
               table([KIND], by(rows, KIND, money)), table([YEAR, KIND], by(rows, (YEAR, KIND), money))),
        ambiguous=True,
    )  # fmt: skip
    ask(
        "how many officers does the police department have?", "other topic", "Officers are not in the file.",
        decline("The file has amounts of money, no people.", "officers"),
    )  # fmt: skip
    return bank
