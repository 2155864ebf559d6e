"""A payroll with overtime: one row an employee and month."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, groups, growth, mean, percent, read, top, total, where

from readings import any_of

FIGURES = (
    "Hourly Rate",
    "Regular Hours",
    "Overtime Hours",
    "Base Pay",
    "Overtime Pay",
    "Gross Pay",
    "Tax",
    "Net Pay",
)


def questions():
    rows = read("payroll.csv", numbers=FIGURES)
    for row in rows:
        row["month"] = "-".join(row["Pay Period"].split("/")[::-1])
    gross, extra = (lambda part: total(part, "Gross Pay")), (lambda part: total(part, "Overtime Hours"))
    regular = lambda part: total(part, "Regular Hours")
    heads = lambda part: len(groups(part, "Employee No"))
    bank = Bank("payroll", ["payroll.csv"])
    ask = bank.ask

    ask(
        "What was our total gross payroll in 2024?",
        "sum",
        "Sum of gross pay; all rows are of 2024.",
        value(gross(rows)),
    )
    overtime = ask(
        "overtime hours by dept",
        "group",
        "Sum of overtime hours by department.",
        table(["Department"], by(rows, "Department", extra)),
        traits=["terse", "synonym"],
    )
    ask(
        "per employee please, otherwise the big departments always win",
        "ratio",
        "Sum of overtime hours over the number of different employees, by department.",
        table(["Department"], by(rows, "Department", lambda part: extra(part) / heads(part))),
        before=[overtime],
        traits=["polite"],
    )
    ask(
        "Who worked the most overtime?",
        "best",
        "The employee with the highest sum of overtime hours.",
        winner(best(by(rows, "Name", extra))),
    )
    monthly = ask(
        "Show me overtime pay month by month",
        "trend",
        "Sum of overtime pay by pay period.",
        table(["month"], by(rows, "month", lambda part: total(part, "Overtime Pay"))),
    )
    ask(
        "same for the warehouse only",
        "trend",
        "Sum of overtime pay by pay period, of department Warehouse.",
        table(["month"], by(where(rows, Department="Warehouse"), "month", lambda part: total(part, "Overtime Pay"))),
        before=[monthly],
    )
    people = ask(
        "How many people were on the payroll in December?",
        "distinct",
        "Different employees in pay period 12/2024.",
        value(heads(where(rows, month="2024-12"))),
    )
    ask(
        "show that for every month",
        "distinct",
        "Different employees by pay period.",
        table(["month"], by(rows, "month", heads)),
        before=[people],
    )
    last, third = ([row for row in rows if row["month"] in months] for months in (span(10, 12), span(7, 9)))
    ask(
        "gross pay in Q4 vs Q3",
        "growth",
        "Sum of gross pay in the two quarters, or the change.",
        either(
            table(["quarter"], {"2024-Q3": gross(third), "2024-Q4": gross(last)}),
            value(gross(last) - gross(third)),
            value(growth(gross(third), gross(last)), unit="percent"),
        ),
        traits=["terse"],
    )
    sums = by(rows, "Name", extra)
    ask(
        "Which employees did more than 150 hours of overtime over the year?",
        "condition",
        "Employees whose sum of overtime hours is above 150.",
        listing([name for name, hours in sums.items() if hours > 150], "Name"),
    )
    drivers = where(rows, Department="Drivers")
    rates = ask(
        "Whats the average hourly rate of the drivers?",
        "average",
        "Mean of hourly rate of department Drivers over its rows (or over its employees' means).",
        any_of(
            value(mean(drivers, "Hourly Rate")),
            value(
                mean(
                    [{"rate": rate} for rate in by(drivers, "Name", lambda p: mean(p, "Hourly Rate")).values()], "rate"
                )
            ),
        ),
        traits=["misspelling"],
    )
    office = where(rows, Department="Office")
    ask(
        "and of the office people",
        "average",
        "Mean of hourly rate of department Office over its rows (or over its employees' means).",
        any_of(
            value(mean(office, "Hourly Rate")),
            value(
                mean([{"rate": rate} for rate in by(office, "Name", lambda p: mean(p, "Hourly Rate")).values()], "rate")
            ),
        ),
        before=[rates],
    )
    ask(
        "How much of all hours worked was overtime, in percent, per site?",
        "share",
        "Overtime hours over regular and overtime hours together, by site.",
        table(["Site"], by(rows, "Site", lambda part: percent(extra(part), extra(part) + regular(part))), "percent"),
    )
    ask(
        "five highest net payments to one person in one month",
        "top",
        "The five rows with the highest net pay.",
        ranking(
            [(name, pay) for (name, _), pay in top({(r["Name"], r["month"]): r["Net Pay"] for r in rows}, 5)],
            "Name",
        ),
    )
    ask(
        "How many sick days did people take?",
        "other topic",
        "No column tells sick days.",
        decline("The file has hours and pay, but no sick days.", "sick"),
    )
    ask(
        "Which department is the most expensive one?",
        "opinion",
        "By gross pay, by gross pay an employee, by the mean payslip, or by hourly rate.",
        any_of(
            winner(best(by(rows, "Department", gross))),
            winner(best(by(rows, "Department", lambda part: gross(part) / heads(part)))),
            winner(best(by(rows, "Department", lambda part: mean(part, "Gross Pay")))),
            winner(best(by(rows, "Department", lambda part: mean(part, "Hourly Rate")))),
        ),
        ambiguous=True,
    )
    return bank


def span(start, end):
    return [f"2024-{number:02d}" for number in range(start, end + 1)]
