"""Employees of one company, asked in English and in German."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from questions.staff import all_or_present, headcount, part_time, person
from reading import (
    best,
    by,
    day,
    first,
    groups,
    mean,
    median,
    quantile,
    read,
    top,
    total,
    values,
    where,
    years_until,
)


def salary_mean(part):
    return mean(part, "salary")


def questions():
    rows = read("employees.csv", numbers=["salary", "bonus_pct"])
    bank = Bank("employees", ["employees.csv"])
    english(bank, rows)
    german(bank, rows)
    return bank


def english(bank, rows):
    here = where(rows, left_on=None)
    bank.ask(
        "average pay by department",
        "group",
        "Mean salary over all rows of a department.",
        table(["department"], by(rows, "department", salary_mean)),
        traits=["synonym"],
    )
    bank.ask(
        "how many people were hired in 2014",
        "period",
        "hired_on in 2014.",
        value(len([row for row in rows if row["hired_on"].startswith("2014")])),
    )
    current = bank.ask(
        "how many employees are still with us (no left_on date)?", "count", "Rows without left_on.", value(len(here))
    )
    bank.ask(
        "by department please",
        "group",
        "The same rows by department.",
        table(["department"], by(here, "department", len)),
        before=[current],
        traits=["polite"],
    )
    bank.ask(
        "which of the people who have left was hired first?",
        "best",
        "The earliest hired_on of rows with left_on; the first of all is still here.",
        person(first([row for row in rows if row["left_on"]], "hired_on")),
    )
    bank.ask(
        "top 5 earners",
        "top",
        "The five highest salaries, by employee_id.",
        ranking(top({row["employee_id"]: row["salary"] for row in rows}, 5), "employee_id"),
    )
    bank.ask(
        "median salary by city",
        "group",
        "Median salary by city.",
        table(["city"], by(rows, "city", lambda part: median(part, "salary"))),
    )
    bank.ask(
        "how many employees earn between 50k and 60k?",
        "condition",
        "salary from 50000 to 60000, of all or of those without left_on.",
        all_or_present(rows, headcount(lambda row: 50000 <= row["salary"] <= 60000)),
    )
    bank.ask(
        "salary of employee 00197",
        "lookup",
        "The salary in the row with that id.",
        value(where(rows, employee_id="00197")[0]["salary"]),
    )
    bank.ask(
        "total payroll of everyone who hasn't left",
        "sum",
        "Sum of salary of rows without left_on.",
        value(total(here, "salary")),
        traits=["synonym"],
    )
    bank.ask(
        "gap between the highest and lowest salary in each department",
        "difference",
        "Highest minus lowest salary by department.",
        table(
            ["department"],
            by(rows, "department", lambda part: max(values(part, "salary")) - min(values(part, "salary"))),
        ),
    )
    bank.ask(
        "75th percentile of salaries in Sales",
        "percentile",
        "Percentile 75 with linear interpolation.",
        value(quantile(values(where(rows, department="Sales"), "salary"), 0.75)),
    )
    bank.ask(
        "which manager id has the most direct reports",
        "best",
        "The manager_id in the most rows.",
        winner(best(by(rows, "manager_id", len))),
    )
    bank.ask(
        "average tenure in years of current staff as of 31 December 2024",
        "average",
        "Days from hired_on to that day over 365.25, rows without left_on.",
        value(mean(here, lambda row: years_until(day(row["hired_on"]))), "years", tolerance=0.005),
    )
    bank.ask(
        "everyone with Lead in the job title, ids",
        "list",
        "job_title that has the word Lead.",
        listing([row["employee_id"] for row in rows if "Lead" in row["job_title"].split()], "employee_id"),
        traits=["part-of-value"],
    )
    bank.ask(
        "avg salry in Enginering",
        "average",
        "Mean salary of Engineering; slips.",
        value(salary_mean(where(rows, department="Engineering"))),
        traits=["misspelling"],
    )
    bank.ask(
        "which department earns the most?",
        "best",
        "The department with the highest mean salary; the highest sum is of the same one.",
        value(best(by(rows, "department", salary_mean))[0]),
    )
    heads = {
        department: max(part, key=lambda row: row["salary"]) for department, part in groups(rows, "department").items()
    }
    bank.ask(
        "highest paid employee per department",
        "best",
        "The row with the highest salary of each department, by employee_id.",
        table(
            ["department", "employee_id"],
            {(department, row["employee_id"]): row["salary"] for department, row in heads.items()},
        ),
    )
    bank.ask(
        "which city pays best?",
        "best",
        "By the mean or by the median salary.",
        either(
            winner(best(by(rows, "city", salary_mean))),
            winner(best(by(rows, "city", lambda part: median(part, "salary")))),
        ),
        ambiguous=True,
    )
    bank.ask(
        "how many people work in Berlin?",
        "count",
        "All rows, or only those without left_on.",
        all_or_present(rows, headcount(lambda row: row["city"] == "Berlin")),
        ambiguous=True,
    )
    bank.ask(
        "pay gap between men and women",
        "difference",
        "No gender in the file.",
        decline("The file has no gender.", "men and women"),
        traits=["missing-word"],
    )
    bank.ask("who should be promoted next?", "opinion", "Advice.", decline("Advice is no computation over the file."))


def german(bank, rows):
    def ask(*arguments, **options):
        return bank.ask(*arguments, language="de", **options)

    ask("Wie viele Personen stehen in der Datei?", "count", "One row is one person.", value(len(rows)))
    mean_pay = ask(
        "Durchschnittsgehalt pro Abteilung",
        "group",
        "Mean salary by department.",
        table(["department"], by(rows, "department", salary_mean)),
        traits=["synonym"],
    )
    ask(
        "und der Median?",
        "group",
        "Median salary by department.",
        table(["department"], by(rows, "department", lambda part: median(part, "salary"))),
        before=[mean_pay],
    )
    ask(
        "Höchstes Gehalt in Finance",
        "max",
        "Highest salary where department is Finance; Engineering has a higher one.",
        value(max(values(where(rows, department="Finance"), "salary"))),
    )
    lowest = first(rows, "salary")
    ask("Wer verdient am wenigsten?", "best", "The row with the lowest salary.", person(lowest, lowest["salary"]))
    ask(
        "Wie hoch ist der Anteil der Teilzeitkräfte?",
        "share",
        "contract part-time over all rows, or over those without left_on.",
        all_or_present(rows, part_time),
        traits=["synonym"],
    )
    ask(
        "Wie viele arbeiten weder in Berlin noch in Hamburg?",
        "negation",
        "city other than Berlin and Hamburg: all rows, or only those without left_on.",
        all_or_present(rows, headcount(lambda row: row["city"] not in ("Berlin", "Hamburg"))),
        ambiguous=True,
    )
    ask(
        "Summe der Gehälter nach Standort",
        "group",
        "Sum of salary by city.",
        table(["city"], by(rows, "city", lambda part: total(part, "salary"))),
        traits=["synonym"],
    )
    ask(
        "Wie viele bekommen mehr als 80.000 Gehalt?",
        "condition",
        "salary above 80000, of all or of those without left_on; the dot parts thousands.",
        all_or_present(rows, headcount(lambda row: row["salary"] > 80000)),
    )
    ask(
        "Einstellungen pro Jahr als Balkendiagramm",
        "trend",
        "Rows by the year of hired_on.",
        table(["year"], by(rows, lambda row: row["hired_on"][:4], len)),
    )
    ask("Bei wie vielen fehlt der Bonus?", "missing", "Empty bonus_pct.", value(len(where(rows, bonus_pct=None))))
    ask(
        "Wie viele haben die Firma 2021 verlassen?",
        "period",
        "left_on in 2021.",
        value(len([row for row in rows if (row["left_on"] or "").startswith("2021")])),
    )
    ask(
        "Wie viele Mitarbeiter heißen mit Nachnamen Zeller?",
        "count",
        "last_name Zeller, of all or of those without left_on.",
        all_or_present(rows, headcount(lambda row: row["last_name"] == "Zeller")),
    )
    ask(
        "Durchschnittlicher Bonus im Vertrieb",
        "average",
        "Mean bonus_pct where department is Sales; Vertrieb is German for it.",
        value(mean(where(rows, department="Sales"), "bonus_pct")),
        traits=["synonym"],
    )
    ask(
        "Mitarbeiter je Abteilung und Stadt",
        "two-groups",
        "Rows by department and city, of all or of those without left_on.",
        all_or_present(rows, lambda part: table(["department", "city"], by(part, ("department", "city"), len))),
    )
    ask(
        "Wie lange sind die Leute im Schnitt geblieben, die gegangen sind (in Tagen)?",
        "difference",
        "Mean of left_on minus hired_on over rows with left_on.",
        value(
            mean([row for row in rows if row["left_on"]], lambda row: (day(row["left_on"]) - day(row["hired_on"])).days)
        ),
    )
    ask(
        "Wie entwickeln sich die Gehälter in den nächsten zwei Jahren?",
        "forecast",
        "The future.",
        decline("The file has no future salaries."),
    )
