/** Contradictions in `stages`, `audiences`, `moments`, `themes`, `voices`. */
import { isoDate } from '../../../calendar/date.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { BUILT_IN_AUDIENCES } from '../audiences.ts';
import { asList } from '../values.ts';
import type { Check, Ground } from './types.ts';

function touchpointsOnce({ written, report }: Ground): void {
  const first = new Map<string, Pointer>();
  for (const [stage, { touchpoints }] of written.stages) {
    for (const id of Object.keys(touchpoints ?? {})) {
      const at: Pointer = ['stages', stage, 'touchpoints', id];
      const before = first.get(id);
      if (!before) first.set(id, at);
      else {
        report({
          code: 'duplicate-id',
          at,
          key: true,
          message: `touchpoint "${id}" stands twice: in stage "${stage}" and in stage "${before[1]}"`,
          fix: 'ids of touchpoints are unique over all stages: rename one of them',
          related: [{ message: 'the first one', at: before, key: true }],
        });
      }
    }
  }
}

function ownersAreOneThing({ written, report }: Ground): void {
  for (const [stage, { touchpoints }] of written.stages) {
    for (const [id, touchpoint] of Object.entries(touchpoints ?? {})) {
      for (const owner of asList(touchpoint.owner)) {
        if (!written.roles.has(owner) || !written.departments.has(owner)) continue;
        report({
          code: 'ambiguous-owner',
          at: ['stages', stage, 'touchpoints', id, 'owner'],
          message: `touchpoint "${id}" is owned by "${owner}", which is both a role and a department`,
          fix: 'rename the role or the department',
          related: [
            { message: 'the role', at: ['roles', owner], key: true },
            { message: 'the department', at: ['departments', owner], key: true },
          ],
        });
      }
    }
  }
}

function audienceNamesAreFree({ written, report }: Ground): void {
  for (const name of BUILT_IN_AUDIENCES) {
    if (!written.audiences.has(name)) continue;
    report({
      code: 'reserved-id',
      at: ['audiences', name],
      key: true,
      message: `"${name}" is a built-in audience and cannot be redefined`,
      fix: 'rename it',
    });
  }
}

function momentsRunForward({ written, report }: Ground): void {
  for (const [id, { from, to }] of written.moments) {
    if (id === 'interview') {
      report({
        code: 'reserved-id',
        at: ['moments', id],
        key: true,
        message: '"interview" comes before the first day and cannot be redefined',
        fix: 'rename it',
      });
    } else if (to !== undefined && to < from) {
      report({
        code: 'moment-ends-first',
        at: ['moments', id, 'to'],
        message: `moment "${id}" ends on day ${to}, before it begins on day ${from}`,
        fix: 'swap the two',
        related: [{ message: 'it begins here', at: ['moments', id, 'from'] }],
      });
    }
  }
}

function monthsHaveOneTheme({ written, report }: Ground): void {
  const owners = new Map<number, { id: string; at: Pointer }>();
  for (const [id, theme] of [...written.themes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    asList(theme.months).forEach((month, i) => {
      const at: Pointer = ['themes', id, 'months', i];
      const owner = owners.get(month);
      if (!owner) owners.set(month, { id, at });
      else {
        report({
          code: owner.id === id ? 'listed-twice' : 'month-claimed-twice',
          at,
          message:
            owner.id === id
              ? `theme "${id}" names month ${month} twice`
              : `themes "${owner.id}" and "${id}" both claim month ${month}`,
          fix: owner.id === id ? 'keep one' : 'give the month to one of them',
          related: [{ message: `"${owner.id}" claims it here`, at: owner.at }],
        });
      }
    });
  }
}

function rotationKeepsToMonths({ written, model, report }: Ground): void {
  const reported = new Set<string>();
  for (const [month, id] of model.themeOfMonth) {
    const own = written.themes.get(id)?.months;
    if (own === undefined || asList(own).includes(Number(month.slice(5))) || reported.has(id)) continue;
    reported.add(id);
    report({
      code: 'theme-months-and-rotation',
      at: ['themes', id, 'months'],
      message: `theme "${id}" has months of its own (${asList(own).join(', ')}), but the rotation gives it ${month} too`,
      fix: 'take the theme out of programme.rotation, or take out its months',
      related: [
        {
          message: 'the rotation',
          at: ['programme', 'rotation', (written.programme.rotation ?? []).indexOf(id)],
        },
      ],
    });
  }
}

function consentAfterRecording({ model, report }: Ground): void {
  for (const { id, recorded, consentUntil } of model.voices.values()) {
    if (recorded === undefined || consentUntil === undefined || consentUntil >= recorded) continue;
    report({
      code: 'consent-before-recorded',
      at: ['voices', id, 'consentUntil'],
      message: `the consent to voice "${id}" ends on ${isoDate(consentUntil)}, before it was recorded on ${isoDate(recorded)}`,
      fix: 'correct one of the dates',
      related: [{ message: 'it was recorded here', at: ['voices', id, 'recorded'] }],
    });
  }
}

export const JOURNEY_CHECKS: readonly Check[] = [
  { needs: [], check: touchpointsOnce },
  { needs: [], check: ownersAreOneThing },
  { needs: [], check: audienceNamesAreFree },
  { needs: [], check: momentsRunForward },
  { needs: [], check: monthsHaveOneTheme },
  { needs: ['programme', 'themes'], check: rotationKeepsToMonths },
  { needs: [], check: consentAfterRecording },
];
