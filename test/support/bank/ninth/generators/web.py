"""Keywords as Google Ads exports them."""

from .common import chance, weighted, write

ADS = {
    "Search | Brand": {
        "Brand - Core": ["trailhead shoes", "trailhead outlet", "trailhead store near me"],
        "Brand - Reviews": ["trailhead reviews", "trailhead sizing"],
    },
    "Search | Running": {
        "Running - Men": ["mens running shoes", "mens trail runners", "best running shoes men"],
        "Running - Women": ["womens running shoes", "womens trail runners", "running shoes flat feet"],
        "Running - Sale": ["running shoes sale", "cheap running shoes"],
    },
    "Search | Hiking": {
        "Hiking - Boots": ["hiking boots", "waterproof hiking boots", "leather walking boots"],
        "Hiking - Kids": ["kids hiking boots", "kids walking shoes"],
    },
    "Search | Competitors": {
        "Comp - Salomon": ["salomon trail shoes", "salomon alternative"],
        "Comp - Merrell": ["merrell moab", "merrell boots"],
    },
}


def keywords():
    rng, rows = chance("ads"), []
    for campaign, ad_groups in ADS.items():
        brand, rival = "Brand" in campaign, "Competitors" in campaign
        for ad_group, words in ad_groups.items():
            for word in words:
                for match in ("Exact match", "Phrase match", "Broad match"):
                    if rng.random() < 0.15:
                        continue
                    state = weighted(rng, {"Enabled": 85, "Paused": 15})
                    shown = 0 if state == "Paused" and rng.random() < 0.7 else int(rng.lognormvariate(7.4, 1.1))
                    rate = (
                        rng.uniform(0.14, 0.31)
                        if brand
                        else rng.uniform(0.008, 0.03)
                        if rival
                        else rng.uniform(0.02, 0.075)
                    )
                    clicks = min(shown, round(shown * rate))
                    cost = round(clicks * rng.uniform(0.2, 0.6 if brand else 2.4 if rival else 1.6), 2)
                    sales = round(clicks * (rng.uniform(0.05, 0.12) if brand else rng.uniform(0, 0.045)) * 2) / 2
                    key = {"Exact match": f"[{word}]", "Phrase match": f'"{word}"', "Broad match": word}[match]
                    rows.append(
                        [
                            state,
                            key,
                            match,
                            campaign,
                            ad_group,
                            "Eligible"
                            if state == "Enabled" and shown > 300
                            else "Eligible (Limited)"
                            if state == "Enabled"
                            else "Paused",
                            "USD",
                            f"{rng.uniform(0.5, 3):.2f}",
                            clicks,
                            shown,
                            cost,
                            sales,
                            rng.randrange(7, 11) if brand else rng.randrange(2, 9),
                            rng.random() < 0.14 or shown == 0,
                        ]
                    )
    total = ["Total: Search keywords", " --", " --", " --", " --", " --", "USD", " --"]
    sums = [sum(row[column] for row in rows) for column in (8, 9, 10, 11)]
    lines = [row[:8] + figures(*row[8:12]) + [" --" if row[13] else row[12]] for row in rows]
    lines += [[head] + total[1:] + figures(*sums) + [" --"] for head in ("Total: Search keywords", "Total: Account")]
    write(
        "Search keyword report.csv",
        [
            "Keyword status",
            "Keyword",
            "Match type",
            "Campaign",
            "Ad group",
            "Status",
            "Currency code",
            "Max. CPC",
            "Clicks",
            "Impr.",
            "CTR",
            "Avg. CPC",
            "Cost",
            "Conversions",
            "Conv. rate",
            "Cost / conv.",
            "Quality Score",
        ],
        lines,
        before='Search keyword report\n"January 1, 2024 - March 31, 2024"\n',
    )


def figures(clicks, shown, cost, sales):
    def part(top, bottom, text):
        return text.format(top / bottom) if bottom else "0.00"

    return [
        f"{clicks:,}",
        f"{shown:,}",
        f"{100 * clicks / shown:.2f}%" if shown else " --",
        part(cost, clicks, "{:.2f}") if clicks else " --",
        f"{cost:,.2f}",
        f"{sales:,.2f}",
        f"{100 * sales / clicks:.2f}%" if clicks else "0.00%",
        part(cost, sales, "{:,.2f}"),
    ]
