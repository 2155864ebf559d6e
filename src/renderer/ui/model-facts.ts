import type { Abilities, ConnectedModel, ReasoningEffort, TokenPrice } from '#contract';
import { dateText, moneyText, numberText, type Words } from '#words';

const DAY_MS = 86_400_000;
/** From this long before it a shutdown is told wherever the model is at work. */
const TOLD_BEFORE_MS = 30 * DAY_MS;

/** From the least to the most. */
export const REASONING_EFFORTS: readonly ReasoningEffort[] = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
];

export type ModelWords = Words['ui']['models'];

/** What a model is called where people choose. */
export const modelName = ({ connection, name }: { connection: unknown; name: string }, words: ModelWords): string =>
  connection === null ? words.builtIn : name;

/** `128K`, `1M`: as makers write the size of a context. */
export function formatTokens(tokens: number): string {
  const [value, unit] =
    tokens >= 1_000_000 ? [tokens / 1_000_000, 'M'] : tokens >= 1_000 ? [tokens / 1_000, 'K'] : [tokens, ''];
  return `${numberText(value, { maximumFractionDigits: value >= 100 ? 0 : 1 })}${unit}`;
}

/** US dollars, and the least that is told by its figure. */
const LEAST_MONEY = 0.0001;

/** US dollars; small amounts keep the digits that tell them apart. */
export function formatMoney(money: number): string {
  if (money === 0) return moneyText('0', 'USD', '$');
  if (money < LEAST_MONEY) return `< ${formatMoney(LEAST_MONEY)}`;
  const amount = numberText(money, { minimumFractionDigits: 2, maximumFractionDigits: money < 0.1 ? 4 : 2 });
  return moneyText(amount, 'USD', '$');
}

/** `$0.10 in, $0.50 out` for a million tokens. */
export const formatPrice = (price: TokenPrice | null, words: ModelWords): string =>
  price === null ? words.priceNotKnown : words.priceInOut(formatMoney(price.input), formatMoney(price.output));

export const formatContext = ({ contextTokens }: Pick<Abilities, 'contextTokens'>, words: ModelWords): string =>
  contextTokens === null ? words.contextNotKnown : words.contextOf(formatTokens(contextTokens));

/** What decides a choice, in one line. */
export function modelFacts(
  { connection, abilities }: Pick<ConnectedModel, 'connection' | 'abilities'>,
  words: ModelWords,
): string {
  if (connection === null) return words.needsNothing;
  const price = connection.local ? words.onThisComputer : formatPrice(abilities.price, words);
  return `${formatContext(abilities, words)} · ${price}`;
}

const CALENDAR = { dateStyle: 'medium', timeZone: 'UTC' } as const;

/** When a model is switched off, as it reads; `soon` within thirty days of it, and after it. Null where no day is known. */
export function shutdownOf(
  { shutdownDate }: Pick<Abilities, 'shutdownDate'>,
  words: ModelWords,
  now = Date.now(),
): { text: string; soon: boolean } | null {
  if (shutdownDate === null) return null;
  const at = Date.parse(`${shutdownDate}T00:00:00Z`);
  const day = dateText(at, CALENDAR);
  return now >= at
    ? { text: words.switchedOff(day), soon: true }
    : { text: words.willBeSwitchedOff(day), soon: at - now <= TOLD_BEFORE_MS };
}
