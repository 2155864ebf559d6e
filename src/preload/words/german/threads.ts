import type { ThreadWords } from '../library-words';
import { counted, quote } from './grammar';

const countedThreads = (count: number): string => counted(count, 'Unterhaltung', 'Unterhaltungen');
const countedDays = (count: number): string => counted(count, 'Tag', 'Tage');
const afterDays = (count: number): string => counted(count, 'Tag', 'Tagen');

export const threads: ThreadWords = {
  tags: () => 'Schlagwörter',
  editTags: () => 'Schlagwörter …',
  tagsOf: (title) => `Schlagwörter von ${quote(title)}`,
  tagsHint: () =>
    'Schreiben Sie eines und drücken Sie die Eingabetaste, oder wählen Sie eines, das andere Unterhaltungen haben.',
  saveTags: () => 'Schlagwörter speichern',
  cancel: () => 'Abbrechen',
  close: () => 'Schließen',
  shown: () => 'Welche Unterhaltungen aufgelistet werden',
  all: () => 'Alle Unterhaltungen',
  withTag: (tag, count) => `${tag} (${count})`,
  noneWithTag: () => 'Keine Unterhaltung hat dieses Schlagwort.',
  cleanUp: () => 'Unterhaltungen aufräumen',
  cleanUpLead: () =>
    'Unterhaltungen, die eine Weile nicht verwendet wurden. Nichts geschieht, bevor Sie es sagen, und was Sie löschen, lässt sich 30 Tage lang wiederherstellen. Angeheftete Unterhaltungen sind nicht aufgelistet.',
  notUsedFor: () => 'Nicht verwendet seit',
  days: (count) => (count === 365 ? 'einem Jahr' : afterDays(count)),
  afterDays: (count) => `nach ${count === 365 ? 'einem Jahr' : count === 730 ? 'zwei Jahren' : afterDays(count)}`,
  loading: () => 'Unterhaltungen werden geladen',
  noneUnused: () => 'Jede Unterhaltung wurde seitdem verwendet.',
  chooseAll: () => 'Alle Unterhaltungen auswählen',
  choose: (title) => `${title} auswählen`,
  thread: () => 'Unterhaltung',
  messages: () => 'Nachrichten',
  ownFiles: () => 'Eigene Dateien',
  lastUsed: () => 'Zuletzt verwendet',
  files: (count, size) => `${count} (${size})`,
  withFiles: () => 'Auch Dateien löschen, die sonst nichts verwendet',
  deleteCount: (count) => `${countedThreads(count)} löschen`,
  deletedCount: (count) => `${countedThreads(count)} gelöscht`,
  byThemselves: () => 'Automatisch löschen',
  byThemselvesLead: () =>
    'Assay löscht keine Unterhaltung von selbst, solange Sie hier keine Regel festlegen. Angeheftete Unterhaltungen bleiben immer.',
  ruleLabel: () => 'Unterhaltungen löschen, die nicht verwendet wurden',
  never: () => 'nie',
  keepTagged: () => 'Unterhaltungen mit Schlagwort behalten',
  ruleTitle: (count) => `Unterhaltungen löschen, die ${countedDays(count)} lang nicht verwendet wurden?`,
  ruleLead: (count) =>
    `${counted(count, 'Unterhaltung würde', 'Unterhaltungen würden')} jetzt gelöscht und ${count === 1 ? 'ließe' : 'ließen'} sich 30 Tage lang wiederherstellen; andere folgen, wenn ihre Zeit um ist:`,
  andMore: (count) => `und ${count} weitere`,
  ruleDo: () => 'Diese Regel festlegen',
  failed: () => 'Das hat nicht geklappt',
};
