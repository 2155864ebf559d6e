import { forkProcess } from '../../src/main/processes';

/** A program that starts a process and tells its number; how a test sees what becomes of it when the program is gone. */
const [, , entry = '', tempFolder = ''] = process.argv;
const child = forkProcess({
  ...{ entry, tempFolder, name: 'child' },
  onMessage: () => process.stdout.write(`${child.pid}\n`),
  onStderr: () => undefined,
  onExit: () => process.exit(1),
});
child.send({ deed: 'echo', value: 'here' });
