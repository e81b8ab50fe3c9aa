/** How a cell of the heat map comes about. */
import type { PageCell, PagePart } from '../../../report/look/types/scores.ts';
import { usePage } from '../../parts/common.tsx';
import { decimal, peopleWords, percentWords } from '../../words.ts';
import { scoreWords } from '../start/score.tsx';

export function Arithmetic({ part, cell }: { part: PagePart; cell: PageCell }) {
  const { here, year } = usePage();
  const { dimension, name, need, reached, voice, credit } = cell;
  const share = need > 0 ? reached / need : 0;
  const who = dimension === 'R' ? 'weeks of people' : dimension === 'M' ? 'joiners' : 'people';
  const rhythm = dimension === 'R';
  return (
    <aside class="card arithmetic" role="status">
      <h2 dir="auto">
        {part.name}: {name}
      </h2>
      <p>
        {decimal(year, reached)} of {decimal(year, need)} {who} will meet it: {decimal(year, reached)} ÷{' '}
        {decimal(year, need)} = {percentWords(share)}.{' '}
        {rhythm
          ? ''
          : share >= 0.9
            ? 'Nine in ten is full: somebody is always ill, on leave or new. '
            : `Of the nine in ten that are full: ${percentWords(share)} ÷ 90% = ${percentWords(Math.min(1, share / 0.9))}. `}
        {rhythm
          ? ''
          : voice
            ? 'A customer is heard in it. '
            : 'No customer is heard in it, so it counts half. '}
        Credit {percentWords(credit)}.
      </p>
      <p>
        Themes 40, stages they own 25, joiners’ moments 20, rhythm of the year 15: {part.name} has{' '}
        {part.dimensions.map(percentWords).join(' · ')}, in all {scoreWords(year, part.score)} for{' '}
        {peopleWords(year, part.people)}.
      </p>
      <p>
        <a href={here({ cell: '' })}>Close</a>
      </p>
    </aside>
  );
}
