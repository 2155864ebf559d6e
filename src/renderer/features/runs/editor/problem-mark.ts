import { type EditorState, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { CodeRange } from '#contract';

/** What is wrong with the code, and where: in the code as it was sent, which has no blanks at its ends. */
export interface CodeProblem {
  at: CodeRange;
  message: string;
}

const setProblem = StateEffect.define<CodeProblem | null>();

/** The place is marked until the code is changed. */
export const problemMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    const effect = transaction.effects.findLast((one) => one.is(setProblem));
    if (effect) return effect.value === null ? Decoration.none : marked(transaction.state, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const showProblem = (problem: CodeProblem | null) => ({ effects: setProblem.of(problem) });

function marked(state: EditorState, { at, message }: CodeProblem): DecorationSet {
  const { from, to } = stretchOf(state, at);
  if (from === to) return Decoration.none;
  return Decoration.set(Decoration.mark({ class: 'cm-problem', attributes: { title: message } }).range(from, to));
}

/** The word that begins there where no end is told; at the end of the code, what stands last. */
export function stretchOf(state: EditorState, at: CodeRange): { from: number; to: number } {
  const { doc } = state;
  const from = offsetOf(doc, at);
  if (at.end) return { from, to: Math.max(from, offsetOf(doc, at.end)) };
  const word = state.wordAt(from);
  if (word && word.from === from) return { from, to: word.to };
  const end = doc.toString().trimEnd().length;
  if (from >= end) return { from: state.wordAt(end)?.from ?? Math.max(0, end - 1), to: end };
  return { from, to: from + 1 };
}

function offsetOf(doc: Text, { line, column }: { line: number; column: number }): number {
  const lead = /^\s*/.exec(doc.toString())?.[0] ?? '';
  const skipped = lead.split('\n');
  const number = line + skipped.length - 1;
  if (number > doc.lines) return doc.length;
  const { from, to } = doc.line(number);
  return Math.min(to, from + column - 1 + (line === 1 ? (skipped.at(-1)?.length ?? 0) : 0));
}
