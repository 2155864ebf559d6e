import type { LocaleWords } from '../locale-words';

export const locale: LocaleWords = {
  title: () => 'Language',
  language: () => 'Language of the window',
  asSystem: (language) => `As the system (${language})`,
  cell: { yes: 'yes', no: 'no', empty: '(empty)' },
  bytes: 'bytes',
  numbers: () => 'Numbers and dates',
  asLanguage: (example) => `As the language (${example})`,
  region: (name, example) => `${name} (${example})`,
};
