/** Whoever is lost for one thing is lost for all that must come after it: later parts, and modules that build on it. */
import { neighbour } from '../constraints/precedence.ts';
import type { Req } from '../problem/problem.ts';

const NONE: readonly Req[] = [];

export class Followers {
  private readonly known = new Map<Req, readonly Req[]>();

  /** All requirements, of the same group, that a member without a place in `req` cannot have one in either. */
  of(req: Req): readonly Req[] {
    if (!req.links) return NONE;
    let all = this.known.get(req);
    if (!all) {
      const found = new Set<Req>();
      for (const next of nextOf(req)) {
        found.add(next);
        for (const one of this.of(next)) found.add(one);
      }
      all = [...found];
      this.known.set(req, all);
    }
    return all;
  }

  /**
   * Followers, outside some requirements, that are lost with one of them; each with one alone, the nearest, so that
   * nobody is counted twice. Only where nobody of the group has a place that stands.
   * @param left people who still count, by index of the requirement
   */
  outside(reqs: readonly Req[], left: Int32Array): Map<Req, readonly Req[]> {
    const out = new Map<Req, readonly Req[]>();
    const leading = reqs.filter((req) => isOpen(req, left) && this.of(req).length > 0);
    if (leading.length === 0) return out;
    const taken = new Set(reqs);
    for (const req of leading.sort((a, b) => this.of(a).length - this.of(b).length)) {
      const own = this.of(req).filter((one) => !taken.has(one) && isOpen(one, left));
      for (const one of own) taken.add(one);
      if (own.length > 0) out.set(req, own);
    }
    return out;
  }
}

function isOpen({ index, group }: Req, left: Int32Array): boolean {
  return left[index] === group.heads;
}

/** The next part; and what builds on the module, where no other occurrence of it would do. */
function nextOf(req: Req): readonly Req[] {
  const part = neighbour(req, 1);
  const { own, followers } = req.links!;
  const once = own.length === (req.requirement.part?.of ?? 1);
  return [...(part ? [part] : []), ...(once ? followers.flatMap(({ reqs }) => reqs) : [])];
}
