import { OwnPython } from '../../src/main/analysis/python';
import { silentLog } from '../../src/main/log';

/** A process of its own that keeps a Python of this computer busy, to be killed by a test; prints what the code prints. */
const { tempFolder, path, code } = JSON.parse(process.argv[2] ?? '{}');
const python = new OwnPython({ tempFolder, log: silentLog });
python.choose(path);
void python.run('busy', { code, files: [], onLogs: (text) => process.stdout.write(text) });
