import type { PythonState } from '#contract/python';
import { counted } from '../grammar';

type PythonProblem = NonNullable<PythonState['problem']>;

export const packages = {
  /** It brings its English sentence along. */
  problemOf: ({ message }: PythonProblem) => message,
  lookingAtPython: 'Looking at Python',
  ownPython: 'Your own Python',
  ownMeaning:
    'Assistants can use a Python of this computer, with the packages it has. It runs shut off from the rest: without a network, without your files but those of the thread, and as one process. Which assistant uses it is set with the assistant.',
  useNone: 'Use none',
  lookAtIt: 'Look at it',
  startingIt: 'Starting it',
  useThis: 'Use this Python',
  pathOfPython: 'Path of a Python',
  loading: 'Loading packages',
  packages: 'Python packages',
  meaning:
    'Python has its standard library here. These are what analyses usually import besides. They are downloaded once, checked, and then need no network.',
  source: 'Source',
  askingForSizes: 'Asking for sizes',
  download: 'Download',
  downloading: 'Downloading packages',
  package: 'Package',
  version: 'Version',
  state: 'State',
  onThisMachine: 'On this machine',
  damagedMeaning: (names: string) => `Not what it should be: ${names}`,
  damaged: 'Damaged',
  downloadAgainOf: (name: string) => `Download ${name} again`,
  downloadOf: (name: string) => `Download ${name}`,
  with: (names: string) => `With ${names}`,
  downloadAgain: 'Download again…',
  downloadMore: 'Download…',
  downloadAll: (count: number) => `Download all ${count}…`,
  sourceLabel: 'Address of a mirror, or a folder',
  use: 'Use',
  backToFirst: 'Back to the first source',
  checked: 'Every file is checked against its known SHA-256, wherever it comes from.',
  pythonWith: (version: string, packages: string) =>
    packages === ''
      ? `Python ${version}, with none of the packages that analyses usually import.`
      : `Python ${version}, with ${packages}.`,
  unknownSize: 'of unknown size',
  /** Before the place it comes from. */
  planned: (names: readonly string[], files: number, size: string) =>
    `${names.length === 1 ? names[0] : counted(names.length, 'package')}: ${counted(files, 'file')}, ${size}, from`,
  starting: 'Starting…',
  downloadingOf: (name: string) => `Downloading ${name}`,
  sourceKinds: { cdn: "Pyodide's own server", mirror: 'Mirror', folder: 'Folder' },
  sourceExample: 'https://mirror.example/pyodide/ or /path/to/packages',
};
