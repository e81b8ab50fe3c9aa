/** `people.yaml`: sites, rooms, departments with shifts and meetings, jobs, and who leads sessions. */
import type { Department, Firm, Job } from '../firm.ts';
import type { Shift, Time } from '../shifts.ts';
import type { Trainer } from '../trainers.ts';
import { lines } from './lines.ts';
import { meetingsOf } from './meetings.ts';
import { weeksOf } from './weeks.ts';

export function peopleText(firm: Firm): string {
  const { sites, rooms, departments, trainers, year } = firm;
  return [
    '# Who works where and when.\nsites:\n',
    lines(1, Object.fromEntries(sites.map(({ id, name }) => [id, { name }]))),
    rooms.length === 0 ? '' : '\n# Where sessions are held, one at a time in each.\nrooms:\n',
    lines(1, Object.fromEntries(rooms.map(({ id, name, site, seats }) => [id, { name, site, seats }]))),
    '\ndepartments:\n',
    ...departments.map((department) => departmentText(department, year)),
    '\nroles:\n',
    ...departments.flatMap((department) => department.jobs.map((job) => jobText(job, department))),
    trainers.length === 0
      ? ''
      : '\n# Who leads sessions, and how many hours a week we may ask of them.\nfacilitators:\n',
    lines(1, Object.fromEntries(trainers.map((trainer) => [trainer.id, trainerEntry(trainer)]))),
  ].join('');
}

function departmentText(department: Department, year: number): string {
  const { id, name, site, shifts, jobs } = department;
  const share = jobs.some(({ customerFacing }) => customerFacing) ? '25%' : '50%';
  return [
    `  ${id}:\n`,
    lines(2, { name, site }),
    '    # Of the people on one shift at one site, how many may train at once: a share, or such as 2 people.\n',
    lines(2, { maxAway: share }),
    '    shifts:\n',
    lines(3, Object.fromEntries(shifts.map((shift) => [shift.id, shiftEntry(shift, year)]))),
    '    # A proposal: when they meet anyway. Huddles are held in these minutes.\n    meetings:\n',
    lines(3, meetingsOf(department, year)),
    '    # When there is no time for training, such as\n',
    `    # busy: [{ from: ${year}-11-15, to: ${year}-12-31, reason: Christmas, allowUpTo: 15 }]\n`,
  ].join('');
}

function shiftEntry({ times, share }: Shift, year: number): object {
  const part = share === undefined ? {} : { share: `${Math.round(share * 100) / 100}%` };
  const written = times.map((time) => timeEntry(time, year));
  return written.length === 1 ? { ...written[0], ...part } : { times: written, ...part };
}

function timeEntry(time: Time, year: number): object {
  return { days: time.days, hours: time.hours, ...weeksOf(time, year) };
}

function jobText(job: Job, department: Department): string {
  const { id, name, heads, leads, customerFacing, joiners } = job;
  const [[site, number] = ['', 0], ...more] = [...heads];
  const home = more.length === 0 && site === department.site;
  return [
    `  ${id}:\n`,
    lines(2, {
      name,
      department: department.id,
      heads: home ? number : Object.fromEntries(heads),
      level: leads ? 'manager' : customerFacing ? 'frontline' : 'specialist',
      customerFacing: customerFacing || undefined,
      joiners: joiners || undefined,
    }),
    customerFacing ? '' : '    # impact: (how this job reaches a customer, in one sentence)\n',
  ].join('');
}

function trainerEntry({ name, hoursPerWeek, days, hours }: Trainer): object {
  return { name, kind: 'trainer', hoursPerWeek, ...(days && { days }), ...(hours && { hours }) };
}
