/** Contradictions between the roster and the headcounts. */
import type { Id } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

function rosterAgrees({ written, model, report }: Ground): void {
  if (!model.people) return;
  for (const [id, { heads: planned }] of written.roles) {
    const heads = model.roles.get(id)!.heads;
    const total = [...heads.values()].reduce((sum, number) => sum + number, 0);
    const expected: [Id | undefined, number, number][] =
      typeof planned === 'number'
        ? [[undefined, planned, total]]
        : [...new Set([...Object.keys(planned), ...heads.keys()])]
            .sort()
            .map((site) => [site, planned[site] ?? 0, heads.get(site) ?? 0]);
    for (const [site, wanted, found] of expected) {
      if (wanted === found) continue;
      report({
        code: 'heads-disagree',
        severity: 'warn',
        at: site === undefined ? ['roles', id, 'heads'] : ['roles', id, 'heads', site],
        message: `role "${id}" is written with ${wanted} heads${site === undefined ? '' : ` at "${site}"`}, but the roster has ${found}: the roster decides`,
        fix: `write ${found}`,
        related: [{ message: 'the roster', at: ['programme', 'people'] }],
      });
    }
  }
}

export const PEOPLE_CHECKS: readonly Check[] = [{ needs: ['roles', 'people', 'sites'], check: rosterAgrees }];
