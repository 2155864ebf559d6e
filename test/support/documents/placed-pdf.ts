import { pdfOf, stream } from './hostile-pdfs';

/** Words at a place of a page, in points from its lower left corner. */
export interface Placed {
  x: number;
  y: number;
  text: string;
  size?: number;
  font?: Font;
  /** Degrees that the line is turned by, against the clock. */
  turn?: number;
  /** In place of the text: pieces, and how far the next one is moved back, in thousandths of the size. */
  pieces?: (string | number)[];
}

/** `hebrew` is drawn as it is seen, from left to right; `ligatures` has fi, fl and ffi at the codes of 1, 2 and 3. */
export type Font = 'plain' | 'bold' | 'hebrew' | 'ligatures' | 'columns of writing';

export interface PlacedPage {
  placed: Placed[];
  /** What is drawn beside them, as a PDF has it. */
  drawing?: string;
  width?: number;
  height?: number;
  rotate?: number;
  /** Fields of a form: where they are, and what was filled in. */
  fields?: { name: string; value: string; rect: [number, number, number, number] }[];
}

const NAMES: Record<Font, string> = {
  plain: 'F1',
  bold: 'F2',
  hebrew: 'F3',
  ligatures: 'F4',
  'columns of writing': 'F5',
};
const HEBREW = 'אבגדהוזחטיךכלםמןנסעףפץצקרשת .';

const FIRST_OBJECTS = 12;
const toUnicode = [...HEBREW]
  .map((letter, index) => `<${hex4(index)}> <${hex4(letter.codePointAt(0) ?? 0)}>`)
  .join('\n');
const CMAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def
1 begincodespacerange <0000> <ffff> endcodespacerange ${HEBREW.length} beginbfchar ${toUnicode} endbfchar endcmap end end`;

function hex4(code: number): string {
  return code.toString(16).padStart(4, '0');
}

const escaped = (text: string): string => text.replaceAll(/[()\\]/g, '\\$&');

function shown(text: string, font: Font): string {
  if (font === 'hebrew') return `<${[...text].map((letter) => hex4(HEBREW.indexOf(letter))).join('')}>`;
  if (font === 'columns of writing') return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  return `(${escaped(text)})`;
}

function drawn({ x, y, text, size = 10, font = 'plain', turn = 0, pieces }: Placed): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(5));
  const words = pieces
    ? `[${pieces.map((piece) => (typeof piece === 'number' ? String(piece) : shown(piece, font))).join(' ')}] TJ`
    : `${shown(text, font)} Tj`;
  return `BT /${NAMES[font]} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm ${words} ET`;
}

/** A PDF whose pages hold these words at these places, drawn in this order. */
export function placedPdf(pages: readonly PlacedPage[]): Buffer {
  const objects: (string | Buffer)[] = [];
  const kids: number[] = [];
  const fields: number[] = [];
  for (const page of pages) {
    const number = FIRST_OBJECTS + objects.length + 1;
    kids.push(number);
    const own = (page.fields ?? []).map((_, index) => number + 2 + index);
    fields.push(...own);
    const { width = 612, height = 792, rotate = 0 } = page;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R/F5 7 0 R>>>>/Contents ${number + 1} 0 R/Annots[${own.map((one) => `${one} 0 R`).join(' ')}]>>`,
      stream([page.drawing ?? '', ...page.placed.map(drawn)].join('\n')),
      ...(page.fields ?? []).map(
        ({ name, value, rect }) =>
          `<</Type/Annot/Subtype/Widget/FT/Tx/T(${name})/V(${escaped(value)})/Rect[${rect.join(' ')}]/F 4/DA(/F1 10 Tf)>>`,
      ),
    );
  }
  const form =
    fields.length > 0
      ? `/AcroForm<</Fields[${fields.map((one) => `${one} 0 R`).join(' ')}]/DR<</Font<</F1 3 0 R>>>>>>`
      : '';
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${form}>>`,
    `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type0/BaseFont/Hebrew/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 9 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[49/fi/fl/ffi]>>>>',
    '<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-V/DescendantFonts[11 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Hebrew/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 10 0 R>>',
    stream(CMAP),
    '<</Type/FontDescriptor/FontName/Hebrew/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/FontDescriptor 12 0 R>>',
    '<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
    ...objects,
  ]);
}

/** Hebrew as it is drawn: its letters from left to right, first those that are read last. */
export const asSeen = (text: string): string => [...text].reverse().join('');

interface Setting {
  x: number;
  /** Of the first line. */
  y: number;
  size?: number;
  leading?: number;
  font?: Font;
}

/** Lines below each other; an empty line is a gap. */
export const lines = (text: readonly string[], { x, y, size = 10, leading = 12, font = 'plain' }: Setting): Placed[] =>
  text.flatMap((line, index) => (line === '' ? [] : [{ x, y: y - index * leading, text: line, size, font }]));

/** As many programs draw: from the top to the bottom of the page, across everything. */
export const rowByRow = (...columns: Placed[][]): Placed[] => columns.flat().toSorted((a, b) => b.y - a.y || a.x - b.x);

/** Each word at a place of its own, spread so that the lines end where the widest does. */
export function justified(text: readonly string[], setting: Setting & { width: number }): Placed[] {
  const { size = 10, width, x } = setting;
  return lines(text, setting).flatMap(({ text: line, ...place }) => {
    const words = line.split(' ');
    const letters = words.reduce((sum, word) => sum + word.length, 0) * size * 0.5;
    const gap = (width - letters) / Math.max(1, words.length - 1);
    let at = x;
    return words.map((word) => {
      const placed = { ...place, x: at, text: word };
      at += word.length * size * 0.5 + gap;
      return placed;
    });
  });
}

/** How wide some letters of the plain font are, in thousandths of its size; the others are 556. */
const WIDTHS: Record<string, number> = { T: 611, l: 222, m: 833, r: 333, s: 500, '.': 278, ' ': 278 };

/** Each letter at a place of its own, spaces left out. */
export function letters(text: string, { x, y, size = 10 }: Setting): Placed[] {
  let at = x;
  return [...text].flatMap((letter): Placed[] => {
    const placed = { x: at, y, size, text: letter };
    at += ((WIDTHS[letter] ?? 556) * size) / 1_000;
    return letter === ' ' ? [] : [placed];
  });
}
