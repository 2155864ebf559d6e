/** True for what DuckDB, Node and the systems say when nothing more can be written. */
export const isDiskFull = (said: string): boolean =>
  /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|not enough space on the disk|disk full/i.test(said);
