/** Every contradiction has a workspace in which it is found and a near miss in which it is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf, line, minimal, type Sections } from '../fixtures.ts';

interface Case {
  readonly code: string;
  readonly name?: string;
  /** Changes to the minimal workspace in which it must be found. */
  readonly bad: Sections;
  /** What the message must say. */
  readonly says: RegExp;
  /** Text of the line at which it points. */
  readonly at: RegExp;
  readonly severity?: 'warn' | 'info';
  /** Changes that are just about right. */
  readonly near: Sections;
  /** CSV files beside the workspace. */
  readonly files?: Record<string, string>;
  readonly nearFiles?: Record<string, string>;
}

const two = { sites: { leeds: {}, york: {} }, departments: { stores: { site: 'leeds' } } };
const workshop = (more: Sections = {}): Sections => ({
  modules: { basics: { format: 'workshop', room: false, ...more } },
  facilitators: { amira: { kind: 'trainer' } },
});
const office = { departments: { office: {} }, roles: { clerk: { department: 'office', heads: 4 } } };
const shadow = (host: Sections | undefined, more: Sections = {}): Sections => ({
  ...office,
  modules: { basics: { format: 'shadowing', audience: { departments: ['office'] }, host, ...more } },
});

const AT = (at: string): Sections => ({ from: undefined, by: undefined, date: '2027-02-02', at });
const HALLS = {
  hall: { site: 'main', seats: 8 },
  lab: { site: 'main', seats: 8 },
  call: { site: 'online', seats: 8 },
};
const HALLS_OF_TWO = { hall: { site: 'york', seats: 80 }, call: { site: 'online', seats: 80 } };
const MEETING = (hours: string): Sections => ({
  departments: {
    stores: {
      meetings: { huddle: { day: 'tue', at: '13:00', minutes: 15 } },
      busy: [{ days: 'tue', hours }],
    },
  },
  modules: { basics: { format: 'huddle', minutes: 1 } },
});
const TEAM = (more: Sections, shift = 'late'): Sections => ({
  departments: {
    stores: {
      teams: { a: {}, ...more },
      shifts: {
        day: { days: 'mon-fri', hours: '09:00-17:00' },
        [shift]: { days: 'sat', hours: '09:00-17:00' },
      },
    },
  },
  roles: { colleague: { heads: { a: 10 } } },
});

const TONGUES =
  'ar bg bn cs da de el en es et fa fi fr ga gu hi hr hu it ja ko lt lv nl pa pl pt ro ru sk sl sv'.split(
    ' ',
  );

