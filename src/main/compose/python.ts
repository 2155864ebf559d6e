import { join } from 'node:path';
import { AppError } from '#contract/result';
import {
  ChosenRunner,
  locatePython,
  OwnPython,
  openPackages,
  type PythonPackages,
  PythonRunner,
} from '../analysis/python';
import type { AppOptions } from './options';

/** Python in a sandbox, where this system has one; without it everything else works. */
export function openPython(options: AppOptions): PythonRunner | null {
  const { cacheFolder, entries, log } = options;
  const location = locatePython(entries.root);
  if ('missing' in location) {
    log.warn({ missing: location.missing }, 'Python cannot run here');
    return null;
  }
  return new PythonRunner({
    ...location,
    ...packageFolders(options),
    runnerPath: entries.pythonRunner,
    tempFolder: join(cacheFolder, 'python'),
    linksFolder: linksFolder(options),
    log,
    ...(options.pythonLimits ? { limits: options.pythonLimits } : {}),
  });
}

/** A Python of this computer, for who has chosen one. */
export function openOwnPython(options: AppOptions): OwnPython {
  const { cacheFolder, log } = options;
  return new OwnPython({ tempFolder: join(cacheFolder, 'python'), linksFolder: linksFolder(options), log });
}

/** On the disk of the files themselves, so that they need not be copied. */
const linksFolder = ({ dataFolder }: AppOptions): string => join(dataFolder, 'temp', 'python');

/** Both, each for who asks for it; null where neither can run. */
export function chosenPython(builtIn: PythonRunner | null, own: OwnPython): ChosenRunner | null {
  return builtIn || own.problem === null ? new ChosenRunner(builtIn, own) : null;
}

function packageFolders({ dataFolder, resources }: AppOptions) {
  return {
    packagesFolder: join(dataFolder, 'python', 'packages'),
    besideFolders: [comesWithApp(resources), join(resources, 'python-packages')],
    packagesPlace: process.env.ASSAY_PYTHON_PACKAGES,
  };
}

/** Packages that Python should have wherever it runs. */
const comesWithApp = (resources: string): string => join(resources, 'python');

/** Packages can be fetched and looked at with the engine off. */
export function openPackagesOf(options: AppOptions): PythonPackages | { missing: string } {
  const location = locatePython(options.entries.root);
  return 'missing' in location ? location : openPackages({ ...location, ...packageFolders(options) });
}

/**
 * Packages kept in one folder, without an app around them.
 * @throws AppError `unavailable` where Python cannot run
 */
export function packagesIn(packagesFolder: string, { root, resources }: { root: string; resources: string }) {
  const location = locatePython(root);
  if ('missing' in location) throw new AppError('unavailable', location.missing);
  const besideFolders = [comesWithApp(resources)];
  return openPackages({ ...location, packagesFolder, besideFolders, packagesPlace: process.env.ASSAY_PYTHON_PACKAGES });
}
