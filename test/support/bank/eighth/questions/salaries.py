"""Salaries in data science: one row a salary; the salary is in its own currency, salary_in_usd in dollars."""

from collections import Counter

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, growth, mean, median, percent, read, top, where
from readings import any_of


def questions():
    rows = read("ds_salaries.csv", ["salary", "salary_in_usd", "remote_ratio"])
    bank = Bank("salaries", ["ds_salaries.csv"])
    ask = bank.ask

    def pay(part):
        return mean(part, "salary_in_usd")

    def remote(part):
        return percent(len(where(part, remote_ratio=100)), len(part))

    ask(
        "how many salaries do we have for 2022?",
        "count",
        "Rows with work_year 2022.",
        value(len(where(rows, work_year="2022"))),
    )
    levels = ask(
        "average salary in usd by experience level",
        "group",
        "Mean of salary_in_usd by experience_level.",
        table(["experience_level"], by(rows, "experience_level", pay)),
    )
    ask(
        "only US companies please",
        "group",
        "The same where company_location is US.",
        table(["experience_level"], by(where(rows, company_location="US"), "experience_level", pay)),
        before=[levels],
        traits=["polite"],
    )
    ask(
        "What's the median USD salary of a Data Engineer?",
        "median",
        "Median of salary_in_usd where job_title is Data Engineer.",
        value(median(where(rows, job_title="Data Engineer"), "salary_in_usd")),
    )
    titles = by(rows, "job_title", pay)
    ask(
        "top 5 job titles by avg salary_in_usd",
        "top",
        "The five titles with the highest mean of salary_in_usd.",
        ranking(top(titles, 5), "job_title"),
        traits=["terse"],
    )
    home = ask(
        "What share of the jobs is fully remote?",
        "share",
        "Rows with a remote_ratio of 100, of all rows.",
        value(remote(rows), unit="percent"),
        traits=["missing-word"],
    )
    ask(
        "how did that change over the years?",
        "trend",
        "The same by work_year.",
        table(["work_year"], by(rows, "work_year", remote), unit="percent"),
        before=[home],
    )
    ask(
        "how many people live in a different country than the one their company is in?",
        "condition",
        "Rows whose employee_residence is not their company_location.",
        value(sum(row["employee_residence"] != row["company_location"] for row in rows)),
    )
    currencies = Counter(row["salary_currency"] for row in rows if row["salary_currency"] != "USD")
    ask(
        "Leaving out USD, which currency are people paid in most often?",
        "negation",
        "The most frequent salary_currency but USD.",
        winner(best(currencies)),
    )
    sizes = ask(
        "number of employees by company size",
        "group",
        "Rows by company_size.",
        table(["company_size"], Counter(row["company_size"] for row in rows)),
        traits=["synonym"],
    )
    ask(
        "as percentages",
        "share",
        "Parts of all rows by company_size.",
        table(["company_size"], by(rows, "company_size", lambda part: percent(len(part), len(rows))), unit="percent"),
        before=[sizes],
        traits=["terse"],
    )
    years = by(rows, "work_year", pay)
    rise = years["2022"] - years["2021"]
    raised = ask(
        "Compare the average salary in USD of 2022 with 2021.",
        "difference",
        "Mean of salary_in_usd of both years, what lies between them, or the change in percent.",
        either(
            table(["work_year"], {year: years[year] for year in ("2021", "2022")}),
            value(rise),
            value(growth(years["2021"], years["2022"]), unit="percent"),
        ),
    )
    senior = by(where(rows, experience_level="SE"), "work_year", pay)
    ask(
        "and for SE only",
        "difference",
        "The same where experience_level is SE.",
        either(
            table(["work_year"], {year: senior[year] for year in ("2021", "2022")}),
            value(senior["2022"] - senior["2021"]),
            value(growth(senior["2021"], senior["2022"]), unit="percent"),
        ),
        before=[raised],
    )
    ask(
        "How many are not full-time (FT)?",
        "negation",
        "Rows whose employment_type is not FT.",
        value(sum(row["employment_type"] != "FT" for row in rows)),
    )
    ask(
        "what is the average bonus per job title?",
        "other topic",
        "The file has no bonuses.",
        decline("There is no column of bonuses.", "bonus"),
    )
    highest = max(rows, key=lambda row: row["salary_in_usd"])
    ask(
        "Who earns the most?",
        "opinion",
        "The title, level, or country with the highest mean or median, or the title of the highest salary.",
        any_of(
            winner(best(titles)),
            winner(best(by(rows, "job_title", lambda part: median(part, "salary_in_usd")))),
            winner(best(by(rows, "experience_level", pay))),
            winner(best(by(rows, "company_location", pay))),
            value(highest["job_title"], measure=highest["salary_in_usd"]),
            value(highest["salary_in_usd"]),
        ),
        ambiguous=True,
    )
    return bank
