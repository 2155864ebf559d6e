"""Bicycles stolen in Berlin, as the police publishes them."""

from datetime import date, timedelta

from .common import FILES, chance, weighted, write

PLACES = {"01100310": 9, "01100101": 6, "02100105": 10, "02400625": 8, "03701556": 9, "03601244": 5, "04300414": 5,
          "05200631": 3, "06300629": 4, "07400822": 6, "08100521": 11, "08401242": 5, "09200717": 5, "10100207": 2,
          "11300721": 6, "12301203": 2}  # fmt: skip
KINDS = {"Herrenfahrrad": (34, 900), "Damenfahrrad": (28, 780), "Fahrrad": (11, 1100), "Mountainbike": (8, 1250),
         "Rennrad": (6, 1500), "Lastenfahrrad": (5, 4300), "Kinderfahrrad": (6, 380),
         "diverse Fahrräder": (2, 1900)}  # fmt: skip


def thefts():
    rng, rows = chance("fahrraddiebstahl"), []
    for _ in range(290):
        kind = weighted(rng, {name: share for name, (share, _) in KINDS.items()})
        start = date(2023, 1, 1) + timedelta(days=rng.randrange(731))
        while start.month in (12, 1, 2) and rng.random() < 0.6:
            start = date(2023, 1, 1) + timedelta(days=rng.randrange(731))
        start -= timedelta(days=1 if start == date(2024, 12, 31) else 0)
        end = start + timedelta(days=weighted(rng, {0: 50, 1: 38, 2: 6, 5: 3, 12: 2}))
        filed = min(end + timedelta(days=weighted(rng, {0: 50, 1: 25, 2: 10, 6: 5, 20: 2})), date(2024, 12, 31))
        end = min(end, filed)
        begin = weighted(rng, {18: 14, 20: 12, 17: 9, 22: 8, 8: 7, 9: 6, 12: 5, 15: 5, 7: 4, 0: 3})
        until = rng.randrange(begin, 24) if start == end else rng.choice([6, 7, 8, 9, 11, 14, 17])
        attempt = weighted(rng, {"Nein": 97, "Ja": 4, "Unbekannt": 1})
        cellar = rng.random() < 0.11
        heavy = "Sonstiger schwerer" if cellar or rng.random() < 0.93 else "Einfacher"
        rows.append([
            f"{filed:%d.%m.%Y}", f"{start:%d.%m.%Y}", begin, f"{end:%d.%m.%Y}", until, weighted(rng, PLACES),
            0 if attempt == "Ja" and rng.random() < 0.6 else max(15, round(KINDS[kind][1] * rng.lognormvariate(-0.12,
            0.55))),
            attempt, kind, "Keller- und Bodeneinbruch" if cellar else "Fahrraddiebstahl",
            f"{heavy} Diebstahl {'in/aus Keller/Boden ' if cellar else ''}von Fahrrädern",
        ])  # fmt: skip
    rows.sort(key=lambda row: row[0].split(".")[::-1], reverse=True)
    head = ["ANGELEGT_AM", "TATZEIT_ANFANG_DATUM", "TATZEIT_ANFANG_STUNDE", "TATZEIT_ENDE_DATUM", "TATZEIT_ENDE_STUNDE"]
    head += ["LOR", "SCHADENSHOEHE", "VERSUCH", "ART_DES_FAHRRADS", "DELIKT", "ERFASSUNGSGRUND"]
    write("Fahrraddiebstahl.csv", head, rows)
    path = FILES / "Fahrraddiebstahl.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
