import type { UiWords } from '../../english/ui';

export const search: UiWords['search'] = {
  searchAndCommands: 'Suche und Befehle',
  invitation: 'Verläufe durchsuchen oder einen Befehl eingeben',
  commands: 'Befehle',
  foundInThreads: 'In Verläufen gefunden',
  nothingFound: (query) => `Nichts gefunden zu „${query}“`,
};
