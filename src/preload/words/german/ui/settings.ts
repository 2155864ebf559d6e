import type { UiWords } from '../../english/ui';

export const settings: UiWords['settings'] = {
  settings: 'Einstellungen',
  appearance: 'Darstellung',
  pathCopied: 'Der Browser kann keine Ordner öffnen. Der Pfad liegt in der Zwischenablage.',
  dataFolder: 'Datenordner',
  dataFolderMeaning: 'Verläufe, Dateien, Ergebnisse und Diagramme liegen hier, und nur hier.',
  show: 'Zeigen',
  keychain: 'Schlüsselbund',
  keyKept: 'Ein Schlüssel für die lokale API liegt im Schlüsselbund.',
  keychainReady: 'Der Schlüsselbund ist bereit. Es liegt kein Schlüssel darin.',
  about: 'Über Assay',
  system: 'System',
  window: 'Fenster',
  electron: 'Electron',
  browser: 'Browser',
  general: 'Allgemein',
  data: 'Daten',
  asSystem: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
};
