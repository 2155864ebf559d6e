"""Reads Parquet as the app writes it for code: not compressed, plain or by dictionary. Needs no package; numpy makes it quick."""
import datetime
import decimal
import struct

BOOLEAN, INT32, INT64, FLOAT, DOUBLE, BYTES, FIXED = 0, 1, 2, 4, 5, 6, 7
PLAIN, DICTIONARIES = 0, (2, 8)
UTF8, DECIMAL, DATE, TIME_MICROS, TIMESTAMP_MICROS = 0, 5, 6, 8, 10
FORMATS = {INT32: "i", INT64: "q", FLOAT: "f", DOUBLE: "d"}
EPOCH = datetime.datetime(1970, 1, 1)


class Thrift:
    """The compact protocol, read without knowing what it says: structures as dictionaries by the numbers of their fields."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def varint(self):
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def integer(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def structure(self):
        fields, number = {}, 0
        while (head := self.data[self.at]) != 0:
            self.at += 1
            number = number + (head >> 4) if head >> 4 else self.integer()
            fields[number] = self.value(head & 15)
        self.at += 1
        return fields

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            self.at += 1
            return self.data[self.at - 1]
        if kind in (4, 5, 6):
            return self.integer()
        if kind == 7:
            self.at += 8
            return struct.unpack_from("<d", self.data, self.at - 8)[0]
        if kind == 8:
            size = self.varint()
            self.at += size
            return bytes(self.data[self.at - size : self.at])
        if kind in (9, 10):
            head = self.data[self.at]
            self.at += 1
            size = self.varint() if head >> 4 == 15 else head >> 4
            return [self.value(head & 15) for _ in range(size)]
        if kind == 12:
            return self.structure()
        raise ValueError(f"Parquet: a field of kind {kind}")


def runs(data, at, end, width, count, numpy):
    """Numbers of `width` bits, in runs of one value or packed: a list, or an array where there is numpy."""
    parts, filled, size = [], 0, (width + 7) // 8
    while filled < count and (at < end or width == 0):
        head = Thrift(data, at)
        header, at = head.varint(), head.at
        if header & 1 == 0:
            value = int.from_bytes(data[at : at + size], "little")
            at += size
            length = min(header >> 1, count - filled)
            parts.append(numpy.full(length, value, numpy.int64) if numpy else [value] * length)
        else:
            length = min((header >> 1) * 8, count - filled)
            packed = data[at : at + (header >> 1) * width]
            at += len(packed)
            parts.append(unpacked(packed, width, numpy)[:length])
        filled += length
    if numpy:
        return numpy.concatenate(parts) if parts else numpy.zeros(0, numpy.int64)
    return [value for part in parts for value in part]


def unpacked(packed, width, numpy):
    if numpy:
        bits = numpy.unpackbits(numpy.frombuffer(packed, numpy.uint8), bitorder="little").reshape(-1, width)
        values = numpy.zeros(len(bits), numpy.int64)
        for place in range(width):
            values |= bits[:, place].astype(numpy.int64) << place
        return values
    mask, values = (1 << width) - 1, []
    for at in range(0, len(packed), width or 1):
        eight = int.from_bytes(packed[at : at + width], "little")
        values.extend((eight >> (width * place)) & mask for place in range(8))
    return values


def plain(data, at, end, field, count, numpy):
    kind, length = field[1], field.get(2, 0)
    if kind in FORMATS:
        if numpy:
            return numpy.frombuffer(data, "<" + numpy.dtype(FORMATS[kind]).str[1:], count, at)
        return list(struct.unpack_from(f"<{count}{FORMATS[kind]}", data, at))
    if kind == BOOLEAN:
        bits = unpacked(data[at:end], 1, numpy)[:count]
        return bits.astype(bool) if numpy else [bit == 1 for bit in bits]
    if kind == FIXED:
        if numpy:
            return numpy.frombuffer(data, f"V{length}", count, at)
        return [data[place : place + length] for place in range(at, at + count * length, length)]
    texts, size_of = [], struct.Struct("<I").unpack_from
    for _ in range(count):
        (size,) = size_of(data, at)
        texts.append(str(data[at + 4 : at + 4 + size], "utf-8"))
        at += 4 + size
    return texts


class ParquetFile:
    def __init__(self, path):
        self.file = open(path, "rb")
        self.file.seek(-8, 2)
        size, mark = struct.unpack("<I4s", self.file.read(8))
        if mark != b"PAR1":
            raise ValueError("no Parquet file")
        self.file.seek(-8 - size, 2)
        about = Thrift(self.file.read(size)).structure()
        self.rows, self.groups = about[3], about.get(4, [])
        self.columns = [(field[4].decode(), field) for field in about[2][1:]]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def parts(self, index, convert, numpy):
        """Of each group of rows the values that there are, of which rows (None for all of them), and how many rows."""
        field = self.columns[index][1]
        for group in self.groups:
            about = group[1][index][3]
            if about.get(4, 0) != 0:
                raise ValueError("Parquet: compressed")
            start = min(place for place in (about[9], about.get(11)) if place)
            self.file.seek(start)
            yield from pages(self.file.read(about[7]), field, about[5], convert, numpy)


def pages(data, field, count, convert, numpy):
    at, known, seen = 0, None, 0
    view = memoryview(data)
    while seen < count:
        head = Thrift(data, at)
        header = head.structure()
        at, end = head.at, head.at + header[3]
        if header[1] == 2:
            known = converted(plain(view, at, end, field, header[7][1], numpy), convert, numpy)
        elif header[1] == 0:
            yield page(view, at, end, header[5], field, known, convert, numpy)
            seen += header[5][1]
        else:
            raise ValueError(f"Parquet: a page of kind {header[1]}")
        at = end


def page(data, at, end, header, field, known, convert, numpy):
    count, encoding = header[1], header[2]
    there = None
    if field.get(3, 0) == 1:
        (size,) = struct.unpack_from("<I", data, at)
        levels = runs(data, at + 4, at + 4 + size, 1, count, numpy)
        at += 4 + size
        there = None if (levels.all() if numpy else all(levels)) else levels
    stored = count if there is None else int(sum(there)) if not numpy else int(there.sum())
    if encoding == PLAIN:
        return converted(plain(data, at, end, field, stored, numpy), convert, numpy), there, count
    if encoding not in DICTIONARIES or known is None:
        raise ValueError(f"Parquet: the encoding {encoding}")
    places = runs(data, at + 1, end, data[at], stored, numpy)
    if numpy:
        return known[places], there, count
    return [known[place] for place in places], there, count


def converted(values, convert, numpy):
    """Values of a dictionary before they are spread over the rows. With numpy an array, of objects for what it has no type for."""
    if convert is not None:
        values = [convert(value) for value in (values.tolist() if numpy and not isinstance(values, list) else values)]
    if not numpy or not isinstance(values, list):
        return values
    array = numpy.empty(len(values), object)
    array[:] = values
    return array


def wide(value):
    return int.from_bytes(value, "big", signed=True)


def as_python(field):
    """What makes a value of Python's of one that is stored; None where it is one already."""
    kind, meaning, scale = field[1], field.get(6), field.get(7, 0)
    if meaning == DECIMAL:
        exact = decimal.Context(prec=60)
        number = wide if kind == FIXED else int
        if scale == 0:
            return number if kind == FIXED else None
        return lambda value: decimal.Decimal(number(value)).scaleb(-scale, exact)
    if meaning == DATE:
        return lambda value: datetime.date.fromordinal(719_163 + value)
    if meaning == TIMESTAMP_MICROS:
        return lambda value: EPOCH + datetime.timedelta(microseconds=value)
    if meaning == TIME_MICROS:
        return lambda value: (EPOCH + datetime.timedelta(microseconds=value)).time()
    return None
