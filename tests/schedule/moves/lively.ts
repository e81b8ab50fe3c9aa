/** Random firms of six weeks in which every kind of session meets others of its kind, and little is free. */
import fc from 'fast-check';
import { programme } from '../helpers.ts';

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

export const livelyFirm: fc.Arbitrary<string> = fc
  .record({
    heads: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 2, max: 7 }))),
    groupSize: pick(2, 3, 4),
    away: pick(40, 60, 100),
    perWeek: pick(120, 240),
    seats: pick(4, 5, 6),
    hours: pick(2, 4),
    days: pick('mon-fri', 'tue, thu'),
  })
  .map(
    ({ heads: [agents, seniors, clerks, leads], groupSize, away, perWeek, seats, hours, days }) =>
      `${programme('  rotation: [t, u]', '2027-02-01', '2027-03-14')}
policy: { groupSize: ${groupSize}, startEvery: 30, minutesPerWeek: ${perWeek} }
themes: { t: {}, u: {} }
departments:
  desk:
    maxAway: ${away}%
    shifts: { day: { days: [${days}], hours: 09:00-17:00 } }
    meetings: { team: { day: tue, at: 10:00, minutes: 15, every: week } }
  office: { maxAway: ${away}% }
roles:
  agent: { department: desk, heads: ${agents} }
  senior: { department: desk, heads: ${seniors} }
  clerk: { department: office, heads: ${clerks} }
  lead: { department: office, level: manager, heads: ${leads} }
rooms: { lab: { site: main, seats: ${seats} }, hall: { site: main, seats: 8 }, den: { site: main, seats: 3 } }
facilitators:
  ann: { kind: trainer, hoursPerWeek: ${hours} }
  bo: { kind: trainer, hours: 12:00-17:00, hoursPerDay: 2 }
  di: { kind: trainer, hours: 09:00-13:00, hoursPerWeek: 5 }
  cy: { kind: champion, role: senior, hoursPerWeek: 3 }
modules:
  open: { audience: everyone, format: workshop, minutes: 90, seats: ${seats}, themes: [t], when: { from: 2027-02-01, by: 2027-02-14 } }
  drill: { audience: everyone, format: workshop, led: champion, minutes: 30, seats: 2, after: [open], when: { from: 2027-02-08, by: 2027-03-07 } }
  repeat: { audience: everyone, format: virtual, room: false, minutes: 15, seats: 3, themes: [t, u], after: [{ module: open, atLeastDays: 3, atMostDays: 30 }], when: { every: month } }
  coach: { audience: everyone, format: coaching, led: line, room: false, minutes: 30, seats: 2, when: { every: month } }
  read: { audience: everyone, format: self-paced, minutes: 20, when: { from: 2027-02-15, by: 2027-03-14 } }
  huddle: { audience: { departments: [desk] }, format: huddle, minutes: 10, when: { every: month } }
  visit: { audience: { roles: [clerk, lead] }, format: shadowing, minutes: 60, host: { department: desk, guests: 2, site: main }, when: { from: 2027-02-01, by: 2027-03-14 } }
  long: { audience: { roles: [agent, clerk] }, format: workshop, minutes: 60, parts: 2, seats: 6, when: { from: 2027-02-08, by: 2027-03-14 } }
`,
  );
