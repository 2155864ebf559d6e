import type { ModelProvider } from './ports';

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

export interface Answering {
  provider: ModelProvider;
  /** What the provider is to be asked for. */
  model: string;
}

export function isOldName(model: string): boolean {
  return model === 'gpt-4' || OLD_NAMES.some((beginning) => model.startsWith(beginning));
}

/**
 * Who answers for a name. A name that is known is taken at its word; an old one that is not goes to `usual`.
 * @throws whatever `models` throws for a name that leads nowhere
 */
export function answering(
  asked: string,
  models: (model: string) => ModelProvider,
  usual: (() => string | null) | undefined,
): Answering {
  try {
    return { provider: models(asked), model: asked };
  } catch (error) {
    const instead = isOldName(asked) ? usual?.() : null;
    if (!instead || instead === asked) throw error;
    return { provider: models(instead), model: instead };
  }
}
