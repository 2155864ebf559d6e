/**
 * Where a file of the app lies for whoever cannot look into the archive an installed app is packed in: the system, programs
 * of others, native code. What is named `asarUnpack` in electron-builder.yml lies beside the archive; anywhere else the
 * path is as it was.
 */
export function outsideArchive(path: string): string {
  return path.replace(/\.asar(?=[\\/]|$)/, '.asar.unpacked');
}
