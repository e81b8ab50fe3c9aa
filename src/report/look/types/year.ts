/** Weeks, months and the days that are like no other. */
import type { Ref } from './ref.ts';

export interface PageYear {
  /** Monday of the programme's first week. */
  readonly monday: number;
  readonly weeks: number;
  readonly months: readonly { readonly key: string; readonly name: string; readonly theme: Ref }[];
  readonly holidays: readonly PageDay[];
  readonly observances: readonly { readonly from: number; readonly to: number; readonly name: string }[];
  /** Days on which a department wants nobody away; by department. */
  readonly busy: readonly (readonly PageBusy[])[];
  readonly rituals: readonly (PageDay & { readonly type: string; readonly departments: readonly Ref[] })[];
}

export interface PageDay {
  readonly day: number;
  readonly name: string;
  /** Undefined: all of them. */
  readonly sites?: readonly Ref[];
}

export interface PageBusy {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}
