/** The first minute: how good the plan is, where it is worst, what is asked of whoever decides; or the same of one department. */
import type { PageDepartment, PageScore } from '../../report/look/types.ts';
import { isCancelled, isNews, type Year } from '../data.ts';
import { Bar, usePage, Wide } from '../parts/common.tsx';
import { SessionLink } from '../parts/session.tsx';
import { sumByWeek } from '../sums.ts';
import {
  counted,
  decimal,
  hoursWords,
  monthOf,
  peopleWords,
  percentWords,
  today,
  whenWords,
  whoWords,
} from '../words.ts';
import { changesIn } from './changes.tsx';
import { Finding } from './gaps.tsx';
import { Chart } from './load.tsx';

export function Start() {
  const { selection, data } = usePage();
  const { department } = selection.asked;
  const one = department === undefined ? undefined : data.departments[department];
  return one ? <Department number={department!} /> : <Everybody />;
}

export function scoreWords(year: Year, score: number | null): string {
  return score === null ? '–' : decimal(year, score);
}

function Everybody() {
  const { data } = usePage();
  const { score, decisions } = data;
  return (
    <section class="start">
      <h1>Are we good?</h1>
      <div class="hero">
        <div>
          <Score {...score} />
          <Lowest />
        </div>
        <div class="decisions">
          <h2>{decisions.length > 0 ? 'What is needed from you' : 'Nothing is needed from you'}</h2>
          {decisions.length === 0 && (
            <>
              <p>No gap that ought to be closed, and a place for everyone.</p>
              <Counts />
            </>
          )}
          <ol>
            {decisions.map(({ title, why, link }) => (
              <li key={`${title} ${why}`} dir="auto">
                <a href={`#/${link}`}>{title}</a>
                {why !== '' && <p>{why}</p>}
              </li>
            ))}
          </ol>
        </div>
      </div>
      {decisions.length > 0 && <Counts />}
      <div class="columns">
        <Departments />
        <div>
          <Worst departments={undefined} />
          <Changes />
          <ThisMonth />
        </div>
      </div>
      <Files kind="all" of={-1} />
    </section>
  );
}

