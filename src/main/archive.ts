import { unzipSync } from 'fflate';

const UNPACKED_AT_MOST = 256 * 1024 * 1024;
const ENTRIES_AT_MOST = 20_000;

/**
 * What an archive says it holds, looked at before anything of it is unpacked: `damaged` when that cannot be read,
 * `bomb` when it would unpack to more than anybody's document does.
 */
export function archiveFault(bytes: Uint8Array): 'damaged' | 'bomb' | null {
  let total = 0;
  let entries = 0;
  try {
    unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        entries += 1;
        return false;
      },
    });
  } catch {
    return 'damaged';
  }
  return total > UNPACKED_AT_MOST || entries > ENTRIES_AT_MOST ? 'bomb' : null;
}
