import { join } from 'node:path';
import { packagesIn } from '../../compose';
import { explainAndExit } from '../common/open-app';
import { appFiles } from '../common/root';

const ELSEWHERE =
  'Set ASSAY_PYTHON_PACKAGES to a mirror or to a folder that holds the files, and run this again. What is here already is not fetched again.';
const USAGE = `Usage: npm run -s python:packages -- [NAME …]
Fetches packages for Python, and what they need, into resources/python-packages; without names, those that are offered.
${ELSEWHERE}
`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Fetches packages for Python beside the app, so that they are there without a network. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  const { resources, entries } = appFiles();
  const folder = join(resources, 'python-packages');
  const packages = packagesIn(folder, { root: entries.root, resources });
  const names = wanted.length > 0 ? wanted : packages.list().map((installed) => installed.name);
  process.stderr.write(`From ${packages.place}\nto ${folder}\n`);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  let last = -1;
  await packages
    .install(
      names,
      ({ name, files, allFiles, bytes, allBytes }) => {
        if (files === last) return;
        last = files;
        const share = allBytes === null ? megabytes(bytes) : `${megabytes(bytes)} of ${megabytes(allBytes)}`;
        const doing = files < allFiles ? `fetching ${name}` : 'done';
        process.stderr.write(`${files} of ${allFiles} files, ${share}: ${doing}\n`);
      },
      { signal: stop.signal },
    )
    .catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'unavailable' && error instanceof Error) error.message = `${error.message}\n${ELSEWHERE}`;
      throw error;
    });
  process.stdout.write(`${JSON.stringify({ folder, packages: packages.list(names) })}\n`);
}

main().catch(explainAndExit);
