/** What is let go is given back when it is asked for, not when it has become four times as much. */
import { expect, it } from 'vitest';
import { processHost } from '../../src/cli/host.ts';

it('the collector frees what nobody holds any more', async () => {
  const collect = await processHost().collector();
  const dropped = (() => new WeakRef({ large: new Array(1000).fill(0) }))();
  // A WeakRef holds its target until the turn is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(dropped.deref()).toBeUndefined();
});
