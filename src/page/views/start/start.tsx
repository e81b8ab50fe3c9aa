/** The first minute: how good the plan is, where it is worst, what is asked of whoever decides; or the same of one department. */
import { usePage } from '../../parts/common.tsx';
import { Department } from './department.tsx';
import { Departments, Lowest } from './departments.tsx';
import { Files } from './files.tsx';
import { Changes, ThisMonth, Worst } from './news.tsx';
import { Score } from './score.tsx';

export function Start() {
  const { selection, data } = usePage();
  const { department } = selection.asked;
  const one = department === undefined ? undefined : data.departments[department];
  return one ? <Department number={department!} /> : <Everybody />;
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
