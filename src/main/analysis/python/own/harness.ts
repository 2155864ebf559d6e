/// <reference path="../sandbox/raw.d.ts" />
// Under names of its own (`&own`): what two entries share is bundled apart, and Deno may read the sandbox's one file alone.
import adviceSource from '../sandbox/harness/advice.py?raw&own';
import cellSource from '../sandbox/harness/cell.py?raw&own';
import figuresSource from '../sandbox/harness/figures.py?raw&own';
import fontsSource from '../sandbox/harness/fonts.py?raw&own';
import parquetSource from '../sandbox/harness/parquet.py?raw&own';
import shownSource from '../sandbox/harness/shown.py?raw&own';
import tablesSource from '../sandbox/harness/tables.py?raw&own';
import dataSource from './harness/data.py?raw';
import inspectSource from './harness/inspect.py?raw';
import pipesSource from './harness/pipes.py?raw';
import sessionSource from './harness/session.py?raw';

const PARTS = {
  pipes: pipesSource,
  figures: figuresSource,
  shown: shownSource,
  fonts: fontsSource,
  parquet: parquetSource,
  tables: tablesSource,
  cell: cellSource,
  advice: adviceSource,
  data: dataSource,
  session: sessionSource,
};

/** What a session's interpreter runs; its names are in a module of their own, so that code finds none of them in its way. */
export function sessionCode(): string {
  const parts = JSON.stringify(JSON.stringify(Object.entries(PARTS)));
  return `(lambda parts, module: ([exec(compile(source, f"<assay {name}>", "exec"), module.__dict__) for name, source in parts], module.main()))(__import__("json").loads(${parts}), __import__("types").ModuleType("_assay"))`;
}

/** Prints what an interpreter is and has, as a line of JSON. */
export const inspectCode = inspectSource;
