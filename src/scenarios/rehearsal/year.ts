/**
 * One rehearsed year: who is ill, on leave, kept at work or simply does not come; who leads and falls ill; who is
 * made up for in a session that stands. No search: what the plan holds stays, and what breaks is counted.
 */

import { index } from '../../coverage/context.ts';
import { cellsOf } from '../../coverage/measure/cells.ts';
import { tallyPosts } from '../../coverage/measure/tally.ts';
import { type Seats, segmentsOf } from '../../coverage/measure/touches.ts';
import { dimensionsOf, scoreOf } from '../../coverage/score.ts';
import type { Id } from '../../model/model.ts';
import { type Chance, chanceOf, markStretches } from './chance.ts';
import { daysOf, type Scene, type Stage } from './stage.ts';
import { add, type Sums, type YearRecord } from './sums.ts';

/** Why somebody was not there; 0 for nobody. */
const CAUSES = ['', 'absent', 'leave', 'peak', 'noShow', 'leader'] as const;
const [ABSENT, LEAVE, PEAK, NO_SHOW, LEADER] = [1, 2, 3, 4, 5];

/** Who waits for a session of a kind. */
interface Waiting {
  readonly person: number;
  readonly scene: number;
}

/** Lets one year happen; what comes of it goes into the sums, and the record is given back. */
export function rehearseYear(stage: Stage, seed: number, year: number, sums: Sums): YearRecord {
  const happening = new Happening(stage, chanceOf(seed, year), sums);
  for (let scene = 0; scene < stage.scenes.length; scene++) happening.play(scene);
  return happening.record(year);
}

class Happening {
  readonly #stage: Stage;
  readonly #chance: Chance;
  readonly #sums: Sums;
  readonly #days: number;
  readonly #away: Uint8Array;
  readonly #peaks: Uint8Array;
  readonly #ill: Uint8Array;
  readonly #seats = new Map<Id, Seats[]>();
  readonly #waiting = new Map<string, Waiting[]>();
  /** Sessions that a deputy has taken over, by deputy. */
  readonly #deputised = new Map<number, Scene[]>();
  readonly #missed = { absent: 0, leave: 0, peak: 0, noShow: 0, leader: 0 };
  readonly #lost: Waiting[] = [];
  #madeUp = 0;
  #fallen = 0;

  constructor(stage: Stage, chance: Chance, sums: Sums) {
    const { people, cells, leaders, model } = stage;
    const { absence, absenceDays, leave, leaveDays, leaders: leading, peaks } = model.policy.rehearsal;
    const days = daysOf(stage);
    const mark = (
      count: number,
      ...stretches: [value: number, share: number, mean: number][]
    ): Uint8Array => {
      const marks = new Uint8Array(count * days);
      for (let i = 0; i < count; i++) {
        for (const [value, share, mean] of stretches)
          markStretches(marks, i * days, days, value, { share, mean, chance });
      }
      return marks;
    };
    this.#stage = stage;
    this.#chance = chance;
    this.#sums = sums;
    this.#days = days;
    this.#away = mark(people.length, [ABSENT, absence, absenceDays], [LEAVE, leave, leaveDays]);
    this.#peaks = mark(cells, [PEAK, peaks, 1]);
    this.#ill = mark(leaders.length, [ABSENT, leading, absenceDays]);
  }

  /** One session. */
  play(number: number): void {
    const scene = this.#stage.scenes[number]!;
    const isHeld = scene.day < this.#stage.from;
    const takesPlace = isHeld || this.#isLed(number, scene);
    if (!takesPlace) this.#fallen++;
    const there: number[] = [];
    for (const person of scene.people) {
      const why = isHeld ? 0 : takesPlace ? this.#why(person, scene) : LEADER;
      if (why === 0) there.push(person);
      else this.#miss(person, number, why);
    }
    if (takesPlace && !isHeld && scene.kind !== undefined) this.#makeUp(number, scene, there);
    this.#seat(there, scene);
  }