const CASES: readonly Case[] = [
  // policy: preferred hours
  {
    code: 'no-length',
    name: 'preferred hours',
    bad: { policy: { preferredHours: { coaching: '09:00-09:00' } } },
    says: /hours that policy prefers for coaching begin and end at the same time/,
    at: /coaching: 09:00-09:00/,
    near: { policy: { preferredHours: { coaching: '09:00-08:59' } } },
  },
  {
    code: 'longer-than-preferred',
    bad: { policy: { preferredHours: { workshop: '10:00-10:20' } }, ...workshop({ minutes: 30 }) },
    says: /policy prefers 10:00-10:20 for workshop, but module "basics" takes 30 minutes/,
    at: /workshop: 10:00-10:20/,
    severity: 'warn',
    near: { policy: { preferredHours: { workshop: '10:00-10:30' } }, ...workshop({ minutes: 30 }) },
  },
  // programme
  {
    code: 'programme-ends-first',
    bad: { programme: { ends: '2026-12-17' } },
    says: /ends on 2026-12-17, before it starts on 2027-01-04/,
    at: /ends: 2026-12-17/,
    near: { programme: { ends: '2027-02-05' } },
  },
  {
    code: 'programme-too-long',
    bad: { programme: { ends: '2037-12-17' } },
    says: /longer than three years/,
    at: /ends:/,
    near: { programme: { ends: '2029-12-31' } },
  },
  {
    code: 'listed-twice',
    name: 'a stage in the journey',
    bad: { programme: { journey: ['buy', 'buy'] } },
    says: /stage "buy" stands twice in the journey/,
    at: /- buy/,
    near: { programme: { journey: ['buy'] } },
  },
  {
    code: 'journey-incomplete',
    bad: { programme: { journey: ['buy'] }, stages: { help: {} } },
    says: /stage "help" is not in the programme's journey/,
    at: /help:/,
    severity: 'warn',
    near: { programme: { journey: ['buy', 'help'] }, stages: { help: {} } },
  },
  {
    code: 'phase-order',
    bad: {
      programme: { journey: ['buy', 'look'] },
      stages: { buy: { phase: 'during' }, look: { phase: 'before' } },
    },
    says: /"look" is before being a customer, but comes after "buy", which is during/,
    at: /phase: before/,
    severity: 'warn',
    near: {
      programme: { journey: ['look', 'buy'] },
      stages: { buy: { phase: 'during' }, look: { phase: 'before' } },
    },
  },
  // ranges
  {
    code: 'range-ends-first',
    bad: { departments: { stores: { busy: [{ from: '2027-03-29', to: '2027-03-26' }] } } },
    says: /range of department "stores" ends on 2027-03-26, before it begins on 2027-03-29/,
    at: /to: 2027-03-26/,
    near: { departments: { stores: { busy: [{ from: '2027-03-29', to: '2027-03-29' }] } } },
  },
  {
    code: 'range-outside-programme',
    bad: { facilitators: { amira: { kind: 'trainer', away: [{ from: '2026-03-01', to: '2026-03-20' }] } } },
    says: /range of facilitator "amira" lies outside the programme/,
    at: /from: 2026-03-01/,
    severity: 'warn',
    near: { facilitators: { amira: { kind: 'trainer', away: [{ from: '2026-12-01', to: '2027-01-04' }] } } },
  },
  {
    code: 'no-length',
    name: 'a range',
    bad: { sites: { leeds: { closed: [{ hours: '09:00-09:00' }] } } },
    says: /site "leeds" begin and end at the same time/,
    at: /hours: 09:00-09:00/,
    near: { sites: { leeds: { closed: [{ hours: '00:00-24:00', days: 'sun' }] } } },
  },
  // holidays
  {
    code: 'holiday-and-worked',
    bad: { programme: { holidays: { dates: ['2027-08-27'], except: ['2027-08-27'] } } },
    says: /2027-08-27 is a day off under dates, and a day on which people work under except/,
    at: /- 2027-08-27/,
    near: {
      programme: {
        holidays: {
          region: 'GB-ENG',
          dates: [{ date: '2027-08-30', hours: '12:00-24:00' }],
          except: ['2027-08-30'],
        },
      },
    },
  },
  {
    code: 'nothing-to-except',
    bad: { programme: { holidays: { region: 'GB-ENG', except: ['2027-08-31'] } } },
    says: /2027-08-31 is no holiday: that people work then changes nothing/,
    at: /- 2027-08-31/,
    severity: 'warn',
    near: { programme: { holidays: { region: 'GB-ENG', except: ['2027-08-30', '2031-08-25'] } } },
  },
  {
    code: 'nothing-to-except',
    name: 'a worked day that is a working day already',
    bad: { programme: { holidays: { region: 'HU', worked: ['2027-07-07'] } } },
    says: /2027-07-07 is no holiday and no weekend/,
    at: /- 2027-07-07/,
    severity: 'warn',
    near: { programme: { holidays: { region: 'HU', worked: ['2027-07-10'] } } },
  },
  {
    code: 'listed-twice',
    name: 'a day off',
    bad: { programme: { holidays: { dates: ['2027-12-16', { date: '2027-12-16', hours: '12:00-24:00' }] } } },
    says: /2027-12-16 stands twice under dates, for the same hours/,
    at: /date: 2027-12-16/,
    near: {
      programme: {
        holidays: {
          dates: [
            { date: '2027-12-16', hours: '00:00-12:00' },
            { date: '2027-12-16', hours: '12:00-14:00' },
          ],
        },
      },
    },
  },
  {
    code: 'no-length',
    name: 'hours off',
    bad: { programme: { holidays: { dates: [{ date: '2027-12-16', hours: '12:00-12:00' }] } } },
    says: /hours off on 2027-12-16 begin and end at the same time/,
    at: /hours: 12:00-12:00/,
    near: { programme: { holidays: { dates: [{ date: '2027-12-16', hours: '12:00-24:00' }] } } },
  },
  // sites, departments, roles
  {
    code: 'reserved-id',
    name: 'a site called online',
    bad: { sites: { online: {}, leeds: {} }, departments: { stores: { site: 'leeds' } } },
    says: /"online" is built in/,
    at: /online:/,
    near: { sites: { 'on-line': {}, leeds: {} }, departments: { stores: { site: 'leeds' } } },
  },
  {
    code: 'share-sum',
    bad: {
      departments: {
        stores: {
          shifts: {
            early: { days: 'mon-fri', hours: '06:00-14:00', share: '55%' },
            late: { days: 'mon-fri', hours: '14:00-22:00', share: '46%' },
          },
        },
      },
    },
    says: /take 101% of its people \(early 55% \+ late 46%\)/,
    at: /shifts:/,
    near: {
      departments: {
        stores: {
          shifts: {
            early: { days: 'mon-fri', hours: '06:00-14:00', share: '33.33%' },
            late: { days: 'mon-fri', hours: '14:00-22:00', share: '33.33%' },
            night: { days: 'mon-fri', hours: '22:00-06:00', share: '33.34%' },
          },
        },
      },
    },
  },
  {
    code: 'share-sum',
    name: 'one shift alone',
    bad: {
      departments: { stores: { shifts: { day: { days: 'mon-fri', hours: '09:00-17:00', share: '90%' } } } },
    },
    says: /take 90%/,
    at: /shifts:/,
    near: { departments: { stores: { shifts: { day: { days: 'mon-fri', hours: '09:00-17:00' } } } } },
  },
  {
    code: 'no-length',
    name: 'a shift',
    bad: { departments: { stores: { shifts: { day: { days: 'mon-fri', hours: '09:00-09:00' } } } } },
    says: /shift "day" of department "stores" begins and ends at 09:00/,
    at: /hours: 09:00-09:00/,
    near: { departments: { stores: { shifts: { day: { days: 'mon-fri', hours: '09:00-10:00' } } } } },
  },
  {
    code: 'overlapping-times',
    bad: {
      departments: {
        stores: {
          shifts: {
            day: {
              times: [
                { days: 'mon-fri', hours: '09:00-17:00' },
                { days: 'fri', hours: '16:00-20:00' },
              ],
            },
          },
        },
      },
    },
    says: /overlap on fri at 16:00/,
    at: /days: fri$/,
    near: {
      departments: {
        stores: {
          shifts: {
            day: {
              times: [
                { days: 'mon-fri', hours: '09:00-17:00' },
                { days: 'fri', hours: '17:00-20:00' },
              ],
            },
          },
        },
      },
    },
  },
  {
    code: 'overlapping-times',
    name: "over the week's end",
    bad: {
      departments: {
        stores: {
          shifts: {
            day: {
              times: [
                { days: 'mon', hours: '05:00-12:00' },
                { days: 'sun', hours: '22:00-06:00' },
              ],
            },
          },
        },
      },
    },
    says: /overlap on mon at 05:00/,
    at: /days: mon$/,
    near: {
      departments: {
        stores: {
          shifts: {
            day: {
              times: [
                { days: 'mon', hours: '06:00-12:00' },
                { days: 'sun', hours: '22:00-06:00' },
              ],
            },
          },
        },
      },
    },
  },
  {
    code: 'meeting-outside-shifts',
    bad: { departments: { stores: { meetings: { huddle: { day: 'tue', at: '16:50', minutes: 15 } } } } },
    says: /meeting "huddle" .*tue 16:50, 15 minutes.* is never within shift "day"/,
    at: /at: 16:50/,
    near: { departments: { stores: { meetings: { huddle: { day: 'tue', at: '16:45', minutes: 15 } } } } },
  },
  {
    code: 'meeting-outside-shifts',
    name: 'on the wrong day',
    bad: { departments: { stores: { meetings: { huddle: { day: 'sat', at: '10:00', minutes: 15 } } } } },
    says: /sat 10:00/,
    at: /at: 10:00/,
    near: {
      departments: { stores: { meetings: { huddle: { day: 'fri-sat', at: '10:00', minutes: 15 } } } },
    } as Sections,
  },
  {
    code: 'meeting-outside-shifts',
    name: 'a night shift past midnight',
    bad: {
      departments: {
        stores: {
          shifts: { night: { days: 'mon', hours: '22:00-06:00' } },
          meetings: { huddle: { day: 'mon', at: '05:00', minutes: 15 } },
        },
      },
    },
    says: /is never within shift "night"/,
    at: /at: 05:00/,
    near: {
      departments: {
        stores: {
          shifts: { night: { days: 'mon', hours: '22:00-06:00' } },
          meetings: { huddle: { day: 'tue', at: '05:00', minutes: 15 } },
        },
      },
    },
  },
  {
    code: 'meeting-without-people',
    bad: {
      ...two,
      departments: {
        stores: {
          site: 'leeds',
          meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, sites: ['york'] } },
        },
      },
    },
    says: /held at "york", where department "stores" has nobody/,
    at: /sites:|- york/,
    severity: 'warn',
    near: {
      ...two,
      departments: {
        stores: {
          site: 'leeds',
          meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15, sites: ['leeds'] } },
        },
      },
    },
  },
  {
    code: 'site-missing',
    bad: { sites: { leeds: {}, york: {} } },
    says: /role "colleague" has 10 heads without a site, and department "stores" names none of the 2 sites/,
    at: /heads: 10/,
    near: { sites: { leeds: {}, york: {} }, roles: { colleague: { heads: { york: 10 } } } },
  },
  {
    code: 'zero-heads',
    bad: { roles: { colleague: { heads: 0 } } },
    says: /role "colleague" has no heads/,
    at: /heads: 0/,
    severity: 'warn',
    near: { roles: { colleague: { heads: 1 } } },
  },
  {
    code: 'department-without-roles',
    bad: { departments: { office: {} } },
    says: /department "office" has no roles/,
    at: /office:/,
    severity: 'warn',
    near: office,
  },
  // journey, audiences, moments, themes, voices
  {
    code: 'duplicate-id',
    name: 'a touchpoint',
    bad: { stages: { choose: { touchpoints: { checkout: { owner: 'colleague' } } } } },
    says: /touchpoint "checkout" stands twice: in stage "choose" and in stage "buy"/,
    at: /checkout:/,
    near: { stages: { choose: { touchpoints: { shelf: { owner: 'colleague' } } } } },
  },
  {
    code: 'ambiguous-owner',
    bad: {
      roles: { stores: { department: 'stores', heads: 1 } },
      stages: { buy: { touchpoints: { checkout: { owner: 'stores' } } } },
    },
    says: /"stores", which is both a role and a department/,
    at: /owner: stores/,
    near: { stages: { buy: { touchpoints: { checkout: { owner: 'stores' } } } } },
  },
  {
    code: 'reserved-id',
    name: 'an audience called everyone',
    bad: { audiences: { everyone: { levels: ['frontline'] } } },
    says: /"everyone" is a built-in audience/,
    at: /everyone:/,
    near: { audiences: { 'every-colleague': { levels: ['frontline'] } } },
  },
  {
    code: 'reserved-id',
    name: 'a moment called interview',
    bad: { moments: { interview: { from: 0, to: 0 } } },
    says: /"interview" comes before the first day/,
    at: /interview:/,
    near: { moments: { 'day-30': { from: 10, to: 30 } } },
  },
  {
    code: 'moment-ends-first',
    bad: { moments: { 'day-14': { from: 18, to: 10 } } },
    says: /ends on day 10, before it begins on day 18/,
    at: /to: 10/,
    near: { moments: { 'day-14': { from: 10, to: 10 } } },
  },
  {
    code: 'month-claimed-twice',
    bad: { themes: { empathy: { months: [3, 1] } } },
    says: /"empathy" and "mission" both claim month 1/,
    at: /- 1/,
    near: { themes: { empathy: { months: [3, 2] } } },
  },
  {
    code: 'listed-twice',
    name: 'a month of one theme',
    bad: { themes: { mission: { months: [1, 1] } } },
    says: /theme "mission" names month 1 twice/,
    at: /- 1/,
    near: { themes: { mission: { months: [1, 2] } } },
  },
  {
    code: 'theme-months-and-rotation',
    bad: { programme: { rotation: ['mission', 'empathy'] }, themes: { empathy: {} } },
    says: /theme "mission" has months of its own \(1\), but the rotation gives it 2027-03 too/,
    at: /months:|- 1/,
    near: { programme: { rotation: ['empathy'] }, themes: { empathy: {} } },
  },
  {
    code: 'consent-before-recorded',
    bad: { voices: { call: { type: 'recording', recorded: '2026-05-12', consentUntil: '2026-05-11' } } },
    says: /consent to voice "call" ends on 2026-05-11, before it was recorded on 2026-05-12/,
    at: /consentUntil:/,
    near: { voices: { call: { type: 'recording', recorded: '2026-05-12', consentUntil: '2026-05-12' } } },
  },
  // windows
  {
    code: 'window-outside-programme',
    name: 'from too early',
    bad: { modules: { basics: { when: { from: '2027-01-03' } } } },
    says: /module "basics" may begin on 2027-01-03, but the programme starts on 2027-01-04/,
    at: /from: 2027-01-03/,
    near: { modules: { basics: { when: { from: '2027-01-04' } } } },
  },
  {
    code: 'window-outside-programme',
    name: 'by too late',
    bad: { modules: { basics: { when: { by: '2027-12-18' } } } },
    says: /due by 2027-12-18, but the programme ends on 2027-12-17/,
    at: /by: 2027-12-18/,
    near: { modules: { basics: { when: { by: '2027-12-17' } } } },
  },
  {
    code: 'window-outside-programme',
    name: 'a date of a ritual',
    bad: { rituals: { thanks: { type: 'recognition', when: { date: '2027-12-24' } } } },
    says: /ritual "thanks" is held on 2027-12-24, but the programme ends/,
    at: /date: 2027-12-24/,
    near: { rituals: { thanks: { type: 'recognition', when: { date: '2027-12-17' } } } },
  },
  {
    code: 'window-outside-programme',
    name: 'an observance',
    bad: {
      programme: { ends: '2027-09-30' },
      rituals: { thanks: { type: 'recognition', when: { date: 'cx-day' } } },
    },
    says: /"cx-day", which does not fall between 2027-01-04 and 2027-09-30/,
    at: /date: cx-day/,
    near: { rituals: { thanks: { type: 'recognition', when: { date: 'cx-day' } } } },
  },
  {
    code: 'window-ends-first',
    bad: { modules: { basics: { when: { from: '2027-02-06' } } } },
    says: /due by 2027-02-05, before it may begin on 2027-02-06/,
    at: /by: 2027-02-05/,
    near: { modules: { basics: { when: { from: '2027-02-05' } } } },
  },
  {
    code: 'months-outside-window',
    bad: {
      rituals: {
        thanks: { type: 'recognition', when: { every: 'month', by: '2027-06-30', months: [7, 8] } },
      },
    },
    says: /months 7, 8, outside its window from 2027-01-04 to 2027-06-30/,
    at: /months:|- 7/,
    near: {
      rituals: { thanks: { type: 'recognition', when: { every: 'month', by: '2027-07-01', months: [7] } } },
    },
  },
  {
    code: 'month-without-theme',
    bad: { modules: { basics: { themes: 'month', when: { from: '2027-02-01' } } } },
    says: /theme of the month, but no month of its window has one/,
    at: /themes: month/,
    near: { modules: { basics: { themes: 'month' } } },
  },
  // who attends
  {
    code: 'nobody-attends',
    bad: { modules: { basics: { audience: { departments: ['stores'], customerFacing: false } } } },
    says: /module "basics" is for Stores; behind-the-scenes roles, and nobody is that/,
    at: /audience:|departments:/,
    near: { modules: { basics: { audience: { departments: ['stores'], customerFacing: true } } } },
  },
  {
    code: 'nobody-attends',
    name: 'zero heads are a warning of their own',
    bad: { modules: { basics: { audience: 'leaders' } } },
    says: /is for leaders/,
    at: /audience: leaders/,
    near: {
      roles: { boss: { department: 'stores', heads: 0, level: 'manager' } },
      modules: { basics: { audience: 'leaders' } },
    },
  },
  {
    code: 'nobody-meant',
    bad: { themes: { mission: { audience: 'leaders' } } },
    says: /theme "mission" is for leaders, and nobody is that/,
    at: /audience: leaders/,
    severity: 'warn',
    near: { themes: { mission: { audience: 'customer-facing' } } },
  },
  {
    code: 'longer-than-shift',
    bad: { modules: { basics: { minutes: 481 } } },
    says: /takes 481 minutes, longer than every shift of its audience \(the longest: 480 minutes\)/,
    at: /minutes: 481/,
    near: { modules: { basics: { minutes: 480 } } },
  },
  {
    code: 'longer-than-hours',
    bad: { modules: { basics: { minutes: 60, hours: '12:00-12:45' } } },
    says: /takes 60 minutes, but may only be held 12:00-12:45/,
    at: /hours:/,
    near: { modules: { basics: { minutes: 45, hours: '12:00-12:45' } } },
  },
  {
    code: 'longer-than-hours',
    name: 'to the end of the day',
    bad: { modules: { basics: { minutes: 60, hours: '23:15-24:00' } } },
    says: /may only be held 23:15-24:00/,
    at: /hours:/,
    near: { modules: { basics: { minutes: 45, hours: '23:15-24:00' } } },
  },
  {
    code: 'no-start-in-hours',
    bad: { modules: { basics: { minutes: 45, hours: '12:05-12:50' } } },
    says: /sessions start every 15 minutes/,
    at: /hours:/,
    near: { modules: { basics: { minutes: 45, hours: '12:05-13:00' } } },
  },
  {
    code: 'huddle-without-meeting',
    bad: { modules: { basics: { format: 'huddle', minutes: 10 } } },
    says: /huddle "basics" is for department "stores" too, which has no meeting/,
    at: /audience: everyone/,
    near: {
      modules: { basics: { format: 'huddle', minutes: 10 } },
      departments: { stores: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15 } } } },
    },
  },
  {
    code: 'huddle-too-long',
    bad: {
      modules: { basics: { format: 'huddle', minutes: 16 } },
      departments: { stores: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15 } } } },
    },
    says: /takes 16 minutes, but the longest meeting of department "stores" takes 15/,
    at: /minutes: 16/,
    near: {
      modules: { basics: { format: 'huddle', minutes: 15 } },
      departments: { stores: { meetings: { huddle: { day: 'tue', at: '10:00', minutes: 15 } } } },
    },
  },
  {
    code: 'interview-moment',
    bad: { modules: { basics: { when: { moment: 'interview', from: undefined, by: undefined } } } },
    says: /is a self-paced at the interview/,
    at: /moment: interview/,
    near: {
      modules: {
        basics: { format: 'interview', when: { moment: 'interview', from: undefined, by: undefined } },
      },
    },
  },
  {
    code: 'moment-without-joiners',
    bad: { modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } } },
    says: /held at "day-30" after joining, and nobody is known to join this year/,
    severity: 'info',
    at: /moment: day-30/,
    near: {
      roles: { colleague: { joiners: 1 } },
      modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } },
    },
  },
  {
    code: 'moment-without-joiners',
    name: 'of a roster',
    bad: {
      programme: { people: 'people.csv' },
      roles: { colleague: { heads: 1 } },
      modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } },
    },
    files: { 'people.csv': 'id,role,joined\np1,colleague,2020-01-01\n' },
    says: /nobody is known to join this year \(audience: everyone\)/,
    severity: 'info',
    at: /moment: day-30/,
    near: {
      programme: { people: 'people.csv' },
      roles: { colleague: { heads: 1 } },
      modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } },
    },
    nearFiles: { 'people.csv': 'id,role,joined\np1,colleague,2020-01-01\np2,colleague,2027-03-01\n' },
  },
  {
    code: 'moment-without-joiners',
    name: 'of a roster beside which nobody is awaited',
    bad: {
      programme: { people: 'people.csv' },
      roles: { colleague: { heads: 1, joiners: 0 } },
      modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } },
    },
    files: { 'people.csv': 'id,role,joined\np1,colleague,2020-01-01\n' },
    says: /nobody is known to join this year \(audience: everyone\)/,
    severity: 'info',
    at: /moment: day-30/,
    near: {
      programme: { people: 'people.csv' },
      roles: { colleague: { heads: 1, joiners: 5 } },
      modules: { basics: { when: { moment: 'day-30', from: undefined, by: undefined } } },
    },
    nearFiles: { 'people.csv': 'id,role,joined\np1,colleague,2020-01-01\n' },
  },
  {
    code: 'online-not-allowed',
    bad: {
      ...two,
      modules: { basics: { room: 'online', sites: ['leeds'] } },
      rooms: { call: { site: 'online', seats: 20 } },
    },
    says: /is held online, but may only be held at leeds/,
    at: /sites:|- leeds/,
    near: {
      ...two,
      modules: { basics: { room: 'online', sites: ['leeds', 'online'] } },
      rooms: { call: { site: 'online', seats: 20 } },
    },
  },
  {
    code: 'nobody-at-sites',
    bad: { ...two, modules: { basics: { sites: ['york'] } } },
    says: /may only be held at york, where nobody of its audience works/,
    at: /sites:|- york/,
    near: { ...two, modules: { basics: { sites: ['leeds', 'york'] } } },
  },
  {
    code: 'host-without-shadowing',
    bad: { modules: { basics: { host: { department: 'stores', guests: 2 } } } },
    says: /has a host, but is a self-paced/,
    at: /host:/,
    near: shadow({ department: 'stores', guests: 2 }),
  },
  {
    code: 'shadowing-without-host',
    bad: shadow(undefined),
    says: /is shadowing, but does not say whom/,
    at: /format: shadowing/,
    near: shadow({ department: 'stores', guests: 1 }),
  },
  {
    code: 'host-without-people',
    bad: shadow({ department: 'lab', guests: 2 }, {}) && {
      ...shadow({ department: 'lab', guests: 2 }),
      departments: { office: {}, lab: {} },
    },
    says: /visits department "lab", where nobody works/,
    at: /department: lab/,
    near: shadow({ department: 'stores', guests: 2 }),
  },
  {
    code: 'host-without-site',
    bad: {
      ...two,
      ...shadow({ department: 'stores', guests: 2 }),
      departments: { stores: { site: 'leeds' }, office: { site: 'york' } },
    },
    says: /visits department "stores", which is not at york, where guests/,
    at: /department: stores/,
    near: {
      ...two,
      ...shadow({ department: 'stores', guests: 2, site: 'leeds' }),
      departments: { stores: { site: 'leeds' }, office: { site: 'york' } },
    },
  },
  {
    code: 'host-not-at-site',
    bad: {
      ...two,
      ...shadow({ department: 'stores', guests: 2, site: 'york' }),
      departments: { stores: { site: 'leeds' }, office: { site: 'york' } },
    },
    says: /sends guests to "york", where department "stores" has nobody/,
    at: /site: york/,
    near: {
      ...two,
      ...shadow({ department: 'stores', guests: 2, site: 'leeds' }),
      departments: { stores: { site: 'leeds' }, office: { site: 'york' } },
    },
  },
  {
    code: 'longer-than-host-shift',
    bad: {
      ...shadow({ department: 'stores', guests: 2 }, { minutes: 250 }),
      departments: { office: {}, stores: { shifts: { half: { days: 'mon-fri', hours: '09:00-13:00' } } } },
    },
    says: /takes 250 minutes, longer than every shift of its host "stores" \(the longest: 240 minutes\)/,
    at: /minutes: 250/,
    near: {
      ...shadow({ department: 'stores', guests: 2 }, { minutes: 240 }),
      departments: { office: {}, stores: { shifts: { half: { days: 'mon-fri', hours: '09:00-13:00' } } } },
    },
  },
  {
    code: 'no-night',
    bad: { policy: { restAfterNightHours: 11 } },
    says: /asks for rest after a night, and no shift has three hours between 23:00 and 06:00/,
    at: /restAfterNightHours: 11/,
    severity: 'warn',
    near: {
      policy: { restAfterNightHours: 11 },
      departments: { stores: { shifts: { late: { days: 'daily', hours: '18:00-02:00' } } } },
    },
  },
  {
    code: 'unpaid-overtime',
    bad: { modules: { basics: { hoursOutsideShift: 'allowed', paid: false } } },
    says: /module "basics" may be held outside the shift, and its time is not paid/,
    at: /hoursOutsideShift: allowed/,
    near: { modules: { basics: { hoursOutsideShift: 'allowed', paid: true } } },
  },
  {
    code: 'huddle-outside-shift',
    bad: {
      departments: { stores: { meetings: { huddle: { day: 'tue', at: '13:00', minutes: 30 } } } },
      modules: { basics: { format: 'huddle', hoursOutsideShift: 'allowed' } },
    },
    says: /is a huddle, which is held inside a meeting, never outside the shift/,
    at: /hoursOutsideShift: allowed/,
    near: {
      departments: { stores: { meetings: { huddle: { day: 'tue', at: '13:00', minutes: 30 } } } },
      modules: { basics: { format: 'huddle' } },
    },
  },
  // languages
  {
    code: 'nobody-speaks',
    bad: {
      ...workshop({ languages: ['fr', 'nl'] }),
      facilitators: { amira: { kind: 'trainer', languages: 'en' } },
    },
    says: /needs a trainer who speaks French or Dutch for role "colleague" at main, and none who teaches it there does/,
    at: /- fr/,
    severity: 'warn',
    near: {
      ...workshop({ languages: ['fr', 'nl'] }),
      facilitators: { amira: { kind: 'trainer', languages: 'nl' } },
    },
  },
  {
    code: 'not-understood',
    bad: { roles: { colleague: { languages: 'nl' } }, modules: { basics: { languages: ['fr'] } } },
    says: /is held in French, and role "colleague" at main understands Dutch/,
    at: /- fr/,
    severity: 'warn',
    near: { roles: { colleague: { languages: 'nl' } }, modules: { basics: { languages: ['fr', 'nl'] } } },
  },
  {
    code: 'too-many-languages',
    bad: { ...workshop(), facilitators: { amira: { kind: 'trainer', languages: TONGUES } } },
    says: /names 32 languages, and 31 are the most/,
    at: /name: Minimal/,
    near: { ...workshop(), facilitators: { amira: { kind: 'trainer', languages: TONGUES.slice(1) } } },
  },
  // who leads, and where
  {
    code: 'nobody-teaches',
    name: 'no facilitator of the kind',
    bad: { ...workshop(), facilitators: { amira: { kind: 'champion' } } },
    says: /is led by a trainer, and there is none/,
    at: /format: workshop/,
    severity: 'warn',
    near: workshop(),
  },
  {
    code: 'nobody-teaches',
    name: 'none teaches it',
    bad: {
      ...workshop(),
      modules: {
        basics: { format: 'workshop', room: false },
        other: {
          audience: 'everyone',
          format: 'workshop',
          room: false,
          minutes: 30,
          when: { by: '2027-03-01' },
        },
      },
      facilitators: { amira: { kind: 'trainer', teaches: ['other'] } },
    },
    says: /none of them teaches it/,
    at: /format: workshop/,
    severity: 'warn',
    near: {
      ...workshop(),
      modules: { basics: { format: 'workshop', room: false, skill: 'listening' } },
      facilitators: { amira: { kind: 'trainer', teaches: ['listening'] } },
    },
  },
  {
    code: 'nobody-teaches',
    name: 'none comes to the site',
    bad: {
      ...two,
      ...workshop(),
      departments: two.departments,
      facilitators: { amira: { kind: 'trainer', sites: ['york'] } },
    },
    says: /none who teaches it comes to leeds/,
    at: /format: workshop/,
    severity: 'warn',
    near: {
      ...two,
      ...workshop(),
      departments: two.departments,
      facilitators: { amira: { kind: 'trainer', sites: ['york', 'leeds'] } },
    },
  },
  {
    code: 'site-without-facilitator',
    bad: {
      ...two,
      ...workshop(),
      roles: { colleague: { heads: { leeds: 5, york: 5 } } },
      facilitators: { amira: { kind: 'trainer', sites: ['york'] } },
    },
    says: /none who teaches it comes to leeds/,
    at: /audience:/,
    severity: 'warn',
    near: {
      ...two,
      ...workshop(),
      roles: { colleague: { heads: { leeds: 5, york: 5 } } },
      facilitators: { amira: { kind: 'trainer' } },
    },
  },
  {
    code: 'longer-than-facilitator',
    bad: { ...workshop({ minutes: 121 }), facilitators: { amira: { kind: 'trainer', hoursPerDay: 2 } } },
    says: /takes 121 minutes, but those who teach it lead at most 120 minutes/,
    at: /minutes: 121/,
    near: { ...workshop({ minutes: 120 }), facilitators: { amira: { kind: 'trainer', hoursPerDay: 2 } } },
  },
  {
    code: 'no-room',
    bad: { ...workshop({ room: true }) },
    says: /needs a room, and there is none at main/,
    at: /room: true/,
    near: { ...workshop({ room: true }), rooms: { lab: { site: 'main', seats: 1 } } },
  },
  {
    code: 'no-room',
    name: 'with the features',
    bad: {
      ...workshop({ room: { features: ['sofa'] } }),
      rooms: { lab: { site: 'main', seats: 12, features: ['screen'] } },
    },
    says: /needs a room with sofa, and there is none at main/,
    at: /room:|features:/,
    near: {
      ...workshop({ room: { features: ['sofa'] } }),
      rooms: { lab: { site: 'main', seats: 12, features: ['screen', 'sofa'] } },
    },
  },
  {
    code: 'no-room',
    name: 'online',
    bad: { ...workshop({ room: 'online' }) },
    says: /there is none online/,
    at: /room: online/,
    near: { ...workshop({ room: 'online' }), rooms: { call: { site: 'online', seats: 20 } } },
  },
  {
    code: 'site-without-room',
    bad: {
      ...two,
      ...workshop({ room: true }),
      roles: { colleague: { heads: { leeds: 5, york: 5 } } },
      rooms: { lab: { site: 'york', seats: 9 } },
    },
    says: /needs a room, and there is none at leeds/,
    at: /room: true/,
    severity: 'warn',
    near: {
      ...two,
      ...workshop({ room: true }),
      roles: { colleague: { heads: { york: 5 } } },
      rooms: { lab: { site: 'york', seats: 9 } },
    },
  },
  {
    code: 'seats-min-over-max',
    bad: { modules: { basics: { seats: { min: 9, max: 8 } } } },
    says: /at least 9 people in a session that takes at most 8/,
    at: /seats:|min: 9/,
    near: { modules: { basics: { seats: { min: 8, max: 8 } } } },
  },
  {
    code: 'seats-min-over-audience',
    bad: { modules: { basics: { seats: { min: 11 } } } },
    says: /at least 11 people in a session, but its audience has 10/,
    at: /seats:|min: 11/,
    severity: 'warn',
    near: { modules: { basics: { seats: { min: 10 } } } },
  },
  {
    code: 'no-length',
    name: 'of a facilitator',
    bad: { facilitators: { amira: { kind: 'trainer', hours: '09:00-09:00' } } },
    says: /hours of facilitator "amira"/,
    at: /hours:/,
    near: { facilitators: { amira: { kind: 'trainer', hours: '09:00-09:30' } } },
  },
  {
    code: 'teaches-other-kind',
    bad: {
      ...workshop(),
      facilitators: { amira: { kind: 'trainer' }, ben: { kind: 'champion', teaches: ['basics'] } },
    },
    says: /facilitator "ben" is a champion and teaches "basics", which is led by trainer/,
    at: /teaches:|- basics/,
    severity: 'warn',
    near: {
      ...workshop({ led: 'champion' }),
      facilitators: { ben: { kind: 'champion', teaches: ['basics'] } },
    },
  },
  {
    code: 'more-facilitators-than-heads',
    bad: {
      roles: { colleague: { heads: 1 } },
      facilitators: {
        amira: { kind: 'trainer', role: 'colleague' },
        ben: { kind: 'champion', role: 'colleague' },
      },
    },
    says: /2 facilitators \(amira, ben\) hold the role "colleague", which has 1 heads/,
    at: /role: colleague/,
    severity: 'warn',
    near: {
      roles: { colleague: { heads: 2 } },
      facilitators: {
        amira: { kind: 'trainer', role: 'colleague' },
        ben: { kind: 'champion', role: 'colleague' },
      },
    },
  },
  {
    code: 'moment-outside-programme',
    bad: {
      roles: { colleague: { joiners: 3 } },
      modules: { basics: { when: { moment: 'anniversary', from: undefined, by: undefined } } },
    },
    says: /held at "anniversary", up to 379 days after joining, but the programme ends after 347/,
    at: /moment: anniversary/,
    severity: 'warn',
    near: {
      programme: { ends: '2028-01-18' },
      roles: { colleague: { joiners: 3 } },
      modules: { basics: { when: { moment: 'anniversary', from: undefined, by: undefined } } },
    },
  },
  // words of planners
  {
    code: 'dates-not-for-this',
    bad: { rituals: { letter: { type: 'communication', when: { dates: [{ date: '2027-03-02' }] } } } },
    says: /ritual "letter" offers dates, but is held once/,
    at: /dates:/,
    near: { rituals: { letter: { type: 'communication', when: { date: '2027-03-02' } } } },
  },
  {
    code: 'heads-and-shifts-differ',
    bad: { roles: { colleague: { shifts: { day: 9 } } } },
    says: /role "colleague" says how many work each shift \(9 at main\), and its heads say something else/,
    at: /heads: 10/,
    near: { roles: { colleague: { shifts: { day: 10 } } } },
  },
  {
    code: 'heads-from-twice',
    bad: { roles: { colleague: { heads: [{ heads: 9 }, { heads: 10 }] } } },
    says: /"colleague" has two numbers of heads from the beginning/,
    at: /- heads: 10/,
    near: { roles: { colleague: { heads: [{ heads: 9 }, { from: '2027-04-01', heads: 10 }] } } },
  },
  {
    code: 'joiners-outside-programme',
    bad: { roles: { colleague: { joiners: { '2026-09': 2 } } } },
    says: /joiners of role "colleague" in 2026-09 lie outside the programme/,
    at: /2026-09: 2/,
    severity: 'warn',
    near: { roles: { colleague: { joiners: { '2027-09': 2 } } } },
  },
  {
    code: 'nobody-may-go',
    bad: { departments: { stores: { minOnShift: 10 } } },
    says: /department "stores" keeps 10 on shift, and shift "day" at main has 10/,
    at: /minOnShift: 10/,
    severity: 'warn',
    near: { departments: { stores: { minOnShift: 9 } } },
  },
  {
    code: 'role-of-another-department',
    bad: {
      departments: { stores: { busy: [{ days: 'mon', roles: ['clerk'] }] }, office: {} },
      roles: { clerk: { department: 'office', heads: 2 } },
    },
    says: /"stores" name role "clerk", which is in department "office"/,
    at: /- clerk/,
    near: { departments: { stores: { busy: [{ days: 'mon', roles: ['colleague'] }] } } },
  },
  {
    code: 'works-said-twice',
    bad: {
      facilitators: {
        anna: { kind: 'trainer', hours: '09:00-12:00', works: [{ days: 'mon', hours: '09:00-12:00' }] },
      },
    },
    says: /facilitator "anna" says twice when they work: in `works`, and in `hours`/,
    at: /hours: 09:00-12:00/,
    near: { facilitators: { anna: { kind: 'trainer', works: [{ days: 'mon', hours: '09:00-12:00' }] } } },
  },
  {
    code: 'names-who-leads-not',
    bad: { facilitators: { anna: { kind: 'trainer' } }, modules: { basics: { facilitators: ['anna'] } } },
    says: /module "basics" names facilitators, but is led by nobody \(self-paced\)/,
    at: /facilitators:/,
    severity: 'warn',
    near: {
      facilitators: { anna: { kind: 'trainer' } },
      modules: { basics: { format: 'workshop', room: false, facilitators: ['anna'] } },
    },
  },
  {
    code: 'most-below-least',
    bad: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-04-30' },
          after: [{ module: 'basics', atLeastDays: 7, atMostDays: 6 }],
        },
      },
    },
    says: /"next" comes at least 7 days after "basics", and at most 6/,
    at: /atMostDays: 6/,
    near: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-04-30' },
          after: [{ module: 'basics', atLeastDays: 7, atMostDays: 7 }],
        },
      },
    },
  },
  {
    code: 'prerequisite-too-early',
    bad: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { from: '2027-03-01', by: '2027-04-30' },
          after: [{ module: 'basics', atMostDays: 20 }],
        },
      },
    },
    says: /"next" begins on 2027-03-01 at the earliest, but must come within 20 days after "basics", which is due by 2027-02-05/,
    at: /module: basics/,
    near: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { from: '2027-03-01', by: '2027-04-30' },
          after: [{ module: 'basics', atMostDays: 24 }],
        },
      },
    },
  },
  {
    code: 'prerequisite-too-early',
    name: 'among moments',
    bad: {
      roles: { colleague: { joiners: 2 } },
      modules: {
        basics: { when: { moment: 'day-30', from: undefined, by: undefined } },
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { moment: 'day-90' },
          after: [{ module: 'basics', atMostDays: 30 }],
        },
      },
    },
    says: /"next" begins on day 61 after joining at the earliest, but must come within 30 days after "basics", which is due by day 30/,
    at: /module: basics/,
    near: {
      roles: { colleague: { joiners: 2 } },
      modules: {
        basics: { when: { moment: 'day-30', from: undefined, by: undefined } },
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { moment: 'day-90' },
          after: [{ module: 'basics', atMostDays: 31 }],
        },
      },
    },
  },
  // prerequisites
  {
    code: 'prerequisite-too-late',
    bad: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-01-17' },
          after: [{ module: 'basics', atLeastDays: 7 }],
        },
      },
    },
    says: /"next" is due by 2027-01-17, but comes after "basics", which begins on 2027-01-11 at the earliest and 7 days/,
    at: /module: basics/,
    near: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-01-18' },
          after: [{ module: 'basics', atLeastDays: 7 }],
        },
      },
    },
  },
  {
    code: 'prerequisite-too-late',
    name: 'among moments',
    bad: {
      roles: { colleague: { joiners: 2 } },
      modules: {
        basics: { when: { moment: 'day-60', from: undefined, by: undefined } },
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { moment: 'day-30' },
          after: ['basics'],
        },
      },
    },
    says: /due by day 30 after joining, but comes after "basics", which begins on day 31/,
    at: /- basics/,
    near: {
      roles: { colleague: { joiners: 2 } },
      modules: {
        basics: { when: { moment: 'day-30', from: undefined, by: undefined } },
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { moment: 'day-60' },
          after: ['basics'],
        },
      },
    },
  },
  {
    code: 'prerequisite-too-late',
    name: 'one that nobody of the audience is asked is met',
    bad: {
      ...office,
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-01-08' },
          after: ['basics'],
        },
      },
    },
    says: /comes after "basics"/,
    at: /- basics/,
    near: {
      ...office,
      modules: {
        basics: { audience: { departments: ['stores'] } },
        next: {
          audience: { departments: ['office'] },
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-01-08' },
          after: ['basics'],
        },
      },
    },
  },
  {
    code: 'listed-twice',
    name: 'a prerequisite',
    bad: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-02-18' },
          after: ['basics', { module: 'basics' }],
        },
      },
    },
    says: /"next" comes after "basics" twice/,
    at: /module: basics/,
    near: {
      modules: {
        next: {
          audience: 'everyone',
          format: 'self-paced',
          minutes: 15,
          when: { by: '2027-02-18' },
          after: ['basics'],
        },
      },
    },
  },
  // policy, waivers, people
  {
    code: 'hours-min-over-max',
    bad: { policy: { hoursPerPerson: { min: 41 } } },
    says: /at least 41 and at most 40 hours/,
    at: /hoursPerPerson:|min: 41/,
    near: { policy: { hoursPerPerson: { min: 40 } } },
  },
  {
    code: 'minutes-min-over-max',
    bad: { roles: { colleague: { expect: { minutesAYear: { min: 91, max: 90 } } } } },
    says: /role "colleague" expects at least 91 and at most 90 minutes a year/,
    at: /minutesAYear:|min: 91/,
    near: { roles: { colleague: { expect: { minutesAYear: { min: 90, max: 90 } } } } },
  },
  {
    code: 'pin-without-session',
    bad: { pins: [{ module: 'basics', on: '2027-01-12' }] },
    says: /a pin says which session it fixes/,
    at: /module: basics/,
    near: { pins: [{ module: 'basics', group: 'colleague.main.day.1', on: '2027-01-12' }] },
  },
  {
    code: 'pin-fixes-nothing',
    bad: { pins: [{ session: 'basics.once.colleague.main.day.1.1', reason: 'Dear to us' }] },
    says: /fixes nothing/,
    at: /session: basics/,
    near: { pins: [{ session: 'basics.once.colleague.main.day.1.1', reason: 'Dear to us', keep: true }] },
  },
  {
    code: 'pin-keep-and-more',
    bad: { pins: [{ session: 'basics.once.colleague.main.day.1.1', on: '2027-01-12', keep: true }] },
    says: /keep: true fixes everything/,
    at: /keep: true/,
    near: { pins: [{ session: 'basics.once.colleague.main.day.1.1', on: '2027-01-12' }] },
  },
  {
    code: 'pin-at-and-on',
    bad: { pins: [{ session: 'basics.once.x.1', at: '2027-01-12T10:00', on: '2027-01-12' }] },
    says: /at and on both say when/,
    at: /on: /,
    near: { pins: [{ session: 'basics.once.x.1', at: '2027-01-12T10:00' }] },
  },
  {
    code: 'pin-outside',
    bad: { pins: [{ session: 'basics.once.x.1', at: '2027-01-03T10:00' }] },
    says: /2027-01-03 is outside the programme \(2027-01-04 to 2027-12-17\)/,
    at: /at: /,
    near: { pins: [{ session: 'basics.once.x.1', at: '2027-01-04T10:00' }] },
  },
  {
    code: 'force-without-reason',
    bad: { pins: [{ session: 'basics.once.x.1', on: '2027-01-12', force: true }] },
    says: /needs a reason/,
    at: /force: true/,
    near: { pins: [{ session: 'basics.once.x.1', on: '2027-01-12', force: true, reason: 'All of us' }] },
  },
  {
    code: 'listed-twice',
    name: 'a pin',
    bad: {
      pins: [
        { session: 'basics.once.x.1', on: '2027-01-12' },
        { session: 'basics.once.x.1', on: '2027-01-13' },
      ],
    },
    says: /the same session is pinned twice/,
    at: /session: basics/,
    near: {
      pins: [
        { session: 'basics.once.x.1', on: '2027-01-12' },
        { session: 'basics.once.x.2', on: '2027-01-13' },
      ],
    },
  },
  {
    code: 'waiver-over',
    bad: { waivers: [{ rule: 'no-metric', reason: 'Later', owner: 'Priya', until: '2027-01-03' }] },
    says: /waiver of "no-metric" ends on 2027-01-03, before the programme starts on 2027-01-04/,
    at: /until:/,
    near: { waivers: [{ rule: 'no-metric', reason: 'Later', owner: 'Priya', until: '2027-01-04' }] },
  },
  {
    code: 'listed-twice',
    name: 'a waiver',
    bad: {
      waivers: [
        { rule: 'theme-gap', department: 'stores', reason: 'Later', owner: 'Priya', until: '2027-03-04' },
        { rule: 'theme-gap', department: 'stores', reason: 'Never', owner: 'Priya', until: '2027-03-04' },
      ],
    },
    says: /the same gap is waived twice \("theme-gap", department stores\)/,
    at: /rule: theme-gap/,
    near: {
      waivers: [
        {
          rule: 'theme-gap',
          department: 'stores',
          theme: 'mission',
          reason: 'Later',
          owner: 'Priya',
          until: '2027-03-04',
        },
        { rule: 'theme-gap', department: 'stores', reason: 'Never', owner: 'Priya', until: '2027-03-04' },
      ],
    },
  },
  // fixed starts, named rooms, meetings that are never held
  {
    code: 'at-outside-hours',
    bad: { modules: { basics: { hours: '12:00-16:00', when: AT('15:45') } } },
    says: /starts at 15:45 and takes 30 minutes, but may only be held 12:00-16:00/,
    at: /at: 15:45/,
    near: { modules: { basics: { hours: '12:00-16:00', when: AT('15:30') } } },
  },
  {
    code: 'at-outside-shifts',
    bad: { modules: { basics: { when: AT('16:45') } } },
    says: /starts on 2027-02-02 at 16:45 and takes 30 minutes, when nobody of its audience is on shift/,
    at: /at: 16:45/,
    near: { modules: { basics: { when: AT('16:30') } } },
  },
  {
    code: 'ritual-with-time',
    bad: {
      rituals: {
        letter: { type: 'communication', audience: 'everyone', channel: 'post', when: AT('10:00') },
      },
    },
    says: /ritual "letter" has a time of the day, but rituals take a day/,
    at: /at: 10:00/,
    near: {
      rituals: {
        letter: {
          type: 'communication',
          audience: 'everyone',
          channel: 'post',
          when: { date: '2027-02-02' },
        },
      },
    },
  },
  {
    code: 'rooms-online-and-not',
    bad: { ...workshop({ room: ['hall', 'call'] }), rooms: HALLS },
    says: /names rooms online and at a site/,
    at: /hall/,
    near: { ...workshop({ room: ['hall', 'lab'] }), rooms: HALLS },
  },
  {
    code: 'room-too-small',
    bad: { ...workshop({ room: 'hall', seats: 9 }), rooms: HALLS },
    says: /seats 9 people in a session, but room "hall" has 8 seats/,
    at: /room: hall/,
    severity: 'warn',
    near: { ...workshop({ room: 'hall', seats: 8 }), rooms: HALLS },
  },
  {
    code: 'meeting-never-held',
    bad: MEETING('12:45-13:15'),
    says: /meeting "huddle" of department "stores" \(tue 13:00, 15 minutes\) is never held: the department is busy/,
    at: /at: 13:00/,
    severity: 'warn',
    near: MEETING('12:45-13:14'),
  },
  // teams
  {
    code: 'team-without-people',
    bad: TEAM({ b: {} }),
    says: /team "b" of department "stores" has nobody/,
    at: /b: \{\}/,
    severity: 'warn',
    near: TEAM({}),
  },
  {
    code: 'team-like-a-site',
    bad: { ...TEAM({ main: {} }), sites: { main: {} } },
    says: /team "main" of department "stores" is called as a site is/,
    at: /main: \{\}/,
    near: { ...TEAM({}), sites: { main: {} } },
  },
  {
    code: 'team-like-a-shift',
    bad: TEAM({}, 'day-a'),
    says: /would be called "day-a", as another shift is/,
    at: /a: \{\}/,
    near: TEAM({}, 'day-b'),
  },
  {
    code: 'heads-disagree',
    bad: { programme: { people: 'people.csv' }, roles: { colleague: { heads: 3 } } },
    files: { 'people.csv': 'id,role\np1,colleague\np2,colleague\n' },
    says: /"stores" has other heads in the roster than are written: "colleague" 2, not 3/,
    at: /heads: 3/,
    severity: 'warn',
    near: { programme: { people: 'people.csv' }, roles: { colleague: { heads: 2 } } },
  },
  {
    code: 'heads-missing',
    bad: { roles: { colleague: { heads: undefined } } },
    says: /role "colleague" has no heads/,
    at: /colleague:/,
    near: { roles: { colleague: { heads: 2 } } },
  },
  {
    code: 'was-itself',
    bad: { roles: { colleague: { was: 'colleague' } } },
    says: /role "colleague" says that it was "colleague", which is its own id/,
    at: /was: colleague/,
    near: { roles: { colleague: { was: 'clerk' } } },
  },
  {
    code: 'was-still-there',
    bad: { roles: { clerk: { department: 'stores', heads: 2 }, colleague: { was: 'clerk' } } },
    says: /role "colleague" says that it was "clerk", which is still there/,
    at: /was: clerk/,
    near: { roles: { colleague: { was: 'clerk' } } },
  },
  {
    code: 'was-claimed-twice',
    bad: { roles: { seller: { department: 'stores', heads: 2, was: 'clerk' }, colleague: { was: 'clerk' } } },
    says: /says that it was "clerk", and so does role/,
    at: /was: clerk/,
    near: { roles: { seller: { department: 'stores', heads: 2, was: 'clerk' }, colleague: { was: 'till' } } },
  },
  {
    code: 'two-rhythms',
    bad: {
      departments: {
        stores: {
          meetings: {
            team: {
              day: 'tue',
              at: '10:00',
              minutes: 15,
              every: 'month',
              weeks: { every: 2, from: '2027-01-04' },
            },
          },
        },
      },
    },
    says: /says twice how often it is held: every month, and every 2 weeks/,
    at: /every: month/,
    near: {
      departments: {
        stores: {
          meetings: {
            team: { day: 'tue', at: '10:00', minutes: 15, weeks: { every: 2, from: '2027-01-04' } },
          },
        },
      },
    },
  },
  {
    code: 'certificate-not-renewed',
    bad: {
      modules: {
        basics: { validFor: '12 months', when: { every: 'month', from: undefined, by: undefined } },
      },
    },
    says: /says how long it is good for, but is not held once or at a moment/,
    at: /validFor: 12 months/,
    near: { modules: { basics: { validFor: '12 months' } } },
  },
  {
    code: 'certificate-not-renewed',
    name: 'interview',
    bad: {
      modules: {
        basics: {
          validFor: '12 months',
          format: 'interview',
          when: { from: undefined, by: undefined, moment: 'interview' },
        },
      },
    },
    says: /but is an interview, which makes no session/,
    at: /validFor: 12 months/,
    near: {
      modules: {
        basics: { validFor: '12 months', when: { from: undefined, by: undefined, moment: 'day-30' } },
      },
    },
  },
  {
    code: 'certificate-in-parts',
    bad: { modules: { basics: { validFor: '12 months', parts: 2 } } },
    says: /is held in 2 parts, and a line of attendance does not say which of them/,
    at: /validFor: 12 months/,
    near: { modules: { basics: { validFor: '12 months', parts: 1 } } },
  },
  {
    code: 'certificate-too-short',
    bad: { modules: { basics: { validFor: '13 days' } } },
    says: /is good for 13 days; 14 are the least/,
    at: /validFor: 13 days/,
    near: { modules: { basics: { validFor: '14 days' } } },
  },
  {
    code: 'leaders-of-nothing',
    bad: { modules: { basics: { format: 'self-paced', leaders: 2 } } },
    says: /asks for 2 leaders, but is led by nobody \(self-paced\)/,
    at: /leaders: 2/,
    severity: 'warn',
    near: { ...workshop({ leaders: 1 }) },
  },
  {
    code: 'too-few-to-lead',
    bad: workshop({ leaders: 2 }),
    says: /asks for 2 leaders, and only "amira" can lead it/,
    at: /leaders: 2/,
    severity: 'warn',
    near: {
      ...workshop({ leaders: 2 }),
      facilitators: { amira: { kind: 'trainer' }, tom: { kind: 'trainer' } },
    },
  },
  {
    code: 'travel-to-itself',
    bad: { ...two, sites: { leeds: { travel: { leeds: 5 } }, york: {} } },
    says: /site "leeds" says how far it is to itself/,
    at: /leeds: 5/,
    near: { ...two, sites: { leeds: { travel: { york: 0 } }, york: {} } },
  },
  {
    code: 'travel-said-twice',
    bad: { ...two, sites: { leeds: { travel: { york: 35 } }, york: { travel: { leeds: 40 } } } },
    says: /takes 35 minutes from "leeds" to "york", and 40 from "york" to "leeds"/,
    at: /york: 35/,
    near: { ...two, sites: { leeds: { travel: { york: 35 } }, york: { travel: { leeds: 35 } } } },
  },
  {
    code: 'at-where-people-work',
    bad: { ...two, modules: { basics: { at: 'york' } } },
    says: /asks people to come to york, but it is held where its people work \(self-paced\)/,
    at: /at: york/,
    near: { ...two, modules: { basics: { at: 'york', format: 'event' } } },
  },
  {
    code: 'at-beside-host',
    bad: {
      ...two,
      ...shadow({ department: 'stores', guests: 2, site: 'leeds' }, { at: 'leeds' }),
      departments: { ...two.departments, office: { site: 'york' } },
    },
    says: /asks people to come to leeds, but guests go to their host/,
    at: /at: leeds/,
    near: {
      ...two,
      ...shadow({ department: 'stores', guests: 2, site: 'leeds' }),
      departments: { ...two.departments, office: { site: 'york' } },
    },
  },
  {
    code: 'at-online',
    bad: {
      ...two,
      modules: { basics: { at: 'york', format: 'event', room: 'online' } },
      rooms: HALLS_OF_TWO,
    },
    says: /asks people to come to york, but it is held online/,
    at: /at: york/,
    near: { ...two, modules: { basics: { at: 'york', format: 'event', room: 'hall' } }, rooms: HALLS_OF_TWO },
  },
  {
    code: 'at-not-among-sites',
    bad: { ...two, modules: { basics: { at: 'york', format: 'event', sites: ['leeds'] } } },
    says: /asks people to come to york, but it may only be held at leeds/,
    at: /at: york/,
    near: { ...two, modules: { basics: { at: 'york', format: 'event', sites: ['leeds', 'york'] } } },
  },
  {
    code: 'longer-than-shift',
    name: 'longer-than-shift with the way',
    bad: {
      ...two,
      sites: { leeds: { travel: { york: 200 } }, york: {} },
      modules: { basics: { at: 'york', format: 'event', minutes: 90 } },
    },
    says: /takes 90 minutes and 200 each way, longer than every shift of its audience \(the longest: 480 minutes\)/,
    at: /minutes: 90/,
    near: {
      ...two,
      sites: { leeds: { travel: { york: 195 } }, york: {} },
      modules: { basics: { at: 'york', format: 'event', minutes: 90 } },
    },
  },
  {
    code: 'room-stays',
    bad: { ...two, rooms: { van: { site: 'leeds', seats: 8, travelMinutes: 90 } } },
    says: /room "van" says how long it takes from site to site, but is at one only/,
    at: /travelMinutes: 90/,
    severity: 'warn',
    near: { ...two, rooms: { van: { sites: ['leeds', 'york'], seats: 8, travelMinutes: 90 } } },
  },
  {
    code: 'weeks-count-both-ways',
    bad: { facilitators: { tom: { kind: 'trainer', weeks: { every: 2, from: '2027-06-07' } } } },
    says: /holds every 2 weeks before 2027-06-07, too/,
    at: /from: 2027-06-07/,
    severity: 'warn',
    near: {
      facilitators: { tom: { kind: 'trainer', weeks: { every: 2, from: '2027-06-07' }, from: '2027-06-07' } },
    },
  },
];

