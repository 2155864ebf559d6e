import { strToU8, zipSync } from 'fflate';

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

const relations = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
/** A font that is only named: which characters its codes mean is in a table of the reader's. */
const HEISEI =
  '<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]>>';
const latin = (line: string): string => `(${line.replaceAll(/[()\\]/g, '\\$&')})`;
const wide = (line: string): string => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}>`;

/** A PDF with a line of text on each page, each line in the page's own coordinates. */
export function pdf(pages: readonly string[], more: { catalog?: string; japanese?: boolean } = {}): Buffer {
  const shown = more.japanese ? wide : latin;
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${more.catalog ?? ''}>>`,
    `<</Type/Pages/Kids[${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    more.japanese ? HEISEI : HELVETICA,
  ];
  for (const [index, text] of pages.entries()) {
    const lines = text.split('\n').map((line) => `${shown(line)} Tj 0 -14 Td`);
    const content = text === '' ? '' : `BT /F1 12 Tf 50 740 Td ${lines.join(' ')} ET`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  );
}

/** Paragraphs, and tables as rows of cells. */
export function docx(parts: readonly (string | string[][])[]): Buffer {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${inXml(text)}</w:t></w:r></w:p>`;
  const row = (cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const body = parts
    .map((part) => (typeof part === 'string' ? paragraph(part) : `<w:tbl>${part.map(row).join('')}</w:tbl>`))
    .join('');
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

export function pptx(slides: readonly (string | { text: string; notes: string })[]): Buffer {
  const slide = (text: string, kind: string) =>
    `${XML}<p:${kind} xmlns:a="a" xmlns:p="p">${text
      .split('\n')
      .map((line) => `<a:p><a:r><a:t>${inXml(line)}</a:t></a:r></a:p>`)
      .join('')}</p:${kind}>`;
  const files = slides.flatMap((one, index) => {
    const name = `slide${index + 1}.xml`;
    if (typeof one === 'string') return [[`ppt/slides/${name}`, slide(one, 'sld')]];
    // Notes are numbered on their own, so the number of the slide does not tell which are its.
    const notes = `notesSlides/notesSlide${slides.length - index}.xml`;
    return [
      [`ppt/slides/${name}`, slide(one.text, 'sld')],
      [`ppt/slides/_rels/${name}.rels`, relations('notesSlide', `../${notes}`)],
      [`ppt/${notes}`, slide(one.notes, 'notes')],
    ];
  });
  return zip({ '[Content_Types].xml': `${XML}<Types/>`, ...Object.fromEntries(files) });
}

/** Styles of cells by name; a cell with one of them is written `{ v: 0.25, as: 'percent' }`. */
const STYLES = { plain: 0, moment: 1, day: 2, clock: 3, duration: 4, percent: 5, ownDay: 6 } as const;
const FORMATS = [0, 22, 14, 20, 46, 10, 164];

type XlsxValue = string | number | boolean | Date | null;
type XlsxCell =
  | XlsxValue
  | { v: number; as: keyof typeof STYLES }
  | { error: string }
  | { formula: string; v?: string | number };

export interface XlsxSheet {
  name: string;
  rows: XlsxCell[][];
  state?: 'hidden' | 'veryHidden';
  merges?: string[];
  hiddenRows?: number[];
  /** XML in place of the rows. */
  xml?: string;
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function cellOf(value: XlsxCell): string {
  if (value === null) return '';
  if (value instanceof Date) return `<c s="1"><v>${(value.getTime() - EXCEL_EPOCH) / 86_400_000}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c t="inlineStr"><is><t>${inXml(value)}</t></is></c>`;
  if ('error' in value) return `<c t="e"><f>1/0</f><v>${value.error}</v></c>`;
  if ('as' in value) return `<c s="${STYLES[value.as]}"><v>${value.v}</v></c>`;
  const type = typeof value.v === 'string' ? ' t="str"' : '';
  return `<c${type}><f>${inXml(value.formula)}</f>${value.v === undefined ? '' : `<v>${inXml(String(value.v))}</v>`}</c>`;
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Dates have the style of a date, as Excel has no type for them; null leaves the cell out. */
export function xlsx(
  given: Record<string, XlsxCell[][]> | readonly XlsxSheet[],
  options: { from1904?: boolean; prefix?: string } = {},
): Buffer {
  const sheets: readonly XlsxSheet[] = Array.isArray(given)
    ? given
    : Object.entries(given as Record<string, XlsxCell[][]>).map(([name, rows]) => ({ name, rows }));
  const rowsOf = ({ rows, hiddenRows }: XlsxSheet) =>
    rows
      .map(
        (row, at) =>
          `<row r="${at + 1}"${hiddenRows?.includes(at + 1) ? ' hidden="1"' : ''}>${row.map((value, index) => cellOf(value).replace('<c', `<c r="${columnName(index)}${at + 1}"`)).join('')}</row>`,
      )
      .join('');
  const mergesOf = ({ merges }: XlsxSheet) =>
    merges ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const sheetXml = (sheet: XlsxSheet) =>
    `${XML}<worksheet xmlns="${main}"><sheetData>${sheet.xml ?? rowsOf(sheet)}</sheetData>${mergesOf(sheet)}</worksheet>`;
  const prefixed = (xml: string) =>
    options.prefix ? xml.replaceAll(/<(\/?)([a-z]\w*)/gi, `<$1${options.prefix}:$2`) : xml;
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${inXml(name).replaceAll('"', '&quot;')}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy;@"/></numFmts><cellXfs>${FORMATS.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, prefixed(sheetXml(sheet))]),
    ),
  });
}