  #isLed(number: number, scene: Scene): boolean {
    return scene.leaders.every(
      (leader) => !this.#isIll(leader, scene) || this.#standsIn(number, scene, leader),
    );
  }

  /** Whether somebody stands in for one who leads. */
  #standsIn(number: number, scene: Scene, leader: number): boolean {
    const { able, could } = this.#stage.deputies(number);
    for (const deputy of able) {
      if (this.#isIll(deputy, scene)) continue;
      const taken = this.#deputised.get(deputy) ?? [];
      if (taken.some(({ start, end }) => start < scene.end && scene.start < end)) continue;
      this.#deputised.set(deputy, [...taken, scene]);
      return true;
    }
    const seats = scene.people.length;
    add(this.#sums.fallen, `${leader}`, seats);
    for (const one of could)
      if (!this.#isIll(one, scene)) add(this.#sums.deputies, `${leader} ${one}`, seats);
    return false;
  }

  #isIll(leader: number, { day }: Scene): boolean {
    return this.#ill[leader * this.#days + this.#dayIn(day)] !== 0;
  }

  #dayIn(day: number): number {
    return day - this.#stage.model.programme.starts;
  }

  #why(number: number, { day, touch }: Scene): number {
    // On another day, then.
    if (touch.module.format === 'self-paced') return 0;
    const person = this.#stage.people[number]!;
    const away = this.#away[number * this.#days + this.#dayIn(day)]!;
    if (away !== 0) return away;
    const { roles, policy } = this.#stage.model;
    const busy = this.#peaks[person.cell * this.#days + this.#dayIn(day)] !== 0;
    if (busy && touch.module.format !== 'huddle' && roles.get(person.post.role)!.customerFacing) return PEAK;
    return this.#chance.next() < policy.rehearsal.noShows ? NO_SHOW : 0;
  }

  #miss(person: number, number: number, why: number): void {
    // The next huddle comes by itself.
    if (this.#stage.scenes[number]!.touch.module.format === 'huddle') return;
    this.#missed[CAUSES[why] as keyof YearRecord['missed']]++;
    const { kind } = this.#stage.scenes[number]!;
    if (kind === undefined) {
      this.#lost.push({ person, scene: number });
      return;
    }
    const list = this.#waiting.get(kind) ?? [];
    this.#waiting.set(kind, list);
    list.push({ person, scene: number });
  }

  /** Whoever missed the same sits in a free place, where hours and colleagues allow it. */
  #makeUp(number: number, scene: Scene, there: number[]): void {
    const waiting = this.#waiting.get(scene.kind!);
    if (!waiting || waiting.length === 0 || scene.room === 0) return;
    const within = 7 * this.#stage.model.policy.makeUpWithinWeeks;
    const joined = new Map<string, number>();
    let left = scene.room;
    const still = waiting.filter((one) => {
      const missed = this.#stage.scenes[one.scene]!;
      if (left === 0 || missed.day >= scene.day || scene.day - missed.day > within) return true;
      const { post } = this.#stage.people[one.person]!;
      const more = joined.get(post.id) ?? 0;
      if (more >= this.#stage.places(number, post)) return true;
      if (this.#sitsElsewhere(one.person, scene) || this.#why(one.person, scene) !== 0) return true;
      joined.set(post.id, more + 1);
      there.push(one.person);
      this.#madeUp++;
      left--;
      return false;
    });
    this.#waiting.set(scene.kind!, still);
  }

  #sitsElsewhere(person: number, { start, end }: Scene): boolean {
    return this.#stage.people[person]!.sessions.some((number) => {
      const other = this.#stage.scenes[number]!;
      return other.start < end && start < other.end;
    });
  }

  /** Members side by side are one range. */
  #seat(there: readonly number[], { touch }: Scene): void {
    const { people } = this.#stage;
    let [first, last] = [-2, -2];
    const close = (): void => {
      if (first < 0) return;
      const { group, member } = people[first]!;
      const list = this.#seats.get(group.id);
      const seats = { first: member, last: people[last]!.member, touch };
      if (list) list.push(seats);
      else this.#seats.set(group.id, [seats]);
    };
    for (const person of there) {
      if (person === last + 1 && people[person]!.group === people[last]?.group) last = person;
      else {
        close();
        [first, last] = [person, person];
      }
    }
    close();
  }

  record(year: number): YearRecord {
    const { model, plan, context, people, scenes } = this.#stage;
    for (const list of this.#waiting.values()) this.#lost.push(...list);
    const lost = new Map<Id, number>();
    for (const { person, scene } of this.#lost) {
      const { post } = people[person]!;
      const { module } = scenes[scene]!.touch;
      lost.set(post.department, (lost.get(post.department) ?? 0) + 1);
      add(this.#sums.lost, `${post.department} ${module.id}`, 1);
      if (scenes[scene]!.kind !== undefined) {
        const week = Math.floor((scenes[scene]!.day - model.programme.starts) / 7);
        add(
          this.#sums.waiting,
          `${module.id} ${scenes[scene]!.touch.session.occurrence} ${post.id} ${week}`,
          1,
        );
      }
    }
    const segments = segmentsOf(model, plan.groups, this.#seats, plan.unscheduled);
    const byDepartment = index(
      [...tallyPosts(context.needs, segments).values()],
      ({ post }) => post.department,
    );
    const ids = [...model.departments.keys()];
    return {
      year,
      // Hundredths, so that sums are the same in any order.
      scores: ids.map((id) => {
        const score = scoreOf(dimensionsOf(cellsOf(byDepartment.get(id) ?? [])));
        return score === null ? null : Math.round(100 * score);
      }),
      lost: ids.map((id) => lost.get(id) ?? 0),
      missed: { ...this.#missed },
      madeUp: this.#madeUp,
      fallen: this.#fallen,
    };
  }
}
