import type { MessageOutline } from '../store/messages';

/** Of a message that begins a conversation of its own, in the place of the question that it followed. */
const START = 'start';

/** The questions that lead to one of them, where a thread's questions are versions of others. */
export interface QuestionPath {
  /** Whether what was said or done at that place in the thread belongs to one of them. */
  includes(place: Pick<MessageOutline, 'created_at'> & { seq?: number }): boolean;
}

/**
 * `asked`: messages of the thread that no run has written, newest first. Null where the question says not what it follows: then
 * it follows whatever came before it.
 */
export function branchOf(question: MessageOutline | undefined, asked: Iterable<MessageOutline>): QuestionPath | null {
  if (!question || question.follows === null) return null;
  const questions = [...asked];
  const path = new Set<string>();
  let next: string | null = question.id;
  for (const { id, follows } of questions) {
    if (next !== null && id !== next) continue;
    path.add(id);
    if (follows === START) break;
    next = follows;
  }
  return {
    includes({ seq, created_at }) {
      const own = questions.find((known) => (seq === undefined ? known.created_at <= created_at : known.seq <= seq));
      // What stood there before the first question belongs to all of them.
      return own === undefined || path.has(own.id);
    },
  };
}
