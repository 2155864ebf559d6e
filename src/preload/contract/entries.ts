/** What a record from outside has under a name; what every object of JavaScript has under it, such as `constructor`, is not in it. */
export const entryOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
