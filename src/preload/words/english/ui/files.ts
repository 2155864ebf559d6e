export const files = {
  openOf: (name: string) => `Open ${name}`,
  saveOf: (name: string) => `Save ${name}`,
  useAsData: 'Use as data',
  loading: 'Loading the file',
  firstRowsOf: (name: string) => `First rows of ${name}`,
  beginningOnly: 'This is the beginning of the file. Save it to see all of it.',
};
