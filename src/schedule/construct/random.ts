/** The search's only source of chance: one seed, one sequence, on every machine. */
export type Random = (below: number) => number;

/** Whole numbers from 0 to `below` − 1, which is less than 2³¹ (mulberry32). */
export function seeded(seed: number): Random {
  // Signed, as 32 bits are quickest.
  let state = seed ^ 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below) | 0;
  };
}

/** A fixed number for a text and a salt (FNV-1a), to vary choices without a sequence. */
export function mixed(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
