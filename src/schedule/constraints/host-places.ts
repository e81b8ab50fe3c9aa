import type { Constraint } from './constraint.ts';

export const hostPlaces: Constraint = {
  id: 'host-places',
  sentence: 'A host takes at most its guests at once, inside one of its shifts and outside its busy times.',
  why: 'A guest who stands in the way learns nothing, and neither does the customer waiting.',
  reason: (detail, cause) =>
    cause === 'away'
      ? `${detail ?? 'the host'} is not at work, busy or closed then`
      : `${detail ?? 'the host'} has no free place`,
  seat(draft, _req, first, last) {
    const { state, pool, start, end } = draft;
    if (pool.host < 0) return last;
    const spare = state.hosts.spareUnderSmallest(pool.host, start, end, pool.guests);
    return Math.max(first - 1, Math.min(last, first - 1 + spare - draft.heads));
  },
  blockers({ state, pool, start, end }, wanted) {
    return wanted.kind === 'seat' && pool.host >= 0 ? state.hosts.sessions(pool.host, start, end, 0) : [];
  },
};
