/** Answers → a firm: who works where and when, in the workspace's ids. Everything that is wrong with an answer is said here. */
import { zoneFault } from '../../calendar/zone-names.ts';
import { type AnswerPath, AnswerProblem, type Answers, LONGEST_ANSWER } from './answers.ts';
import { countedOf, type HeadsBySite } from './counted.ts';
import { giveIds, isNone, itemsOf, type NamedItem, oneOf, orList } from './items.ts';
import { type JoinerAnswer, joinersOf } from './joiners.ts';
import { journeyPacks, type Pack } from './packs.ts';
import { sitesOf } from './places.ts';
import { regionFrom } from './region.ts';
import { type Shift, shiftsOf } from './shifts.ts';
import { themesOf } from './themes.ts';
import { type Trainer, trainersOf } from './trainers.ts';

export interface Job extends NamedItem {
  /** Site id → people. */
  readonly heads: ReadonlyMap<string, number>;
  readonly leads: boolean;
  readonly customerFacing: boolean;
  readonly joiners: number;
}

export interface Department extends NamedItem {
  /** Where most of it is. */
  readonly site: string;
  readonly shifts: readonly Shift[];
  readonly jobs: readonly Job[];
}

export interface Room extends NamedItem {
  readonly site: string;
  readonly seats: number;
}

export interface Firm {
  readonly name: string;
  readonly year: number;
  readonly timezone: string;
  readonly region: string | undefined;
  readonly pack: Pack;
  readonly mantra: string;
  readonly sites: readonly NamedItem[];
  readonly departments: readonly Department[];
  readonly rooms: readonly Room[];
  readonly trainers: readonly Trainer[];
  readonly themes: readonly NamedItem[];
}

/** @throws AnswerProblem that says which answer, and what to write */
export async function firmOf(answers: Answers): Promise<Firm> {
  for (const [key, value] of Object.entries(answers)) at([key as 'name'], () => mustBeShort(value));
  if (!(Number.isInteger(answers.year) && answers.year >= 2020 && answers.year <= 2149))
    throw new AnswerProblem(['year'], 'the year must be one from 2020 to 2149');
  const sites = at(['sites'], () => sitesOf(answers.sites));
  if (sites.length === 0) sites.push({ id: 'main', name: 'Main site' });
  const pack = journeyPacks().get(answers.journey);
  if (!pack)
    throw new AnswerProblem(
      ['journey'],
      `“${answers.journey}” is no journey: ${orList([...journeyPacks().keys()])}`,
    );
  const wrongZone = await zoneFault(answers.timezone);
  if (wrongZone !== undefined) throw new AnswerProblem(['timezone'], wrongZone);
  const { region, problem } = await regionFrom(answers.holidays);
  if (problem !== undefined) throw new AnswerProblem(['holidays'], problem);
  const rough = roughDepartments(answers, sites);
  const jobs = rough.flatMap((department) => department.jobs);
  const chosen = (key: 'customers' | 'leaders') =>
    at(
      [key],
      () => new Set(listed(answers[key]).flatMap((word) => allCalled(oneOf(word, jobs, 'job').name, jobs))),
    );
  const [customers, leaders] = [chosen('customers'), chosen('leaders')];
  const joining = at(['joiners'], () => joinersOf(answers.joiners, jobs));
  return {
    name: answers.name,
    year: answers.year,
    timezone: answers.timezone,
    region,
    pack,
    mantra: answers.mantra.trim(),
    sites,
    departments: rough.map((department) => ({
      ...department,
      jobs: department.jobs.map((job) => ({
        ...job,
        customerFacing: customers.has(job.id),
        leads: leaders.has(job.id),
        joiners: joining.get(job.id) ?? 0,
      })),
    })),
    rooms: at(['rooms'], () => roomsOf(answers.rooms, sites)),
    trainers: at(['trainers'], () => trainersOf(answers.trainers)),
    themes: at(['themes'], () => themesOf(answers.themes)),
  };
}

