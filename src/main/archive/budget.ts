/** Why an archive is not read: it is broken, or it unpacks to more than anybody's document does. */
export class ArchiveError extends Error {
  readonly code: 'damaged' | 'too_large';

  constructor(code: ArchiveError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArchiveError';
    this.code = code;
  }
}

/** Bytes that may be unpacked: counted while they come, as what an archive says of its size may be a lie. */
export class UnpackBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  get left(): number {
    return this.#left;
  }

  /** @throws ArchiveError `too_large` */
  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new ArchiveError('too_large', 'unpacks to more than is allowed');
  }
}
