/** Training time against what there is: shifts against what their floor can spare, trainers and rooms against what they offer. */
import { useState } from 'preact/hooks';
import { Nothing, Switch, usePage } from '../../parts/common.tsx';
import { Chart } from './chart.tsx';
import { RoleHours } from './role-hours.tsx';
import { floorTracks, fullest, ownTracks } from './tracks.ts';

const KINDS = [
  ['departments', 'Departments'],
  ['shifts', 'Shifts'],
  ['sites', 'Sites'],
  ['roles', 'Roles'],
  ['facilitators', 'Trainers'],
  ['rooms', 'Rooms'],
] as const;

type TrackKind = Exclude<(typeof KINDS)[number][0], 'roles'>;

/** So many charts at once. */
const MOST = 12;

export function Load() {
  const { data, settings } = usePage();
  const kind = KINDS.find(([id]) => id === settings.what)?.[0] ?? 'departments';
  return (
    <section class="load">
      <h1>Load</h1>
      <p class="lead">
        {LEADS[kind] ?? LEADS.floor} {data.programme.planned}
      </p>
      <div class="tools">
        <Switch label="Whose load" name="what" value={kind} options={KINDS} />
      </div>
      {kind === 'roles' ? <RoleHours /> : <Charts key={kind} kind={kind} />}
    </section>
  );
}

const OFFERED = 'Hours in use, week by week, against what is offered. The fullest come first.';

/** What a load is held against. */
const LEADS: Readonly<Record<string, string>> = {
  floor:
    'Minutes of people’s time in training, week by week, against what the floor can spare: as many people as may be away at once, for as long as they work. The fullest come first.',
  facilitators: OFFERED,
  rooms: OFFERED,
  roles:
    'Hours of each role and shift, and whether they are paid. Every session lies within the hours that its people work.',
};

function Charts({ kind }: { kind: TrackKind }) {
  const { year, selection } = usePage();
  const [most, setMost] = useState(MOST);
  const isPeople = kind !== 'facilitators' && kind !== 'rooms';
  const tracks = (isPeople ? floorTracks(year, selection, kind) : ownTracks(year, selection, kind))
    .filter(({ used }) => used.some((minutes) => minutes > 0))
    .sort((a, b) => fullest(b) - fullest(a));
  const unit = isPeople ? 'of people’s time the floor can spare' : 'offered';
  return (
    <>
      {tracks.length === 0 && <Nothing>Nothing is in use.</Nothing>}
      <div class="charts">
        {tracks.slice(0, most).map((track) => (
          <Chart key={track.name} {...track} unit={unit} />
        ))}
      </div>
      {tracks.length > most && (
        <button type="button" onClick={() => setMost(most + MOST)}>
          Show {Math.min(MOST, tracks.length - most)} more of {tracks.length}
        </button>
      )}
    </>
  );
}
