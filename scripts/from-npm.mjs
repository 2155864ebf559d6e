// @ts-check

const OURS = ['start', 'ask', 'serve', 'eval', 'rerun', 'python:packages', 'report', 'verify'];
const LOOK_EVERY_MS = 300;

/**
 * Takes away what npm puts between a command and whoever typed it: another folder, which paths would be taken from, and a
 * shell that ends on a signal without passing it on. Does nothing for a command that was started without npm.
 */
export function asTyped() {
  const { npm_lifecycle_event: script = '', INIT_CWD: typedIn } = process.env;
  if (!OURS.includes(script)) return;
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