/** The jobs of the answers so far, for the questions that list them. */
export function jobsOf(answers: Answers): NamedItem[] {
  const sites = sitesOf(answers.sites);
  return roughDepartments(answers, sites.length === 0 ? [{ id: 'main', name: 'Main site' }] : sites).flatMap(
    ({ jobs }) => jobs,
  );
}

type RoughJob = JoinerAnswer & NamedItem;

function roughDepartments(answers: Answers, sites: readonly NamedItem[]) {
  const id = giveIds('job');
  if (answers.departments.length === 0)
    throw new AnswerProblem(['departments'], 'name at least one department');
  // A touchpoint's owner may be a department or a job: no two share an id.
  const departmentIds = answers.departments.map(({ name }) => id(name));
  return answers.departments.map(({ name, people, shifts }, i) => {
    const counted = at(['departments', i, 'people'], () =>
      merged(countedOf(people, sites, { ...JOBS, unnamed: `${name} team` })),
    );
    if (counted.length === 0)
      throw new AnswerProblem(
        ['departments', i, 'people'],
        `nobody works in ${name}: write a job and a number, such as Adviser 12`,
      );
    const jobs: RoughJob[] = counted.map(({ name, at: heads }) => ({ id: id(name), name, heads }));
    return {
      id: departmentIds[i]!,
      name,
      site: homeOf(counted, sites),
      shifts: at(['departments', i, 'shifts'], () => shiftsOf(shifts)),
      jobs,
    };
  });
}

/** Ids: several departments may have managers. */
function allCalled(name: string, jobs: readonly NamedItem[]): string[] {
  return jobs.filter((job) => job.name.toLowerCase() === name.toLowerCase()).map(({ id }) => id);
}

/** A job that is named again, for another place, is the same job. */
function merged(jobs: readonly HeadsBySite[]): HeadsBySite[] {
  const all = new Map<string, { name: string; at: Map<string, number> }>();
  for (const { name, at } of jobs) {
    const job = all.get(name.toLowerCase()) ?? { name, at: new Map() };
    for (const [site, heads] of at) job.at.set(site, (job.at.get(site) ?? 0) + heads);
    all.set(name.toLowerCase(), job);
  }
  return [...all.values()];
}

const JOBS = { kind: 'job', example: 'Driver 12', most: 100_000 };
const ROOMS = { kind: 'room', example: 'Classroom 12', most: 10_000, unnamed: 'Training room' };

function roomsOf(text: string, sites: readonly NamedItem[]): Room[] {
  if (isNone(text)) return [];
  const id = giveIds('room');
  return countedOf(text, sites, ROOMS).flatMap(({ name, at: seats }) =>
    [...seats].map(([site, count]) => ({
      id: id(seats.size === 1 ? name : `${name} ${site}`),
      name: seats.size === 1 ? name : `${name}, ${sites.find((one) => one.id === site)!.name}`,
      site,
      seats: count,
    })),
  );
}

/** Where most of its people are; of equals the first. */
function homeOf(jobs: readonly HeadsBySite[], sites: readonly NamedItem[]): string {
  const heads = (site: string) => jobs.reduce((sum, { at: places }) => sum + (places.get(site) ?? 0), 0);
  return sites.reduce((best, { id }) => (heads(id) > heads(best) ? id : best), sites[0]!.id);
}

function listed(text: string): string[] {
  return isNone(text) ? [] : itemsOf(text);
}

function mustBeShort(value: unknown): void {
  if (
    JSON.stringify(value).length > LONGEST_ANSWER * 10 ||
    (typeof value === 'string' && value.length > LONGEST_ANSWER)
  )
    throw new Error(`more than ${LONGEST_ANSWER} letters are no answer`);
}

/** What goes wrong in reading an answer is that answer's problem. */
function at<T>(path: AnswerPath, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AnswerProblem) throw error;
    throw new AnswerProblem(path, (error as Error).message);
  }
}
