import { codeAdvice, plainPrint, STARTED_ANEW } from '#contract/printed';
import type { ModelItem } from '../../ports';

type CodeItem = Extract<ModelItem, { type: 'code_result' }>;
export type NotebookPiece = { type: 'text'; text: string } | { type: 'image'; fileId: string };

/** The Python blocks of a message, as they stand; one that is not closed goes on to the end. */
export function pythonBlocks(text: string): string[] {
  return [...text.matchAll(/^[ \t]*```(?:python|py|python3)[^\n]*\n([\s\S]*?)(?:^[ \t]*```|$(?![\s\S]))/gim)].map(
    (match) => (match[1] ?? '').trimEnd(),
  );
}

/** What the blocks printed, drew and wrote, in their order. */
export function notebookAnswer(results: readonly CodeItem[], blocks: number): NotebookPiece[] {
  const pieces = results.flatMap((result, index) => resultPieces(result, blocks > 1 ? `Block ${index + 1}` : null));
  const last = results.at(-1);
  const left = blocks - results.length;
  if (last && last.ended !== 'done' && left > 0)
    pieces.push({
      type: 'text',
      text: `\n\n> ${left === 1 ? 'The block after it was' : `The ${left} blocks after it were`} not run.`,
    });
  return pieces;
}

function resultPieces(result: CodeItem, title: string | null): NotebookPiece[] {
  const shown = outputPieces(result.outputs);
  const files = result.files.map((file) => `- [${file.name}](sandbox:/mnt/data/${file.name})`);
  const ended =
    result.ended === 'done' || result.ended === 'error'
      ? []
      : [`The code did not end by itself: ${WHY[result.ended]}.`];
  const nothing = shown.length === 0 && files.length === 0 && result.ended === 'done';
  return [
    ...paragraphs(title === null ? [] : [`**${title}**`]),
    ...shown,
    ...paragraphs([
      ...ended,
      ...(nothing ? ['It ran and printed nothing.'] : []),
      ...(files.length > 0 ? [`Files:\n${files.join('\n')}`] : []),
      ...(result.fresh ? [`> ${STARTED_ANEW}`] : []),
    ]),
  ];
}

/** In the order it came; where it is known what to do about an error, that is said and the traceback left to the step. */
function outputPieces(outputs: CodeItem['outputs']): NotebookPiece[] {
  const advice = codeAdvice(outputs.map((one) => (one.type === 'logs' ? { type: one.type, text: one.logs } : one)));
  if (advice !== null) return [...outputPieces(outputs.slice(0, -1)), ...paragraphs([`> ${advice}`])];
  const pieces: NotebookPiece[] = [];
  let logs = '';
  const print = () => {
    const printed = plainPrint(logs);
    if (printed.trim() !== '') pieces.push(...paragraphs([fenced(printed)]));
    logs = '';
  };
  for (const output of outputs) {
    if (output.type === 'logs') logs += output.logs;
    else {
      print();
      pieces.push({ type: 'image', fileId: output.fileId });
    }
  }
  print();
  return pieces;
}

const paragraphs = (texts: readonly string[]): NotebookPiece[] =>
  texts.map((text) => ({ type: 'text', text: `${text}\n\n` }));

const WHY = {
  timeout: 'it took too long',
  memory: 'it needed too much memory',
  cancelled: 'it was stopped',
  crashed: 'Python ended',
  output_limit: 'it printed too much',
  unavailable: 'it could not be run',
};

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}
