const SANDBOX = 'sandbox:/mnt/data/';

/** The path under /mnt/data that an address names; null for any other address. */
export function sandboxPath(url: string): string | null {
  if (!url.startsWith(SANDBOX)) return null;
  const path = url.slice(SANDBOX.length);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
