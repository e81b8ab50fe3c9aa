/** One department: what its head looks at, and signs. */
import { usePage } from '../../parts/common.tsx';
import { sumByWeek } from '../../sums.ts';
import { dateWords, decimal, hoursWords, peopleWords, percentWords } from '../../words.ts';
import { Chart } from '../load/chart.tsx';
import { Files } from './files.tsx';
import { Months } from './months.tsx';
import { Changes, ThisMonth, Worst } from './news.tsx';
import { Purposes } from './purposes.tsx';
import { Score } from './score.tsx';
import { SignOff } from './sign-off.tsx';

const KINDS = { T: 'Themes', S: 'Stages they own', M: 'Joiners’ moments', R: 'Rhythm' } as const;

export function Department({ number }: { number: number }) {
  const { year, data, to } = usePage();
  const one = data.departments[number]!;
  const low = one.cells.filter(({ credit }) => credit < 1).sort((a, b) => a.credit - b.credit);
  return (
    <section class="start one">
      <h1 dir="auto">{one.name}</h1>
      <div class="hero">
        <Score {...one} />
        <div>
          <dl class="facts">
            <div>
              <dt>People</dt>
              <dd>
                {peopleWords(year, one.people)}, {hoursWords(year, one.minutesPerPerson)} a head
              </dd>
            </div>
            <div>
              <dt>Must reach</dt>
              <dd>{decimal(year, one.threshold)} of 100</dd>
            </div>
            {one.head !== null && (
              <div>
                <dt>Head</dt>
                <dd dir="auto">{one.head}</dd>
              </div>
            )}
            <div>
              <dt>Signed off</dt>
              <dd>{one.signedOff === null ? 'not yet' : dateWords(year, one.signedOff)}</dd>
            </div>
          </dl>
          <Files kind="department" of={number} />
        </div>
      </div>
      {low.length > 0 && (
        <>
          <h2>What pulls the score down</h2>
          <ul>
            {low.slice(0, 6).map(({ dimension, name, reached, need, voice, credit }) => (
              <li key={`${dimension} ${name}`} dir="auto">
                {KINDS[dimension]}: {name}, {decimal(year, reached)} of {decimal(year, need)}
                {voice ? '' : ', without a customer’s voice'} (credit {percentWords(credit)}).{' '}
                <a href={to('coverage')}>The arithmetic</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Months />
      <Purposes />
      <h2>Time away, week by week</h2>
      <DepartmentLoad number={number} />
      <Worst departments={number} />
      <Changes />
      <ThisMonth />
      <SignOff department={one} />
    </section>
  );
}

function DepartmentLoad({ number }: { number: number }) {
  const { year, data, selection, to } = usePage();
  const sums = sumByWeek(year, selection, 1, () => 0);
  const spare = data.year.weeks === 0 ? [] : Array.from({ length: data.year.weeks }, () => 0);
  for (const load of data.loads)
    if (load.department === number)
      for (let week = 0; week < spare.length; week++) spare[week]! += load.spare[week]!;
  return (
    <>
      <Chart
        name={data.departments[number]!.name}
        used={sums.minutes}
        limit={spare}
        unit="of people’s time the floor can spare"
      />
      <p>
        <a href={to('load')}>Shift by shift, with trainers and rooms</a>
      </p>
    </>
  );
}
