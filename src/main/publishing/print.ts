import type { Cell } from '#contract/tables';
import { dateText, decimalMark, inLocale, type PublicationWords, type Words, wordsIn, writtenCell } from '#words';
import type { FootPart, PrintedBlock, PrintedContent, PrintedPublication } from './printed';
import type { Publication, PublicationBlock, PublicationTable } from './publication';
import { readable, richText, runsText } from './rich-text';
import { tableParts } from './table-parts';

/** Cells of all tables of a document: about a hundred pages, and some hundred megabytes at work. */
const CELLS_AT_MOST = 40_000;
const CELL_LENGTH = 400;
const LINES_AT_MOST = 1_000;

export function printed(publication: Publication, cellsAtMost = CELLS_AT_MOST): PrintedPublication {
  return inLocale(publication.locale, () => {
    const words = wordsIn();
    const { title, subtitle, locale, createdAt, blocks } = publication;
    return {
      title: readable(title),
      subtitle: subtitle === null ? null : readable(subtitle),
      language: locale.language,
      day: dateText(createdAt, { dateStyle: 'long' }),
      createdAt,
      words: words.publication,
      foot: footOf(words.publication),
      blocks: new Printer(words, cellsAtMost).print(blocks),
    };
  });
}

function footOf({ page }: PublicationWords): FootPart[] {
  const counts = new Map<string, FootPart>([
    ['\ue000', { count: 'page' }],
    ['\ue001', { count: 'pages' }],
  ]);
  return page('\ue000', '\ue001')
    .split(/([\ue000\ue001])/)
    .filter((part) => part !== '')
    .map((part) => counts.get(part) ?? part);
}

class Printer {
  readonly #words: Words;
  #room: number;
  /** Of the heading before, and of the last one that is none of a text. */
  #level = 0;
  #section = 0;

  constructor(words: Words, room: number) {
    this.#words = words;
    this.#room = room;
  }

  print(blocks: readonly PublicationBlock[]): PrintedBlock[] {
    const all: PrintedBlock[] = [];
    for (const block of blocks) {
      const last = all.at(-1);
      if (block.type === 'source') last?.sources.push(readable(block.text));
      else if (block.type === 'figure' && last?.type === 'figures' && last.sources.length === 0)
        last.figures.push(figureOf(block));
      else all.push(...this.#printed(block).map((content) => ({ ...content, sources: [], isLying: false })));
    }
    return laid(all);
  }

  #printed(block: Exclude<PublicationBlock, { type: 'source' }>): PrintedContent[] {
    switch (block.type) {
      case 'heading':
        this.#section = this.#next(block.level);
        return [{ type: 'heading', level: this.#section, text: readable(block.text) }];
      case 'text':
        return this.#text(block.markdown);
      case 'figure':
        return [{ type: 'figures', figures: [figureOf(block)] }];
      case 'table':
        return [this.#table(block)];
      case 'chart': {
        const { note, title, ...chart } = block;
        const caption = chart.svg === null && title !== '' ? readable(title) : null;
        return [{ ...chart, caption, alt: readable(chart.alt || title), notes: note === null ? [] : [readable(note)] }];
      }
      case 'quote':
        return [{ type: 'quote', text: readable(block.text), source: readable(block.source) }];
      case 'code':
        return this.#code(block);
      default:
        return [{ ...block, text: readable(block.text) }];
    }
  }

  #next(wanted: number): number {
    this.#level = Math.min(wanted, this.#level + 1);
    return this.#level;
  }

  /** Headings of a text stand below the one that it stands under. */
  #text(markdown: string): PrintedContent[] {
    const { pictureNotLoaded } = this.#words.ui.conversation;
    const pieces: PrintedContent[] = [];
    for (const block of richText(markdown, pictureNotLoaded)) {
      const last = pieces.at(-1);
      if (block.type === 'heading') {
        const text = runsText(block.runs);
        pieces.push({ type: 'heading', level: this.#next(Math.min(DEEPEST, this.#section + block.depth)), text });
      } else if (last?.type === 'text') last.blocks.push(block);
      else pieces.push({ type: 'text', blocks: [block] });
    }
    return pieces;
  }

  #code({ language, text }: Extract<PublicationBlock, { type: 'code' }>): PrintedContent[] {
    const lines = readable(text).split('\n');
    const shown: PrintedContent = { type: 'code', language, text: lines.slice(0, LINES_AT_MOST).join('\n') };
    if (lines.length <= LINES_AT_MOST) return [shown];
    const note = this.#words.publication.linesCut(LINES_AT_MOST, lines.length);
    return [shown, { type: 'notice', tone: 'info', text: note }];
  }

  #table({ title, columns, rows, rowCount, note }: PublicationTable): PrintedContent {
    const room = Math.floor(this.#room / Math.max(1, columns.length));
    const shown = rows.slice(0, Math.min(room, rows.length));
    this.#room -= shown.length * columns.length;
    const { figure, publication } = this.#words;
    const cut = rowCount > shown.length ? [publication.rowsCut(shown.length, rowCount)] : [];
    const write = (cell: Cell, at: number) => {
      const show = columns[at]?.show ?? { as: 'text' };
      return cell === null ? '–' : shortened(readable(writtenCell(cell, show, figure)));
    };
    const heads = columns.map(({ title: head, type, show }) => ({
      title: readable(head),
      isNumber: isNumber(type) && show.as !== 'text' && show.as !== 'part',
    }));
    const texts = inOneScale(
      shown.map((row) => columns.map((_, at) => write(row[at] ?? null, at))),
      columns,
    );
    return {
      type: 'table',
      title: title === null ? null : readable(title),
      parts: tableParts(heads, texts),
      notes: [...(note === null ? [] : [readable(note)]), ...cut],
    };
  }
}

/** Shares of a column have their decimals below each other: where one has any, whole ones are written with them too. */
function inOneScale(texts: string[][], columns: PublicationTable['columns']): string[][] {
  const mark = decimalMark();
  const isMixed = columns.map(({ show }, at) => show.as === 'percent' && texts.some((row) => row[at]?.includes(mark)));
  return texts.map((row) =>
    row.map((text, at) => (isMixed[at] && !text.includes(mark) ? text.replace(/\d(?=\D*$)/, `$&${mark}0`) : text)),
  );
}

/** Which blocks lie on their side is known from the end: a heading goes with what it stands above. */
function laid(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  return blocks.reduceRight<PrintedBlock[]>((below, block) => {
    const isLying =
      block.type === 'table'
        ? block.parts.some(({ isWide }) => isWide)
        : block.type === 'heading' && below[0]?.isLying === true;
    below.unshift({ ...block, isLying });
    return below;
  }, []);
}

const DEEPEST = 5;

const figureOf = ({ label, value, detail }: Extract<PublicationBlock, { type: 'figure' }>) => ({
  label: readable(label),
  value: readable(value),
  detail: detail === null ? null : readable(detail),
});

const isNumber = (type: string): boolean => type === 'integer' || type === 'decimal' || type === 'float';

const shortened = (text: string): string => (text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH)}…` : text);
