/** What a document is by its name's ending. Plain values and functions: the window may import them. */
export const DOCUMENT_KINDS = ['pdf', 'docx', 'pptx', 'xlsx', 'html', 'markdown', 'text', 'code'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const ENDINGS: Record<DocumentKind, string> = {
  pdf: 'pdf',
  docx: 'docx',
  pptx: 'pptx',
  xlsx: 'xlsx',
  html: 'html htm',
  markdown: 'md markdown',
  text: 'txt log rst tex ini toml yaml yml xml json jsonl',
  code: 'c h cc cpp hpp cs css go java js mjs cjs jsx kt php pl py r rb rs scala sh sql swift ts tsx vue',
};
const KINDS = new Map(
  DOCUMENT_KINDS.flatMap((kind) => ENDINGS[kind].split(' ').map((ending): [string, DocumentKind] => [ending, kind])),
);

/** Null for what is no document: data, and what nobody reads. */
export function documentKindOf(name: string): DocumentKind | null {
  return KINDS.get(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? null;
}

/**
 * Whether a file that an analyst attaches is searched as a document. Everything else goes to the data side, which says
 * what is wrong with what it cannot read; so do workbooks, as their sheets are tables.
 */
export function isAttachedAsDocument(name: string): boolean {
  const kind = documentKindOf(name);
  return kind !== null && kind !== 'xlsx';
}
