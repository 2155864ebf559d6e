import type { Call, Cell, ChartId, FileId, Message, ResultId, RunWithSteps, Table, Thread } from '#contract';
import { asStanding, besideText, isReplaced, plainParts } from '#contract/stretches';
import { absentWords, codeEndedWords, endingWords, factWords, sourceLines, type Words } from '#words';
import type { CodeCell, MarkdownCell, MimeBundle, Notebook, Output } from './format';
import { inert } from './inert';
import { loadingCell, type NotebookTable, queryCell, usesTables } from './loading-cell';

export const ROWS_SHOWN = 20;
/** Types of pictures by how they begin, in base64; whatever is not here is taken for PNG. */
const PICTURES: [begin: string, type: string][] = [
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
];

/** A thread as it is saved, with everything its cells show. Pictures are in base64. */
export interface NotebookSource {
  thread: Thread;
  /** Oldest first. */
  messages: readonly Message[];
  runs: readonly RunWithSteps[];
  /** What its code calls the tables of the thread, and the files they were read from. */
  tables: readonly NotebookTable[];
  pictureOf(id: FileId | ChartId): string | undefined;
  /** The first rows of a query's result. */
  rowsOf(id: ResultId): Table | undefined;
  words: Words;
}

/**
 * A thread as a notebook: questions and answers as markdown with their pictures attached, queries and Python as code cells
 * with what they showed. Queries run with DuckDB as plain Python, as a `%%sql` cell would fail wherever its extension is missing.
 * Local runs are the analyst's trials beside the history, and are left out.
 */
export function notebookOf(source: NotebookSource): Notebook {
  const cells = new Cells(source);
  cells.markdown(`# ${inert(source.thread.title)}`);
  for (const item of inOrder(source)) {
    if (item.type === 'question') cells.markdown(inert(questionText(item.message)));
    else cells.run(item.run);
  }
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
      title: source.thread.title,
    },
    cells: cells.all,
  };
}

type Item = { type: 'question'; at: number; message: Message } | { type: 'run'; at: number; run: RunWithSteps };

/** Each run behind the question it answers, also when it has no answer. */
function inOrder({ messages, runs }: NotebookSource): Item[] {
  const questions = messages
    .filter((message) => message.role === 'user')
    .map((message): Item => ({ type: 'question', at: message.createdAt, message }));
  const answers = runs.map((run): Item => ({ type: 'run', at: run.createdAt, run }));
  return [...questions, ...answers].toSorted((a, b) => a.at - b.at);
}

class Cells {
  readonly all: (MarkdownCell | CodeCell)[] = [];
  readonly #source: NotebookSource;
  readonly #messages: ReadonlyMap<string, Message>;
  #executed = 0;
  #isLoaded = false;

  constructor(source: NotebookSource) {
    this.#source = source;
    this.#messages = new Map(source.messages.map((message) => [message.id, message]));
  }

  markdown(text: string, attachments: Record<string, MimeBundle> = {}): void {
    if (text.trim() === '') return;
    this.all.push({
      cell_type: 'markdown',
      id: this.#nextId(),
      metadata: {},
      source: text.trim(),
      ...(Object.keys(attachments).length > 0 ? { attachments } : {}),
    });
  }

  run(run: RunWithSteps): void {
    for (const step of run.steps) {
      for (const call of step.calls) if (call.localOf === null) this.#call(call);
      const message = step.messageId && this.#messages.get(step.messageId);
      if (message && !isReplaced(message, this.#source.messages)) this.#answer(asStanding(message));
    }
    const ended = run.ending && endingWords(this.#source.words, run.ending);
    if (ended) this.markdown(`> ${inert(ended.replaceAll(/\s+/g, ' '))}`);
  }

  #call(call: Call): void {
    if (call.type === 'code_interpreter') {
      if (usesTables(call.input)) this.#load();
      this.#code(call.input, this.#outputs(call));
    } else if (call.code?.language === 'sql') {
      this.#load();
      const rows = call.result && this.#source.rowsOf(call.result.id);
      const more = call.result && call.result.rowCount > ROWS_SHOWN ? `\n\n${call.result.rowCount} rows in all.` : '';
      const table = rows ? `${markdownTable(rows)}${more}` : null;
      this.#code(queryCell(call.code.text), table === null ? [] : [rowsOutput(table)]);
    }
  }

  /** The first cell that needs the tables has one before it that finds them. */
  #load(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const calls = this.#source.runs.flatMap(({ steps }) => steps.flatMap((step) => step.calls));
    const assay = calls.some(({ type, input }) => type === 'code_interpreter' && usesTables(input));
    this.#code(loadingCell(this.#source.tables, { assay }), []);
  }

  #code(source: string, outputs: Output[]): void {
    this.#executed += 1;
    this.all.push({
      cell_type: 'code',
      id: this.#nextId(),
      metadata: {},
      execution_count: this.#executed,
      source,
      outputs,
    });
  }

