import type { Abilities, ReasoningEffort, TokenPrice } from '../../ports';

/** When what follows was looked up. It ages: what a server or the analyst says comes before it. */
export const TABLE_DATE = '2026-11-29';

/** US dollars for a million tokens. */
const price = (input: number, cached: number | null, output: number): TokenPrice => ({ input, cached, output });

const EFFORTS: readonly ReasoningEffort[] = ['minimal', 'low', 'medium', 'high', 'xhigh', 'max'];
const reasoning: Partial<Abilities> = {
  tools: true,
  parallelCalls: true,
  vision: true,
  structuredOutput: true,
  efforts: EFFORTS,
};
const withNone: Partial<Abilities> = { ...reasoning, efforts: ['none', ...EFFORTS] };
const older: Partial<Abilities> = { tools: true, parallelCalls: true, vision: true, structuredOutput: true };

/** By name, or by the beginning of a name up to a hyphen; the longest that fits holds. */
const MODELS = new Map<string, Partial<Abilities>>(
  Object.entries({
    'gpt-6.2-astra': { ...reasoning, price: price(8, 0.4, 40) },
    'gpt-6.2-sol': { ...reasoning, price: price(2, 0.1, 10) },
    'gpt-6.1-sol': { ...reasoning, price: price(2, 0.1, 10) },
    'gpt-6.1-terra': { ...reasoning, price: price(1, 0.05, 5) },
    'gpt-6-sol': { ...reasoning, price: price(2, 0.2, 10) },
    'gpt-6-luna': { ...reasoning, price: price(0.1, 0.01, 0.5) },
    'gpt-6-astra': { ...reasoning, price: price(10, 1, 50) },
    'gpt-5.6-sol': { ...withNone, price: price(2, null, 12) },
    'gpt-5.6-terra': { ...withNone, price: price(2, null, 12) },
    'gpt-5.6-luna': { ...withNone, price: price(0.2, null, 1.2) },
    'gpt-5.1': { ...withNone, shutdownDate: '2027-04-01' },
    'gpt-5.4-nano': { ...withNone, shutdownDate: '2027-04-01' },
    'gpt-5': { ...reasoning, shutdownDate: '2026-12-11' },
    'gpt-5-mini': { ...reasoning, shutdownDate: '2026-12-11' },
    'gpt-5-nano': { ...reasoning, shutdownDate: '2026-12-11' },
    o3: { tools: true, vision: true, structuredOutput: true, shutdownDate: '2026-12-11' },
    'gpt-4o': { ...older, shutdownDate: '2027-01-14' },
    'gpt-4o-mini': { ...older, shutdownDate: '2027-01-14' },
    'gpt-4.1': { ...older, shutdownDate: '2027-01-14' },
    'gpt-4.1-mini': { ...older, shutdownDate: '2027-01-14' },
    'claude-haiku-5.5': { tools: true, vision: true, price: price(0.1, null, 0.5) },
  }),
);

/** What the table says of a model; nothing of one that it does not know, nor of one that only begins alike. */
export function knownAbilities(model: string): Partial<Abilities> {
  const name = bareName(model);
  const exact = MODELS.get(name);
  if (exact) return exact;
  // Snapshots are called like their model, and the day.
  const [, base = ''] = /^(.+?)-(?:\d{4}-?\d{2}-?\d{2}|latest)$/.exec(name) ?? [];
  return MODELS.get(base) ?? {};
}

/** `openai/gpt-6-luna` of a server that passes on to others, `claude-haiku-5-5` of one that has no points in names. */
function bareName(model: string): string {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  return name.replace(/^(claude-[a-z]+-\d+)-(\d)(?!\d)/, '$1.$2');
}

/** Requests that are longer than this, in tokens, cost more: of OpenAI's models since GPT-6 and 5.6. */
export const LONG_REQUEST = { tokens: 272_000, input: 2, output: 1.5 };

export const isLongPriced = (model: string): boolean => /^gpt-(?:6|5\.6)/.test(bareName(model));
