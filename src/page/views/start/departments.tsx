/** Departments by their scores, the lowest first. */
import type { PageDepartment } from '../../../report/look/types/scores.ts';
import { Bar, usePage, Wide } from '../../parts/common.tsx';
import { decimal } from '../../words.ts';
import { scoreWords } from './score.tsx';

/** Never the mean alone. */
export function Lowest() {
  const { year, data, only } = usePage();
  const sorted = lowestFirst(data.departments).filter(({ score }) => score !== null);
  const [low, last] = [sorted[0], sorted.at(-1)];
  if (low === undefined || last === undefined) return null;
  if (sorted.length > 1 && low.score === last.score)
    return (
      <p>
        All {sorted.length} departments stand at {scoreWords(year, low.score)}.
      </p>
    );
  return (
    <p dir="auto">
      Lowest: <a href={only('start', { department: low.id })}>{low.name}</a>, {scoreWords(year, low.score)}
    </p>
  );
}

function lowestFirst(departments: readonly PageDepartment[]): PageDepartment[] {
  return [...departments].sort((a, b) => (a.score ?? 101) - (b.score ?? 101) || a.name.localeCompare(b.name));
}

export function Departments() {
  const { year, data, only } = usePage();
  const held = data.departments.some(({ delivered }) => delivered !== undefined);
  return (
    <div>
      <h2>Departments, lowest first</h2>
      <Wide label="Departments">
        <table class="bars">
          <thead>
            <tr>
              <th scope="col">Department</th>
              <th scope="col">Score</th>
              <th scope="col">
                <span class="vh">Score as a bar</span>
              </th>
              {held && <th scope="col">Delivered</th>}
              <th scope="col">Seats placed</th>
              <th scope="col">Hours a head</th>
            </tr>
          </thead>
          <tbody>
            {lowestFirst(data.departments).map(
              ({ id, name, score, seats, minutesPerPerson, people, threshold, delivered }) => (
                <tr key={id}>
                  <th scope="row" dir="auto">
                    <a href={only('start', { department: id })}>{name}</a> <small>{people}</small>
                  </th>
                  <td class="number">
                    {scoreWords(year, score)}
                    {score !== null && score < threshold ? (
                      <span class="low"> below {decimal(year, threshold)}</span>
                    ) : null}
                  </td>
                  <td>
                    <Bar share={(score ?? 0) / 100} label={`${scoreWords(year, score)} of 100`} />
                  </td>
                  {held && (
                    <td class="number">{delivered === undefined ? '' : scoreWords(year, delivered)}</td>
                  )}
                  <td class="number">
                    {decimal(year, seats.placed)} of {decimal(year, seats.asked)}
                  </td>
                  <td class="number">{decimal(year, minutesPerPerson / 60)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Wide>
    </div>
  );
}
