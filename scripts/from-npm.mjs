// @ts-check

const LOOK_EVERY_MS = 300;

/**
 * Takes away what npm puts between a command and whoever typed it: another folder, which paths would be taken from, and a
 * shell that ends on a signal without passing it on. Does nothing for a command that was started without npm.
 *
 * @param {string} name The command, as npm calls it.
 */
export function asTyped(name) {
  const { npm_lifecycle_event: script = '', INIT_CWD: typedIn } = process.env;
  if (script !== name) return;
  if (typedIn) process.chdir(typedIn);
  if (process.platform === 'win32') return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  look.unref();
}
