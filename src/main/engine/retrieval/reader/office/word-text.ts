import type { XmlVisitor } from '../../../../xml';
import { idOf, type WordReferences } from './word-parts';

interface Paragraph {
  text: string;
  /** What stands in boxes tied to it. */
  boxes: string[];
  /** Its end was deleted, so that it goes on in the next. */
  goesOn: boolean;
}

interface Table {
  rows: string[];
  cells: string[];
}

/** What Word shows of these is not their text: deleted words, another form of the same drawing, names of fields. */
const UNREAD = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'pPr',
  'tblPr',
  'sectPr',
]);
const SIGNS = new Map<string, string>([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

/** Collects the paragraphs of a part of a Word document, tables a paragraph each with a row a line. */
export class WordText implements XmlVisitor {
  readonly #references: WordReferences;
  /** The innermost last: of the part, of cells, of text boxes. */
  readonly #flows: string[][] = [[]];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  /** Text of a paragraph whose end was deleted. */
  #begun = '';
  #unread = 0;
  #inProperties = 0;
  #inText = false;

  constructor(references: WordReferences) {
    this.#references = references;
  }

  /** What was read since this was last asked. */
  take(): string[] {
    return this.#flows[0]?.splice(0) ?? [];
  }

  open(name: string, attributes: string): void {
    this.#inText = false;
    if (name === 'pPr') this.#inProperties += 1;
    if (name === 'del' && this.#inProperties > 0) this.#markGoesOn();
    if (UNREAD.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    this.#inText = name === 't';
    const sign = SIGNS.get(name);
    if (sign !== undefined) this.#write(sign);
    this.#begin(name);
    this.#refer(name, attributes);
  }

  text(text: string): void {
    if (this.#inText) this.#write(text);
  }

  close(name: string): void {
    this.#inText = false;
    if (name === 'pPr') this.#inProperties -= 1;
    if (UNREAD.has(name)) this.#unread -= 1;
    else if (this.#unread === 0) this.#end(name);
  }

  #markGoesOn(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.goesOn = true;
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.text += text;
    this.#references.hear(text);
  }

  #refer(name: string, attributes: string): void {
    if (name === 'commentRangeStart') this.#references.beginComment(attributes);
    if (name === 'commentRangeEnd') this.#references.endComment(attributes);
    if (name === 'footnoteReference') this.#write(this.#references.markOf('footnote', idOf(attributes)));
    if (name === 'endnoteReference') this.#write(this.#references.markOf('endnote', idOf(attributes)));
  }

  #begin(name: string): void {
    if (name === 'p') this.#paragraphs.push({ text: '', boxes: [], goesOn: false });
    if (name === 'tbl') this.#tables.push({ rows: [], cells: [] });
    if (name === 'tc' || name === 'txbxContent') this.#flows.push([]);
  }

  #end(name: string): void {
    const table = this.#tables.at(-1);
    if (name === 'p') this.#endParagraph();
    if (name === 'tc') table?.cells.push(this.#endFlow().join(' ').replaceAll(/\s+/g, ' ').trim());
    if (name === 'tr') table?.rows.push(table.cells.splice(0).join('\t').trimEnd());
    if (name === 'tbl') this.#add(this.#tables.pop()?.rows.join('\n') ?? '');
    if (name === 'txbxContent') this.#paragraphs.at(-1)?.boxes.push(this.#endFlow().join('\n'));
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const text = this.#begun + paragraph.text;
    this.#begun = paragraph.goesOn ? text : '';
    if (!paragraph.goesOn) this.#add(text);
    for (const box of paragraph.boxes) if (box.trim() !== '') this.#add(`Text box: ${box}`);
  }

  #endFlow(): string[] {
    return this.#flows.length > 1 ? (this.#flows.pop() ?? []) : [];
  }

  #add(text: string): void {
    if (text.trim() !== '') this.#flows.at(-1)?.push(text);
  }
}
