import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Need } from './needs';
import { firstLine } from './running-app';
import { tempFolder } from './temp-folder';

const isThere =
  process.platform === 'linux' &&
  ['dbus-run-session', 'gnome-keyring-daemon'].every((name) => existsSync(`/usr/bin/${name}`));
/** GNOME's keyring on a message bus of its own. */
export const KEYRING: Need = {
  name: 'a keychain',
  missing: isThere ? null : 'install dbus and gnome-keyring; on Linux only',
};

const UNLOCK = `printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat`;

/** An empty, unlocked keyring for as long as the test runs; answers the environment in which programs find it. */
export async function openKeyring(): Promise<Record<string, string>> {
  const home = tempFolder();
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', UNLOCK], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home },
  });
  onTestFinished(() => void child.stdin?.end());
  return { DBUS_SESSION_BUS_ADDRESS: await firstLine(child), XDG_RUNTIME_DIR: home };
}
