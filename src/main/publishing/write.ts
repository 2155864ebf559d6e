import { readFileSync } from 'node:fs';
import { ownFonts } from '../processes';
import { writeDocx } from './docx';
import { writeHtml } from './html';
import { writeMarkdown } from './markdown';
import { writePdf } from './pdf';
import { printed } from './print';
import type { WriteRequest, WrittenFile } from './protocol';
import { writeXlsx } from './workbook';

/** The main file first, then what stands beside it. */
export async function write({ publication, format, paper, name }: WriteRequest): Promise<WrittenFile[]> {
  switch (format) {
    case 'html':
      return [{ name, bytes: writeHtml(printed(publication), paper) }];
    case 'pdf': {
      const fonts = ownFonts().map((path) => readFileSync(path));
      return [{ name, bytes: writePdf(printed(publication), paper, fonts) }];
    }
    case 'docx':
      return [{ name, bytes: await writeDocx(printed(publication), paper) }];
    case 'md':
      return writeMarkdown(printed(publication), name);
    case 'xlsx':
      return [{ name, bytes: await writeXlsx(publication) }];
  }
}
