import { walkXml } from '../../../../xml';

/** Paragraphs of drawings (slides, charts, diagrams), one a line; the rows of tables with tabs between their cells. */
export function drawingText(xml: string): string {
  const lines: string[] = [];
  let line = '';
  let inText = false;
  /** Numbers of slides, which are nobody's words. */
  let inNumber = 0;
  let cells: string[] | null = null;
  let cell: string[] | null = null;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'tr') cells = [];
      if (name === 'tc') cell = [];
      if (name === 'fld' && /slidenum/.test(attributes)) inNumber += 1;
      if (name === 'br') line += '\n';
      inText = name === 't' && inNumber === 0;
    },
    text: (text) => {
      if (inText) line += text;
    },
    close: (name) => {
      inText = false;
      if (name === 'fld') inNumber = Math.max(0, inNumber - 1);
      if (name === 'p') {
        if (line.trim() !== '') (cell ?? lines).push(line);
        line = '';
      }
      if (name === 'tc') {
        cells?.push((cell ?? []).join(' ').replaceAll(/\s+/g, ' '));
        cell = null;
      }
      if (name === 'tr') {
        if (cells?.some((text) => text !== '')) lines.push(cells.join('\t').trimEnd());
        cells = null;
      }
    },
  });
  return lines.join('\n');
}

/** A text with what it is before it; empty for an empty text. */
export const labelled = (label: string, text: string): string[] => (text.trim() === '' ? [] : [`${label}: ${text}`]);

/** Who commented on what: `Comment by Ada on “the price”`. */
export const commentLabel = (author: string, subject: string): string =>
  `Comment${author === '' ? '' : ` by ${author}`}${subject === '' ? '' : ` on ${subject}`}`;
