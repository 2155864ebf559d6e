import type { RichBlock, RichItem, RichRun } from '../rich-text';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS.get(sign) ?? sign);

export const richHtml = (blocks: readonly RichBlock[]): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'heading':
      return `<p><strong>${runsHtml(block.runs)}</strong></p>`;
    case 'list':
      return block.start === null
        ? `<ul>${block.items.map(itemHtml).join('')}</ul>`
        : `<ol start="${block.start}">${block.items.map(itemHtml).join('')}</ol>`;
    case 'aside':
      return `<blockquote>${richHtml(block.blocks)}</blockquote>`;
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'grid': {
      const [head = [], ...rows] = block.rows;
      const row = (cells: readonly RichRun[][], tag: 'th' | 'td') =>
        `<tr>${cells.map((runs, at) => `<${tag} class="${block.align[at] ?? 'start'}">${runsHtml(runs)}</${tag}>`).join('')}</tr>`;
      return `<div class="scroll"><table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`;
    }
    case 'rule':
      return '<hr>';
  }
}

function itemHtml({ done, blocks }: RichItem): string {
  const mark = done === null ? '' : done ? '☑ ' : '☐ ';
  const [first, ...others] = blocks;
  // One paragraph alone stands as close to the others as a line of a list.
  if (first?.type === 'paragraph') return `<li>${mark}${runsHtml(first.runs)}${richHtml(others)}</li>`;
  return `<li>${mark}${richHtml(blocks)}</li>`;
}

const runsHtml = (runs: readonly RichRun[]): string => runs.map(runHtml).join('');

function runHtml({ text, bold, italic, struck, code }: RichRun): string {
  let html = escaped(text).replaceAll('\n', '<br>');
  if (code) html = `<code>${html}</code>`;
  if (struck) html = `<s>${html}</s>`;
  if (italic) html = `<em>${html}</em>`;
  return bold ? `<strong>${html}</strong>` : html;
}
