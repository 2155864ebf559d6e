import type { CodeWords } from '../words';

/** In the window, and where there is none. */
const WHERE = 'in Settings, Python packages, or with npm run python:packages';

export const code: CodeWords = {
  ended: {
    timeout: () => 'The code was stopped because it took too long.',
    memory: () => 'The code was stopped because it needed too much memory.',
    crashed: () => 'Python ended unexpectedly; its variables are gone.',
    output_limit: () => 'The code was stopped because it printed too much.',
    cancelled: () => 'The code was stopped.',
    unavailable: () => 'Code cannot be run here.',
  },
  failed: () => 'This step failed.',
  missing: ({ module, package: name, standard, damaged, own }) => {
    if (own)
      return standard
        ? `${module} is a part of Python that your own Python lacks.`
        : `${module} is not installed in your own Python. Install it there, then run this again.`;
    if (damaged)
      return `A file that ${module} needs is damaged. Install ${name === module ? 'it' : name} again ${WHERE}, then run this again.`;
    if (standard) return `${module} is a part of Python that this sandbox leaves out.`;
    return name === null
      ? `No package of this Python has a module called ${module}. Use Python's standard library, or the packages listed in Settings, Python packages.`
      : `${module} is not installed. Install ${name === module ? 'it' : name} ${WHERE}, then run this again.`;
  },
  firstRows: (count) => `The first ${count} rows; the table has more.`,
  onlyFirstRows: () =>
    'Only the first rows of this table are kept. Have the code write it to a file, such as table.csv under /mnt/data, and use that as data.',
  startedAnew: () =>
    'Python was started anew, so variables of earlier steps are not there. Run those steps again first if this needs them.',
  atServer: () => 'at the server',
  ranIn: ({ runner, version, packages }) => {
    const parts = packages.map((known) => `${known.name} ${known.version}`);
    return [`${runner === 'own' ? 'your Python' : 'Python'} ${version}`, ...parts].join(', ');
  },
  waits: {
    queued: ({ place }) =>
      place === 1
        ? 'Python is at work for other threads. This is the next to run.'
        : `Python is at work for other threads. This is number ${place} in line.`,
    starting_python: ({ first }) =>
      first
        ? 'Starting Python for the first time on this computer, which may take a minute. Later it starts at once.'
        : 'Starting Python.',
    writing_tables: () => 'Laying the tables ready for Python.',
    loading_packages: ({ packages }) => `Loading ${packages.join(', ')}.`,
  },
  printedNothing: () => 'It ran and printed nothing.',
  missingGlyphs: (characters) =>
    `Assay found no font on this computer that has ${characters}, so the pictures show boxes instead. Install one for all users, such as a Noto font for this script, restart Assay, and run this again.`,
};
