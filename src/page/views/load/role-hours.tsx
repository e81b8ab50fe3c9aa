/** What a works council asks: hours by role and shift, whether they are paid, how long nobody hears of a customer. */
import { Nothing, usePage, Wide } from '../../parts/common.tsx';
import { sumByPost } from '../../sums.ts';
import { counted, decimal, hoursWords } from '../../words.ts';
import { scoreWords } from '../start/score.tsx';

export function RoleHours() {
  const { year, data, selection, only } = usePage();
  const posts = sumByPost(year, selection);
  if (posts.length === 0) return <Nothing>Nobody has a session.</Nothing>;
  const silence = new Map(
    data.walks.filter(({ joiner }) => !joiner).map((walk) => [walk.role, walk.silence[1] - walk.silence[0]]),
  );
  const all = posts.reduce((sum, { minutes }) => sum + minutes, 0);
  const unpaid = posts.reduce((sum, post) => sum + post.unpaid, 0);
  return (
    <>
      <p>
        {unpaid === 0
          ? `All ${hoursWords(year, all)} are paid time.`
          : `${hoursWords(year, unpaid)} of ${hoursWords(year, all)} are not paid time.`}
      </p>
      <Wide label="Hours by role and shift">
        <table class="bars posts">
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Shift</th>
              <th scope="col">People</th>
              <th scope="col">Hours in the year</th>
              <th scope="col">Hours a head</th>
              <th scope="col">Not paid</th>
              <th scope="col">Coverage</th>
              <th scope="col">Longest silence</th>
            </tr>
          </thead>
          <tbody>
            {posts.map(({ role, shift, heads, minutes, unpaid: own }) => {
              const { id, name, score } = data.roles[role]!;
              return (
                <tr key={`${role} ${shift}`}>
                  <th scope="row" dir="auto">
                    <a href={only('calendar', { role: id, shift: data.shifts[shift]!, mode: 'list' })}>
                      {name}
                    </a>
                  </th>
                  <td dir="auto">{data.shifts[shift]}</td>
                  <td class="number">{decimal(year, heads)}</td>
                  <td class="number">{hoursWords(year, minutes)}</td>
                  <td class="number">{heads > 0 ? hoursWords(year, minutes / heads) : '–'}</td>
                  <td class="number">{own === 0 ? 'none' : hoursWords(year, own)}</td>
                  <td class="number">{scoreWords(year, score)}</td>
                  <td class="number">
                    {silence.has(role) && (
                      <a href={only('path', { role: id })}>{counted(year, silence.get(role)!, 'day')}</a>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
