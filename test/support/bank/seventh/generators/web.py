"""Payments as Stripe exports them, and the queries of the Search Console."""

import string
from datetime import datetime, timedelta

from .common import chance, people, weighted, write

PAYMENTS = """id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount
Converted Amount Refunded,Fee,Converted Currency,Mode,Status,Customer ID,Customer Email,Captured,Card Brand
Card Funding,Card Issue Country"""
RATES = {"usd": 1, "eur": 1.0832, "gbp": 1.2671}
REFUSALS = {
    "The bank did not return any further details with this decline.": 6,
    "The card has insufficient funds to complete the purchase.": 4,
    "The bank returned the decline code `do_not_honor`.": 2,
}


def token(rng, prefix, length):
    return prefix + "".join(rng.choices(string.ascii_letters + string.digits, k=length))


def payments():
    rng = chance("stripe")
    customers = []
    for first, last, _ in people(rng, 74):
        currency = weighted(rng, {"usd": 60, "eur": 26, "gbp": 14})
        country = {"usd": "US", "eur": rng.choice(["DE", "FR", "NL"]), "gbp": "GB"}[currency]
        brand = weighted(rng, {"Visa": 56, "MasterCard": 30, "American Express": 14 if currency == "usd" else 2})
        mail = f"{first}.{last}@{rng.choice(['gmail.com', 'outlook.com', 'northpeak.io', 'acme.co'])}".lower()
        customers.append((token(rng, "cus_", 14), mail, currency, brand, country))
    rows = []
    for _ in range(212):
        customer, mail, currency, brand, country = rng.choice(customers)
        moment = datetime(2024, 1, 1, 1) + timedelta(minutes=rng.randrange(270 * 1440))
        amount, text = weighted(
            rng,
            {
                (19.0, "Subscription update"): 34,
                (49.0, "Subscription update"): 26,
                (49.0, "Subscription creation"): 8,
                (19.0, "Subscription creation"): 12,
                (199.0, "Invoice"): 9,
                (480.0, "Invoice"): 5,
                (1188.0, "Invoice"): 3,
                (7.5, ""): 7,
            },
        )
        status = weighted(rng, {"Paid": 84, "Failed": 10, "Refunded": 5, "part": 2})
        converted = round(amount * RATES[currency], 2)
        refunded = {"Refunded": amount, "part": round(amount / 2, 2)}.get(status, 0.0)
        failed = status == "Failed"
        fee = 0 if failed else round(converted * (0.029 if currency == "usd" else 0.044) + 0.3, 2)
        rows.append(
            [
                token(rng, "ch_3O", 22),
                text,
                weighted(rng, REFUSALS) if failed else "Payment complete.",
                f"{moment:%Y-%m-%d %H:%M}",
                f"{amount:.2f}",
                f"{refunded:.2f}",
                currency,
                f"{converted:.2f}",
                f"{refunded * RATES[currency]:.2f}",
                f"{fee:.2f}",
                "usd",
                "Live",
                "Paid" if status == "part" else status,
                "" if text == "" else customer,
                "" if text == "" and rng.random() < 0.6 else mail,
                "false" if failed else "true",
                brand,
                weighted(rng, {"credit": 6, "debit": 4, "prepaid": 1}),
                country,
            ]
        )
    rows.sort(key=lambda row: row[3], reverse=True)
    write("payments.csv", PAYMENTS.replace("\n", ",").split(","), rows)


QUERIES = """hario v60|v60 recipe|how to clean a coffee grinder|best hand grinder|comandante c40
comandante c40 vs 1zpresso|1zpresso jx pro|aeropress recipe|aeropress filters|how to use an aeropress
chemex ratio|chemex vs v60|moka pot grind size|moka pot leaking|how to clean moka pot|french press ratio
french press coarse grind|coffee to water ratio|cold brew ratio|how to make cold brew|cold brew vs iced coffee
best coffee grinder under 200|baratza encore|baratza encore vs fellow ode|fellow ode gen 2|fellow stagg kettle
gooseneck kettle|best gooseneck kettle|how long do coffee beans last|how to store coffee beans
freeze coffee beans|light roast vs dark roast|what is specialty coffee|espresso grind size|espresso ratio
espresso channeling|dialing in espresso|how to steam milk|flat white vs latte|cortado vs macchiato
what is a cortado|decaf process|swiss water decaf|best decaf coffee beans|kalita wave|kalita wave vs v60
origami dripper|clever dripper recipe|switch v60|hario switch recipe|bean there coffee|bean there coffee blog
beanthere|bean there shop|bean there roastery|coffee subscription|best coffee subscription uk
coffee beans near me|ethiopian coffee beans|kenyan coffee taste|colombian coffee beans|natural vs washed coffee
anaerobic fermentation coffee|coffee bloom|how long to bloom coffee|pour over technique|pour over ratio
4 6 method|tetsu kasuya recipe|coffee scale|best coffee scale|acaia pearl|timemore c2|timemore c2 vs c3
timemore chestnut|how many grams of coffee per cup|how much caffeine in espresso|caffeine in decaf
water for coffee|third wave water|descaling kettle|how to descale a kettle|paper filters vs metal
unbleached filters|coffee filter sizes|v60 filters|latte art|how to do latte art|milk pitcher|tamper size 58mm
wdt tool|best wdt tool|puck screen|bottomless portafilter|gaggia classic pro|gaggia classic vs sage bambino
sage bambino plus|sage barista express|breville vs sage|niche zero|niche zero review|df64|eureka mignon
burr vs blade grinder|conical vs flat burrs|grinder alignment|rdt coffee|static in coffee grinder
coffee tasting notes|cupping coffee at home|how to cup coffee|coffee flavour wheel|turkish coffee grind|ibrik
vietnamese phin|siphon coffee|percolator vs french press|instant coffee specialty"""


def queries():
    rng = chance("search console")
    rows = []
    for query in QUERIES.replace("\n", "|").split("|"):
        brand = "bean there" in query or query == "beanthere"
        position = 1 + rng.random() * 0.6 if brand else min(68, 2.4 + rng.lognormvariate(1.9, 0.75))
        impressions = round(rng.lognormvariate(5.4, 0.8) if brand else rng.lognormvariate(6.9, 1.1)) + 9
        likely = 0.42 if brand else 0.28 * position**-1.15 * rng.uniform(0.5, 1.4)
        clicks = round(impressions * likely)
        rate = f"{100 * clicks / impressions:.2f}%".replace(".00%", "%")
        rows.append([query, clicks, impressions, rate, round(position, 2)])
    rows.sort(key=lambda row: (-row[1], -row[2]))
    write("Queries.csv", ["Top queries", "Clicks", "Impressions", "CTR", "Position"], rows)
