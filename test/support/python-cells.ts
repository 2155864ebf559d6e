/** Cells that need nothing but the standard library. */

/** Prints in colour, shows a 48 × 32 picture, and writes a CSV file. */
export const EVERYTHING = `import struct, zlib, csv
print('\\x1b[31mred\\x1b[0m words')

def chunk(kind, data):
    body = kind + data
    return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))

class Picture:
    def _repr_png_(self):
        rows = b''.join(b'\\0' + bytes(v for x in range(48) for v in (x * 5, y * 7, 160)) for y in range(32))
        head = struct.pack('>IIBBBBB', 48, 32, 8, 2, 0, 0, 0)
        return b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')

display(Picture())
with open('/mnt/data/regions.csv', 'w', newline='') as file:
    csv.writer(file).writerows([['region', 'amount'], ['West', 12.5], ['East', 7]])
print('written')`;

export const fenced = (code: string): string => `\`\`\`python\n${code}\n\`\`\``;
