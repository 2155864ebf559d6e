/** By what a request to an address goes, as the system says it: `PROXY wpad.example:8080; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>;

const SCHEMES = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
]);

/**
 * The first of the list that can be used: the address of a proxy, or null to ask directly.
 * @throws where there are only proxies of other kinds, such as SOCKS: what has to go by one is not sent past it
 */
export function proxyIn(list: string): string | null {
  const ways = list.split(';').flatMap((entry) => {
    const [kind = '', host = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return [null];
    const scheme = SCHEMES.get(kind.toUpperCase());
    return scheme && URL.canParse(`${scheme}://${host}`) ? [`${scheme}://${host}`] : [];
  });
  const [first] = ways;
  if (first === undefined && list.trim() !== '') throw new Error('No proxy of the kinds that can be used is named.');
  return first ?? null;
}

/** What the environment names for the scheme of an address; undefined for none. */
export function proxyOfEnvironment({ protocol }: URL): string | undefined {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  return (protocol === 'https:' ? https_proxy || HTTPS_PROXY : http_proxy || HTTP_PROXY) || undefined;
}
