import { type IStylesOptions, LineRuleType } from 'docx';

export const QUIET = '5C636B';
export const LINE = 'DFE2E6';
export const TINT = 'F6F7F8';
export const ACCENT = '2F5FD0';
export const WARN = '9A5B00';
export const WARN_TINT = 'FFF7E8';
export const CODE_FONT = 'Consolas';
const FONT = 'Calibri';
const INK = '1B1E22';

/** Of 240 parts of a line; some programs take it for a fixed height where that is not said. */
const inLines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK, font: FONT },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

/** In half points, and twentieths of one. What parts of a document look like is changed by its styles, as in any other. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: 21, color: INK }, paragraph: { spacing: { after: 120, ...inLines(276) } } },
    title: {
      run: { size: 44, bold: true, color: INK, font: FONT },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    heading1: heading(30, 400),
    heading2: heading(25, 300),
    heading3: heading(22, 240),
    heading4: heading(21, 200),
    heading5: heading(21, 200),
  },
  paragraphStyles: [
    {
      id: 'Spacer',
      name: 'Spacer',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 60, ...inLines(240) } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 25, color: QUIET },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 17, color: QUIET },
      paragraph: { spacing: { before: 60, after: 100 } },
    },
    {
      id: 'TableTitle',
      name: 'Table Title',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      // Numbers fit their columns also where the font is not there and a wider one stands in for it.
      run: { size: 16 },
      paragraph: { spacing: { before: 30, after: 30, ...inLines(240) } },
    },
    {
      id: 'FigureValue',
      name: 'Figure Value',
      basedOn: 'Normal',
      run: { size: 28, bold: true },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      run: { font: CODE_FONT, size: 17 },
      paragraph: { spacing: { before: 0, after: 0, ...inLines(252) } },
    },
  ],
};
