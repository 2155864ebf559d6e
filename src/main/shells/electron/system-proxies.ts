import { session } from 'electron';

/**
 * How the system gets to an address, automatic configuration included. The window's own session reaches nothing; this one
 * is asked, and never loads anything itself.
 */
export function systemProxies(): (url: string) => Promise<string> {
  const settings = session.fromPartition('system-proxies');
  const ready = settings.setProxy({ mode: 'system' });
  return async (url) => {
    await ready;
    return settings.resolveProxy(url);
  };
}
