import type { LocaleWords } from '../locale-words';

export const locale: LocaleWords = {
  title: () => 'Sprache',
  language: () => 'Sprache des Fensters',
  asSystem: (language) => `Wie das System (${language})`,
  cell: { yes: 'ja', no: 'nein', empty: '(leer)' },
  bytes: 'Bytes',
  numbers: () => 'Zahlen und Datumsangaben',
  asLanguage: (example) => `Wie die Sprache (${example})`,
  region: (name, example) => `${name} (${example})`,
};
