/**
 * A training year that other timetablers can plan, too: departments × cohorts × modules make one session each,
 * of two or four hours, led by trainers of four skills who have leave, in rooms, half of them a week or more
 * after the one they build on, and eight hours a cohort and week at most. The same year comes out as a
 * workspace and as a file for FET (lalescu.ro/liviu/fet), whose "day" is a week here and whose "hour" is one
 * of the week's twenty slots of two hours. FET does not choose trainers; there they are dealt out in turn.
 */

export interface YearSize {
  readonly departments: number;
  readonly cohorts: number;
  readonly modules: number;
  /** Sessions for each trainer, and for each room: the more, the tighter. */
  readonly perTrainer?: number;
  readonly perRoom?: number;
  readonly seed?: number;
}

interface Module {
  readonly hours: number;
  /** 0 is January. */
  readonly fromMonth: number;
  /** −1: none. */
  readonly prerequisite: number;
  readonly skill: number;
}

interface Trainer {
  readonly skill: number;
  readonly leaveMonth: number;
}

export interface Year {
  readonly size: YearSize;
  readonly sessions: number;
  readonly cohorts: number;
  readonly modules: readonly Module[];
  readonly trainers: readonly Trainer[];
  /** Seats of each. */
  readonly rooms: readonly number[];
}

const SKILLS = 4;
const HEADS = 15;
const WEEKS = 52;
const SLOTS = 20;
const HOLIDAYS = [
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-01',
  '2026-05-25',
  '2026-10-03',
  '2026-12-25',
  '2026-12-26',
];

export function makeYear(size: YearSize): Year {
  const { departments, cohorts, modules, perTrainer = 40, perRoom = 60, seed = 1 } = size;
  const random = generator(seed);
  const sessions = departments * cohorts * modules;
  return {
    size,
    sessions,
    cohorts: departments * cohorts,
    modules: times(modules, (m) => ({
      hours: m % 3 === 0 ? 4 : 2,
      fromMonth: Math.floor((m * 10) / modules),
      prerequisite: m % 2 === 1 ? m - 1 : -1,
      skill: m % SKILLS,
    })),
    trainers: times(Math.max(SKILLS, Math.ceil(sessions / perTrainer)), (t) => ({
      skill: t % SKILLS,
      leaveMonth: random(12),
    })),
    rooms: times(Math.max(2, Math.ceil(sessions / perRoom)), (r) => (r % 3 === 0 ? 30 : 20)),
  };
}

/** The year as the one file of a workspace. Cohorts are roles; one in two works from 13:00 to 21:00. */
export function yearWorkspace({ size, modules, trainers, rooms }: Year): string {
  const ids = times(size.departments, (d) => d);
  const cohorts = times(size.cohorts, (c) => c);
  return `programme:
  name: Training year
  starts: 2026-01-01
  ends: 2026-12-31
  timezone: UTC
  holidays: { dates: [${HOLIDAYS.join(', ')}] }
policy: { groupSize: ${HEADS}, startEvery: 60, minutesPerWeek: 480 }
sites: { main: {} }
departments:
${ids.map((d) => `  d${d}: { site: main, maxAway: 100%, shifts: { early: { days: mon-fri, hours: 08:00-16:00 }, late: { days: mon-fri, hours: 13:00-21:00 } } }`).join('\n')}
roles:
${ids.flatMap((d) => cohorts.map((c) => `  d${d}c${c}: { department: d${d}, heads: ${HEADS}, shifts: [${(d * size.cohorts + c) % 2 ? 'late' : 'early'}] }`)).join('\n')}
rooms:
${rooms.map((seats, r) => `  r${r}: { site: main, seats: ${seats} }`).join('\n')}
facilitators:
${trainers.map(({ skill, leaveMonth }, t) => `  t${t}: { kind: trainer, teaches: [skill-${skill}], hours: 08:00-21:00, hoursPerDay: 6, away: [{ from: ${leaveStart(leaveMonth)}, to: ${leaveEnd(leaveMonth)} }] }`).join('\n')}
modules:
${modules.map(moduleText).join('\n')}
`;
}

