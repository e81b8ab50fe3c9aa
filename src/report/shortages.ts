/** What was short, in words: how many places no plan could give, and of what too little was there. */
import type { Say } from '../calendar/say.ts';
import type { Plan, PlanBottleneck } from '../model/made/plan.ts';
import type { Context } from './context.ts';
import type { Block } from './types.ts';
import { capital, counted, hoursWords, monthWords, windowWords } from './words.ts';

/** Most bottlenecks that a page tells. */
const MOST = 8;

/** `; at least 9 are impossible with these trainers, rooms and hours`; empty where nothing is proven. */
export function boundWords(say: Say, { score: { bound = 0, unplaced } }: Plan): string {
  if (bound === 0) return '';
  const how = 'impossible with these trainers, rooms and hours';
  if (bound < unplaced) return `; at least ${counted(say, bound, 'is', 'are')} ${how}`;
  return `; ${bound === 1 ? 'it is' : 'all are'} ${how}`;
}

/** Under their own heading, most people first. */
export function shortageBlocks({ say, plan: { bottlenecks = [] } }: Context): Block[] {
  if (bottlenecks.length === 0) return [];
  const rest = bottlenecks.length - MOST;
  const items = bottlenecks.slice(0, MOST).map((one) => bottleneckWords(say, one));
  if (rest > 0) items.push(`${counted(say, rest, 'more of these', 'more of these')} in plan.json.`);
  return [
    { kind: 'heading', level: 2, text: 'What was short' },
    { kind: 'list', items },
  ];
}

/** `Outside trainers: 31 h wanted in March, 18 h offered (26 seats found no place).` */
export function bottleneckWords(say: Say, one: PlanBottleneck): string {
  const { wanted, offered, people } = one;
  const fits = offered < wanted ? '' : ', but not where it fits';
  const seats = counted(say, people, 'seat');
  return `${subject(one)}: ${hoursWords(say, wanted)} h wanted ${periodWords(say, one)}, ${hoursWords(say, offered)} h offered${fits} (${seats} found no place).`;
}

function subject({ kind, name }: PlanBottleneck): string {
  switch (kind) {
    case 'floor':
      return `People of ${name} who may be away`;
    case 'weeks':
      return `The weeks of ${name}`;
    case 'managers':
      return `Line managers of ${name}`;
    case 'host':
      return `Places at ${name}`;
    default:
      return capital(name);
  }
}

/** `in March` for a whole month. */
function periodWords(say: Say, { from, by }: PlanBottleneck): string {
  const whole = from.endsWith('-01') && from.slice(0, 7) === by.slice(0, 7) && Number(by.slice(8)) > 27;
  return whole ? `in ${monthWords(say, from.slice(0, 7))}` : windowWords(say, from, by);
}
