export const PERIODS = [
  { id: '7', days: 7 },
  { id: '30', days: 30 },
  { id: '90', days: 90 },
  { id: 'all', days: null },
] as const;
export type UsagePeriod = (typeof PERIODS)[number];

/** The first moment of a period that ends today, in the time zone of this computer; null for all time. */
export function beginningOf({ days }: UsagePeriod, now = new Date()): number | null {
  return days === null ? null : new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1).getTime();
}
