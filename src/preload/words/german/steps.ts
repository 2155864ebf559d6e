import type { StepWords } from '../words';
import { counted } from './grammar';

export const step: StepWords = {
  again: () => 'Erneut ausgeführt',
  edited: () => 'Bearbeitete Version',
  compacted: (count) =>
    `Der Server des Modells hat aus Platzmangel ${counted(count, 'frühere Nachricht oder einen Aufruf', 'frühere Nachrichten und Aufrufe')} als eigene Zusammenfassung gelesen.`,
};
