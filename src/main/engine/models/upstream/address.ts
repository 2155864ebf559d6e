import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** Why an address is not asked; the failure that says so is a `bad_endpoint`. */
export type AddressFault = 'no_address' | 'plain_http' | 'metadata_address' | 'password_in_address';

/** Servers that hand out a cloud machine's own keys to whoever asks from within. */
const METADATA_NAMES = [
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
];
const METADATA_V4 = /^(?:169\.254\.\d+\.\d+|100\.100\.100\.200|192\.0\.0\.192)$/;
const METADATA_V6 = /^(?:fd00:0?ec2:|fd20:0?ce:|fe[89ab][0-9a-f]:)/;

/** Where a path below the base URL is; a query of the base URL stays. */
export function urlBelow(baseUrl: string, path: string): URL | null {
  if (!URL.canParse(baseUrl)) return null;
  const url = new URL(baseUrl);
  const [name = '', query] = path.split('?');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name.replace(/^\/+/, '')}`;
  for (const [key, value] of new URLSearchParams(query)) url.searchParams.append(key, value);
  return url;
}

/** What is wrong with an address before anything is sent there, as far as it can be seen in it. */
export function faultOf(url: URL | null, allowHttp: boolean): AddressFault | null {
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'no_address';
  if (url.username || url.password) return 'password_in_address';
  if (isMetadata(hostOf(url))) return 'metadata_address';
  return url.protocol === 'http:' && !allowHttp && !isLoopback(url) ? 'plain_http' : null;
}

const hostOf = (url: URL): string =>
  url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** This machine, by its address or by a name that cannot be another's. */
export function isLoopback(url: URL): boolean {
  const host = v4Of(hostOf(url));
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

export function isMetadata(host: string): boolean {
  const plain = v4Of(host);
  if (isIP(plain) === 4) return METADATA_V4.test(plain);
  return isIP(plain) === 6 ? METADATA_V6.test(plain) : METADATA_NAMES.includes(plain);
}

/** The IPv4 address that an IPv6 one stands for (mapped, or through NAT64); otherwise the host as it is. */
function v4Of(host: string): string {
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
  const dotted = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/.exec(host)?.[1];
  if (high === undefined || low === undefined) return dotted ?? host;
  const bytes = [high, low].flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]);
  return bytes.join('.');
}

export class MetadataAddress extends Error {}

/** The system's own lookup, which refuses names that stand for a metadata address: what was checked is what is connected to. */
export const guardedLookup: LookupFunction = (host, options, callback) =>
  lookup(host, options, (error, address, family) => {
    const addresses = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
    if (!error && addresses.some((given) => isMetadata(given.toLowerCase()))) callback(new MetadataAddress(), [], 0);
    else callback(error, address, family);
  });
