import { fenced } from '#contract/fenced';
import { plainPrint } from '#contract/printed';
import type { ModelItem } from '../../ports';
import { type AnswerPiece, factPiece, paragraphs, textPiece } from './answer/pieces';

type CodeItem = Extract<ModelItem, { type: 'code_result' }>;

/** The Python blocks of a message, as they stand; one that is not closed goes on to the end. */
export function pythonBlocks(text: string): string[] {
  return [...text.matchAll(/^[ \t]*```(?:python|py|python3)[^\n]*\n([\s\S]*?)(?:^[ \t]*```|$(?![\s\S]))/gim)].map(
    (match) => (match[1] ?? '').trimEnd(),
  );
}

/** What the blocks printed, drew and wrote, in their order. */
export function notebookAnswer(results: readonly CodeItem[], blocks: number): AnswerPiece[] {
  const pieces = results.flatMap((result, index) => resultPieces(result, blocks > 1 ? `Block ${index + 1}` : null));
  const ended = results.at(-1)?.ended ?? 'done';
  const left = blocks - results.length;
  const notRun: AnswerPiece[] =
    ended !== 'done' && left > 0 ? [factPiece({ code: 'blocks_not_run', count: left })] : [];
  return paragraphs([...pieces, ...notRun]);
}

function resultPieces(result: CodeItem, title: string | null): AnswerPiece[] {
  const shown = outputPieces(result);
  const files = result.files.map((file) => `- [${file.name}](sandbox:/mnt/data/${file.name})`);
  const nothing = shown.length === 0 && files.length === 0 && result.ended === 'done';
  return [
    ...(title === null ? [] : [textPiece(`**${title}**`)]),
    ...shown,
    ...(result.ended === 'done' || result.ended === 'error'
      ? []
      : [factPiece({ code: 'code_ended', ended: result.ended })]),
    ...(nothing ? [factPiece({ code: 'printed_nothing' })] : []),
    ...(files.length > 0 ? [textPiece(`Files:\n${files.join('\n')}`)] : []),
    ...(result.fresh ? [factPiece({ code: 'started_anew' })] : []),
  ];
}

/** In the order it came, and without what is said as a fact: how it ended, or what to do about an error. */
function outputPieces({ outputs, error, missing, ended, worded }: CodeItem): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let logs = '';
  const print = () => {
    const printed = plainPrint(logs);
    if (printed.trim() !== '') pieces.push(textPiece(fenced(printed.trimEnd(), 'text')));
    logs = '';
  };
  const toldAsFact = worded || (missing !== null && error !== null && ended === 'error');
  for (const output of toldAsFact ? outputs.slice(0, -1) : outputs) {
    if (output.type === 'logs') logs += output.logs;
    else {
      print();
      pieces.push({ type: 'image', fileId: output.fileId });
    }
  }
  print();
  return missing ? [...pieces, factPiece({ code: 'package_missing', ...missing })] : pieces;
}
