import type { PageContent, TextItem } from './types';

/** As much of pdf.js as is needed here, so that reader and window can share it, whichever build they use. */
interface PdfTextContent {
  items: readonly (TextItem | { type: string })[];
  styles: Record<string, { vertical?: boolean }>;
}
interface PdfPage {
  getAnnotations(): Promise<unknown[]>;
}
interface Field {
  subtype?: unknown;
  fieldType?: unknown;
  fieldValue?: unknown;
  rect?: unknown;
  hidden?: unknown;
  checkBox?: unknown;
  radioButton?: unknown;
  exportValue?: unknown;
  buttonValue?: unknown;
}

const FIELDS_AT_MOST = 2_000;
const LARGEST_LETTERS = 11;

/** The items that pdf.js found, as they are laid out. `item` of a piece counts those with a `str`, as a text layer does. */
export function contentOf(
  { items, styles }: PdfTextContent,
  { transform }: { transform: readonly number[] },
  drawnOver: readonly TextItem[],
): PageContent {
  const vertical = Object.entries(styles).filter(([, style]) => style.vertical === true);
  return {
    items: items.flatMap((item) => ('str' in item ? [item] : [])),
    drawnOver,
    verticalFonts: new Set(vertical.map(([name]) => name)),
    transform,
  };
}

/** What was filled into the forms of a page, at its place. Nothing where the fields are damaged. */
export async function filledIn(page: PdfPage): Promise<TextItem[]> {
  try {
    const fields = (await page.getAnnotations()) as Field[];
    return fields.slice(0, FIELDS_AT_MOST).flatMap(fieldItems);
  } catch {
    return [];
  }
}

function fieldItems({ subtype, rect, hidden, ...field }: Field): TextItem[] {
  if (subtype !== 'Widget' || hidden === true || !Array.isArray(rect)) return [];
  const [left = 0, bottom = 0, right = 0, top = 0] = rect.map(Number);
  const lines = filledValue(field).split(/\r\n?|\n/);
  const size = Math.min(LARGEST_LETTERS, ((top - bottom) / lines.length) * 0.7);
  if (!(size > 0)) return [];
  return lines.map((str, index) => {
    const middle = top - ((top - bottom) / lines.length) * (index + 0.5);
    const width = Math.min(right - left, str.length * size * 0.5);
    return { str, transform: [size, 0, 0, size, left, middle - size * 0.3], width, height: size };
  });
}

function filledValue({ fieldType, fieldValue, checkBox, radioButton, exportValue, buttonValue }: Field): string {
  if (fieldType === 'Tx' && typeof fieldValue === 'string') return fieldValue;
  if (fieldType === 'Ch') return (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(isText).join(', ');
  if (checkBox === true) return fieldValue === exportValue && isText(fieldValue) ? '[x]' : '[ ]';
  if (radioButton === true) return fieldValue === buttonValue && isText(fieldValue) ? '[x]' : '[ ]';
  return '';
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
