import type { UiWords } from '../../english/ui';

export const threads: UiWords['threads'] = {
  title: 'Titel des Verlaufs',
  loading: 'Verläufe werden geladen',
  noArchived: 'Keine archivierten Verläufe.',
  none: 'Ihre Verläufe erscheinen hier.',
  archived: 'Archivierte Verläufe',
  threads: 'Verläufe',
  busy: 'Ein Lauf ist im Gange',
  actionsFor: (title) => `Aktionen für ${title}`,
  rename: 'Umbenennen',
  unpin: 'Lösen',
  pin: 'Anheften',
  unarchive: 'Aus dem Archiv holen',
  archive: 'Archivieren',
  delete: 'Löschen',
  archivedThread: (title) => `„${title}“ archiviert`,
  deletedThread: (title) => `„${title}“ gelöscht`,
  pinned: 'Angeheftet',
  today: 'Heute',
  yesterday: 'Gestern',
  lastWeek: 'Letzte 7 Tage',
};
