"""Order lines of an ERP, a report of opportunities of a CRM, and payments by card."""

from datetime import date, datetime, timedelta

from .common import chance, people, weighted, write

CUSTOMERS = [
    "Northgate Hardware", "Bluepeak Outdoor", "Harlow & Finch", "Cedar Valley Schools", "Meridian Hotels",
    "Oakline Interiors", "Silverton Clinic", "Redwood Cafes", "Tansy Street Market", "Pinehill Fitness",
    "Crestview Offices, Inc.", "Lakeside Library", "Orchard Pharmacy", "Stonebridge Law", "Halden Motors",
    "Quayside Events", "Willow Kindergarten", "Summit Robotics", "Fairmont Dental", "Kestrel Travel",
    "Amber Studios", "Juniper Foods", "Delta Print", "Mossfield Farm",
]  # fmt: skip
ITEMS = [
    ("01896-S", "ATHENS Desk", "DESK", 649.4), ("01906-S", "ATHENS Mobile Pedestal", "MISC", 281.4),
    ("01908-S", "LONDON Swivel Chair, blue", "CHAIR", 123.3), ("01928-S", "AMSTERDAM Lamp", "LAMP", 35.6),
    ("01936-S", "BERLIN Guest Chair, yellow", "CHAIR", 125.1), ("01952-S", "OSLO Storage Unit", "CABINET", 154.8),
    ("01960-S", "ROME Guest Chair, green", "CHAIR", 125.1), ("01964-S", "TOKYO Guest Chair, blue", "CHAIR", 125.1),
    ("01968-S", "MEXICO Swivel Chair, black", "CHAIR", 123.3), ("01969-W", "Conference Package", "", 1090.0),
    ("01972-S", "MUNICH Swivel Chair, yellow", "CHAIR", 190.1), ("01980-S", "MOSCOW Swivel Chair, red", "CHAIR", 123.3),
    ("01988-S", "SEOUL Guest Chair, red", "CHAIR", 125.1), ("01996-S", "ATLANTA Whiteboard, base", "MISC", 906.7),
    ("02000-S", "SYDNEY Swivel Chair, green", "CHAIR", 123.3), ("02004-S", "PARIS Desk", "DESK", 545.0),
    ("02010-S", "LISBON Bookcase", "CABINET", 239.5), ("02014-S", "VIENNA Desk Lamp", "LAMP", 48.9),
]  # fmt: skip
SELLERS = {"BC": 30, "HR": 26, "JO": 24, "LT": 12, "OF": 8}


def us(day):
    return f"{day.month}/{day.day}/{day.year}" if day else ""


