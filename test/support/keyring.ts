import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { firstLine } from './running-app';
import { tempFolder } from './temp-folder';

/** GNOME's keyring on a message bus of its own can be had here. */
export const keyringThere =
  process.platform === 'linux' &&
  ['dbus-run-session', 'gnome-keyring-daemon'].every((name) => existsSync(`/usr/bin/${name}`));
/** Why tests that need one are left out, for their titles. */
export const keyringSkipped = keyringThere ? '' : ' (skipped: no dbus-run-session with gnome-keyring-daemon)';

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
