import csv, json, re
from collections import Counter

# What the columns of each file hold: their types, their gaps and their most frequent values.
NOTHING = {"", "na", "n/a", "nan", "null", "none"}
PLAIN = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
COMMA = re.compile(r"[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?")
YES_NO = {"true", "false", "yes", "no"}
SIGNS = "$€£"
COLUMNS_AT_MOST = 200
# Of numbers fewer values are kept, as they are amounts.
VALUES_AT_MOST = 200

def opened(path):
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            with open(path, newline="", encoding=encoding) as file:
                for _ in file:
                    pass
            return encoding
        except UnicodeDecodeError:
            continue
    return "latin-1"

def kind_of(texts, delimiter):
    bare = [text.strip(SIGNS + " ") for text in texts]
    signs = {sign for text in texts for sign in SIGNS if sign in text}
    if not texts:
        return "empty", False, None
    if len(signs) < 2 and all(PLAIN.fullmatch(text) for text in bare):
        return ("decimal" if any("." in text for text in bare) else "integer"), False, "".join(signs) or None
    if len(signs) < 2 and delimiter == ";" and all(COMMA.fullmatch(text) for text in bare):
        return ("decimal" if any("," in text for text in bare) else "integer"), True, "".join(signs) or None
    if all(DATE.fullmatch(text) for text in texts):
        return "date", False, None
    if all(DATE.fullmatch(text) or MOMENT.fullmatch(text) for text in texts):
        return "timestamp", False, None
    return ("boolean" if {text.lower() for text in texts} <= YES_NO else "text"), False, None

def plain(text, kind, comma):
    if kind in ("integer", "decimal"):
        text = text.strip(SIGNS + " ").lstrip("+")
        return text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
    return text.lower() if kind == "boolean" else text.replace(" ", "T") if kind == "timestamp" else text

def column(name, cells, delimiter):
    texts = [cell for cell in cells if cell.lower() not in NOTHING]
    kind, comma, sign = kind_of(texts, delimiter)
    numeric = kind in ("integer", "decimal")
    values = Counter(plain(text, kind, comma) for text in texts)
    ordered = sorted(values, key=float if numeric else None)
    most = VALUES_AT_MOST if len(values) <= VALUES_AT_MOST or kind == "text" else 5
    return {
        "name": name, "kind": kind, "comma": comma, "sign": sign,
        "scale": max((len(text.partition(".")[2]) for text in values), default=0) if numeric else 0,
        "missing": len(cells) - len(texts), "distinct": len(values),
        "min": ordered[0] if ordered else None, "max": ordered[-1] if ordered else None,
        "values": [[value, count] for value, count in sorted(values.items(), key=lambda item: (-item[1], item[0]))[:most]],
    }

def look(name):
    path = "/mnt/data/" + name
    encoding = opened(path)
    with open(path, newline="", encoding=encoding) as file:
        first = file.readline()
        delimiter = max(",;\t|", key=first.count)
        file.seek(0)
        records = [record for record in csv.reader(file, delimiter=delimiter) if record]
    header, *rows = records or [[]]
    names = [cell.strip() for cell in header][:COLUMNS_AT_MOST]
    columns = [column(each, [row[at].strip() if at < len(row) else "" for row in rows], delimiter) for at, each in enumerate(names)]
    print(json.dumps({"file": name, "encoding": encoding, "delimiter": delimiter, "rows": len(rows), "columns": columns}, ensure_ascii=False))
