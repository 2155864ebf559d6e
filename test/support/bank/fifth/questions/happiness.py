from statistics import fmean

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, correlation, mean, median, read, top

NUMBERS = ("Overall rank", "Score", "GDP per capita", "Social support", "Healthy life expectancy")
NUMBERS += ("Freedom to make life choices", "Generosity", "Perceptions of corruption")


def questions():
    old, new = (read(f"happiness_{year}.csv", NUMBERS, missing=("", "N/A")) for year in (2022, 2023))
    before, after = ({row["Country or region"]: row for row in rows} for rows in (old, new))
    both = [name for name in before if name in after]
    gained = {name: after[name]["Score"] - before[name]["Score"] for name in both}
    bank = Bank("happiness", ["happiness_2022.csv", "happiness_2023.csv"])
    ask = bank.ask

    happiest = ask(
        "Which country was the happiest in 2023?",
        "extreme",
        "The country with the highest score in the file of 2023.",
        winner(best({name: row["Score"] for name, row in after.items()})),
        traits=["synonym"],
    )
    ask(
        "and the least happy?",
        "extreme",
        "The country with the lowest score in 2023.",
        winner(best({name: row["Score"] for name, row in after.items()}, lowest=True)),
        before=[happiest],
        traits=["synonym"],
    )
    ask(
        "top 10 by score 2022",
        "ranking",
        "The ten countries with the highest score in 2022.",
        ranking(top({name: row["Score"] for name, row in before.items()}, 10), "Country or region"),
        traits=["terse"],
    )
    ask(
        "Average score per year",
        "group",
        "The mean score of each file.",
        table(["year"], {"2022": mean(old, "Score"), "2023": mean(new, "Score")}),
    )
    ask(
        "Which country's score improved the most from 2022 to 2023?",
        "change",
        "The country with the largest difference of scores.",
        winner(best(gained)),
    )
    ask(
        "by how much did Canada's score change from 2022 to 2023",
        "change",
        "The score of 2023 less the score of 2022.",
        value(gained["Canada"]),
    )
    ask(
        "Which countries are in the 2022 file but not in 2023?",
        "list",
        "Countries of 2022 that 2023 does not have.",
        listing([name for name in before if name not in after], "Country or region"),
    )
    above = ask(
        "which countries scored above 7 in 2022?",
        "list",
        "Countries with a score above 7 in 2022.",
        listing([name for name, row in before.items() if row["Score"] > 7], "Country or region"),
        traits=["synonym"],
    )
    ask(
        "how many in 2023?",
        "count",
        "The number of countries with a score above 7 in 2023.",
        value(sum(row["Score"] > 7 for row in new)),
        before=[above],
    )
    giving = ask(
        "median generosity 2022",
        "median",
        "The median of generosity in 2022.",
        value(median(old, "Generosity")),
        traits=["terse"],
    )
    ask(
        "same for 2023",
        "median",
        "The median of generosity in 2023.",
        value(median(new, "Generosity")),
        before=[giving],
    )
    wealth = ask(
        "Does GDP per capita go hand in hand with the happiness score in 2023?",
        "correlation",
        "Pearson's r of GDP per capita and score in 2023.",
        value(correlation(new, "GDP per capita", "Score")),
        traits=["synonym"],
    )
    ask(
        "ok and social support vs score?",
        "correlation",
        "Pearson's r of social support and score in 2023.",
        value(correlation(new, "Social support", "Score")),
        before=[wealth],
    )
    nordic = ("Finland", "Denmark", "Sweden")
    ask(
        "compare the scores of Finland, Denmark and Sweden over both years",
        "group",
        "The score of the three countries by year.",
        table(
            ["Country or region", "year"],
            {
                (name, year): rows[name]["Score"]
                for name in nordic
                for year, rows in (("2022", before), ("2023", after))
            },
        ),
    )
    ask(
        "What is the total population of the countries in the top 10?",
        "unanswerable",
        "There is no population.",
        decline("no column of population", "population"),
    )
    giver = {
        name: [rows[name]["Generosity"] for rows in (before, after) if name in rows] for name in {**before, **after}
    }
    ask(
        "Which country is the most generous?",
        "ambiguous",
        "The year is open: 2022, 2023, or the mean of both.",
        either(
            *{
                found: winner(found)
                for figures in (
                    {name: row["Generosity"] for name, row in before.items()},
                    {name: row["Generosity"] for name, row in after.items()},
                    {name: fmean(figures) for name, figures in giver.items()},
                )
                for found in [best(figures)]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
