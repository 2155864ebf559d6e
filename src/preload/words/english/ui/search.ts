export const search = {
  searchAndCommands: 'Search and commands',
  invitation: 'Search threads, or type a command',
  commands: 'Commands',
  foundInThreads: 'Found in threads',
  nothingFound: (query: string) => `Nothing found for “${query}”`,
};
