/** Host and port of an address; the address itself where it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** Plain http to another computer, which has to be allowed. */
export function isUnencrypted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** What is still to be filled in: the names between braces. */
export const placeholdersOf = (address: string): string[] =>
  [...address.matchAll(/\{([^{}]{1,60})\}/g)].map(([, name = '']) => name);
