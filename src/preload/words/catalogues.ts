import type { Language } from '#contract/settings';
import { english } from './english';
import { german } from './german';
import { currentLocale } from './locale';
import type { Words } from './words';

const CATALOGUES: Record<Language, Words> = { en: english, de: german };

const made = new Map<string, Words>();

/** The words of a language: another object for each way of writing numbers, so that whoever keeps what was made of it makes it again. */
export function wordsIn({ language, numbers } = currentLocale()): Words {
  const key = `${language} ${numbers}`;
  const words = made.get(key) ?? { ...CATALOGUES[language] };
  made.set(key, words);
  return words;
}
