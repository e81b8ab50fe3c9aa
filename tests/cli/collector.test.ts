/** What is let go is given back when it is asked for, not when it has become four times as much. */
import { describe, expect, it } from 'vitest';
import { processHost } from '../../src/cli/host.ts';
import { run } from './host.ts';

describe('the collector', () => {
  it('frees what nobody holds any more', async () => {
    const collect = await processHost().collector();
    const dropped = (() => new WeakRef({ large: new Array(1000).fill(0) }))();
    // A WeakRef holds its target until the turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(dropped.deref()).toBeUndefined();
  });

  it('is called before and after a search, and when the plan is made', async () => {
    let calls = 0;
    const collector = async () => () => {
      calls++;
    };
    const { code } = await run(['check', 'examples/minimal'], { collector });
    expect(code).not.toBe(2);
    expect(calls).toBe(3);
  });
});
