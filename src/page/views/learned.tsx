/** What customers taught and what came of it, and who holds what is good for a while. */
import { useState } from 'preact/hooks';
import type { PageCertificate, PageLearning } from '../../report/look/types/learned.ts';
import { Nothing, Select, usePage, Wide } from '../parts/common.tsx';
import { dateWords, decimal } from '../words.ts';

const STATES = ['open', 'overdue', 'done', 'dropped'] as const;

/** So many rows at once keep the view quick. */
const ROWS = 100;

export function Learned() {
  const { data, settings, selection, here, go } = usePage();
  const { department, module } = selection.asked;
  const { summary, learnings, certificates } = data.learned;
  const isMeant = (asked: number | undefined, own: number) => asked === undefined || asked === own;
  const words = settings.q?.toLowerCase() ?? '';
  const some = learnings.filter(
    (one) =>
      isMeant(department, one.department) &&
      (settings.state === undefined || one.state === settings.state) &&
      [one.learning, one.action, one.story].some((text) => text.toLowerCase().includes(words)),
  );
  const held = certificates.filter(
    (one) => isMeant(department, one.department) && isMeant(module, one.module),
  );
  return (
    <section class="learned">
      <h1>What was learned</h1>
      {summary === '' ? (
        <p class="lead">
          Nothing stands in a ledger yet: <code>cxplan learned</code> asks what a visit to customers taught
          and what is done about it.
        </p>
      ) : (
        <>
          <p class="lead">{summary}</p>
          <div class="tools">
            <Select
              label="What came of it"
              all="All"
              value={settings.state ?? ''}
              options={STATES.map((state) => ({ value: state, text: state }))}
              onChange={(state) => go(here({ state }))}
            />
          </div>
          <Learnings key={`${department} ${settings.state} ${words}`} rows={some} />
        </>
      )}
      {certificates.length > 0 && (
        <>
          <h2>What is good for a while</h2>
          <p>Who holds it, by what was delivered. Departments of fewer than five people are left out.</p>
          <Certificates rows={held} />
        </>
      )}
    </section>
  );
}

function Learnings({ rows }: { rows: readonly PageLearning[] }) {
  const { year, data } = usePage();
  const [most, setMost] = useState(ROWS);
  if (rows.length === 0) return <Nothing>No learning of this kind.</Nothing>;
  return (
    <>
      <Wide label="Learnings">
        <table class="rows">
          <thead>
            <tr>
              {[
                'Learned',
                'Stage',
                'What was learned',
                'What is done',
                'Who answers for it',
                'By',
                'Told in',
              ].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((one, i) => (
              <tr key={i}>
                <td class="when">
                  {dateWords(year, one.date)}
                  <div class="small" dir="auto">
                    {data.departments[one.department]?.name}
                  </div>
                </td>
                <td dir="auto">{one.stage}</td>
                <td dir="auto">
                  {one.learning}
                  {one.story !== '' && <div class="small">“{one.story}”</div>}
                </td>
                <td dir="auto">{one.action}</td>
                <td dir="auto">{one.owner}</td>
                <td class="when">
                  {dateWords(year, one.due)}
                  <div class="small">{one.state}</div>
                </td>
                <td dir="auto">{one.told}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {rows.length > most && (
        <p>
          <button type="button" onClick={() => setMost(most + ROWS)}>
            Show {Math.min(ROWS, rows.length - most)} more of {rows.length}
          </button>
        </p>
      )}
    </>
  );
}

const COLUMNS = [
  'People',
  'Hold it',
  'First to end',
  'Renewal planned',
  'Ended',
  'Ended, no date',
  'Never had it',
] as const;

function Certificates({ rows }: { rows: readonly PageCertificate[] }) {
  const { year, data } = usePage();
  if (rows.length === 0) return <Nothing>Nothing of theirs is good for a while only.</Nothing>;
  return (
    <Wide label="Certificates">
      <table class="bars delivered">
        <thead>
          <tr>
            <th scope="col">Department and module</th>
            {COLUMNS.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.department} ${one.module}`}>
              <th scope="row" dir="auto">
                {data.departments[one.department]?.name}
                <div class="small">{data.modules[one.module]?.name}</div>
              </th>
              {[
                one.people,
                one.good,
                one.first === '' ? '–' : dateWords(year, one.first),
                one.renewing,
                one.ended,
                one.open,
                one.never,
              ].map((value, at) => (
                <td key={COLUMNS[at]} class="number">
                  {typeof value === 'number' ? decimal(year, value) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
