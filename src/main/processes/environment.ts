/** What a Node process needs of its surroundings: to find programs, and to write dates and texts as the app does. */
const KEPT = ['PATH', 'SystemRoot', 'LANG', 'TZ'];

/**
 * The environment of everything that is started: keys and tokens of the app's own are none of its business.
 * @param tempFolder where it puts temporary files
 * @param kept names that are passed on
 */
export function bareEnvironment(tempFolder: string, kept: readonly string[] = KEPT): Record<string, string> {
  const passed = kept.flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(passed), TMPDIR: tempFolder, TEMP: tempFolder, TMP: tempFolder };
}
