from expectations import PERCENT, Bank, decline, listing, table, value, winner
from reading import best, by, growth, mean, percent, read, total, values, where

from .common import any_of, best_of

SET = "open"
MONTHS = "January February March April May June July August September October November December".split()


def questions():
    readings = read(
        "household_energy.csv",
        numbers=("residents", "electricity_kwh", "gas_kwh", "solar_kwh", "cost_eur"),
        missing=("", "n/a"),
    )
    for row in readings:
        row["year"] = row["month"][:4]
    old, new = (where(readings, year=year) for year in ("2023", "2024"))
    bank = Bank("energy", ["household_energy.csv"])
    ask = bank.ask

    def power(part):
        return total(part, "electricity_kwh")

    def cost(part):
        return total(part, "cost_eur")

    used = ask(
        "how much electricity was used in 2024?",
        "sum",
        "Sum of electricity_kwh over the months of 2024.",
        value(power(new)),
        traits=["synonym"],
    )
    ask(
        "how does that compare with 2023",
        "growth",
        "The sums of both years; or the change from 2023 to 2024, in kWh or in percent.",
        any_of(
            table(["year"], by(readings, "year", power)),
            value(power(new) - power(old)),
            value(growth(power(old), power(new)), unit=PERCENT),
        ),
        before=[used],
    )
    ask(
        "Gas consumption over time",
        "trend",
        "Sum of gas_kwh for each month.",
        table(["month"], by(readings, "month", lambda part: total(part, "gas_kwh"))),
        traits=["synonym"],
    )
    ask(
        "average monthly electricity use per household",
        "group",
        "Mean of electricity_kwh for each household, months without a reading left out.",
        table(["household"], by(readings, "household", lambda part: mean(part, "electricity_kwh"))),
    )
    costs = by(readings, "household", cost)
    highest = ask(
        "Which household pays the most?",
        "best",
        "The household with the highest sum of cost_eur.",
        winner(best(costs)),
        traits=["synonym"],
    )
    ask(
        "who pays the least?",
        "best",
        "The household with the lowest sum of cost_eur.",
        winner(best(costs, lowest=True)),
        before=[highest],
    )
    dwelling = ask(
        "total cost by type of dwelling",
        "group",
        "Sum of cost_eur for each dwelling.",
        table(["dwelling"], by(readings, "dwelling", cost)),
    )
    ask(
        "only 2024",
        "group",
        "The same sums, months of 2024.",
        table(["dwelling"], by(new, "dwelling", cost)),
        before=[dwelling],
        traits=["terse"],
    )
    ask(
        "What is the most expensive month?",
        "best",
        "The month with the highest sum of cost_eur; or the month of the year over both years.",
        best_of(by(readings, "month", cost), by(readings, lambda row: MONTHS[int(row["month"][5:]) - 1], cost)),
        traits=["synonym"],
    )
    sunny = sorted({row["household"] for row in readings if row["solar_kwh"] is not None})
    solar = ask(
        "how many households have solar panels?",
        "distinct",
        "Different households with a figure in solar_kwh.",
        value(len(sunny)),
        traits=["part-of-value"],
    )
    ask("which ones?", "list", "The households of that count.", listing(sunny, "household"), before=[solar])
    ask(
        "gas used between November 2023 and February 2024",
        "period",
        "Sum of gas_kwh from 2023-11 to 2024-02.",
        value(total([row for row in readings if "2023-11" <= row["month"] <= "2024-02"], "gas_kwh")),
    )
    ask(
        "how many electricty readings are missing",
        "condition",
        "Rows without a figure in electricity_kwh.",
        value(len(readings) - len(values(readings, "electricity_kwh"))),
        traits=["misspelling"],
    )
    gas = {row["household"] for row in readings if row["gas_kwh"] is not None}
    ask(
        "Which homes don't use gas?",
        "negation",
        "Households without any figure in gas_kwh.",
        listing(sorted({row["household"] for row in readings} - gas), "household"),
        traits=["synonym"],
    )
    ask(
        "share of H07 in the total electricity use",
        "share",
        "electricity_kwh of household H07, of all.",
        value(percent(power(where(readings, household="H07")), power(readings)), unit=PERCENT),
    )
    before, after = by(old, "household", cost), by(new, "household", cost)
    ask(
        "change in cost from 2023 to 2024 for each household, in percent",
        "growth",
        "Change of the yearly sum of cost_eur for each household.",
        table(["household"], {key: growth(before[key], after[key]) for key in before}, unit=PERCENT),
    )
    ask(
        "how cold was it in January 2024?",
        "missing",
        "There are no temperatures in the file.",
        decline("The file has no temperatures.", word="cold"),
        traits=["missing-word"],
    )
    ask(
        "who uses the most energy",
        "best",
        "The household with the most electricity, gas, or both together; or per resident.",
        best_of(
            by(readings, "household", power),
            by(readings, "household", lambda part: total(part, "gas_kwh")),
            by(readings, "household", lambda part: power(part) + total(part, "gas_kwh")),
            by(readings, "household", lambda part: power(part) / part[0]["residents"]),
        ),
        ambiguous=True,
    )
    return bank
