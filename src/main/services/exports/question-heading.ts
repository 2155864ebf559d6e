import type { Message } from '#contract';
import { sentenceCase } from '../sentence-case';

const HEADING_CHARS = 160;

export const textOf = ({ parts }: Pick<Message, 'parts'>): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

/** The first line of a question as a heading, and what is not in it. */
export function headed(text: string): { heading: string; rest: string } {
  const [first = '', ...others] = text.trim().split('\n');
  const line = sentenceCase(first.replaceAll(/\s+/g, ' ').trim());
  if (line.length <= HEADING_CHARS) return { heading: line, rest: others.join('\n').trim() };
  return { heading: `${line.slice(0, HEADING_CHARS).toWellFormed().trimEnd()}…`, rest: text.trim() };
}
