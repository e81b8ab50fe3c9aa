/** What a department's people are away for, and why: each module once, the longest first. */
import { usePage, Wide } from '../../parts/common.tsx';
import { minutesByModule } from '../../sums.ts';
import { decimal, hoursWords } from '../../words.ts';

export function Purposes() {
  const { year, data, selection, to } = usePage();
  const { minutes, sessions } = minutesByModule(year, selection);
  const some = data.modules
    .map(({ id, name, why, paid }, module) => ({ id, name, why, paid, module }))
    .filter(({ module }) => sessions[module]! > 0)
    .sort((a, b) => minutes[b.module]! - minutes[a.module]!);
  if (some.length === 0) return null;
  return (
    <>
      <h2>What they are away for, and why</h2>
      <Wide label="What they are away for, and why">
        <table class="bars purposes">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Sessions</th>
              <th scope="col">People’s time</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ id, name, why, paid, module }) => (
              <tr key={id}>
                <th scope="row" dir="auto">
                  <a href={to('calendar', { module: id, mode: 'list' })}>{name}</a>
                </th>
                <td class="number">{decimal(year, sessions[module]!)}</td>
                <td class="number">
                  {hoursWords(year, minutes[module]!)}
                  {paid ? '' : ' not paid'}
                </td>
                <td dir="auto">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
