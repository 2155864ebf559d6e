const isWhole = Boolean(process.env.E2E_REQUIRED);

/** Of a long row of cases that differ little every `every`th, from the first on; `npm run e2e` goes through them all. */
export function sweep<T>(cases: readonly T[], every: number): T[] {
  return isWhole ? [...cases] : cases.filter((_, index) => index % every === 0);
}

/** Of cases of which some are `like` another, one of each kind; `npm run e2e` goes through them all. */
export function oneOfEachKind<T extends { like?: string }>(cases: readonly T[]): T[] {
  return isWhole ? [...cases] : cases.filter(({ like }) => like === undefined);
}
