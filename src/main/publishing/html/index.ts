import type { PrintedBlock, PrintedPart, PrintedPublication, PrintedTable } from '../printed';
import type { Paper } from '../publication';
import { escaped, richHtml } from './rich';
import { styleOf } from './style';

/** Nothing is loaded and nothing runs, whatever a text holds. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** Of the page's width. */
const LEAST_SHARE = 0.5;

/** A page that is whole by itself: pictures and styles stand in it, and it reaches for nothing else. */
export function writeHtml(document: PrintedPublication, paper: Paper): Uint8Array {
  const { title, subtitle, language, day, foot, blocks } = document;
  const text = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${styleOf(paper, foot)}</style>
</head>
<body>
<main>
<header><h1>${escaped(title)}</h1>${subtitle === null ? '' : `<p class="subtitle">${escaped(subtitle)}</p>`}<p class="day">${escaped(day)}</p></header>
${blocks.map((block) => section(block, document)).join('\n')}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(text);
}

/** A block with the lines that say where it is from. */
function section(block: PrintedBlock, document: PrintedPublication): string {
  const sources = block.sources.map((source) => `<p class="source">${escaped(source)}</p>`).join('');
  const html = `${blockHtml(block, document)}${sources}`;
  if (block.isLying) return `<div class="lying">${html}</div>`;
  return sources === '' ? html : `<div class="sourced">${html}</div>`;
}

function blockHtml(block: PrintedBlock, { words }: PrintedPublication): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'text':
      return `<div class="text">${richHtml(block.blocks)}</div>`;
    case 'figures':
      return `<dl class="figures">${block.figures.map(figure).join('')}</dl>`;
    case 'table':
      return table(block, words.noRows());
    case 'chart': {
      const image = `<img src="${pictureAddress(block)}" width="${block.width}" height="${block.height}" alt="${escaped(block.alt)}">`;
      return `<figure class="chart">${block.caption === null ? '' : `<figcaption>${escaped(block.caption)}</figcaption>`}${image}${notes(block.notes)}</figure>`;
    }
    case 'quote':
      return `<blockquote class="quote"><p>${escaped(block.text)}</p><footer>${escaped(block.source)}</footer></blockquote>`;
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'notice':
      return `<p class="notice ${block.tone}">${escaped(block.text)}</p>`;
  }
}

const figure = ({ label, value, detail }: { label: string; value: string; detail: string | null }): string =>
  `<div><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${detail === null ? '' : `<dd class="detail">${escaped(detail)}</dd>`}</div>`;

const pictureAddress = ({ svg, png }: { svg: string | null; png: Uint8Array }): string =>
  svg === null
    ? `data:image/png;base64,${Buffer.from(png).toString('base64')}`
    : `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const notes = (texts: readonly string[]): string =>
  texts.map((text) => `<p class="note">${escaped(text)}</p>`).join('');

function table({ title, parts, notes: texts }: PrintedTable, noRows: string): string {
  const caption = title === null ? '' : `<caption>${escaped(title)}</caption>`;
  const drawn = parts.map((part, at) => partHtml(part, at === 0 ? caption : '', noRows)).join('');
  return `<div class="table">${drawn}${notes(texts)}</div>`;
}

function partHtml({ columns, rows, room }: PrintedPart, caption: string, noRows: string): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  // A narrow table does not part its columns further than the eye can follow.
  const share = Math.round(Math.min(1, Math.max(LEAST_SHARE, total / room)) * 100);
  const cols = columns.map(({ width }) => `<col style="width:${Math.round((width / total) * 100)}%">`).join('');
  const side = (at: number) => (columns[at]?.isNumber ? ' class="number"' : '');
  const head = columns.map(({ title }, at) => `<th scope="col"${side(at)}>${escaped(title)}</th>`).join('');
  const body =
    rows.length === 0
      ? `<tr><td class="none" colspan="${columns.length}">${escaped(noRows)}</td></tr>`
      : rows
          .map((row) => `<tr>${row.map((cell, at) => `<td${side(at)}>${escaped(cell)}</td>`).join('')}</tr>`)
          .join('\n');
  return `<div class="scroll"><table style="width:${share}%">${caption}<colgroup>${cols}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
