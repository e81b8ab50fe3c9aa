/** Modules that are good for a while (`validFor`), and come round by themselves, or could not be renewed. */
import type { Check, Ground } from './types.ts';

const SHORTEST = 14;

function canBeRenewed({ model, report }: Ground): void {
  for (const { id, validFor, when, format, parts } of model.modules.values()) {
    if (!validFor) continue;
    const at = ['modules', id, 'validFor'];
    const related = (message: string, key: string) => [{ message, at: ['modules', id, key], key: true }];
    if (format === 'interview' || (when.kind !== 'once' && when.kind !== 'moment')) {
      report({
        code: 'certificate-not-renewed',
        at,
        message: `module "${id}" says how long it is good for, but is ${format === 'interview' ? 'an interview, which makes no session' : 'not held once or at a moment'}: nothing of it could be renewed`,
        fix: 'give it a window (when: { from, by }) or a moment: renewals then come by themselves; or take validFor out',
        related:
          format === 'interview' ? related('its format', 'format') : related('when it is held', 'when'),
      });
    } else if (parts > 1) {
      report({
        code: 'certificate-in-parts',
        at,
        message: `module "${id}" is held in ${parts} parts, and a line of attendance does not say which of them: when its certificate begins cannot be told`,
        fix: 'put validFor on a module in one part, after this one (after)',
        related: related('its parts', 'parts'),
      });
    } else if (validFor.kind === 'days' && validFor.count < SHORTEST) {
      report({
        code: 'certificate-too-short',
        at,
        message: `module "${id}" is good for ${validFor.count} days; ${SHORTEST} are the least that leave time to renew it`,
        fix: 'use when: { every: week } for what comes round so often',
      });
    }
  }
}

export const CERTIFICATE_CHECKS: readonly Check[] = [{ needs: ['modules'], check: canBeRenewed }];
