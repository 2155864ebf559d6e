import { DocumentError } from '../types';

export type Kind = 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'html' | 'text';

/** Suffixes of text that is read as it stands: prose, data and source code. */
const TEXT = new Set(
  'txt md markdown csv tsv json jsonl xml yaml yml toml ini tex log rst c h cc cpp hpp cs css go java js mjs cjs jsx kt php pl py r rb rs scala sh sql swift ts tsx vue'.split(
    ' ',
  ),
);
const KINDS = new Map<string, Kind>([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['pptx', 'pptx'],
  ['xlsx', 'xlsx'],
  ['html', 'html'],
  ['htm', 'html'],
]);
const OLD_OFFICE =
  'Files of old Office versions and Office files with a password cannot be read. Save it as DOCX, XLSX, PPTX or PDF, without a password.';

/** @throws DocumentError for suffixes nobody reads, and for content that is not what its suffix says. */
export function kindOf(filename: string, head: Uint8Array): Kind {
  const suffix = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? '';
  const kind = KINDS.get(suffix) ?? (TEXT.has(suffix) ? 'text' : null);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new DocumentError('unsupported_file', OLD_OFFICE, 'old_office');
  if (!kind)
    throw new DocumentError(
      'unsupported_file',
      `Files ending in “.${suffix}” cannot be searched. Use PDF, DOCX, PPTX, XLSX, HTML, Markdown, text, CSV, JSON or source code.`,
      { code: 'document_ending', ending: suffix },
    );
  const zipped = kind === 'docx' || kind === 'pptx' || kind === 'xlsx';
  if (zipped && !startsWith(head, [0x50, 0x4b]))
    throw new DocumentError(
      'invalid_file',
      `The file ends in “.${suffix}” but is no such document, or it is damaged.`,
      { code: 'document_other', ending: suffix },
    );
  if (kind === 'pdf' && !new TextDecoder('latin1').decode(head.subarray(0, 1_024)).includes('%PDF-'))
    throw new DocumentError('invalid_file', 'The file ends in “.pdf” but is no PDF, or it is damaged.', {
      code: 'document_other',
      ending: suffix,
    });
  return kind;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);
