"""Crops as FAOSTAT writes them: one figure a row, three elements with three units in one column."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, growth, mean, percent, read, top, total, where
from readings import any_of, leaders

FILE = "FAOSTAT_data_en_10-14-2024.csv"


def questions():
    rows = read(FILE, ("Value",))
    bank = Bank("crops", [FILE])

    def of(element, item=None, year=None, area=None):
        chosen = {"Element": element, "Item": item, "Year": year, "Area": area}
        return where(rows, **{column: want for column, want in chosen.items() if want})

    def amount(part):
        return total(part, "Value")

    maize, ukraine = "Maize (corn)", of("Production", "Wheat", area="Ukraine")
    wheat = bank.ask(
        "Total wheat production in 2022, all countries together",
        "sum",
        "sum of Value, Production of Wheat in 2022",
        value(amount(of("Production", "Wheat", "2022"))),
    )
    bank.ask(
        "and corn?",
        "sum",
        "the same, Maize (corn)",
        value(amount(of("Production", maize, "2022"))),
        before=[wheat],
        traits=["part-of-value"],
    )
    spuds = bank.ask(
        "potatoe production by country for 2021",
        "group",
        "Production of Potatoes in 2021 by Area",
        table(["Area"], by(of("Production", "Potatoes", "2021"), "Area", amount)),
        traits=["misspelling"],
    )
    bank.ask(
        "show yield instead",
        "group",
        "Yield of Potatoes in 2021 by Area",
        table(["Area"], by(of("Yield", "Potatoes", "2021"), "Area", amount)),
        before=[spuds],
    )
    trend = bank.ask(
        "How has wheat production in Ukraine developed?",
        "trend",
        "Production of Wheat in Ukraine by Year",
        table(["Year"], by(ukraine, "Year", amount)),
    )
    by_year = by(ukraine, "Year", amount)
    bank.ask(
        "by how many percent did it fall from 2021 to 2022?",
        "growth",
        "change of that production, as a change or as a fall",
        any_of(*(value(sign * growth(by_year["2021"], by_year["2022"]), PERCENT) for sign in (1, -1))),
        before=[trend],
    )
    bank.ask(
        "which country grew the most potatoes in 2020?",
        "best",
        "the Area with the highest Production of Potatoes in 2020",
        winner(best(by(of("Production", "Potatoes", "2020"), "Area", amount))),
        traits=["synonym"],
    )
    bank.ask(
        "India's share of total wheat output in 2021",
        "share",
        "Production of Wheat in 2021 in India, of all areas",
        value(
            percent(amount(of("Production", "Wheat", "2021", "India")), amount(of("Production", "Wheat", "2021"))),
            PERCENT,
        ),
        traits=["synonym"],
    )
    bank.ask(
        "Average wheat yield in Germany over the five years",
        "average",
        "mean of Value, Yield of Wheat in Germany",
        value(mean(of("Yield", "Wheat", area="Germany"), "Value")),
    )
    areas = bank.ask(
        "Rank the top 3 countries by area harvested of maize in 2022",
        "top",
        "Area harvested of Maize (corn) in 2022 by Area",
        ranking(top(by(of("Area harvested", maize, "2022"), "Area", amount), 3), "Area"),
        traits=["part-of-value"],
    )
    bank.ask(
        "same for 2018",
        "top",
        "the same in 2018",
        ranking(top(by(of("Area harvested", maize, "2018"), "Area", amount), 3), "Area"),
        before=[areas],
    )
    bank.ask(
        "In which years did France harvest more than 34 million tonnes of wheat?",
        "condition",
        "years whose Production of Wheat in France is above 34000000",
        listing([row["Year"] for row in of("Production", "Wheat", area="France") if row["Value"] > 34e6], "Year"),
    )
    bank.ask(
        "how many figures are only estimates",
        "count",
        "rows whose Flag Description is Estimated value",
        value(len(where(rows, Flag="E"))),
        traits=["part-of-value"],
    )
    bank.ask(
        "are there any missing values? how many", "missing", "rows without a Value", value(len(where(rows, Value=None)))
    )
    bank.ask(
        "What price did farmers get for a tonne of wheat?",
        "other topic",
        "there are no prices",
        decline("the file has no prices", "price"),
        traits=["missing-word"],
    )
    bank.ask(
        "Which country is number one for wheat?",
        "best",
        "by production, area, or yield; over all years or in the last one",
        any_of(
            *(
                entry
                for element in ("Production", "Area harvested", "Yield")
                for year in (None, "2022")
                for entry in leaders(
                    by(
                        of(element, "Wheat", year),
                        "Area",
                        lambda part: mean(part, "Value") if element == "Yield" else amount(part),
                    )
                )
            )
        ),
        ambiguous=True,
    )
    return bank
