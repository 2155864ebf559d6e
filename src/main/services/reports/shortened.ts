import type { BlockContent, PinnedTable } from '#contract';

/** Rows of a table that the window is given; documents have all that are kept. */
const SHOWN = 100;

export function shortened(content: BlockContent): BlockContent {
  if (content.kind === 'table') return { ...content, table: firstRows(content.table) };
  if (content.kind !== 'answer') return content;
  return {
    ...content,
    parts: content.parts.map((part) => (part.type === 'table' ? { ...part, table: firstRows(part.table) } : part)),
  };
}

const firstRows = (table: PinnedTable): PinnedTable => ({ ...table, rows: table.rows.slice(0, SHOWN) });
