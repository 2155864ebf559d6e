/** The parts of nbformat 4.5 that are written. Texts are whole strings, which the format allows beside lists of lines. */

export type MimeBundle = Record<string, string>;

export type Output =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { output_type: 'display_data'; data: MimeBundle; metadata: Record<string, never> }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

export interface MarkdownCell {
  cell_type: 'markdown';
  id: string;
  metadata: Record<string, never>;
  source: string;
  attachments?: Record<string, MimeBundle>;
}

export interface CodeCell {
  cell_type: 'code';
  id: string;
  metadata: Record<string, never>;
  execution_count: number | null;
  source: string;
  outputs: Output[];
}

export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: {
    kernelspec: { name: string; display_name: string; language: string };
    language_info: { name: string; file_extension: string; mimetype: string };
    title: string;
  };
  cells: (MarkdownCell | CodeCell)[];
}
