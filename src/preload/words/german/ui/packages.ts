import type { InterpreterProblem } from '#contract/python';
import type { UiWords } from '../../english/ui';
import { counted } from '../grammar';

/** What is in the way, and what to do about it. */
const PROBLEMS: Record<InterpreterProblem, string> = {
  unsupported_system:
    'Ihr eigenes Python lässt sich nur auf Linux und macOS nutzen: Auf diesem System lässt es sich nicht vom Rest des Computers abschotten. Das Python von Assay läuft hier.',
  no_bubblewrap:
    'Ihr eigenes Python läuft abgeschottet vom Rest des Computers, und das Programm dafür ist nicht installiert. Installieren Sie das Paket bubblewrap (0.8 oder neuer), etwa mit „sudo apt install bubblewrap“, und versuchen Sie es erneut.',
  cannot_confine:
    'Dieses System lässt nicht zu, dass Programme vom Rest des Computers abgeschottet werden; deshalb läuft Ihr eigenes Python nicht. Installieren Sie bubblewrap 0.8 oder neuer und lassen Sie ihm User-Namespaces erlauben; auf Ubuntu ist das ein Profil von AppArmor.',
  not_found: 'Unter diesem Pfad liegt kein Programm. Geben Sie den ganzen Pfad eines Python an, etwa /usr/bin/python3.',
  not_python:
    'Das ist kein Python, das sich für sich starten lässt. Geben Sie den Pfad des Programms an, nicht den eines Skripts, das es startet: „import sys; print(sys.executable)“ zeigt ihn.',
  unsafe_place:
    'Dieses Python liegt dort, wo es Ihren ganzen persönlichen Ordner sehen würde. Wählen Sie ein anderes oder eines in einer virtuellen Umgebung.',
  too_old: 'Dieses Python ist zu alt. Wählen Sie eines ab Version 3.9.',
  does_not_start:
    'Dieses Python startet nicht, wenn es vom Rest des Computers abgeschottet ist. Vielleicht liegt, was es braucht, in Ordnern, die es dann nicht lesen kann. Wählen Sie ein anderes.',
};

export const packages: UiWords['packages'] = {
  problemOf: ({ code }) => PROBLEMS[code],
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
  downloadAgain: 'Erneut herunterladen…',
  downloadMore: 'Herunterladen…',
  downloadAll: (count) => `Alle ${count} herunterladen…`,
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
  starting: 'Startet…',
  downloadingOf: (name) => `${name} wird heruntergeladen`,
  sourceKinds: { cdn: 'Server von Pyodide', mirror: 'Spiegel', folder: 'Ordner' },
  sourceExample: 'https://mirror.example/pyodide/ oder /pfad/zu/paketen',
};
