import { useCallback, useRef } from 'react';
import type { Message } from '#contract';

export const textOf = (message: Message): string =>
  message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

/**
 * Questions asked before, put into an empty composer by the arrow keys as in a shell: up to earlier ones, down to later ones. What was
 * changed since is left alone. Answers whether there was one.
 */
export function useRecall(questions: readonly Message[], text: string, setText: (text: string) => void) {
  const recalled = useRef<{ at: number; text: string } | null>(null);
  return useCallback(
    (direction: 'earlier' | 'later'): boolean => {
      const known = recalled.current?.text === text && text !== '' ? recalled.current : null;
      if (text !== '' && !known) return false;
      if (!known && direction === 'later') return false;
      const at = (known?.at ?? questions.length) + (direction === 'earlier' ? -1 : 1);
      const question = questions[at];
      if (!question && direction === 'earlier') return false;
      recalled.current = question ? { at, text: textOf(question) } : null;
      setText(question ? textOf(question) : '');
      return true;
    },
    [questions, text, setText],
  );
}
