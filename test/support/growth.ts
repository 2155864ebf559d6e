const ROUNDS = 5;

/**
 * How many times longer `work` takes on `times` as much: about `times` when its time grows with the amount, and far more
 * when it grows faster. The quickest of several rounds counts, as what else the machine does only makes a round slower.
 */
export function growth(amount: number, times: number, work: (amount: number) => void): number {
  const quickest = (size: number) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const began = performance.now();
        work(size);
        return performance.now() - began;
      }),
    );
  work(amount);
  return quickest(amount * times) / quickest(amount);
}
