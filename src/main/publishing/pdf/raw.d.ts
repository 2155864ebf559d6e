/** How pages are set, which comes along as text. */
declare module '*.typ?raw' {
  const text: string;

  export = text;
}
