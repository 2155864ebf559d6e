import { expect, test } from 'vitest';
import type { Blobs } from '../../../src/main/engine/ports';
import { FileBytes } from '../../../src/main/engine/store/file-bytes';
import { Gate } from '../../support/scripted-model';

/** Blobs by name whose deletion waits at a gate. */
function slowBlobs(gates: Record<string, Gate>) {
  const there = new Set(Object.keys(gates));
  const blobs: Blobs = {
    put: async (bytes) => {
      let key = '';
      for await (const chunk of bytes) key += Buffer.from(chunk).toString();
      there.add(key);
      return { key, size: key.length };
    },
    delete: async (key) => {
      await gates[key]?.pass();
      there.delete(key);
    },
    read: () => Promise.reject(new Error('nobody reads here')),
    keys: async () => [...there],
  };
  return { blobs, there };
}

test('bytes that are uploaded anew while they are being removed are kept', async () => {
  const gates = { one: new Gate(), two: new Gate() };
  const { blobs, there } = slowBlobs(gates);
  const files = new Set<string>();
  const bytes = new FileBytes(blobs, [{ withBlob: (key) => files.has(key) || undefined, blobKeys: () => files }]);
  const removingOne = bytes.release('one');
  const again = async function* () {
    yield Buffer.from('two');
  };
  const keeping = bytes.keep(again(), 100, async ({ key }) => files.add(key));
  const removingTwo = bytes.release('two');
  gates.one.open();
  await gates.two.reached;
  await new Promise((resolve) => setImmediate(resolve));
  gates.two.open();
  await Promise.all([removingOne, removingTwo, keeping]);
  expect([...there]).toEqual(['two']);
});
