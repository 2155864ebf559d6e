import type { LocaleWords } from '../locale-words';

export const locale: LocaleWords = {
  title: () => 'Language',
  language: () => 'Language of the window',
  asSystem: (language) => `As the system (${language})`,
  numbers: () => 'Numbers and dates',
  asLanguage: (example) => `As the language (${example})`,
  region: (name, example) => `${name} (${example})`,
};
