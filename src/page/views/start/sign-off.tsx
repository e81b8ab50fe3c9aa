/** What a head of department signs, on paper. */
import type { PageDepartment } from '../../../report/look/types/scores.ts';
import { usePage } from '../../parts/common.tsx';
import { counted, dateWords, hoursWords, peopleWords } from '../../words.ts';

export function SignOff({ department }: { department: PageDepartment }) {
  const { year, data, held } = usePage();
  const { name, people, minutesPerPerson } = department;
  return (
    <section class="sign-off">
      <h2>To agree with</h2>
      <p dir="auto">
        {name}: {peopleWords(year, people)}, {counted(year, held().length, 'session')},{' '}
        {hoursWords(year, minutesPerPerson)} a head, as planned on {dateWords(year, data.programme.asOf)}{' '}
        (plan {data.programme.issue}).
      </p>
      <dl>
        {['Name', 'Date', 'Signature'].map((line) => (
          <div key={line}>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
    </section>
  );
}
