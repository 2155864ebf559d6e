import { BorderStyle, Paragraph, ShadingType, type Table, TextRun } from 'docx';
import type { RichBlock, RichRun } from '../rich-text';
import { textRuns } from './runs';
import { LINE, TINT } from './styles';
import { gridTable } from './tables';

/** Lists of a document: each numbered one counts for itself. */
export interface NumberedLists {
  /** The reference of a list that begins with `start`. */
  numbered(start: number): string;
}

export const BULLETS = 'bullets';
const DEEPEST = 8;

export function richParagraphs(blocks: readonly RichBlock[], lists: NumberedLists, level = 0): (Paragraph | Table)[] {
  return blocks.flatMap((block) => richParagraph(block, lists, level));
}

function richParagraph(block: RichBlock, lists: NumberedLists, level: number): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({ children: textRuns(block.runs), ...(level > 0 ? { indent: { left: 360 * level } } : {}) }),
      ];
    case 'heading':
      return [new Paragraph({ children: textRuns(block.runs.map((run) => ({ ...run, bold: true }))) })];
    case 'list': {
      const reference = block.start === null ? BULLETS : lists.numbered(block.start);
      return block.items.flatMap(({ done, blocks: [first, ...others] }) => {
        const mark: RichRun[] = done === null ? [] : [{ text: done ? '☑ ' : '☐ ' }];
        const runs = first?.type === 'paragraph' ? first.runs : [];
        const rest = first === undefined || first.type === 'paragraph' ? others : [first, ...others];
        const numbering = { reference, level: Math.min(level, DEEPEST) };
        const item = new Paragraph({ children: textRuns([...mark, ...runs]), numbering, spacing: { after: 60 } });
        return [item, ...richParagraphs(rest, lists, level + 1)];
      });
    }
    case 'aside':
      return richParagraphs(block.blocks, lists, level + 1);
    case 'code':
      return codeParagraphs(block.text);
    case 'grid':
      return [gridTable(block), new Paragraph({ style: 'Spacer' })];
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 1 } } })];
  }
}

export function codeParagraphs(text: string): Paragraph[] {
  const lines = text.split('\n');
  return lines.map(
    (line, at) =>
      new Paragraph({
        style: 'Code',
        children: [new TextRun(line)],
        shading: { type: ShadingType.CLEAR, fill: TINT },
        spacing: { before: at === 0 ? 120 : 0, after: at === lines.length - 1 ? 160 : 0 },
      }),
  );
}
