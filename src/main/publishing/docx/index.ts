import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FootPart, PrintedBlock, PrintedPublication } from '../printed';
import type { Paper } from '../publication';
import { BULLETS, codeParagraphs, type NumberedLists, richParagraphs } from './rich';
import { ACCENT, LINE, STYLES, TINT, WARN, WARN_TINT } from './styles';
import { partTable } from './tables';

type Drawn = Paragraph | Table;

/** Twentieths of a point. */
const SIZES = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } };
const MARGIN = 1_134;
const PIXELS_WIDE = 630;
/** A chart that takes more of a page would leave the one before it half empty. */
const PIXELS_HIGH = 490;
const FIGURES_BESIDE = 4;
const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

export async function writeDocx(document: PrintedPublication, paper: Paper): Promise<Uint8Array> {
  const { title, subtitle, day, language, foot } = document;
  const writer = new DocxWriter(document, paper);
  const sections = writer.sections([
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...(subtitle === null ? [] : [new Paragraph({ text: subtitle, style: 'Subtitle' })]),
    new Paragraph({
      text: day,
      style: 'Note',
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 8 } },
      spacing: { after: 280 },
    }),
  ]);
  const file = new Document({
    title,
    ...(subtitle === null ? {} : { subject: subtitle }),
    creator: 'Assay',
    styles: {
      ...STYLES,
      default: {
        ...STYLES.default,
        document: {
          ...STYLES.default?.document,
          run: { ...STYLES.default?.document?.run, language: { value: language === 'de' ? 'de-DE' : 'en-US' } },
        },
      },
    },
    numbering: { config: writer.numbering() },
    sections: sections.map((section) => ({ ...section, footers: { default: footer(title, foot) } })),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function footer(title: string, foot: readonly FootPart[]): Footer {
  const counts = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES };
  const children = foot.map((part) => (typeof part === 'string' ? part : counts[part.count]));
  const shown = title.length > 80 ? `${title.slice(0, 80)}…` : title;
  const runs = [new TextRun(`${shown}  ·  `), new TextRun({ children })];
  return new Footer({ children: [new Paragraph({ style: 'Note', alignment: AlignmentType.END, children: runs })] });
}

class DocxWriter implements NumberedLists {
  readonly #document: PrintedPublication;
  readonly #paper: Paper;
  readonly #starts: number[] = [];

  constructor(document: PrintedPublication, paper: Paper) {
    this.#document = document;
    this.#paper = paper;
  }

  numbered(start: number): string {
    this.#starts.push(start);
    return `numbers-${this.#starts.length}`;
  }

  numbering() {
    const levels = (
      format: (typeof LevelFormat)[keyof typeof LevelFormat],
      text: (level: number) => string,
      start = 1,
    ) =>
      Array.from({ length: 9 }, (_, level) => ({
        level,
        format,
        text: text(level),
        start: level === 0 ? start : 1,
        style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
      }));
    return [
      { reference: BULLETS, levels: levels(LevelFormat.BULLET, () => '•') },
      ...this.#starts.map((start, at) => ({
        reference: `numbers-${at + 1}`,
        levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start),
      })),
    ];
  }

  /** A table that is too wide lies on pages of its own, which are a section of the document. */
  sections(header: Drawn[]): ISectionOptions[] {
    const sections: { isLying: boolean; children: Drawn[] }[] = [{ isLying: false, children: header }];
    for (const block of this.#document.blocks) {
      const { isLying } = block;
      const children = [...this.#drawn(block), ...this.#notes(block.sources)];
      const last = sections.at(-1);
      if (last?.isLying === isLying) last.children.push(...children);
      else sections.push({ isLying, children });
    }
    return sections.map(({ isLying, children }) => ({
      properties: { type: SectionType.NEXT_PAGE, page: this.#page(isLying) },
      children,
    }));
  }

  #page(isLying: boolean) {
    const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
    return {
      size: { ...SIZES[this.#paper], orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin,
    };
  }

  #drawn(block: PrintedBlock): Drawn[] {
    switch (block.type) {
      case 'heading':
        return [new Paragraph({ text: block.text, heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_5 })];
      case 'text':
        return richParagraphs(block.blocks, this);
      case 'figures':
        return [
          figuresTable(block.figures, this.#width(false), block.sources.length > 0),
          new Paragraph({ style: 'Spacer', keepNext: block.sources.length > 0 }),
        ];
      case 'table':
        return this.#table(block);
      case 'chart':
        return this.#chart(block);
      case 'quote':
        return [
          ...block.text.split('\n').map((text) => boxed(text, { color: ACCENT, keepNext: true })),
          ...this.#notes([block.source]),
        ];
      case 'code':
        return codeParagraphs(block.text);
      case 'notice':
        return block.text
          .split('\n')
          .map((text) =>
            boxed(text, block.tone === 'warning' ? { color: WARN, fill: WARN_TINT } : { color: ACCENT, fill: TINT }),
          );
    }
  }

  #width(isLying: boolean): number {
    const { width, height } = SIZES[this.#paper];
    return (isLying ? height : width) - 2 * MARGIN;
  }

  #table({ title, parts, notes, sources }: Extract<PrintedBlock, { type: 'table' }>): Drawn[] {
    const noRows = this.#document.words.noRows();
    const isTold = notes.length + sources.length > 0;
    return [
      ...(title === null ? [] : [new Paragraph({ text: title, style: 'TableTitle' })]),
      ...parts.flatMap((part) => {
        const isFollowed = isTold && part === parts.at(-1);
        return [
          partTable(part, { pageWidth: this.#width(part.isWide), noRows, isFollowed }),
          new Paragraph({ style: 'Spacer', keepNext: isFollowed }),
        ];
      }),
      ...this.#notes(notes),
    ];
  }

  #chart({ caption, png, width, height, alt, notes, sources }: Extract<PrintedBlock, { type: 'chart' }>): Drawn[] {
    const scale = Math.min(1, PIXELS_WIDE / width, PIXELS_HIGH / height);
    const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const altText = { name: alt, title: alt, description: alt };
    const image = new ImageRun({ type: 'png', data: png, transformation, altText });
    return [
      ...(caption === null ? [] : [new Paragraph({ text: caption, style: 'TableTitle' })]),
      new Paragraph({
        children: [image],
        keepNext: notes.length + sources.length > 0,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
      }),
      ...this.#notes(notes),
    ];
  }

  #notes(texts: readonly string[]): Paragraph[] {
    return texts.map((text) => new Paragraph({ text, style: 'Note' }));
  }
}

function boxed(text: string, { color, fill, keepNext = false }: { color: string; fill?: string; keepNext?: boolean }) {
  return new Paragraph({
    text,
    border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 10 } },
    indent: { left: 240 },
    keepLines: true,
    keepNext,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
  });
}

