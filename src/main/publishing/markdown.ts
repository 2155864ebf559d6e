import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { MarkdownTable, MarkdownTree, PhrasingContent, RootContent, TableCell } from './mdast';
import type { PrintedBlock, PrintedPublication, PrintedTable } from './printed';
import type { WrittenFile } from './protocol';
import type { RichBlock, RichItem, RichRun } from './rich-text';
import { whole } from './table-parts';

const PICTURES = 'pictures';

/** One text, and the pictures that it shows beside it. */
export function writeMarkdown(document: PrintedPublication, name: string): WrittenFile[] {
  const pictures: WrittenFile[] = [];
  const header: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(document.title)] },
    ...(document.subtitle === null ? [] : [paragraph([text(document.subtitle)])]),
    paragraph([text(document.day)]),
  ];
  const blocks = document.blocks.flatMap((block) => [
    ...blockNodes(block, pictures, document),
    ...block.sources.map((source) => paragraph([{ type: 'emphasis' as const, children: [text(source)] }])),
  ]);
  const root: MarkdownTree = { type: 'root', children: [...header, ...blocks] };
  const written = toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    fences: true,
    rule: '-',
  });
  return [{ name, bytes: new TextEncoder().encode(written) }, ...pictures];
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const strong = (value: string): RootContent => paragraph([{ type: 'strong', children: [text(value)] }]);

function blockNodes(block: PrintedBlock, pictures: WrittenFile[], { words }: PrintedPublication): RootContent[] {
  switch (block.type) {
    case 'heading':
      return [
        { type: 'heading', depth: Math.min(6, block.level + 1) as 2 | 3 | 4 | 5 | 6, children: [text(block.text)] },
      ];
    case 'text':
      return block.blocks.map(richNode);
    case 'figures':
      return [listOf(block.figures.map(figureItem))];
    case 'table':
      return tableNodes(block, words.noRows());
    case 'chart': {
      const url = `${PICTURES}/${pictures.length + 1}.png`;
      pictures.push({ name: url, bytes: block.png });
      const image: PhrasingContent = { type: 'image', url, alt: block.alt };
      return [
        ...(block.caption === null ? [] : [strong(block.caption)]),
        paragraph([image]),
        ...block.notes.map((note) => paragraph([text(note)])),
      ];
    }
    case 'quote':
      return [
        { type: 'blockquote', children: [...lines(block.text), paragraph([text(`– ${block.source}`)])] as never },
      ];
    case 'code':
      return [{ type: 'code', lang: block.language, value: block.text }];
    case 'notice':
      return [{ type: 'blockquote', children: lines(block.text) as never }];
  }
}

const lines = (value: string): RootContent[] => value.split(/\n+/).map((line) => paragraph([text(line)]));

const listOf = (items: PhrasingContent[][]): RootContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] })),
});

const figureItem = ({
  label,
  value,
  detail,
}: {
  label: string;
  value: string;
  detail: string | null;
}): PhrasingContent[] => [
  text(`${label}: `),
  { type: 'strong', children: [text(value)] },
  ...(detail === null ? [] : [text(` (${detail})`)]),
];

/** All columns of a table stand together here: no page is too narrow. */
function tableNodes({ title, parts, notes }: PrintedTable, noRows: string): RootContent[] {
  const table = whole(parts);
  if (!table) return [];
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: cells.map(
      (cell): TableCell => ({ type: 'tableCell', children: [text(cell.replaceAll(/\s*\n\s*/g, ' '))] }),
    ),
  });
  const drawn: MarkdownTable = {
    type: 'table',
    align: table.columns.map(({ isNumber }) => (isNumber ? 'right' : null)),
    children: [row(table.columns.map((column) => column.title)), ...table.rows.map(row)],
  };
  const below = [...(table.rows.length === 0 ? [noRows] : []), ...notes].map((note) => paragraph([text(note)]));
  return [...(title === null ? [] : [strong(title)]), drawn, ...below];
}

function richNode(block: RichBlock): RootContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(phrasing(block.runs));
    case 'heading':
      return paragraph([{ type: 'strong', children: phrasing(block.runs) }]);
    case 'list':
      return {
        type: 'list',
        ordered: block.start !== null,
        start: block.start,
        spread: false,
        children: block.items.map((item) => ({ type: 'listItem', ...itemNode(item) })),
      };
    case 'aside':
      return { type: 'blockquote', children: block.blocks.map(richNode) as never };
    case 'code':
      return { type: 'code', value: block.text };
    case 'rule':
      return { type: 'thematicBreak' };
    case 'grid': {
      const sides = { start: null, center: 'center', end: 'right' } as const;
      const children = block.rows.map((row) => ({
        type: 'tableRow' as const,
        children: row.map((runs): TableCell => ({ type: 'tableCell', children: phrasing(runs) })),
      }));
      return { type: 'table', align: block.align.map((side) => sides[side]), children };
    }
  }
}

const itemNode = ({ done, blocks }: RichItem) => ({
  checked: done,
  spread: false,
  children: blocks.map(richNode) as never,
});

const phrasing = (runs: readonly RichRun[]): PhrasingContent[] => runs.map(phrase);

function phrase({ text: value, bold, italic, struck, code }: RichRun): PhrasingContent {
  if (value === '\n') return { type: 'break' };
  let node: PhrasingContent = code ? { type: 'inlineCode', value } : text(value);
  if (struck) node = { type: 'delete', children: [node] };
  if (italic) node = { type: 'emphasis', children: [node] };
  return bold ? { type: 'strong', children: [node] } : node;
}