function moduleText({ hours, fromMonth, prerequisite, skill }: Module, m: number): string {
  const from = prerequisite < 0 ? `2026-${two(fromMonth + 1)}-01` : '2026-01-01';
  const after = prerequisite < 0 ? '' : `, after: [{ module: m${prerequisite}, atLeastDays: 7 }]`;
  return `  m${m}: { audience: everyone, format: workshop, skill: skill-${skill}, minutes: ${hours * 60}, seats: ${HEADS}, when: { from: ${from}, by: 2026-12-31 }${after} }`;
}

function leaveStart(month: number): string {
  return `2026-${two(month + 1)}-06`;
}

function leaveEnd(month: number): string {
  return `2026-${two(month + 1)}-15`;
}

/** The year as FET's own file. */
export function yearFet(year: Year): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5">
<Institution_Name>Training year</Institution_Name>
<Comments></Comments>
<Days_List>
<Number_of_Days>${WEEKS}</Number_of_Days>
${times(WEEKS, (i) => `<Day><Name>D${i}</Name></Day>`).join('\n')}
</Days_List>
<Hours_List>
<Number_of_Hours>${SLOTS}</Number_of_Hours>
${times(SLOTS, (i) => `<Hour><Name>H${i}</Name></Hour>`).join('\n')}
</Hours_List>
${fetThings(year)}
<Time_Constraints_List>
<ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage><Active>true</Active><Comments></Comments></ConstraintBasicCompulsoryTime>
${[...fetLeave(year), ...fetOrder(year), ...fetWindows(year), ...fetLoads(year)].join('\n')}
</Time_Constraints_List>
<Space_Constraints_List>
<ConstraintBasicCompulsorySpace><Weight_Percentage>100</Weight_Percentage><Active>true</Active><Comments></Comments></ConstraintBasicCompulsorySpace>
${fetRooms(year).join('\n')}
</Space_Constraints_List>
</fet>
`;
}

const END = '<Active>true</Active><Comments></Comments>';
const ALWAYS = '<Weight_Percentage>100</Weight_Percentage>';

function fetThings({ cohorts, modules, trainers, rooms, ...year }: Year): string {
  const activities = fetSessions({ cohorts, modules, trainers, rooms, ...year });
  return `<Subjects_List>
