/** Planned, delivered, missed: what has come of the seats by the day of the plan. By name only where names were asked for. */
import type { ComponentChildren } from 'preact';
import type { DeliveredSeats } from '../../../report/look/types/scores.ts';
import { Nothing, Switch, usePage, Wide } from '../../parts/common.tsx';
import { type SeatKind, seatsBy } from '../../sums.ts';
import { dateWords, decimal } from '../../words.ts';
import { KINDS } from './heat.tsx';

/** A row: planned is the sum of the rest; undefined where it is not told. */
interface Seats {
  readonly name: string;
  readonly planned: number;
  readonly told: Readonly<Record<'delivered' | 'missed' | 'untold' | 'ahead', number>> | undefined;
}

export function Delivered({ switches }: { switches: ComponentChildren }) {
  const { year, data, settings } = usePage();
  const kinds = [
    ...KINDS,
    ['module', 'Modules'] as const,
    ...(data.people ? [['person', 'People'] as const] : []),
  ];
  const kind = kinds.find(([id]) => id === settings.of)?.[0] ?? 'department';
  const rows = useRows(kind);
  return (
    <>
      <p class="lead">
        Seats in sessions, as of {dateWords(year, data.programme.asOf)}. Planned is what was delivered,
        missed, not told and is to come together.
        {kind === 'person'
          ? ''
          : ' A dash: nothing was due yet, fewer than five people, or could be worked out.'}
      </p>
      <div class="tools">
        {switches}
        <Switch label="Of whom" name="of" value={kind} options={kinds} />
      </div>
      {rows.length === 0 ? (
        <Nothing>Nothing is planned for them.</Nothing>
      ) : (
        <Wide label="Planned, delivered, missed">
          <table class="bars delivered">
            <thead>
              <tr>
                <th scope="col">{kinds.find(([id]) => id === kind)?.[1]}</th>
                {COLUMNS.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, planned, told }, i) => (
                <tr key={`${i} ${name}`}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {[planned, told?.delivered, told?.missed, told?.untold, told?.ahead].map((seats, at) => (
                    <td key={COLUMNS[at]} class="number">
                      {seats === undefined ? '–' : decimal(year, seats)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  );
}

const COLUMNS = ['Planned', 'Delivered', 'Missed', 'Not told', 'To come'] as const;

/** Those of whom anything is planned, as far as the filters mean them. */
function useRows(kind: SeatKind | 'person'): Seats[] {
  const { year, data, selection } = usePage();
  const { department, role, site, module } = selection.asked;
  const isMeant = (asked: number | undefined, own: number) => asked === undefined || asked === own;
  if (kind === 'person')
    return (data.people ?? [])
      .filter(
        (one) => isMeant(department, one.department) && isMeant(role, one.role) && isMeant(site, one.site),
      )
      .map(({ name, planned, ...told }) => ({ name, planned, told }));
  const planned = seatsBy(year, kind);
  const row = (name: string, i: number, seats: DeliveredSeats | undefined): Seats => ({
    name,
    planned: planned[i]!,
    told: seats && { ...seats, ahead: planned[i]! - seats.due },
  });
  const asked = { department, role, site, module }[kind];
  const rows = {
    department: () => data.departments.map(({ name, seats }, i) => row(name, i, seats.delivered)),
    role: () => data.roles.map(({ name, seats }, i) => row(name, i, seats.delivered)),
    site: () => data.sites.map(({ name, seats }, i) => row(name, i, seats.delivered)),
    module: () => data.modules.map(({ name, delivered }, i) => row(name, i, delivered)),
  }[kind]();
  return rows.filter((one, i) => one.planned > 0 && isMeant(asked, i));
}
