/**
 * Firms that are feasible by construction: a full year is laid out first, and the workspace written afterwards, with
 * no more trainers, rooms, hours, floors, windows and weekly minutes than that year uses. Two shifts that overlap,
 * trainers who travel, bought days, workshops, online sessions, self-paced time, coaching, visits, prerequisites.
 */
import { isoDate, toDay } from '../../src/calendar/date.ts';

export interface PlantedSize {
  readonly seed: number;
  readonly departments: number;
  readonly sites: number;
  /** Groups of each department at each site and on each shift. */
  readonly groups: number;
  readonly modules: number;
  readonly weeks: number;
  /** Of ten limits, so many are cut to what is used. */
  readonly tight: number;
}

export interface Planted {
  readonly text: string;
  /** The year that fits. */
  readonly held: readonly Held[];
}

type Shift = 'early' | 'late';

interface Group {
  readonly id: string;
  readonly role: string;
  readonly department: number;
  readonly site: number;
  readonly shift: Shift;
  readonly heads: number;
}

type Kind = 'workshop' | 'virtual' | 'self-paced' | 'coaching' | 'shadowing';

interface Module {
  readonly id: string;
  readonly kind: Kind;
  readonly minutes: number;
  readonly seats: number;
  readonly departments: readonly number[];
  readonly after: Module | undefined;
  readonly gap: number;
}

interface Unit {
  readonly group: Group;
  readonly first: number;
  readonly last: number;
}

/** A session: day of the year, minutes of the day, −1 for nobody and for online. */
export interface Held {
  readonly module: Module;
  readonly units: readonly Unit[];
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly trainer: number;
  readonly room: string | undefined;
  readonly site: number;
}

const FIRST = toDay('2027-02-01')!;
const GRID = 30;
const GROUP = 6;
const GUESTS = 3;
const WEEKLY = 180;
const TRAVEL = 60;
const SHIFTS: Readonly<Record<Shift, readonly [number, number]>> = { early: [360, 840], late: [720, 1200] };
const EACH_SHIFT: readonly Shift[] = ['early', 'late'];
/** Starts that are looked at for a session, and of those that fit. */
const LOOKS = 600;
const COMPARED = 12;

/** The size of the firm with a number; numbers give all kinds of sizes. */
export function plantedSize(seed: number, groups = 1, tight = 8): PlantedSize {
  const part = (k: number, of: number) => ((seed * 7919 + k * 104_729) % 97) % of;
  return {
    seed,
    groups,
    tight,
    departments: 1 + part(1, 3),
    sites: 1 + part(2, 2),
    modules: 4 + part(3, 7),
    weeks: 3 + part(4, 4),
  };
}

export function planted(size: PlantedSize): Planted {
  const year = new Year(size);
  return { text: year.text(), held: year.held };
}

class Year {
  readonly held: Held[] = [];
  private readonly size: PlantedSize;
  private readonly random: (below: number) => number;
  private readonly groups: readonly Group[];
  private readonly modules: readonly Module[];
  /** Where each comes to; the number of sites: everywhere. */
  private readonly trainers: readonly number[];
  private readonly rooms: readonly { readonly id: string; readonly site: number; readonly seats: number }[];

  constructor(size: PlantedSize) {
    this.size = size;
    this.random = generator(size.seed);
    this.groups = this.makeGroups();
    const modules = this.makeModules();
    const count = Math.max(2, Math.ceil((this.groups.length * modules.length) / 30));
    this.trainers = times(count, (t) => t % (size.sites + 1));
    this.rooms = times(size.sites, (site) => [
      { id: `small-${site}`, site, seats: 12 },
      { id: `large-${site}`, site, seats: 18 },
    ]).flat();
    const kept: Module[] = [];
    for (const module of modules) {
      if ((module.after === undefined || kept.includes(module.after)) && this.layOut(module))
        kept.push(module);
    }
    this.modules = kept;
  }

  private makeGroups(): Group[] {
    return this.cells().flatMap(({ department, site, shift }) => {
      const role = `r${department}${site}${shift}`;
      const heads = GROUP * this.size.groups - this.random(GROUP);
      return times(Math.ceil(heads / GROUP), (g) => ({
        id: `${role}.s${site}.${shift}.${g + 1}`,
        role,
        department,
        site,
        shift,
        heads: Math.min(GROUP, heads - g * GROUP),
      }));
    });
  }

  private cells() {
    return times(this.size.departments, (department) =>
      times(this.size.sites, (site) => EACH_SHIFT.map((shift) => ({ department, site, shift }))),
    ).flat(2);
  }

