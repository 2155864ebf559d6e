import type { ErrorCode } from '#contract/result';
import type { FileWords } from '../words';

const WHY: { [Code in ErrorCode]?: string } = {
  unavailable: 'Der Server war nicht erreichbar oder beschäftigt',
  unauthorized: 'Der Server hat den Schlüssel nicht angenommen',
  no_space: 'Der Datenträger ist voll',
  read_only: 'Wo die Daten liegen, kann nichts geschrieben werden',
  timeout: 'Der Server brauchte zu lange',
};

const named = (path: string | null): string => (path === null ? 'Ein Bild' : `Die Datei ${path}`);

export const file: FileWords = {
  missing: ({ path, reason }) =>
    `${named(path)} konnte noch nicht geholt werden: ${WHY[reason] ?? 'Unterwegs ist etwas schiefgegangen'}. Assay versucht es jedes Mal, wenn dieser Verlauf geöffnet wird.`,
  notMade: () => 'diese Datei wurde nicht erstellt',
  gone: ({ path, reason }) =>
    `${named(path)} konnte nicht geholt werden: ${reason === 'too_large' ? 'zu groß' : 'auf dem Server nicht mehr vorhanden'}.`,
};
