import type { UiWords } from '../../english/ui';

export const evidence: UiWords['evidence'] = {
  verified: (title) => `Bestätigt: „${title}“. Alles, was nachgerechnet werden kann, kam gleich heraus.`,
  notVerified: (title) => `Nicht bestätigt: „${title}“.`,
  counts: (equal, differs, never, notRun) =>
    `${equal} gleich, ${differs} abweichend, ${never} können nicht gleich sein, ${notRun} nicht gerechnet.`,
  ownPython: (count) =>
    `${count === 1 ? '1 Stück Python soll' : `${count} Stücke Python sollen`} in einem eigenen Python gelaufen sein und gab${count === 1 ? '' : 'en'} hier etwas anderes: nicht bestätigt.`,
  stopped: (count) =>
    `${count === 1 ? '1 Berechnung war' : `${count} Berechnungen waren`} angehalten worden, bevor etwas herauskam: nicht bestätigt.`,
  what: {
    file: 'Datei',
    data: 'Daten',
    query: 'Abfrage',
    sql: 'SQL-Abfrage',
    python: 'Python',
    chart: 'Diagramm',
    quote: 'Zitat aus',
    words: 'Worte von',
    times: 'Zeiten von',
  },
  state: {
    equal: 'gleich',
    differs: 'weicht ab',
    cannot_be_equal: 'kann nicht gleich sein',
    own_python: 'nicht bestätigt',
    stopped: 'nicht bestätigt',
    not_run: 'nicht gerechnet',
  },
  why: {
    changed_file: 'ihre Bytes sind nicht die des Verzeichnisses',
    missing_file: 'sie fehlt',
    unknown_file: 'das Verzeichnis kennt sie nicht',
    no_data: 'die Daten sind nicht im Bündel',
    not_readable: 'die Datei konnte nicht gelesen werden',
    other_rows: 'andere Zeilen',
    other_columns: 'andere Spalten',
    other_sql: 'die Zeilen sind gleich, das SQL ist anders geschrieben',
    other_output: 'andere Ausgabe',
    other_ending: 'es endete anders',
    other_picture: 'ein anderes Bild',
    not_in_document: 'das Dokument sagt es nicht',
    failed: 'es konnte nicht gerechnet werden',
    stopped_then: 'es war damals angehalten worden',
    random_or_time: 'der Code würfelt oder sieht auf die Uhr',
    other_python: 'es soll in einem eigenen Python gelaufen sein und gab hier etwas anderes',
    other_versions: 'andere Versionen',
    words_of_a_model: 'ein Modell wird einmal gefragt und sagt es beim nächsten Mal anders',
    words_of_the_analyst: 'Sätze werden aus den Ergebnissen oben gemacht und nicht berechnet',
    moments: 'wann gefragt wurde und wie lange es dauerte, geschieht einmal',
  },
};
