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

/** Documents that hold tables more often than not. */
const DATA_FIRST = /\.(?:xlsx|json|jsonl)$/i;

/**
 * Whether a file that an analyst attaches is searched as a document. Everything else goes to the data side, which says
 * what is wrong with what it cannot read; so do workbooks and JSON, as they mostly hold tables.
 */
export function isAttachedAsDocument(name: string): boolean {
  return documentKindOf(name) !== null && !DATA_FIRST.test(name);
}

/** Whether what turned out to be no table can be searched instead. */
export function isDocumentAfterAll(name: string, error: string | undefined): boolean {
  return error === 'unsupported_file' && documentKindOf(name) !== null;
}