${modules.map((_, m) => `<Subject><Name>M${m}</Name><Comments></Comments></Subject>`).join('\n')}
</Subjects_List>
<Activity_Tags_List>
</Activity_Tags_List>
<Teachers_List>
${trainers.map((_, t) => `<Teacher><Name>T${t}</Name><Target_Number_of_Hours>0</Target_Number_of_Hours><Qualified_Subjects></Qualified_Subjects><Comments></Comments></Teacher>`).join('\n')}
</Teachers_List>
<Students_List>
${times(cohorts, (c) => `<Year><Name>C${c}</Name><Number_of_Students>${HEADS}</Number_of_Students><Comments></Comments></Year>`).join('\n')}
</Students_List>
<Activities_List>
${activities.join('\n')}
</Activities_List>
<Buildings_List>
</Buildings_List>
<Rooms_List>
${rooms.map((seats, r) => `<Room><Name>R${r}</Name><Building></Building><Capacity>${seats}</Capacity><Virtual>false</Virtual><Comments></Comments></Room>`).join('\n')}
</Rooms_List>`;
}

/** Session of cohort c and module m is activity c × modules + m + 1. */
function fetSessions({ cohorts, modules, trainers }: Year): string[] {
  const able = times(SKILLS, (skill) =>
    trainers.flatMap((trainer, t) => (trainer.skill === skill ? [t] : [])),
  );
  const turn = new Array<number>(SKILLS).fill(0);
  return times(cohorts, (c) =>
    modules.map(({ skill, hours }, m) => {
      const own = able[skill]!;
      const trainer = own[++turn[skill]! % own.length]!;
      return `<Activity><Teacher>T${trainer}</Teacher><Subject>M${m}</Subject><Students>C${c}</Students><Duration>${hours / 2}</Duration><Total_Duration>${hours / 2}</Total_Duration><Id>${c * modules.length + m + 1}</Id><Activity_Group_Id>0</Activity_Group_Id>${END}</Activity>`;
    }),
  ).flat();
}

function fetLeave({ trainers }: Year): string[] {
  return trainers.map(({ leaveMonth }, t) => {
    const week = Math.floor((leaveMonth * WEEKS) / 12);
    const slots = [week, week + 1].flatMap((w) =>
      times(
        SLOTS,
        (h) =>
          `<Not_Available_Time><Day>D${Math.min(w, WEEKS - 1)}</Day><Hour>H${h}</Hour></Not_Available_Time>`,
      ),
    );
    return `<ConstraintTeacherNotAvailableTimes>${ALWAYS}<Teacher>T${t}</Teacher><Number_of_Not_Available_Times>${slots.length}</Number_of_Not_Available_Times>${slots.join('')}${END}</ConstraintTeacherNotAvailableTimes>`;
  });
}

function fetOrder({ cohorts, modules }: Year): string[] {
  return times(cohorts, (c) =>
    modules.flatMap(({ prerequisite }, m) => {
      if (prerequisite < 0) return [];
      const [first, second] = [prerequisite, m].map((k) => c * modules.length + k + 1);
      return [
        `<ConstraintTwoActivitiesOrdered>${ALWAYS}<First_Activity_Id>${first}</First_Activity_Id><Second_Activity_Id>${second}</Second_Activity_Id>${END}</ConstraintTwoActivitiesOrdered>`,
        `<ConstraintMinDaysBetweenActivities>${ALWAYS}<Consecutive_If_Same_Day>false</Consecutive_If_Same_Day><Number_of_Activities>2</Number_of_Activities><Activity_Id>${first}</Activity_Id><Activity_Id>${second}</Activity_Id><MinDays>1</MinDays>${END}</ConstraintMinDaysBetweenActivities>`,
      ];
    }),
  ).flat();
}

function fetWindows({ modules }: Year): string[] {
  return modules.flatMap(({ prerequisite, fromMonth }, m) => {
    if (prerequisite >= 0 || fromMonth === 0) return [];
    const first = Math.floor((fromMonth * WEEKS) / 12);
    const slots = times(WEEKS - first, (w) =>
      times(
        SLOTS,
        (h) =>
          `<Preferred_Time_Slot><Preferred_Day>D${first + w}</Preferred_Day><Preferred_Hour>H${h}</Preferred_Hour></Preferred_Time_Slot>`,
      ),
    ).flat();
    return [
      `<ConstraintActivitiesPreferredTimeSlots>${ALWAYS}<Teacher></Teacher><Students></Students><Subject>M${m}</Subject><Activity_Tag></Activity_Tag><Duration></Duration><Number_of_Preferred_Time_Slots>${slots.length}</Number_of_Preferred_Time_Slots>${slots.join('')}${END}</ConstraintActivitiesPreferredTimeSlots>`,
    ];
  });
}

function fetLoads({ cohorts }: Year): string[] {
  return times(
    cohorts,
    (c) =>
      `<ConstraintStudentsSetMaxHoursDaily>${ALWAYS}<Maximum_Hours_Daily>4</Maximum_Hours_Daily><Students>C${c}</Students>${END}</ConstraintStudentsSetMaxHoursDaily>`,
  );
}

function fetRooms({ sessions, rooms }: Year): string[] {
  const all = rooms.map((_, r) => `<Preferred_Room>R${r}</Preferred_Room>`).join('');
  return times(
    sessions,
    (i) =>
      `<ConstraintActivityPreferredRooms>${ALWAYS}<Activity_Id>${i + 1}</Activity_Id><Number_of_Preferred_Rooms>${rooms.length}</Number_of_Preferred_Rooms>${all}${END}</ConstraintActivityPreferredRooms>`,
  );
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A linear congruential generator: `random(n)` is a whole number below n. */
function generator(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}