  #outputs(call: Call): Output[] {
    const { error = null, ended = 'done' } = call.ending ?? {};
    const { words, pictureOf } = this.#source;
    const traceback = call.outputs.findLastIndex((output) => output.type === 'logs');
    const outputs = call.outputs.flatMap((output, index): Output[] => {
      if (output.type === 'logs') {
        if (error && index === traceback) return [errorOutput(error.type, error.message, output.text)];
        return output.text === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: output.text }];
      }
      if (output.type === 'missing' || output.type === 'gone')
        return [{ output_type: 'stream', name: 'stderr', text: absentWords(words, output) }];
      const picture = output.type === 'image' ? pictureOf(output.fileId) : undefined;
      return picture ? [{ output_type: 'display_data', data: shown(picture), metadata: {} }] : [];
    });
    const stopped = codeEndedWords(words, ended);
    return stopped === null ? outputs : [...outputs, errorOutput('Stopped', stopped, stopped)];
  }

  #answer(message: Message): void {
    const attachments: Record<string, MimeBundle> = {};
    // What the text does not word itself is put in, as it is in messages of earlier versions.
    const plain = plainParts(message, (fact, placed) => besideText(factWords(this.#source.words, fact), placed));
    const texts = message.parts.map((part, index) => {
      if (part.type === 'text') return plain[index] ?? '';
      if (part.type === 'missing' || part.type === 'gone') return absentWords(this.#source.words, part);
      if (part.type === 'file') return '';
      const picture = this.#source.pictureOf(part.type === 'chart' ? part.chartId : part.fileId);
      if (!picture) return '';
      const name = `picture-${Object.keys(attachments).length + 1}.png`;
      attachments[name] = shown(picture);
      return `![${part.type === 'chart' ? 'Chart' : 'Picture'}](attachment:${name})`;
    });
    const sources = sourceLines(this.#source.words, message.citations).map((line) => `- ${line}`);
    this.markdown(inert([...texts, sources.join('\n')].filter(Boolean).join('\n\n')), attachments);
  }

  #nextId(): string {
    return `cell-${this.all.length + 1}`;
  }
}

const shown = (picture: string): MimeBundle => ({
  [PICTURES.find(([begin]) => picture.startsWith(begin))?.[1] ?? 'image/png']: picture,
});

const rowsOutput = (table: string): Output => ({
  output_type: 'display_data',
  data: { 'text/markdown': table, 'text/plain': table },
  metadata: {},
});

function questionText(message: Message): string {
  const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  const files = message.attachments.map((attachment) => attachment.name).join(', ');
  return `## Question\n\n${files === '' ? '' : `*About ${files}*\n\n`}${text}`;
}

function errorOutput(ename: string, evalue: string, text: string): Output {
  return { output_type: 'error', ename, evalue, traceback: text.trimEnd().split('\n') };
}

function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const sides = columns.map((column) => (/integer|decimal|float/.test(column.type) ? '---:' : '---'));
  return [
    line(columns.map((column) => plainCell(column.name))),
    line(sides),
    ...rows.slice(0, ROWS_SHOWN).map((row) => line(row.map(plainCell))),
  ].join('\n');
}

const plainCell = (cell: Cell): string =>
  String(cell ?? '')
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[\\`*_|<>[\]]/g, '\\$&');
