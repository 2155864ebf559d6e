import type { ErrorCode } from '#contract/result';
import type { UiWords } from '../../english/ui';
import { reasonWords } from '../../sentences';
import { failure } from '../failures';

const MEANINGS: Record<ErrorCode, string> = {
  invalid_input: 'Die Angabe wurde nicht angenommen. Prüfen Sie sie und versuchen Sie es erneut.',
  unknown_request: 'Das kennt Assay nicht. Starten Sie Assay neu.',
  forbidden: 'Das ist hier nicht erlaubt.',
  not_found: 'Das gibt es nicht mehr.',
  unsupported_file: 'Diese Art von Datei kann Assay nicht lesen.',
  unreadable_file: 'Die Datei ist nicht lesbar. Speichern Sie sie neu, und versuchen Sie es erneut.',
  too_large: 'Das ist zu groß.',
  no_space: 'Der Speicherplatz reicht nicht. Geben Sie Platz frei, und versuchen Sie es erneut.',
  read_only: 'Dorthin lässt sich nicht schreiben.',
  busy: 'Etwas anderes läuft noch. Warten Sie, bis es fertig ist.',
  query_refused: 'Diese Abfrage ist hier nicht erlaubt.',
  query_failed: 'Die Abfrage ist gescheitert.',
  timeout: 'Es hat zu lange gedauert und wurde beendet.',
  cancelled: 'Es wurde angehalten.',
  unauthorized: 'Der Zugang wurde verweigert. Prüfen Sie den Schlüssel.',
  unavailable: 'Das ist derzeit nicht erreichbar. Versuchen Sie es erneut.',
  keychain_unavailable: 'Der Schlüsselbund dieses Computers ist nicht erreichbar.',
  port_taken: 'Der Port ist schon belegt. Wählen Sie einen anderen.',
  data_in_use: 'Ein anderes Assay nutzt diese Daten gerade. Schließen Sie es.',
  data_newer: 'Die Daten stammen von einem neueren Assay. Aktualisieren Sie Assay.',
  data_damaged: 'Die Daten sind beschädigt. Stellen Sie eine Sicherung wieder her.',
  data_missing: 'Die Daten fehlen. Stellen Sie eine Sicherung wieder her.',
  internal: 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
};

export const failures: UiWords['failures'] = {
  of: ({ code, message, reason }) => {
    if (reason) return reasonWords(failure, reason);
    // What the database itself says has no other words.
    return code === 'query_failed' ? `Die Abfrage ist gescheitert: ${message}` : MEANINGS[code];
  },
  inWindow: 'Im Fenster ist etwas schiefgegangen. Versuchen Sie es erneut.',
  code: (code) => `Code: ${code}`,
};
