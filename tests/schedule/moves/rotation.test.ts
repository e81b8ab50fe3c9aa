/** Whose turn it is: everybody's alike, in small parts and in large ones. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/schedule/construct/random.ts';
import { Turns } from '../../../src/schedule/moves/rotation.ts';
import type { Session, State } from '../../../src/schedule/solution/state.ts';

function stateOf(size: number): State {
  const sessions = Array.from({ length: size }, (_, id) => {
    const group = { index: (7 * id) % size };
    return { id, fixed: id % 10 === 0, seats: [{ req: { group } }] } as unknown as Session;
  });
  return { sessions } as unknown as State;
}

describe.each([300, 9001])('turns of %i sessions', (size) => {
  it('come round to everybody who may be moved, alike', () => {
    const state = stateOf(size);
    const turns = new Turns(state, [...state.sessions.keys()], seeded(1));
    const counts = new Map<number, number>();
    for (let i = 0; i < 20 * size; i++) {
      const { id } = turns.next()!;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    expect([...counts.keys()].some((id) => id % 10 === 0)).toBe(false);
    expect(counts.size).toBe(size - Math.ceil(size / 10));
    const [least, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
    expect(least).toBeGreaterThan(2);
    expect(most).toBeLessThan(70);
  });

  it('end when nobody is left, and go on with a session that is new', () => {
    const state = stateOf(size);
    const turns = new Turns(state, [...state.sessions.keys()], seeded(1));
    const one = state.sessions[5]!;
    state.sessions.fill(undefined);
    expect(turns.next()).toBeUndefined();
    state.sessions[5] = one;
    turns.add(5);
    expect(turns.next()).toBe(one);
    expect(turns.any()).toBe(one);
  });
});
