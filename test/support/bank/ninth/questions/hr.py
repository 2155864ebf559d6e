"""The Human Resources Data Set of Kaggle: people who work there and people who left."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, correlation, day, mean, median, percent, read, top
from readings import any_of

NUMBERS = (
    "Salary",
    "EngagementSurvey",
    "EmpSatisfaction",
    "SpecialProjectsCount",
    "DaysLateLast30",
    "Absences",
    "PerfScoreID",
    "Termd",
)


def questions():
    rows = read("HRDataset_v14.csv", NUMBERS)
    for row in rows:
        row["hired"], row["left"] = (day(row[name], "%m/%d/%Y") for name in ("DateofHire", "DateofTermination"))
    active = [row for row in rows if row["EmploymentStatus"] == "Active"]
    gone = [row for row in rows if row["Termd"] == 1]
    bank = Bank("hr", ["HRDataset_v14.csv"])

    def share(part, condition):
        return value(percent(sum(map(condition, part)), len(part)), PERCENT)

    def of(part, department):
        return [row for row in part if row["Department"] == department]

    current = bank.ask(
        "How many people currently work in Production?",
        "count",
        "active employees of the department Production",
        value(len(of(active, "Production"))),
    )
    bank.ask("and in IT/IS?", "count", "active employees of IT/IS", value(len(of(active, "IT/IS"))), before=[current])
    pay = bank.ask(
        "average salary per department",
        "group",
        "mean of Salary by Department, of all rows or of active employees only",
        any_of(
            *(table(["Department"], by(part, "Department", lambda one: mean(one, "Salary"))) for part in (rows, active))
        ),
    )
    bank.ask(
        "now the median please",
        "group",
        "median of Salary by Department",
        any_of(
            *(
                table(["Department"], by(part, "Department", lambda one: median(one, "Salary")))
                for part in (rows, active)
            )
        ),
        before=[pay],
        traits=["polite"],
    )
    leavers = [row for row in gone if row["left"].year == 2013]
    left = bank.ask("how many employees left us in 2013", "count", "DateofTermination in 2013", value(len(leavers)))
    bank.ask(
        "what were their reasons?",
        "group",
        "number of those who left in 2013 by TermReason",
        table(["TermReason"], by(leavers, "TermReason", len)),
        before=[left],
    )
    bank.ask(
        "Which recruitment source brought in the most people?",
        "best",
        "RecruitmentSource with the most rows",
        winner(best(by(rows, "RecruitmentSource", len))),
    )
    bank.ask(
        "what % of staff are female",
        "share",
        "rows whose Sex is F, of all rows or of active employees",
        any_of(*(share(part, lambda row: row["Sex"] == "F") for part in (rows, active))),
        traits=["terse", "synonym"],
    )
    hires = bank.ask(
        "show me hires by year",
        "trend",
        "rows by the year of DateofHire",
        table(["year"], by(rows, lambda row: row["hired"].year, len)),
    )
    bank.ask(
        "only Software Engineering",
        "trend",
        "hires by year in the department Software Engineering",
        table(["year"], by(of(rows, "Software Engineering"), lambda row: row["hired"].year, len)),
        before=[hires],
        traits=["terse"],
    )
    bank.ask(
        "Who are our five highest paid people?",
        "top",
        "the five highest salaries, of all rows or of active employees",
        any_of(
            *(
                ranking(top({row["Employee_Name"]: row["Salary"] for row in part}, 5), "Employee_Name")
                for part in (rows, active)
            )
        ),
    )
    bank.ask(
        "list everyone who was late more than 4 days in the last 30",
        "condition",
        "DaysLateLast30 above 4",
        any_of(
            *(
                listing([row["Employee_Name"] for row in part if row["DaysLateLast30"] > 4], "Employee_Name")
                for part in (rows, active)
            )
        ),
    )
    bank.ask(
        "Do people with higher engagement miss fewer days?",
        "correlation",
        "correlation of EngagementSurvey and Absences",
        any_of(*(value(correlation(part, "EngagementSurvey", "Absences")) for part in (rows, active))),
    )
    bank.ask(
        "What share of the people we ever hired through Indeed have since quit or been fired?",
        "share",
        "rows from Indeed whose Termd is 1, of the rows from Indeed",
        share([row for row in rows if row["RecruitmentSource"] == "Indeed"], lambda row: row["Termd"] == 1),
    )
    bank.ask(
        "how much did we spend on training per employee?",
        "other topic",
        "there is no spending on training",
        decline("the file has no cost of training", "training"),
        traits=["missing-word"],
    )
    bank.ask(
        "Which department is performing best?",
        "best",
        "by the mean of PerfScoreID, of EngagementSurvey, or by the share of those who exceed; all or active employees",
        any_of(
            *(
                winner(best(by(part, "Department", measure)))
                for part in (rows, active)
                for measure in (
                    lambda one: mean(one, "PerfScoreID"),
                    lambda one: mean(one, "EngagementSurvey"),
                    lambda one: percent(sum(row["PerformanceScore"] == "Exceeds" for row in one), len(one)),
                )
            )
        ),
        ambiguous=True,
    )
    return bank
