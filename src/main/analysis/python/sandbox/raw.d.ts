/** Python that comes along as text. */
declare module '*.py?raw' {
  const text: string;

  export = text;
}

declare module '*.py?raw&own' {
  const text: string;

  export = text;
}