/** Figures side by side, a few in a row. */
function figuresTable(
  figures: Extract<PrintedBlock, { type: 'figures' }>['figures'],
  pageWidth: number,
  keepNext: boolean,
): Table {
  const beside = Math.min(FIGURES_BESIDE, figures.length);
  const width = Math.floor(pageWidth / beside);
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
  const rows = Array.from({ length: Math.ceil(figures.length / beside) }, (_, row) =>
    Array.from({ length: beside }, (_cell, at) => figures[row * beside + at]),
  );
  return new Table({
    width: { size: width * beside, type: WidthType.DXA },
    columnWidths: Array.from({ length: beside }, () => width),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { left: 140, right: 140, top: 100, bottom: 100 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (figure) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                children: figureParagraphs(figure, keepNext),
              }),
          ),
        }),
    ),
  });
}

function figureParagraphs(
  figure: { label: string; value: string; detail: string | null } | undefined,
  keepNext: boolean,
): Paragraph[] {
  if (!figure) return [new Paragraph({ keepNext })];
  return [
    new Paragraph({ text: figure.label, style: 'Note', keepNext }),
    new Paragraph({ text: figure.value, style: 'FigureValue', keepNext }),
    ...(figure.detail === null ? [] : [new Paragraph({ text: figure.detail, style: 'Note', keepNext })]),
  ];
}
