import { type Abilities, type ModelUsage, unknownAbilities } from '../../ports';
import { isLongPriced, knownAbilities, LONG_REQUEST } from './table';

export { type ListedModel, listedModels } from './listed';
export { knownAbilities, TABLE_DATE } from './table';

/** What a model can, as far as anybody says: the analyst before the server, the server before the table. */
export function abilitiesOf(
  model: string,
  listed: Partial<Abilities> = {},
  edited: Partial<Abilities> = {},
): Abilities {
  return { ...unknownAbilities, ...knownAbilities(model), ...listed, ...edited };
}

/** US dollars of a call; null where no price is known. What was read before costs the full price unless another is known. */
export function moneyOf(
  model: string,
  { price }: Pick<Abilities, 'price'>,
  usage: Pick<ModelUsage, 'promptTokens' | 'cachedTokens' | 'completionTokens'>,
): number | null {
  if (!price) return null;
  const cached = Math.min(usage.cachedTokens, usage.promptTokens);
  const long = isLongPriced(model) && usage.promptTokens > LONG_REQUEST.tokens;
  const read = (usage.promptTokens - cached) * price.input + cached * (price.cached ?? price.input);
  const written = usage.completionTokens * price.output;
  return (read * (long ? LONG_REQUEST.input : 1) + written * (long ? LONG_REQUEST.output : 1)) / 1_000_000;
}