  private makeModules(): Module[] {
    const { random } = this;
    const { departments } = this.size;
    const kinds: Kind[] = ['workshop', 'workshop', 'self-paced', 'coaching', 'virtual', 'shadowing'];
    const all = times(departments, (d) => d);
    const modules: Module[] = [];
    for (let m = 0; m < this.size.modules; m++) {
      const kind = kinds[random(departments > 1 ? 6 : 5)]!;
      const minutes =
        kind === 'coaching' ? 30 : kind === 'shadowing' ? 120 : [30, 60, 60, 90, 120][random(5)]!;
      const before = modules.filter((one) => one.departments.length === departments);
      const follows = random(2) === 1 && before.length > 0 && kind !== 'coaching';
      const after = follows ? before[random(before.length)] : undefined;
      const whole = random(3) > 0;
      modules.push({
        id: `m${m}`,
        kind,
        minutes,
        seats: kind === 'coaching' ? 1 : kind === 'shadowing' ? GUESTS : [6, 12, 12, 18][random(4)]!,
        departments: kind === 'shadowing' ? [1] : whole ? all : [random(departments)],
        after,
        gap: after ? random(8) : 0,
      });
    }
    return modules;
  }

  /** Finds a place for everybody; none for anybody when it cannot. */
  private layOut(module: Module): boolean {
    const mark = this.held.length;
    const { weeks } = this.size;
    const from = module.after ? 7 : 7 * this.random(Math.max(1, weeks - 2));
    const span = 7 * (1 + this.random(weeks - Math.floor(from / 7)));
    const waiting = this.unitsOf(module);
    while (waiting.length > 0) {
      const best = this.best(module, this.together(module, waiting), from, span);
      if (best) this.held.push(best);
      else {
        this.held.length = mark;
        return false;
      }
    }
    return true;
  }

  private unitsOf({ kind, departments }: Module): Unit[] {
    const step = kind === 'coaching' ? 1 : kind === 'shadowing' ? GUESTS : GROUP;
    return this.groups
      .filter(({ department }) => departments.includes(department))
      .flatMap((group) =>
        times(Math.ceil(group.heads / step), (i) => ({
          group,
          first: 1 + i * step,
          last: Math.min(group.heads, (i + 1) * step),
        })),
      );
  }

  /** The first who wait, and some who could come with them. */
  private together({ kind, seats }: Module, waiting: Unit[]): Unit[] {
    const units = [waiting.shift()!];
    if (seats < 2 * GROUP || kind === 'self-paced') return units;
    for (let i = 0; i < waiting.length && headsOf(units) + GROUP <= seats; ) {
      const near = kind === 'virtual' || waiting[i]!.group.site === units[0]!.group.site;
      if (near && this.random(3) > 0) units.push(...waiting.splice(i, 1));
      else i++;
    }
    return units;
  }

  /** Of a few places that fit, one beside what its trainer leads anyway. */
  private best(module: Module, units: readonly Unit[], from: number, span: number): Held | undefined {
    let [best, most, found] = [undefined as Held | undefined, -1, 0];
    for (let i = 0; i < LOOKS && found < COMPARED; i++) {
      const one = this.any(module, units, from + this.random(span));
      if (!one || !this.fits(one)) continue;
      found++;
      const sameDay = this.held.filter(({ trainer, day }) => trainer === one.trainer && day === one.day);
      const next = sameDay.some(({ start, end }) => end === one.start || start === one.end);
      const score = this.random(3) + (one.trainer < 0 ? 0 : (sameDay.length > 0 ? 4 : 0) + (next ? 4 : 0));
      if (score > most) [best, most] = [one, score];
    }
    return best;
  }

  private any(module: Module, units: readonly Unit[], day: number): Held | undefined {
    const { random } = this;
    const { kind, minutes } = module;
    const low = Math.max(...units.map(({ group }) => SHIFTS[group.shift][0]));
    const high = Math.min(...units.map(({ group }) => SHIFTS[group.shift][1])) - minutes;
    if (day % 7 > 4 || day >= 7 * this.size.weeks || high < low) return undefined;
    const start = low + GRID * random(Math.floor((high - low) / GRID) + 1);
    const site = kind === 'virtual' ? -1 : units[0]!.group.site;
    const led = kind === 'workshop' || kind === 'virtual';
    const able = [...this.trainers.keys()].filter((t) => [site, this.size.sites].includes(this.trainers[t]!));
    const rooms = this.rooms.filter((room) => room.site === site && room.seats >= headsOf(units));
    if ((led && able.length === 0) || (kind === 'workshop' && rooms.length === 0)) return undefined;
    const trainer = led ? able[random(able.length)]! : -1;
    const room = kind === 'workshop' ? rooms[random(rooms.length)]!.id : undefined;
    return { module, units, day, start, end: start + minutes, trainer, room, site };
  }