describe('contradictions', () => {
  for (const { code, name, bad, says, at, severity, near, files, nearFiles } of CASES) {
    const title = name ? `${code}: ${name}` : code;
    it(`finds ${title}`, async () => {
      const text = minimal(bad);
      const found = await diagnosticsOf({ 'cxplan.yaml': text, ...files });
      const one = found.find((diagnostic) => diagnostic.code === code);
      expect(one, `${found.map(line).join('\n')}\n${text}`).toBeDefined();
      expect(one!.message).toMatch(says);
      expect(one!.severity).toBe(severity ?? 'error');
      expect(one!.fix).toBeTruthy();
      expect(text.split('\n')[one!.at!.line - 1]).toMatch(at);
      for (const other of one!.related ?? []) expect(other.at, other.message).toBeDefined();
      expect(
        found.filter((diagnostic) => diagnostic.code !== code && diagnostic.severity === 'error').map(line),
      ).toEqual([]);
    });
    it(`is silent on the near miss of ${title}`, async () => {
      const found = await diagnosticsOf({ 'cxplan.yaml': minimal(near), ...(nearFiles ?? files) });
      expect(
        found.filter((diagnostic) => diagnostic.code === code || diagnostic.severity === 'error').map(line),
      ).toEqual([]);
    });
  }

  it('has a case for every code in the checks', () => {
    const folder = new URL('../../src/workspace/link/contradictions/', import.meta.url);
    const source = readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    const codes = new Set([...source.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1]!));
    const reported = [...source.matchAll(/code:[^,;]*?'([a-z-]+)'(?:\s*:\s*'([a-z-]+)')?/g)].flatMap(
      (match) => [match[1], match[2]],
    );
    const known = new Set(CASES.map((one) => one.code));
    expect(
      [...new Set(reported)].filter((code) => code !== undefined && codes.has(code) && !known.has(code)),
    ).toEqual([]);
  });
});
