import type { Arrival, Ledger, Outgoing } from '../../../src/main/engine/models/upstream';

/** A ledger that is kept in memory. */
export function memoryLedger(): Ledger & { rows: (Outgoing & { arrival: Arrival | null })[] } {
  const rows: (Outgoing & { arrival: Arrival | null })[] = [];
  return {
    rows,
    open: async (request) => {
      const row = { ...request, arrival: null as Arrival | null };
      rows.push(row);
      return {
        close: (arrival) => {
          row.arrival = arrival;
        },
      };
    },
  };
}
