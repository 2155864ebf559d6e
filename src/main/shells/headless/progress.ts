import type { AppEvent, Call } from '#contract';
import { callTitle, type Words, waitWords } from '#words';

/** What a line of progress would say of an event, each once: `printed` is what was said before. */
export function progressOf(event: AppEvent, words: Words, printed: Set<string>): string[] {
  const lines = linesOf(event, words).filter(({ key }) => !printed.has(key));
  for (const { key } of lines) printed.add(key);
  return lines.map(({ text }) => text);
}

interface Line {
  key: string;
  text: string;
}

function linesOf(event: AppEvent, words: Words): Line[] {
  if (event.name === 'steps.changed') return event.data.calls.flatMap((call) => callLine(call, words));
  if (event.name !== 'datasets.changed' || event.data.status !== 'ready' || !event.data.profile) return [];
  const { id, name, profile } = event.data;
  const { rows, rejected, columns } = profile;
  return [
    {
      key: id,
      text: `${name}: ${words.ui.count.rows(rows)}, ${words.ui.count.columns(columns.length)}, ${words.ui.datasets.linesRejected(rejected)}`,
    },
  ];
}

function callLine(call: Call, words: Words): Line[] {
  if (call.status !== 'running') {
    const facts = [`${Math.round(call.ms ?? 0)} ms`, ...(call.ending?.hosted ? [words.code.atServer()] : [])];
    return [{ key: call.id, text: `${callTitle(words, call)} (${facts.join(', ')})` }];
  }
  if (!call.waitsFor) return [];
  return [{ key: `${call.id} ${JSON.stringify(call.waitsFor)}`, text: waitWords(words, call.waitsFor) }];
}
