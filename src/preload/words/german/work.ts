import type { WorkWords } from '../work-words';
import { capital } from './grammar';

const spaced = (name: string): string => name.replaceAll('_', ' ');

export const work: WorkWords = {
  run: () => 'Ausführen',
  runAgain: () => 'Erneut ausführen',
  edit: () => 'Bearbeiten',
  close: () => 'Schließen',
  editing: () => 'Bearbeiten und ausführen',
  editorLabel: (language) => (language === 'sql' ? 'Abfrage' : 'Code'),
  openingEditor: () => 'Editor wird geöffnet',
  editorKeys: (run) => `${run} führt ihn aus. Tab rückt ein; Esc, dann Tab verlässt den Editor.`,
  whatTheStepGave: () => 'Was der Schritt ergab:',
  goToPlace: (line, column) => `Gehe zu Zeile ${line}, Spalte ${column}`,
  makeAnswer: () => 'Zur Antwort machen',
  isAnswer: () => 'Dies ist die Antwort',
  makeChart: () => 'Diagramm daraus machen',
  nothingToDraw: () =>
    'Diese Zeilen ergeben kein Diagramm: Es braucht bis zu 40 Namen oder Daten, jeden in einer Zeile, und eine Spalte mit Zahlen. Gruppieren Sie die Abfrage danach.',
  chartTitle: (measures, along) => capital(`${measures.map(spaced).join(', ')} nach ${spaced(along)}`),
  takeAsData: () => 'Als Daten verwenden',
  dataName: () => 'Ergebnis',
  isData: (table) => `Die Zeilen gehören jetzt zu den Daten dieses Verlaufs: ${table}.`,
  showData: () => 'Daten zeigen',
  madeOf: () => 'Aus dem Ergebnis einer Abfrage erstellt',
  adopted: () => 'Antwort aus Ihrer eigenen Version des Codes',
  adoptedMeaning: () => 'Spätere Fragen gehen von der ersten Antwort aus.',
  backToFirst: () => 'Zurück zur ersten Antwort',
  itsCode: () => 'Der Code dazu',
};
