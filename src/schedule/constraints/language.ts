import { ANY_LANGUAGE } from '../problem/languages.ts';
import type { Constraint } from './constraint.ts';

export const language: Constraint = {
  id: 'language',
  sentence:
    'What a facilitator leads is held in a language that they speak, that everybody in it understands, and in which its module can be held.',
  why: 'Nobody learns to listen to customers in a language that they do not understand.',
  reason: (detail, cause) =>
    cause === 'not-held'
      ? `it is held in ${detail ?? 'another language'} only, which these people do not understand`
      : `nobody who can lead it speaks ${detail ?? 'their language'}`,
  seat({ languages, facilitator, pool }, { group }, first, last) {
    if (!pool.spoken) return last;
    const spoken = facilitator?.languages ?? ANY_LANGUAGE;
    return (languages & group.languages & spoken) === 0 ? first - 1 : last;
  },
  /** Several who lead it have one in common, too: with those who are found already. */
  lead({ languages, facilitator, pool }, one) {
    if (!pool.spoken) return true;
    const beside = pool.leaders > 1 && facilitator ? facilitator.languages : ANY_LANGUAGE;
    return (languages & one.languages & beside) !== 0;
  },
};
