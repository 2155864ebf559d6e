import type { WindowWords } from '../words';

export const window: WindowWords = {
  recent: () => 'Zuletzt verwendete Verläufe',
  toggleNavigation: () => 'Navigation ein- oder ausblenden',
  shortcuts: () => 'Tastenkürzel',
  shortcut: {
    palette: () => 'Suchen oder einen Befehl eingeben',
    new: () => 'Neuer Verlauf',
    next: () => 'Nächster Verlauf',
    previous: () => 'Vorheriger Verlauf',
    inspector: () => 'Inspektor ein- oder ausblenden',
    navigation: () => 'Navigation ein- oder ausblenden',
    settings: () => 'Einstellungen',
    send: () => 'Frage senden',
    line: () => 'Neue Zeile in der Frage',
    stop: () => 'Schließen oder den Lauf anhalten',
    recall: () => 'Frühere Fragen, in einem leeren Feld',
    run: () => 'Bearbeiteten Code ausführen',
    shortcuts: () => 'Diese Tastenkürzel',
  },
  notReached: () =>
    'Assay ist nicht erreichbar; das Fenster versucht es von selbst wieder. Was Sie gesehen haben, bleibt lesbar. Dauert es an, starten Sie Assay neu.',
  engineOff: () =>
    'Die Engine ist aus: Verläufe, Diagramme und Dateien lassen sich lesen und durchsuchen, aber fragen lässt sich nichts. Starten Sie Assay ohne --no-engine, um zu fragen.',
};
