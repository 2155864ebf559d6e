import { ShadingType, TextRun } from 'docx';
import type { RichRun } from '../rich-text';
import { CODE_FONT, TINT } from './styles';

export const textRuns = (runs: readonly RichRun[]): TextRun[] =>
  runs.flatMap(({ text, bold, italic, struck, code }) =>
    text.split('\n').map(
      (part, at) =>
        new TextRun({
          text: part,
          break: at === 0 ? 0 : 1,
          ...(bold ? { bold } : {}),
          ...(italic ? { italics: true } : {}),
          ...(struck ? { strike: true } : {}),
          ...(code ? { font: CODE_FONT, size: 19, shading: { type: ShadingType.CLEAR, fill: TINT } } : {}),
        }),
    ),
  );
