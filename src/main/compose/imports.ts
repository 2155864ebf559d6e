import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/result';
import { historyOf } from '../api';
import { type Engine, IdTaken } from '../engine';
import { Imports, type ImportsOptions, type ThreadServer } from '../services/imports';

type Parts = Omit<ImportsOptions, 'server' | 'tempFolder'> & {
  engine: Engine | null;
  dataFolder: string;
};

/** Imports into the engine, which takes threads in under their own ids, and from there into the library. */
export function composeImports({ engine, dataFolder, ...parts }: Parts): Imports {
  const tempFolder = join(dataFolder, 'temp', 'imports');
  // What was being read when an earlier process ended holds whole conversations.
  rmSync(tempFolder, { recursive: true, force: true });
  return new Imports({ ...parts, server: serverOf(engine), tempFolder });
}

function serverOf(engine: Engine | null): ThreadServer {
  if (!engine) {
    const off = () => {
      throw new AppError('unavailable', 'The engine is off, so no threads can be imported now.');
    };
    return { adopt: off, adoptFile: async () => off(), differsFromKept: async () => off() };
  }
  return {
    adopt(thread) {
      try {
        const { dropped, ...objects } = engine.adopt(thread);
        return { history: historyOf(objects), dropped };
      } catch (error) {
        if (error instanceof IdTaken) return null;
        throw error;
      }
    },
    adoptFile: (file, content) => engine.adoptFile(file, content),
    differsFromKept: (id, content) => engine.differsFromKept(id, content),
  };
}