function Score({ score, seats, dimensions, delivered }: PageScore) {
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

/** The programme in numbers. */
function Counts() {
  const { data } = usePage();
  const { counts, planned } = data.programme;
  return (
    <p class="lead counts" dir="auto">
      {counts.replaceAll('`', '')}. {planned}
    </p>
  );
}

/** Never the mean alone. */
function Lowest() {
  const { year, data, only } = usePage();
  const sorted = lowestFirst(data.departments).filter(({ score }) => score !== null);
  const [low, last] = [sorted[0], sorted.at(-1)];
  if (low === undefined || last === undefined) return null;
  if (sorted.length > 1 && low.score === last.score)
    return <p>Each of the {sorted.length} departments is there.</p>;
  return (
    <p dir="auto">
      Lowest: <a href={only('start', { department: low.id })}>{low.name}</a>, {scoreWords(year, low.score)}
    </p>
  );
}

function lowestFirst(departments: readonly PageDepartment[]): PageDepartment[] {
  return [...departments].sort((a, b) => (a.score ?? 101) - (b.score ?? 101) || a.name.localeCompare(b.name));
}

function Departments() {
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

/** Most that the first page tells. */
const WORST = 4;

function Worst({ departments }: { departments: number | undefined }) {
  const { year, data, to, settings } = usePage();
  const grave = data.findings.filter(
    ({ severity, waived, departments: theirs }) =>
      waived === '' && severity !== 'info' && (departments === undefined || theirs.includes(departments)),
  );
  return (
    <div>
      <h2>{grave.length === 0 ? 'No gap that ought to be closed' : 'The worst gaps'}</h2>
      {grave.slice(0, WORST).map((finding) => (
        <Finding key={finding.message} finding={finding} short />
      ))}
      {data.findings.length > 0 && (
        <p>
          <a href={to('gaps', settings.department ? { department: settings.department } : {})}>
            All {counted(year, data.findings.length, 'finding')}
          </a>
        </p>
      )}
    </div>
  );
}

function Changes() {
  const { year, data, selection, to } = usePage();
  if (data.changes.since === '') return null;
  const { moved, added, cancelled } = changesIn(year, selection.sessions);
  return (
    <div>
      <h2>What changed</h2>
      <p>
        <a href={to('changes')}>
          {counted(year, moved.length, 'session')} moved or changed, {added.length} new, {cancelled.length}{' '}
          cancelled
        </a>{' '}
        since the plan before ({data.changes.since}).
      </p>
    </div>
  );
}

function ThisMonth() {
  const { year, data, selection, to, settings } = usePage();
  const now = today(year);
  const key = settings.month ?? monthOf(now);
  const month = data.year.months.find((one) => one.key === key);
  const inside = selection.sessions.filter((i) => monthOf(year.day[i]!) === key && !isCancelled(year, i));
  const next = inside.filter((i) => year.day[i]! >= now).slice(0, 8);
  const rituals = data.year.rituals.filter(({ day }) => monthOf(day) === key);
  const theme = data.themes[month?.theme ?? -1]?.name;
  return (
    <div>
      <h2>
        {month?.name ?? key}
        {theme ? `: ${theme}` : ''}
      </h2>
      <p>
        {counted(year, inside.length, 'session')} this month
        {rituals.length > 0 ? `; ${rituals.map(({ name }) => name).join('; ')}` : ''}.{' '}
        <a href={to('calendar', { month: key })}>The month as a calendar</a>
      </p>
      {next.length > 0 && <Next sessions={next} />}
    </div>
  );
}

/** The next few, in a line each. */
function Next({ sessions }: { sessions: ArrayLike<number> }) {
  const { year, selection } = usePage();
  return (
    <ol class="plain next">
      {Array.from(sessions, (session) => (
        <li key={session}>
          {whenWords(year, session)}: <SessionLink session={session} />{' '}
          <span class="small" dir="auto">
            {whoWords(year, session, selection.groups)}
          </span>
        </li>
      ))}
    </ol>
  );
}

const KINDS = { T: 'Themes', S: 'Stages they own', M: 'Joiners’ moments', R: 'Rhythm' } as const;

function Department({ number }: { number: number }) {
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
              <dt>Threshold</dt>
              <dd>{decimal(year, one.threshold)}</dd>
            </div>
            {one.head !== null && (
              <div>
                <dt>Head</dt>
                <dd dir="auto">{one.head}</dd>
              </div>
            )}
            <div>
              <dt>Signed off</dt>
              <dd>{one.signedOff ?? 'not yet'}</dd>
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
      <h2>Time away, week by week</h2>
      <DepartmentLoad number={number} />
      <Worst departments={number} />
      <Changes />
      <ThisMonth />
    </section>
  );
}

/** What a head of department signs: the year by month. */
function Months() {
  const { year, data, to, held, selection } = usePage();
  const months = data.year.months.map((month) => ({ ...month, sessions: 0, minutes: 0, news: 0 }));
  const byKey = new Map(months.map((month) => [month.key, month]));
  for (const i of held()) {
    const month = byKey.get(monthOf(year.day[i]!));
    if (!month) continue;
    month.sessions++;
    if (isNews(year, i)) month.news++;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++)
      if (selection.groups[year.group[k]!] === 1)
        month.minutes += year.minutes[i]! * (year.last[k]! - year.first[k]! + 1);
  }
  const most = Math.max(1, ...months.map(({ minutes }) => minutes));
  return (
    <>
      <h2>Month by month</h2>
      <Wide label="Month by month">
        <table class="bars">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Theme</th>
              <th scope="col">Sessions</th>
              <th scope="col">People’s time</th>
              <th scope="col">
                <span class="vh">People’s time as a bar</span>
              </th>
              {data.changes.since !== '' && <th scope="col">New or changed</th>}
            </tr>
          </thead>
          <tbody>
            {months.map(({ key, name, theme, sessions, minutes, news }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={to('calendar', { mode: 'list', month: key })}>{name}</a>
                </th>
                <td dir="auto">{data.themes[theme]?.name}</td>
                <td class="number">{sessions}</td>
                <td class="number">{hoursWords(year, minutes)}</td>
                <td>
                  <Bar share={minutes / most} label={hoursWords(year, minutes)} />
                </td>
                {data.changes.since !== '' && <td class="number">{news}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
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

/** Other files of the folder, as far as they are there. */
export function Files({ kind, of }: { kind: string; of: number }) {
  const { data } = usePage();
  const some = data.files.filter((file) => file.kind === kind && file.of === of);
  if (some.length === 0) return null;
  return (
    <p class="links files">
      {some.map(({ text, href }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}
