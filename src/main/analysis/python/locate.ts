import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outsideArchive } from '../../processes';

export type PythonLocation = { denoPath: string; runtimeFolder: string } | { missing: string };

const RUNTIME_FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/**
 * Where the platform's Deno and the runtime are, or why not.
 * @param root the folder that holds `node_modules`: the project, or the app's resources without the archive
 */
export function locatePython(root: string): PythonLocation {
  const modules = join(outsideArchive(root), 'node_modules');
  const platform = denoPlatform();
  if (!platform) {
    return { missing: `Python cannot run on this system: there is no Deno for ${process.platform} ${process.arch}.` };
  }
  const denoPath = join(modules, '@deno', platform, process.platform === 'win32' ? 'deno.exe' : 'deno');
  if (!existsSync(denoPath)) {
    return { missing: `Python cannot run: ${denoPath} is not there. Install Assay again.` };
  }
  const runtimeFolder = join(modules, 'pyodide');
  const absent = RUNTIME_FILES.find((name) => !existsSync(join(runtimeFolder, name)));
  if (absent)
    return { missing: `Python cannot run: ${join(runtimeFolder, absent)} is not there. Install Assay again.` };
  return { denoPath, runtimeFolder };
}

function denoPlatform(): string | null {
  const { platform, arch } = process;
  if (arch !== 'x64' && arch !== 'arm64') return null;
  if (platform === 'linux') return `linux-${arch}-glibc`;
  return platform === 'darwin' || platform === 'win32' ? `${platform}-${arch}` : null;
}