  private fits(one: Held): boolean {
    const at = this.held.filter((other) => overlap(one, other, TRAVEL));
    const clash = at.some((other) => {
      const gap = one.site >= 0 && other.site >= 0 && one.site !== other.site ? TRAVEL : 0;
      if (one.trainer >= 0 && one.trainer === other.trainer && overlap(one, other, gap)) return true;
      if (!overlap(one, other, 0)) return false;
      if (one.room !== undefined && one.room === other.room) return true;
      return one.units.some((unit) => attends(other, unit));
    });
    if (clash || !this.hostFits(one, at)) return false;
    return one.units.every((unit) => this.unitFits(one, unit, at));
  }

  private hostFits({ module, units, site, ...time }: Held, at: readonly Held[]): boolean {
    if (module.kind !== 'shadowing') return true;
    const guests = at.filter(
      (other) => other.module.kind === 'shadowing' && other.site === site && overlap(time, other, 0),
    );
    return guests.reduce((sum, other) => sum + headsOf(other.units), headsOf(units)) <= GUESTS;
  }

  private unitFits(one: Held, unit: Unit, at: readonly Held[]): boolean {
    const { group } = unit;
    const now = at.filter((other) => overlap(one, other, 0));
    const coached = (other: Held) => other.module.kind === 'coaching' && inCell(other, group) > 0;
    if (one.module.kind === 'coaching' && now.some(coached)) return false;
    const half = this.headsOfCell(group) / 2;
    if (peak([...now, one], (other) => inCell(other, group)) > Math.max(GROUP, half)) return false;
    for (let member = unit.first; member <= unit.last; member++) {
      const own = this.held.filter((other) => attends(other, { group, first: member, last: member }));
      const week = own.filter(({ day }) => weekOf(day) === weekOf(one.day));
      if (minutesOf(week) + one.module.minutes > WEEKLY) return false;
      if (one.module.after === undefined) continue;
      const done = own.find(({ module }) => module === one.module.after);
      if (!done || done.day + one.module.gap > one.day) return false;
      if (done.day === one.day && done.end > one.start) return false;
    }
    return true;
  }

  /** With the manager, who coaches and attends nothing. */
  private headsOfCell({ department, site, shift }: Group): number {
    const own = this.groups.filter(
      (one) => one.department === department && one.site === site && one.shift === shift,
    );
    return own.reduce((sum, { heads }) => sum + heads, 1);
  }

  text(): string {
    const { departments, sites, weeks } = this.size;
    const list = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');
    return `programme: { name: Planted, starts: ${isoDate(FIRST)}, ends: ${isoDate(FIRST + 7 * weeks - 1)}, timezone: UTC }
policy: { groupSize: ${GROUP}, startEvery: ${GRID}, minutesPerWeek: ${this.cut() ? this.busiestWeek() : WEEKLY}, travelMinutes: ${TRAVEL} }
sites: { ${times(sites, (s) => `s${s}: {}`).join(', ')} }
departments:
${list(times(departments, (d) => `d${d}: { site: s0, maxAway: ${this.cut() ? this.shareOf(d) : 100}%, shifts: { early: { days: mon-fri, hours: 06:00-14:00 }, late: { days: mon-fri, hours: 12:00-20:00 } } }`))}
roles:
${list(this.cells().flatMap((cell) => this.roleText(cell)))}
rooms:
${list(this.rooms.map(({ id, site, seats }) => `${id}: { site: s${site}, seats: ${seats}, closed: [${this.cut() ? this.unused(({ room }) => room === id) : ''}] }`))}
${list(times(this.trainers.length, (t) => `call-${t}: { site: online, seats: 99 }`))}
facilitators:
${list([...this.trainers.keys()].flatMap((t) => this.trainerText(t)))}
modules:
${list(this.modules.map((module) => this.moduleText(module)))}
`;
  }

  private cut(): boolean {
    return this.random(10) < this.size.tight;
  }

  private roleText({
    department: d,
    site: s,
    shift,
  }: Pick<Group, 'department' | 'site' | 'shift'>): string[] {
    const role = `r${d}${s}${shift}`;
    const heads = this.groups.filter((one) => one.role === role).reduce((sum, one) => sum + one.heads, 0);
    const rest = `shifts: [${shift}] }`;
    return [
      `${role}: { department: d${d}, heads: { s${s}: ${heads} }, ${rest}`,
      `lead${d}${s}${shift}: { department: d${d}, level: manager, heads: { s${s}: 1 }, ${rest}`,
    ];
  }

