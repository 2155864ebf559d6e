import type { ModelProvider, Models } from './ports';

/**
 * Beginnings of names that old scripts ask for: their maker has switched those models off, or will. Where nobody answers
 * to such a name any more, the configured model does.
 */
const OLD_NAMES = [
  'gpt-3.5-turbo',
  'gpt-4-',
  'gpt-4o',
  'gpt-4.1',
  'gpt-4.5',
  'chatgpt-4o',
  'o1',
  'o3',
  'o4-mini',
  'text-davinci-',
] as const;

export function isOldName(model: string): boolean {
  return model === 'gpt-4' || OLD_NAMES.some((beginning) => model.startsWith(beginning));
}

/**
 * Who answers for a name. A name that is known is taken at its word; an old one that is not goes to the configured model.
 * @throws whatever `resolve` throws for a name that leads nowhere
 */
export function resolveModel(models: Models, asked: string): ModelProvider {
  try {
    return models.resolve(asked);
  } catch (error) {
    const configured = isOldName(asked) ? models.usual?.() : null;
    if (!configured || configured === asked) throw error;
    return models.resolve(configured);
  }
}
