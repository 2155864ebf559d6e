import { readFileSync } from 'node:fs';
import { openArchive } from '../../src/main/archive';
import type { ShellServices } from '../../src/main/services/ports';

/** What was saved, as it lay on the disk when the shell was given it. */
export interface SavedExport {
  name: string;
  type: string;
  bytes: Buffer;
}

/** A shell that keeps what it is given to save. */
export function keepingSaves(): { saved: SavedExport[]; save: ShellServices['save'] } {
  const saved: SavedExport[] = [];
  return {
    saved,
    save: async (file) => {
      const bytes = 'path' in file ? readFileSync(file.path) : Buffer.from(file.bytes);
      saved.push({ name: file.name, type: file.type, bytes });
      return { kind: 'saved', name: file.name };
    },
  };
}

/** The files of an archive by their names. */
export function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const archive = openArchive(bytes);
  return new Map(archive.names.map((name) => [name, Buffer.from(archive.read(name))]));
}
