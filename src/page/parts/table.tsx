/** Sessions as dated rows: what a person has to act on. */
import { useState } from 'preact/hooks';
import { whenWords, whoWords } from '../words.ts';
import { Nothing, usePage, Wide } from './common.tsx';
import { SessionLink } from './session.tsx';

/** So many rows at once keep a view quick, however large the year is. */
const ROWS = 100;

export function SessionTable({ sessions, label }: { sessions: ArrayLike<number>; label: string }) {
  const { year, data, selection } = usePage();
  const [most, setMost] = useState(ROWS);
  if (sessions.length === 0) return <Nothing>No session.</Nothing>;
  const shown = Array.from({ length: Math.min(most, sessions.length) }, (_, i) => sessions[i]!);
  return (
    <>
      <Wide label={label}>
        <table class="rows dated">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">Where</th>
              <th scope="col">Led by</th>
              <th scope="col">The customer’s voice</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((session) => (
              <tr key={session}>
                <td class="when">{whenWords(year, session)}</td>
                <td>
                  <SessionLink session={session} />
                </td>
                <td dir="auto" data-label="Who">
                  {whoWords(year, session, selection.groups)}
                </td>
                <td dir="auto" data-label="Where">
                  {data.sessions.places[year.place[session]!]}
                </td>
                <td dir="auto" data-label="Led by">
                  {data.sessions.leaders[year.leader[session]!]}
                </td>
                <td dir="auto" data-label="Voice">
                  {data.modules[year.module[session]!]?.voice}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {sessions.length > shown.length && (
        <p>
          <button type="button" onClick={() => setMost(most + ROWS)}>
            Show {Math.min(ROWS, sessions.length - shown.length)} more of {sessions.length}
          </button>
        </p>
      )}
    </>
  );
}
