/** A rehearsal as text: a table of departments at risk, what was missed and why, and the cheapest reserve. */
import { type Say, sayIn } from '../../calendar/say.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import { ledBy } from '../../model/made/led-by.ts';
import { startWords } from '../../report/words.ts';
import type { Findings } from '../../scenarios/rehearsal/findings.ts';
import type { Reserve } from '../../scenarios/rehearsal/reserve.ts';
import type { Stage } from '../../scenarios/rehearsal/stage.ts';
import { table } from '../table.ts';

export function rehearsalText(stage: Stage, findings: Findings, placed: number): string {
  const { model } = stage;
  const say = sayIn(model.programme.locale);
  const { number } = say;
  const { years, seed, departments, missed, madeUp, fallen } = findings;
  const rows = departments.map(({ name, planned, median, low, lost, most, belowFloor }) => [
    name,
    scoreWords(say, planned),
    scoreWords(say, median),
    scoreWords(say, low),
    belowFloor === 0 ? '–' : `${Math.round(100 * belowFloor)} %`,
    seats(say, lost),
    most ? `${most.name} (${seats(say, most.seats)})` : '–',
  ]);
  const titles = ['', 'planned', 'most years', '1 year in 20', 'below floor', 'seats lost', 'most of them'];
  const all = Object.values(missed).reduce((a, b) => a + b, 0);
  const causes = [
    ['absent', missed.absent],
    ['on leave', missed.leave],
    ['no-shows', missed.noShow],
    ['kept at work', missed.peak],
    ['nobody to lead', missed.leader],
  ] as const;
  const lines = [
    `${sanitise(model.programme.name)}: ${number(years)} years rehearsed (seed ${seed})`,
    chances(say, stage),
    '',
    table(titles, rows),
    `Of ${number(placed)} seats, huddles apart ${number(Math.round(all))} a year are missed (${causes.map(([name, count]) => `${name} ${number(Math.round(count))}`).join(', ')}); ${number(Math.round(madeUp))} are made up in sessions that stand. ${fallen === 0 ? 'No session falls' : `${seats(say, fallen)} sessions fall`} for want of somebody to lead.`,
    '',
    ...reserveLines(say, stage, findings.reserves),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was let happen, and where that is said. */
function chances(say: Say, { model }: Stage): string {
  const { absence, leave, noShows, leaders, peaks } = model.policy.rehearsal;
  const percent = (share: number) => `${say.exact(Number((100 * share).toFixed(2)))} %`;
  return `absent ${percent(absence)} · on leave ${percent(leave)} · no-shows ${percent(noShows)} · those who lead absent ${percent(leaders)} · peaks ${percent(peaks)} (policy.rehearsal)`;
}

function reserveLines(say: Say, { model }: Stage, reserves: readonly Reserve[]): string[] {
  if (reserves.length === 0)
    return ['No reserve would save half a seat a year: the sessions that stand take up what is missed.'];
  const nameOf = (id: string) => model.facilitators.get(id)?.name ?? id;
  return [
    'The cheapest reserve',
    ...reserves.map((reserve, i) => {
      const saves = `${seats(say, reserve.saves)} seats a year`;
      if (reserve.kind === 'deputy') {
        return `  ${i + 1}  ${nameOf(reserve.deputy)} learns what ${nameOf(reserve.leader)} leads, and stands in: ${saves}`;
      }
      const { module, occurrence, site, start, room, hours } = reserve;
      const name = model.modules.get(module)?.name ?? module;
      const where = [
        model.sites.get(site)?.name ?? site,
        ...(room === null ? [] : [model.rooms.get(room)?.name ?? room]),
        ...ledBy(reserve).map(nameOf),
      ].join(', ');
      return `  ${i + 1}  A date to make up “${name}” (${occurrence}): ${startWords(say, start)}, ${where}: ${saves} for ${say.exact(hours)} hours of people’s time`;
    }),
  ].map(sanitise);
}

/** `12`, `3.4` */
function seats({ number, figure }: Say, value: number): string {
  return value >= 10 ? number(Math.round(value)) : figure(value);
}
