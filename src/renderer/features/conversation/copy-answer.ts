import { type Copied, copiedAs, copiedPicture, escaped } from '../../ui';

/** Elements that rich text has as well. */
const KEPT: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 UL OL LI STRONG B EM I DEL SUB PRE CODE BLOCKQUOTE TABLE THEAD TBODY TR TH TD BR HR'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set('P H1 H2 H3 H4 H5 H6 LI PRE BLOCKQUOTE TABLE HR'.split(' '));
const CONTROLS: ReadonlySet<string> = new Set(['BUTTON', 'INPUT', 'SELECT', 'SVG', 'STYLE', 'SCRIPT']);

/**
 * An answer as it is read, to be pasted: its text, its tables with all of their rows, its charts as pictures.
 * @param closing lines that stand below it
 */
export async function copiedAnswer(answer: Element, closing: readonly string[]): Promise<Copied> {
  const below = closing.length > 0 ? `<p>${closing.map(escaped).join('<br>')}</p>` : '';
  const html = `${await innerHtml(answer)}${below}`;
  return { html, text: plainOf(html) };
}

async function htmlOf(node: Node): Promise<string> {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? '');
  if (!(node instanceof Element)) return '';
  const own = copiedAs(node);
  if (own) return own();
  const words = node.getAttribute('data-copied');
  if (words) return node.tagName === 'DIV' ? `<p>${escaped(words)}</p>` : escaped(words);
  if (node.hasAttribute('data-uncopied') || node.getAttribute('aria-hidden') === 'true') return '';
  if (node instanceof HTMLImageElement) return copiedPicture(node.src, node.alt);
  if (CONTROLS.has(node.tagName.toUpperCase()) && words === null) return '';
  const inner = await innerHtml(node);
  if (!KEPT.has(node.tagName)) return inner;
  const tag = node.tagName.toLowerCase();
  if (tag === 'br' || tag === 'hr') return `<${tag}>`;
  const border = tag === 'table' ? ' border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"' : '';
  return `<${tag}${border}>${inner}</${tag}>`;
}

async function innerHtml(node: Node): Promise<string> {
  return (await Promise.all([...node.childNodes].map(htmlOf))).join('');
}

/** The same for where only text can be pasted: tables by tabs, paragraphs parted by empty lines. */
function plainOf(html: string): string {
  // The rules of the page forbid styles within tags, also in a page that is only read.
  const page = new DOMParser().parseFromString(html.replaceAll(/ style="[^"]*"/g, ''), 'text/html');
  return textOf(page.body)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s*\n\s*/g, ' ');
  if (!(node instanceof Element)) return '';
  if (node.tagName === 'BR') return '\n';
  if (node.tagName === 'IMG') return `[${node.getAttribute('alt') ?? ''}]`;
  if (node.tagName === 'PRE') return `\n\n${node.textContent ?? ''}\n\n`;
  if (node.tagName === 'TABLE') return `\n\n${rowsOf(node)}\n\n`;
  const inner = [...node.childNodes].map(textOf).join('');
  if (node.tagName === 'LI') return `\n- ${inner.trim()}`;
  return BLOCKS.has(node.tagName) || node.tagName === 'UL' || node.tagName === 'OL' ? `\n\n${inner}\n\n` : inner;
}

const rowsOf = (table: Element): string =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()).join('\t'))
    .join('\n');
