import type { UiWords } from '../../english/ui';

export const exports: UiWords['exports'] = {
  menu: 'Exportieren…',
  threadAction: 'Diesen Verlauf exportieren…',
  everythingAction: 'Alles exportieren…',
  title: (thread) => `„${thread}“ exportieren`,
  format: 'Schreiben als',
  formats: {
    notebook: 'Jupyter-Notebook',
    json: 'Rohe Objekte (JSON)',
    evidence: 'Nachweis-Bündel',
  },
  meanings: {
    notebook: 'Abfragen und Code als Zellen, die mit DuckDB laufen, neben den Dateien des Verlaufs.',
    json: 'Die Objekte des Assistants-Protokolls, für Programme und für ein anderes Assay.',
    evidence: 'Daten, Abfragen, Code, Ergebnisse und Prüfsummen, damit jeder alles nachrechnen kann.',
  },
  withData: 'Die Datendateien',
  withoutData: 'Ohne sie belegt das Bündel, welche Dateien es waren, und nichts kann nachgerechnet werden.',
  make: 'Exportieren',
  making: 'Wird geschrieben…',
  cancel: 'Abbrechen',
  everythingTitle: 'Alles exportieren',
  everythingLead:
    'Jeder Verlauf in den Formaten, die Sie wählen, und die Dateien der Bibliothek, in einem Archiv mit einer Seite, die zu allem führt. Nichts verlässt diesen Computer.',
  everythingFormats: 'Jeder Verlauf als',
  withFiles: 'Die Dateien der Bibliothek',
  withArchived: 'Auch archivierte Verläufe',
  progress: (done, of) => `${done} von ${of} geschrieben`,
  noFormat: 'Wählen Sie ein Format oder die Dateien.',
  failed: 'Der Export wurde nicht geschrieben',
  archiveName: 'Assay-Export',
  threadsHeading: 'Verläufe',
  filesHeading: 'Dateien',
  notExported: 'Nicht exportiert',
  notWritten: (what) => `${what} konnte nicht geschrieben werden`,
  exportedOn: (when) => `Aus Assay exportiert am ${when}`,
};
