"""Questions on the calls of ships at a port."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, either, extreme, groups, leaders, load, mean, middle, month, percent, quarter, top
from tables import total, weekday, where

FILE, OUT, IN, TYPE = "port_calls_2024.csv", "Discharged (t)", "Loaded (t)", "Vessel Type"


def questions():
    form = "%d/%m/%Y %H:%M"
    rows = load(FILE, ["GT", "LOA (m)", "Draught (m)", OUT, IN], {"ETA": form, "ATA": form, "ATD": form})
    for row in rows:
        row["stay"] = (row["ATD"] - row["ATA"]).total_seconds() / 3600 if row["ATD"] else None
    late = [row for row in rows if row["ATA"] > row["ETA"]]
    calls = by(rows, "Vessel", len)
    assert len(calls) == len(groups(rows, "IMO"))
    bank = Bank("port", [FILE])
    ask = bank.ask

    def stay(part):
        return mean(part, "stay")

    def cargo(part):
        return total(part, OUT) + total(part, IN)

    def ships(names, ordered=False):
        numbers = {row["Vessel"]: row["IMO"] for row in rows}
        return either(listing(names, "Vessel"), listing([numbers[name] for name in names], "IMO"))

    ask("how many port calls were there in 2024", "count", "All rows; or those that arrived in 2024.",
        either(value(len(rows)), value(sum(row["ATA"].year == 2024 for row in rows))))  # fmt: skip
    ask("How many different ships called?", "distinct", "Distinct vessels.", value(len(calls)))
    ask("calls per month", "trend", "Rows by the month of arrival; some arrived in another year than expected.",
        table(["month"], by(rows, month("ATA"), len)), traits=["terse"])  # fmt: skip
    ask("total cargo (discharged plus loaded) by terminal", "group", "Sum of both by terminal.",
        table(["Terminal"], by(rows, "Terminal", cargo)))  # fmt: skip
    ask("top 4 flags by number of calls", "top", "Flags by rows.", ranking(top(by(rows, "Flag", len), 4), "Flag"))
    average = "what's the average time in port in hours?"
    ask(average, "two dates", "Mean hours from ATA to ATD where it left.", value(stay(rows)))
    ask("by vessel type please", "two dates", "The same by type.", table([TYPE], by(rows, TYPE, stay)), [average],
        ["polite"])  # fmt: skip
    ask("which is the largest ship by GT", "extreme row", "The vessel with the highest gross tonnage.",
        winner(best(by(rows, "Vessel", lambda part: part[0]["GT"]))))  # fmt: skip
    delayed = "How many ships arrived later than their ETA?"
    ask(delayed, "two columns", "Calls whose ATA is after the ETA; or the ships among them.",
        either(value(len(late)), value(len(groups(late, "Vessel")))))  # fmt: skip
    ask("as a percentage of all calls", "share", "Late calls of all calls.",
        value(percent(len(late), len(rows)), PERCENT), [delayed])  # fmt: skip
    longest = extreme(rows, "stay")
    ask("Which call lasted the longest and what ship was it?", "extreme row", "The call with most hours from ATA to ATD.",
        either(winner((longest["Vessel"], longest["stay"])), winner((longest["Call No"], longest["stay"])),
               value(longest["Vessel"])))  # fmt: skip
    ask("how many vessels haven't departed yet?", "missing", "Calls without an ATD.", value(len(where(rows, ATD=None))))
    ask("number of tankers with a draught over 8 m", "conditions", "Calls of tankers above this; or the ships.",
        either(*(value(len(part)) for deep in [[row for row in where(rows, Vessel_Type="Tanker")
                 if (row["Draught (m)"] or 0) > 8]] for part in (deep, groups(deep, "Vessel")))))  # fmt: skip
    ask("what is the most common last port?", "best", "The last port of most calls.", winner(best(by(rows, "Last Port", len))))
    ask("Which ships called more than 15 times?", "having", "Vessels with more than 15 rows.",
        ships([name for name, count in calls.items() if count > 15]))  # fmt: skip
    ask("what weekday do most ships arrive", "best", "Weekday of ATA with most calls.",
        winner(best(by(rows, weekday("ATA"), len))))  # fmt: skip
    ask("median GT by vessel type", "median", "Of calls; or of ships.",
        either(table([TYPE], by(rows, TYPE, lambda part: middle(part, "GT"))),
               table([TYPE], by([part[0] for part in groups(rows, "IMO").values()], TYPE,
                                lambda part: middle(part, "GT")))), traits=["terse"])  # fmt: skip
    first = "how much was loaded in Q1?"

    def loaded(name):
        """By the time of arrival, or of departure."""
        return either(*(value(by([row for row in rows if row[when]], quarter(when), lambda part: total(part, IN))[name])
                        for when in ("ATA", "ATD")))  # fmt: skip

    ask(first, "filter", "Sum of what was loaded by ships that came, or left, from January to March.", loaded("2024-Q1"))
    ask("and in Q4", "filter", "The same from October to December of 2024.", loaded("2024-Q4"), [first])
    ask("how many crew members were on board on average?", "other topic", "Crews are not in the file.",
        decline("The file has ships, times, and cargo, no crews.", "crew"))  # fmt: skip
    ask("Who is our most important agent?", "opinion", "Most calls, ships, or cargo.",
        leaders(by(rows, "Agent", len), by(rows, "Agent", cargo), by(rows, "Agent", lambda part: total(part, OUT)),
                by(rows, "Agent", lambda part: total(part, IN)),
                by(rows, "Agent", lambda part: len(groups(part, "Vessel")))), ambiguous=True)  # fmt: skip
    return bank
