const ROUNDS = 5;

/**
 * How many times more the processor has to do for `work` on `times` as much: about `times` when it grows with the amount,
 * and far more when it grows faster. The quickest of several rounds counts, as everything else only makes a round slower.
 */
export function growth(amount: number, times: number, work: (amount: number) => void): number {
  const quickest = (size: number) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const before = process.cpuUsage();
        work(size);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      }),
    );
  work(amount);
  return quickest(amount * times) / quickest(amount);
}
