import type { UiWords } from '../../english/ui';
import { counted } from '../grammar';

export const count: UiWords['count'] = {
  calls: (n) => counted(n, 'Aufruf', 'Aufrufe'),
  columns: (n) => counted(n, 'Spalte', 'Spalten'),
  days: (n) => counted(n, 'Tag', 'Tage'),
  earlierMessages: (n) => counted(n, 'frühere Nachricht', 'frühere Nachrichten'),
  earlierResults: (n) => counted(n, 'früheres Ergebnis', 'frühere Ergebnisse'),
  files: (n) => counted(n, 'Datei', 'Dateien'),
  functions: (n) => counted(n, 'Funktion', 'Funktionen'),
  lines: (n) => counted(n, 'Zeile', 'Zeilen'),
  messages: (n) => counted(n, 'Nachricht', 'Nachrichten'),
  models: (n) => counted(n, 'Modell', 'Modelle'),
  packages: (n) => counted(n, 'Paket', 'Pakete'),
  passages: (n) => counted(n, 'Textstelle', 'Textstellen'),
  pictures: (n) => counted(n, 'Bild', 'Bilder'),
  requests: (n) => counted(n, 'Anfrage', 'Anfragen'),
  moreRows: (n) => counted(n, 'weitere Zeile', 'weitere Zeilen'),
  rows: (n) => counted(n, 'Zeile', 'Zeilen'),
  sheets: (n) => counted(n, 'Blatt', 'Blätter'),
  threads: (n) => counted(n, 'Verlauf', 'Verläufe'),
  tokens: (n) => counted(n, 'Token', 'Token'),
};
