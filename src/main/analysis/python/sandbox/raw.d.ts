/** Python that comes along as text. */
declare module '*.py?raw' {
  const text: string;

  export = text;
}
