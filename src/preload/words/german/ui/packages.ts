import type { UiWords } from '../../english/ui';
import { counted } from '../grammar';

export const packages: UiWords['packages'] = {
  lookingAtPython: 'Python wird untersucht',
  ownPython: 'Ihr eigenes Python',
  ownMeaning:
    'Assistenten können ein Python dieses Computers mit den Paketen nutzen, die es hat. Es läuft abgeschottet vom Rest: ohne Netz, ohne Ihre Dateien außer denen des Verlaufs und als ein Prozess. Welcher Assistent es nutzt, wird beim Assistenten festgelegt.',
  useNone: 'Keines nutzen',
  lookAtIt: 'Untersuchen',
  startingIt: 'Wird gestartet',
  useThis: 'Dieses Python nutzen',
  pathOfPython: 'Pfad eines Python',
  loading: 'Pakete werden geladen',
  packages: 'Python-Pakete',
  meaning:
    'Python hat hier seine Standardbibliothek. Dies hier importieren Auswertungen üblicherweise außerdem. Es wird einmal heruntergeladen, geprüft und braucht dann kein Netz.',
  source: 'Quelle',
  askingForSizes: 'Größen werden erfragt',
  download: 'Herunterladen',
  downloading: 'Pakete werden heruntergeladen',
  package: 'Paket',
  version: 'Version',
  state: 'Zustand',
  onThisMachine: 'Auf diesem Computer',
  damagedMeaning: (names) => `Nicht, was es sein sollte: ${names}`,
  damaged: 'Beschädigt',
  downloadAgainOf: (name) => `${name} erneut herunterladen`,
  downloadOf: (name) => `${name} herunterladen`,
  with: (names) => `Mit ${names}`,
  downloadAgain: 'Erneut herunterladen …',
  downloadMore: 'Herunterladen …',
  downloadAll: 'Alle herunterladen',
  sourceLabel: 'Adresse eines Spiegels oder ein Ordner',
  use: 'Nutzen',
  backToFirst: 'Zurück zur ersten Quelle',
  checked: 'Jede Datei wird gegen ihren bekannten SHA-256 geprüft, woher sie auch kommt.',
  pythonWith: (version, packages) =>
    packages === ''
      ? `Python ${version}, ohne eines der Pakete, die Auswertungen üblicherweise importieren.`
      : `Python ${version}, mit ${packages}.`,
  unknownSize: 'von unbekannter Größe',
  planned: (names, files, size) =>
    `${names.length === 1 ? names[0] : counted(names.length, 'Paket', 'Pakete')}: ${counted(files, 'Datei', 'Dateien')}, ${size}, von`,
  starting: 'Startet …',
  downloadingOf: (name) => `${name} wird heruntergeladen`,
  sourceKinds: { cdn: 'Server von Pyodide', mirror: 'Spiegel', folder: 'Ordner' },
  sourceExample: 'https://mirror.example/pyodide/ oder /pfad/zu/paketen',
};
