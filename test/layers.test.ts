import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

interface Room {
  name: string;
  path: string;
  rooms: string[];
}
const { rooms } = createRequire(import.meta.url)('../scripts/rooms.cjs') as { rooms: Room[] };
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));

describe('the plan of the rooms', () => {
  it.each(rooms.map((room) => [room.name, room.path]))('still has the room %s', (_name, path) => {
    expect(files.some((file) => new RegExp(path).test(file))).toBe(true);
  });

  it('puts every source file in exactly one room', () => {
    const homes = files
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => ({ file, in: rooms.filter((room) => new RegExp(room.path).test(file)).map((room) => room.name) }));
    expect(homes.filter((home) => home.in.length !== 1)).toEqual([]);
  });

  it('names only rooms that exist', () => {
    const names = new Set(rooms.map((room) => room.name));
    expect(rooms.flatMap((room) => room.rooms).filter((name) => !names.has(name))).toEqual([]);
  });
});
