import type { UiWords } from '../../english/ui';

export const files: UiWords['files'] = {
  openOf: (name) => `${name} öffnen`,
  saveOf: (name) => `${name} speichern`,
  useAsData: 'Als Daten verwenden',
  loading: 'Datei wird geladen',
  firstRowsOf: (name) => `Erste Zeilen von ${name}`,
  beginningOnly: 'Das ist der Anfang der Datei. Speichern Sie sie, um alles zu sehen.',
};
