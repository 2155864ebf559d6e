import type { BlockContent, BlockSource, FileId, PinnedChart, PinnedPart, PinnedTable, ReadingNames } from '#contract';
import { segmentsOf } from '#contract/stretches';
import {
  citedText,
  dateText,
  inLocale,
  type Locale,
  queryFactWords,
  readingLine,
  readingTitle,
  type Words,
  wordsIn,
  writtenCell,
} from '#words';
import type { KeptBlock } from '../../library';
import { type Publication, type PublicationBlock, type PublicationColumn, publicationColumns } from '../../publishing';
import { citationMark, factBlocks, markdownBlocks, quoteBlock, unsourcedMark, withMarks } from '../answer-blocks';
import { sentenceCase } from '../sentence-case';
import type { DrawnPictures } from './pictures';

interface Material {
  title: string;
  blocks: readonly KeptBlock[];
  pictures: DrawnPictures;
  locale: Locale;
  now: number;
}

/** A report as a document in the words of a locale. */
export function publicationOf({ title, blocks, pictures, locale, now }: Material): Publication {
  const written = inLocale(locale, () => {
    const writer = new ReportWriter(wordsIn(locale), pictures);
    return blocks.flatMap((block) => writer.blocksOf(block));
  });
  return { title, subtitle: null, locale, createdAt: now, blocks: written };
}

const GROUPS: ReadonlySet<string> = new Set(['group', 'time', 'part', 'bin']);

class ReportWriter {
  readonly #words: Words;
  readonly #pictures: DrawnPictures;

  constructor(words: Words, pictures: DrawnPictures) {
    this.#words = words;
    this.#pictures = pictures;
  }

  blocksOf({ content, source }: KeptBlock): PublicationBlock[] {
    const blocks = this.#content(content);
    return source ? [...blocks, { type: 'source', text: this.#source(content, source) }] : blocks;
  }

  #content(content: BlockContent): PublicationBlock[] {
    switch (content.kind) {
      case 'answer': {
        const names = content.reading?.names ?? null;
        const parts = content.parts.flatMap((part) => this.#part(part, names));
        return [
          { type: 'heading', level: 1, text: sentenceCase(content.question.trim().replaceAll(/\s+/g, ' ')) },
          ...parts,
        ];
      }
      case 'table':
        return [this.#table(content.table, content.reading && readingTitle(this.#words, content.reading))];
      case 'chart':
        return this.#picture(content.chart);
      case 'figure':
        return [this.#figure(content.table, content.column)];
      case 'quote': {
        return [{ type: 'quote', text: content.quote, source: citedText(this.#words, content) }];
      }
      case 'text':
        return markdownBlocks(content.markdown);
    }
  }

  #part(part: PinnedPart, names: ReadingNames | null): PublicationBlock[] {
    switch (part.type) {
      case 'text':
        return this.#text(part, names);
      case 'table':
        return [this.#table(part.table, null)];
      case 'figures':
        return part.table.columns.map((_, column) => this.#figure(part.table, column));
      case 'chart':
        return this.#picture(part.chart);
      case 'image':
        return this.#picture(part.fileId);
      case 'facts':
        return part.names ? this.#facts(part, part.names) : [];
    }
  }

  /** Its facts in the reader's words, its citations as numbers, the quotes below. */
  #text(
    { text, facts, citations }: Extract<PinnedPart, { type: 'text' }>,
    names: ReadingNames | null,
  ): PublicationBlock[] {
    const unsourced = facts.flatMap(({ fact }) => (fact.code === 'unsourced' ? fact.figures : []));
    const marks = [...citations.map(citationMark), ...unsourced.map(unsourcedMark)];
    const blocks = segmentsOf(text, facts).flatMap((segment) =>
      segment.type === 'fact'
        ? factBlocks(segment.fact, { words: this.#words, names, hasTable: true })
        : markdownBlocks(withMarks(segment.text, segment.start, marks)),
    );
    const cited = new Map(citations.map((citation) => [citation.number, citation]));
    return [...blocks, ...[...cited.values()].map((citation) => quoteBlock(citation, this.#words))];
  }

  #facts({ facts }: Extract<PinnedPart, { type: 'facts' }>, names: ReadingNames): PublicationBlock[] {
    // That all rows count goes without saying.
    return facts
      .filter((fact) => fact.code !== 'rows_used' || fact.used < fact.of)
      .map((fact) => ({ type: 'notice', tone: 'info', text: queryFactWords(this.#words, fact, names) }));
  }

  #table(table: PinnedTable, title: string | null): PublicationBlock {
    const { rows, rowCount } = table;
    return { type: 'table', title, columns: this.#columns(table), rows, rowCount, note: null };
  }

  #columns(table: PinnedTable): PublicationColumn[] {
    const { about, names } = table;
    const titles = about && names ? about.map((column) => this.#words.chips.column(column, names)) : undefined;
    return publicationColumns(table, about, titles);
  }

  /** Beside the figure, what tells its row from the others. */
  #figure(table: PinnedTable, column: number): PublicationBlock {
    const columns = this.#columns(table);
    const written = (at: number): string =>
      writtenCell(table.rows[0]?.[at] ?? null, columns[at]?.show ?? { as: 'text' }, this.#words.figure);
    const groups = table.about?.flatMap(({ role }, at) =>
      at !== column && GROUPS.has(role) ? [`${columns[at]?.title}: ${written(at)}`] : [],
    );
    const detail = groups && groups.length > 0 ? groups.join(' · ') : null;
    return { type: 'figure', label: columns[column]?.title ?? '', value: written(column), detail };
  }

  #picture(what: PinnedChart | FileId): PublicationBlock[] {
    const picture = this.#pictures.get(what);
    const { reports: words } = this.#words.ui;
    if (!picture) return [{ type: 'notice', tone: 'info', text: words.pictureGone }];
    const alt = typeof what === 'string' ? words.picture : this.#words.ui.charts.chartOf(picture.title);
    return [{ type: 'chart', ...picture, alt, note: null }];
  }

  #source(content: BlockContent, { title, files, at }: BlockSource): string {
    const { reports: words } = this.#words.ui;
    const reading =
      'reading' in content && content.reading ? [words.readAs(readingLine(this.#words, content.reading))] : [];
    const names = files.map(({ name }) => name);
    return [...reading, words.from(title), ...names, dateText(at, { dateStyle: 'medium' })].join(' · ');
  }
}
