/** The line that says how far work is: for a terminal, and for whoever reads a build log. */
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { lineOn } from '../../src/cli/progress.ts';

/** A host whose clock the test moves. */
function watched(terminal: boolean) {
  const seen = { at: 0, text: '' };
  const host = {
    terminal: async () => terminal,
    now: () => seen.at,
    err: (text: string) => {
      seen.text += text;
    },
  } as unknown as Host;
  return { host, seen };
}

describe('progress in a pipe', () => {
  it('is a line every five seconds, and nothing of what is over sooner', async () => {
    const { host, seen } = watched(false);
    const line = await lineOn(host, false, true);
    for (let second = 0; second <= 12; second++) {
      seen.at = second * 1000;
      line.say(`trying patches: ${second} of 40`);
      if (second === 4) expect(seen.text).toBe('');
    }
    line.end();
    expect(seen.text).toBe('trying patches: 5 of 40\ntrying patches: 10 of 40\n');
  });

  it('is silent with --quiet, and where nobody asked for it', async () => {
    for (const [quiet, inPipes] of [
      [true, true],
      [false, false],
    ] as const) {
      const { host, seen } = watched(false);
      const line = await lineOn(host, quiet, inPipes);
      seen.at = 60_000;
      line.say('trying patches: 1 of 2');
      line.end();
      expect(seen.text).toBe('');
    }
  });
});

describe('progress on a terminal', () => {
  it('is one line written over, and wiped in the end', async () => {
    const { host, seen } = watched(true);
    const line = await lineOn(host, false, true);
    seen.at = 1500;
    line.say('trying patches: 1 of 2');
    line.end();
    expect(seen.text).toBe('\r\x1b[2Ktrying patches: 1 of 2\r\x1b[2K');
  });
});
