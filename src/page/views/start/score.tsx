/** A score, with the seats beside it and what it is made of. */
import type { PageScore } from '../../../report/look/types/scores.ts';
import type { Year } from '../../data.ts';
import { Bar, usePage } from '../../parts/common.tsx';
import { decimal, percentWords } from '../../words.ts';

export function scoreWords(year: Year, score: number | null): string {
  return score === null ? '–' : decimal(year, score);
}

export function Score({ score, seats, dimensions, delivered }: PageScore) {
  const { year } = usePage();
  return (
    <div class="score">
      <p class="big">
        {scoreWords(year, score)} <small>of 100 planned</small>
      </p>
      <Bar share={seats.asked === 0 ? 0 : seats.placed / seats.asked} label={seats.words} />
      <p class="seats">{seats.words}</p>
      {delivered !== undefined && <p>{scoreWords(year, delivered)} delivered so far, of what was due</p>}
      <dl class="dimensions">
        {DIMENSIONS.map((name, i) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{percentWords(dimensions[i])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What a score is made of. */
const DIMENSIONS = ['Themes', 'Stages', 'Moments', 'Rhythm'] as const;
