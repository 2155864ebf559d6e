export const settings = {
  settings: 'Settings',
  appearance: 'Appearance',
  pathCopied: 'The browser cannot open folders. Its path is on the clipboard.',
  dataFolder: 'Data folder',
  dataFolderMeaning: 'Threads, files, results and charts are kept here, and only here.',
  show: 'Show',
  keychain: 'Keychain',
  keyKept: 'A key for the local API is kept in the keychain.',
  keychainReady: 'The keychain is ready. No key is kept.',
  about: 'About',
  electron: 'Electron',
  browser: 'Browser',
};