def order_lines():
    rng, rows, number = chance("order lines"), [], 101001
    weights = {place: max(1, 14 - place // 2) for place in range(len(CUSTOMERS))}
    sellers = {name: weighted(rng, SELLERS) for name in CUSTOMERS}
    for ordered in sorted(date(2024, 1, 2) + timedelta(days=rng.randrange(362)) for _ in range(270)):
        place = weighted(rng, weights)
        customer, site = CUSTOMERS[place], weighted(rng, {"EAST": 40, "WEST": 35, "CENTRAL": 25})
        late = ordered > date(2024, 12, 5)
        for line in range(rng.choice([1, 1, 2, 2, 3, 4, 5])):
            item, text, category, price = rng.choice(ITEMS)
            quantity = rng.choice([1, 2, 2, 4, 5, 6, 8, 10, 12, rng.randrange(13, 40)])
            discount = weighted(rng, {0: 60, 5: 18, 10: 12, 12.5: 4, 15: 6})
            amount = round(quantity * price * (1 - discount / 100), 2)
            wanted = ordered + timedelta(days=rng.randrange(7, 22))
            shipped = None if rng.random() < (0.6 if late else 0.06) else ordered + timedelta(days=rng.randrange(2, 26))
            sent = 0 if shipped is None else quantity if rng.random() < 0.93 else quantity // 2
            status = "Closed" if sent == quantity else "Released" if sent or rng.random() < 0.7 else "Open"
            rows.append([
                f"SO-{number}", (line + 1) * 10000, f"{(place + 1) * 1000 + 10000}", customer, us(ordered), us(wanted),
                us(shipped), item, text, category, site, quantity, "PCS", f"{price:,.2f}", discount, f"{amount:,.2f}",
                sent, quantity - sent, status, sellers[customer],
            ])  # fmt: skip
        number += rng.choice([1, 1, 1, 2])
    head = ["Document No.", "Line No.", "Sell-to Customer No.", "Sell-to Customer Name", "Order Date"]
    head += ["Requested Delivery Date", "Shipment Date", "No.", "Description", "Item Category Code", "Location Code"]
    head += ["Quantity", "Unit of Measure Code", "Unit Price Excl. VAT", "Line Discount %", "Line Amount Excl. VAT"]
    head += ["Quantity Shipped", "Outstanding Quantity", "Status", "Salesperson Code"]
    write("Sales Order Lines.csv", head, rows)


OWNERS = {"Dana Reyes": 24, "Marcus Hale": 22, "Priya Nair": 20, "Tom Okafor": 16, "Ellen Voss": 10, "Jae Kim": 8}
OPEN = {"Prospecting": 10, "Qualification": 20, "Needs Analysis": 25, "Proposal/Price Quote": 60,
        "Negotiation/Review": 80}  # fmt: skip
SOURCES = {"Web": 30, "Partner Referral": 18, "Trade Show": 14, "Purchased List": 8, "Employee Referral": 8, "": 12}
PLANS = ["Platform", "Renewal", "Add-on seats", "Analytics", "Onboarding"]


def opportunities():
    rng, rows, today = chance("opportunities"), [], date(2024, 11, 11)
    accounts = [f"{first} {last}" for first in ("Aldgate", "Brightwater", "Corvus", "Dunmore", "Elmtree", "Foxglove",
                "Granite", "Hawthorn", "Inverness", "Jubilee", "Kingfisher", "Larch") for last in ("Logistics", "Foods",
                "Health", "Systems", "Energy", "Media", "Insurance", "Retail", "Labs", "Partners")]  # fmt: skip
    for number in range(412):
        account, kind = rng.choice(accounts), weighted(rng, {"New Business": 55, "Existing Business": 38, "": 3})
        closing = date(2024, 1, 3) + timedelta(days=rng.randrange(362))
        if closing <= today and rng.random() < 0.93:
            stage = weighted(rng, {"Closed Won": 42, "Closed Lost": 58})
        else:
            stage = weighted(rng, {name: 30 - place * 3 for place, name in enumerate(OPEN)})
        chances = 100 if stage == "Closed Won" else OPEN.get(stage, 0)
        created = closing - timedelta(days=rng.randrange(12, 260))
        created = min(created, today - timedelta(days=rng.randrange(1, 40)))
        end = closing if stage.startswith("Closed") else today
        amount = round(rng.lognormvariate(9.9, 0.9) / 50) * 50 + rng.choice([0, 0, 0, 0.5, 25])
        rows.append([
            weighted(rng, OWNERS), account, f"{account} - {rng.choice(PLANS)} {number + 1:03d}", stage,
            f"Q{(closing.month + 2) // 3}-{closing.year}", "" if rng.random() < 0.06 else f"{amount:.2f}", chances,
            (end - created).days, us(closing), us(created), weighted(rng, SOURCES), kind,
        ])  # fmt: skip
    head = ["Opportunity Owner", "Account Name", "Opportunity Name", "Stage", "Fiscal Period", "Amount"]
    head += ["Probability (%)", "Age", "Close Date", "Created Date", "Lead Source", "Type"]
    after = '\n"Pipeline 2024"\n"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."\n'
    after += '"Confidential Information - Do Not Distribute"\n"Generated By:  Dana Reyes  11/11/2024 3:10 AM"\n'
    write("report1731322211334.csv", head, rows, after=after + '"Larkfield Software"\n', quote_all=True)


RATES = {"usd": 1, "eur": 1.084, "gbp": 1.266}
REASONS = {"insufficient_funds": 40, "generic_decline": 30, "expired_card": 15, "do_not_honor": 10, "": 3}
MESSAGES = {"insufficient_funds": "The bank returned the decline code `insufficient_funds`."}
PRICES = {
    "Subscription update": (29, 79, 79, 249),
    "Subscription creation": (29, 79, 249),
    "Payment for Invoice": (480, 1250, 2990),
}


def payments():
    rng, rows = chance("stripe"), []
    buyers = []
    for first, last, _ in people(rng, 150):
        country = weighted(rng, {"US": 60, "DE": 12, "GB": 12, "FR": 7, "CA": 6, "IE": 3})
        money = {"GB": "gbp", "DE": "eur", "FR": "eur", "IE": "eur"}.get(country, "usd")
        brand = weighted(rng, {"Visa": 55, "MasterCard": 30, "American Express": 12, "Discover": 3})
        paid = weighted(rng, {"credit": 62, "debit": 33, "prepaid": 5})
        who = f"{first}.{last}@{rng.choice(['example.com', 'mail.example', 'corp.example'])}".lower()
        buyers.append([f"cus_{rng.getrandbits(60):014x}", who, brand, paid, country, money, rng.choice([1, 2, 3, 5])])
    for stamp in sorted(datetime(2024, 1, 1) + timedelta(minutes=rng.randrange(182 * 1440)) for _ in range(860)):
        customer, mail, brand, funding, country, money, often = buyers[
            weighted(rng, {place: buyer[-1] for place, buyer in enumerate(buyers)})
        ]
        what = weighted(rng, {"Subscription update": 74, "Subscription creation": 14, "Payment for Invoice": 12})
        amount = rng.choice(PRICES[what])
        status = weighted(rng, {"Paid": 84, "Failed": 11 + (6 if funding == "prepaid" else 0), "Refunded": 4})
        back = {"Paid": 0, "Failed": 0, "Refunded": amount}[status]
        if status == "Paid" and rng.random() < 0.02:
            back = round(amount / 2, 2)
        reason = weighted(rng, REASONS) if status == "Failed" else ""
        rate = RATES[money] * (1 + (stamp.month - 3) * 0.004) if money != "usd" else 1
        changed = round(amount * rate, 2)
        fee = "" if status == "Failed" else f"{changed * (0.029 if country == 'US' else 0.039) + 0.3:.2f}"
        rows.append(
            [
                f"{'ch' if rng.random() < 0.3 else 'py'}_{rng.getrandbits(80):020x}",
                f"{stamp:%Y-%m-%d %H:%M}",
                f"{amount:.2f}",
                f"{back:.2f}",
                money,
                "false" if status == "Failed" else "true",
                f"{changed:.2f}",
                f"{round(back * rate, 2):.2f}",
                "usd",
                reason,
                what,
                fee,
                status,
                MESSAGES.get(
                    reason,
                    "Payment complete."
                    if status != "Failed"
                    else "The bank did not return any further details with this decline.",
                ),
                customer,
                mail,
                brand,
                funding,
                country if rng.random() > 0.01 else "",
            ]
        )
    head = ["id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Captured", "Converted Amount"]
    head += ["Converted Amount Refunded", "Converted Currency", "Decline Reason", "Description", "Fee", "Status"]
    head += ["Seller Message", "Customer ID", "Customer Email", "Card Brand", "Card Funding", "Card Issue Country"]
    write("unified_payments.csv", head, rows)