  private trainerText(t: number): string[] {
    const own = this.held.filter(({ trainer }) => trainer === t);
    if (own.length === 0) return [];
    const site = this.trainers[t]!;
    const [from, to] = [Math.min(...own.map(({ start }) => start)), Math.max(...own.map(({ end }) => end))];
    const parts = ['kind: trainer', `hours: ${this.cut() ? `${clock(from)}-${clock(to)}` : '06:00-20:00'}`];
    if (site < this.size.sites) parts.push(`sites: [s${site}]`);
    if (this.cut()) parts.push(`hoursPerWeek: ${most(own, ({ day }) => weekOf(day)) / 60}`);
    if (this.cut()) parts.push(`hoursPerDay: ${most(own, ({ day }) => day) / 60}`);
    if (this.random(3) === 0) parts.push(`totalDays: ${new Set(own.map(({ day }) => day)).size}`);
    else if (this.cut()) parts.push(`away: [${this.unused(({ trainer }) => trainer === t)}]`);
    return [`t${t}: { ${parts.join(', ')} }`];
  }

  private moduleText(module: Module): string {
    const { id, kind, minutes, seats, departments, after, gap } = module;
    const days = this.held.filter((one) => one.module === module).map(({ day }) => day);
    const [from, by] = [Math.min(...days), Math.max(...days)];
    const [start, end] = this.cut() ? [from, by] : [7 * weekOf(from), 7 * weekOf(by) + 6];
    const roles = this.groups.filter((one) => departments.includes(one.department)).map(({ role }) => role);
    const parts = [
      `audience: { roles: [${[...new Set(roles)].join(', ')}] }, minutes: ${minutes}, format: ${kind}`,
      `when: { from: ${isoDate(FIRST + start)}, by: ${isoDate(FIRST + end)} }`,
    ];
    if (kind === 'workshop' || kind === 'virtual') parts.push(`seats: ${seats}`);
    if (kind === 'shadowing') parts.push(`host: { department: d0, guests: ${GUESTS} }`);
    if (after) parts.push(`after: [{ module: ${after.id}, atLeastDays: ${gap} }]`);
    return `${id}: { ${parts.join(', ')} }`;
  }

  /** Stretches of days without such a session. */
  private unused(such: (one: Held) => boolean): string {
    const used = new Set(this.held.filter(such).map(({ day }) => day));
    const free = times(7 * this.size.weeks, (day) => day).filter((day) => !used.has(day));
    const first = free.filter((day) => !free.includes(day - 1));
    const last = free.filter((day) => !free.includes(day + 1));
    return first
      .map((day, i) => `{ from: ${isoDate(FIRST + day)}, to: ${isoDate(FIRST + last[i]!)} }`)
      .join(', ');
  }

  private busiestWeek(): number {
    const members = this.groups.flatMap((group) =>
      times(group.heads, (i) => ({ group, first: i + 1, last: i + 1 })),
    );
    const weeks = members.map((one) =>
      most(
        this.held.filter((held) => attends(held, one)),
        ({ day }) => weekOf(day),
      ),
    );
    return Math.max(15, ...weeks);
  }

  /** The lowest share, in per cent, with which nobody of a department would be missed. */
  private shareOf(department: number): number {
    let share = 1;
    for (const group of this.groups.filter((one) => one.department === department)) {
      const heads = this.headsOfCell(group);
      const away = peak(this.held, (one) => inCell(one, group));
      while (Math.max(1, Math.floor((heads * share) / 100 + 1e-9)) < away) share++;
    }
    return share;
  }
}

type Time = Pick<Held, 'day' | 'start' | 'end'>;

function overlap(a: Time, b: Time, gap: number): boolean {
  return a.day === b.day && a.start < b.end + gap && b.start < a.end + gap;
}

function attends({ units }: Held, { group, first, last }: Unit): boolean {
  return units.some((unit) => unit.group === group && unit.first <= last && unit.last >= first);
}

function headsOf(units: readonly Unit[]): number {
  return units.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** People of a group's department, site and shift in a session. */
function inCell({ units }: Held, { department, site, shift }: Group): number {
  return headsOf(
    units.filter(
      ({ group }) => group.department === department && group.site === site && group.shift === shift,
    ),
  );
}

/** Most at once. */
function peak(list: readonly Held[], headsOf: (one: Held) => number): number {
  const moments = list.map((at) =>
    list.filter((one) => one.day === at.day && one.start <= at.start && one.end > at.start),
  );
  return Math.max(0, ...moments.map((now) => now.reduce((sum, one) => sum + headsOf(one), 0)));
}

/** Most minutes under one key. */
function most(list: readonly Held[], keyOf: (one: Held) => number): number {
  const keys = [...new Set(list.map(keyOf))];
  return Math.max(0, ...keys.map((key) => minutesOf(list.filter((one) => keyOf(one) === key))));
}

function minutesOf(list: readonly Held[]): number {
  return list.reduce((sum, { module }) => sum + module.minutes, 0);
}

function weekOf(day: number): number {
  return Math.floor(day / 7);
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** A linear congruential generator: `random(n)` is a whole number below n. */
function generator(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}
