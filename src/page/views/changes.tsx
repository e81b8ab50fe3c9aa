/** What is other than in the plan before, department by department. */
import type { PageBlock, PageNews } from '../../report/look/types/news.ts';
import { isCancelled, isNews, type Year } from '../data.ts';
import { Nothing, Switch, usePage } from '../parts/common.tsx';
import { SessionLink } from '../parts/session.tsx';
import { counted, whenWords } from '../words.ts';

export interface Changed {
  readonly moved: readonly number[];
  readonly added: readonly number[];
  readonly cancelled: readonly number[];
}

export function changesIn(year: Year, sessions: ArrayLike<number>): Changed {
  const out = { moved: [] as number[], added: [] as number[], cancelled: [] as number[] };
  for (let n = 0; n < sessions.length; n++) {
    const i = sessions[n]!;
    if (!isNews(year, i)) continue;
    if (isCancelled(year, i)) out.cancelled.push(i);
    else if (year.sequence[i] === 0) out.added.push(i);
    else out.moved.push(i);
  }
  return out;
}

/** So many of a kind stand one by one in a department. */
const MOST = 50;

export function Changes() {
  const { data, settings } = usePage();
  const { since, told, agreed } = data.changes;
  const isAgreed = agreed !== null && settings.from === 'agreed';
  const news = isAgreed ? agreed : told;
  return (
    <section class="changes">
      <h1>What changed</h1>
      {since === '' && (
        <p class="lead">This is the first plan of the programme: there is none to compare it with.</p>
      )}
      {agreed !== null && (
        <div class="tools">
          <Switch
            label="Since when"
            name="from"
            value={isAgreed ? 'agreed' : 'before'}
            options={[
              ['before', 'Since the plan before'],
              ['agreed', 'Since people agreed'],
            ]}
          />
        </div>
      )}
      {news ? <News news={news} /> : since !== '' && <Marked />}
    </section>
  );
}

/** As `cxplan diff` tells it: from when to when, and why. */
function News({ news: { head, departments, gaps } }: { news: PageNews }) {
  const { data, selection } = usePage();
  const { department } = selection.asked;
  const some = departments.filter(({ of }) => department === undefined || of === department);
  return (
    <>
      <Blocks blocks={head} />
      {some.length === 0 && <Nothing>Nothing is other than before for these people.</Nothing>}
      {some.map(({ of, name, blocks }) => (
        <article key={name} class="card">
          <h2 dir="auto">{data.departments[of]?.name ?? name}</h2>
          <Blocks blocks={blocks} />
        </article>
      ))}
      <Blocks blocks={gaps} />
    </>
  );
}

function Blocks({ blocks }: { blocks: readonly PageBlock[] }) {
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'heading') return <h3 key={block.text}>{block.text}</h3>;
        if (block.kind === 'paragraph')
          return (
            <p key={block.text} dir="auto">
              {block.lead && <b>{block.lead} </b>}
              {block.text}
            </p>
          );
        return (
          <ul key={block.items.join()}>
            {block.items.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        );
      })}
    </>
  );
}

/** Sessions that the plan marks as new or changed, where the plan before is not known any more. */
function Marked() {
  const { year, data, selection } = usePage();
  const news = selection.sessions.filter((i) => isNews(year, i));
  const some = data.departments
    .map((department, number) => ({
      department,
      sessions: Array.from(news).filter((i) => isOf(year, i, number)),
    }))
    .filter(({ sessions }) => sessions.length > 0);
  return (
    <>
      <p class="lead">
        {counted(year, news.length, 'session')} new, changed or cancelled with {data.changes.since}.
      </p>
      {some.length === 0 && <Nothing>No session is other than before.</Nothing>}
      {some.map(({ department, sessions }) => (
        <div key={department.id}>
          <h2 dir="auto">
            {department.name} ({sessions.length})
          </h2>
          <Kinds changed={changesIn(year, sessions)} />
        </div>
      ))}
    </>
  );
}

function isOf({ from, group, data }: Year, session: number, department: number): boolean {
  for (let k = from[session]!; k < from[session + 1]!; k++)
    if (data.groups.department[group[k]!] === department) return true;
  return false;
}

function Kinds({ changed }: { changed: Changed }) {
  const { year, data } = usePage();
  const kinds = [
    ['Moved or changed', changed.moved],
    ['New', changed.added],
    ['Cancelled', changed.cancelled],
  ] as const;
  return (
    <>
      {kinds.map(([title, sessions]) =>
        sessions.length === 0 ? null : (
          <div key={title}>
            <h3>
              {title} ({sessions.length})
            </h3>
            <ul class="plain">
              {sessions.slice(0, MOST).map((session) => (
                <li key={session}>
                  {whenWords(year, session)}: <SessionLink session={session} />{' '}
                  <span class="small" dir="auto">
                    {data.sessions.whys[year.why[session]!]!.filter((text) => /\s/.test(text)).join(' ')}
                  </span>
                </li>
              ))}
              {sessions.length > MOST && (
                <li>{sessions.length - MOST} more: filter, or open the workbook.</li>
              )}
            </ul>
          </div>
        ),
      )}
    </>
  );
}
