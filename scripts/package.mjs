// @ts-check
/**
 * Makes the installer of the system it runs on, in `dist` or the folder of `--output`. `--dir` makes what would be
 * installed, and leaves it at that. Electron's program is downloaded unless ELECTRON_OVERRIDE_DIST_PATH says where it is.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { writeIcons } from './app-icons.mjs';
import { ensureBuilt, root } from './built.mjs';

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false }, output: { type: 'string' } } });
await ensureBuilt();
const output = resolve(values.output ?? join(root, 'dist'));
const icons = join(output, 'icons');
writeIcons(icons);
const electronDist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
await build({
  projectDir: root,
  publish: 'never',
  dir: values.dir,
  config: {
    extends: join(root, 'electron-builder.yml'),
    directories: { output, buildResources: icons },
    ...(electronDist ? { electronDist } : {}),
  },
});
