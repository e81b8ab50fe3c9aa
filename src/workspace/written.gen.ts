/**
 * The workspace as it is written, before any default: generated from `schemas/` by `npm run generate`.
 * Do not edit.
 */

/**
 * The name by which other entries refer to this one: a-z, digits and single hyphens, at most 64 characters, and no name that Windows reserves (ids become file names). Example: `kind-invoices`.
 */
export type WrittenId = string;
/**
 * The id that this had before, or all that it had: sessions, groups and people of a plan that was made with them go on, with the entries in people's calendars as they are. It may stand for years. Examples: `ward`, `[ward, wards-old]`.
 */
export type WrittenFormerId = string | WrittenId[];
/**
 * The id of an entry that stands elsewhere in the workspace, in this file or another.
 */
export type WrittenReference = string;
/**
 * A list of ids of entries that stand elsewhere in the workspace. Example: `[stores, finance]`.
 */
export type WrittenReferences = WrittenReference[];
/**
 * Languages by their codes of two letters (ISO 639): one, or a list. Examples: `nl`, `[nl, fr]`.
 */
export type WrittenLanguages = string | WrittenReference[];
/**
 * What people read, in any language and script. Left out: the id in title case.
 */
export type WrittenName = string;
/**
 * A sentence or a few, for people to read.
 */
export type WrittenText = string;
/**
 * A list of short texts.
 */
export type WrittenTexts = WrittenText[];
/**
 * A day of the calendar, year first. Example: `2027-03-02`.
 */
export type WrittenDate = string;
/**
 * A time of the day, two digits each, 24 hours. Example: `09:30`.
 */
export type WrittenTime = string;
/**
 * From and to, times of the day. An end before the beginning runs past midnight and belongs to the day it began. Examples: `09:00-17:30`, `21:00-07:30`.
 */
export type WrittenHours = string;
/**
 * Days of the week: one (`sat`), a stretch (`mon-fri`), `daily`, or a list of them (`[mon, wed, fri]`).
 */
export type WrittenDays = string | WrittenDayStretch[];
/**
 * One day of the week in three letters, or a stretch of them. Examples: `wed`, `mon-wed`.
 */
export type WrittenDayStretch = string;
/**
 * A part of the whole in per cent, 0% to 100%. Example: `15%`.
 */
export type WrittenShare = string;
/**
 * How many may be away at once: a share of the people there (at least one may always go), or a number of people. Examples: `15%`, `2 people`, `1 person`.
 */
export type WrittenAwayLimit = string;
/**
 * How many people always stay.
 */
export type WrittenMinOnShift = number;
/**
 * Minutes a week: a number, or a share of the weekly hours of each shift (over the programme, in the mean; rounded down), so that whoever works less learns less. Examples: `60`, `5%`.
 */
export type WrittenWeeklyMinutes = number | string;
/**
 * A length in whole minutes, 1 to 1,440 (a day).
 */
export type WrittenMinutes = number;
/**
 * Months of the year by number, January is 1. Example: `[3, 9]`.
 */
export type WrittenMonths = WrittenMonth[];
/**
 * A month of the year by number, 1 (January) to 12 (December).
 */
export type WrittenMonth = number;
/**
 * A time zone of the IANA database as `Area/City`, or `UTC`. Short and old names (`BST`, `EST`, `US/Pacific`) are refused: several places share them, or their clocks never change. Examples: `Europe/London`, `America/New_York`, `UTC`.
 */
export type WrittenTimezone = string;
/**
 * A country or a part of it by ISO 3166 code, whose public holidays are kept. Examples: `GB-ENG`, `DE-BY`, `US`.
 */
export type WrittenHolidayRegion = string;
/**
 * When nobody trains. A region (`GB-ENG`), or a map: `{ region: GB-ENG, dates: [2027-12-24], except: [2027-08-30] }`. A holiday closes for as long as it lasts: 24 December in Iceland from 13:00. What is written out wins over the region's calendar.
 */
export type WrittenHolidays =
  | string
  | {
      /**
       * Whose public holidays are kept. Example: `GB-SCT`.
       */
      region?: WrittenHolidayRegion;
      /**
       * Further days off, or hours of a day, with a name where it helps: `[2027-12-23, { date: 2027-12-24, hours: 12:00-24:00, name: Christmas Eve }]`. A day that is written here is off as written, whatever the region keeps.
       */
      dates?: WrittenHoliday[];
      /**
       * Public holidays of the region on which work goes on. Example: `[2027-08-30]`.
       */
      except?: WrittenDate[];
      /**
       * Days that are worked in lieu of others: no holiday, whatever the region keeps. On a Saturday or Sunday, shifts that work from Monday to Friday in that week work, too, with the hours of the Friday; other shifts, meetings and facilitators keep their own days. Example: `[2027-02-20]`.
       */
      worked?: WrittenDate[];
    };
/**
 * A day off: a date, or a map with a name, or with hours where only part of the day is off.
 */
export type WrittenHoliday =
  | string
  | {
      /**
       * The day. Example: `2027-12-24`.
       */
      date: WrittenDate;
      /**
       * What the day is called. Example: `Christmas Eve`.
       */
      name?: WrittenName;
      /**
       * The part of the day that is off; the rest is worked. Default: all of it. Example: `12:00-24:00`.
       */
      hours?: WrittenHours;
    };
/**
 * Stretches of time, each with the parts it needs. Example: `[{ from: 2027-03-26, to: 2027-03-29, reason: Easter }]`.
 */
export type WrittenRanges = WrittenRange[];
/**
 * Stretches of time, each with the parts it needs. Example: `[{ days: fri-sat, hours: 12:00-20:30, reason: Weekend peak }]`.
 */
export type WrittenBusyRanges = WrittenBusyRange[];
/**
 * How a job stands in the firm. Leaders are `manager` and `executive`.
 */
export type WrittenLevel = 'frontline' | 'specialist' | 'manager' | 'executive';
/**
 * A list of levels. Example: `[manager, executive]`.
 */
export type WrittenLevels = WrittenLevel[];
/**
 * Who: `everyone`, `customer-facing`, `behind-the-scenes`, `leaders`, the id of a named audience, or parts that must all hold: `{ departments: [stores], shifts: [late], except: { levels: [manager] } }`.
 */
export type WrittenAudience =
  | string
  | {
      /**
       * People of any of these departments. Example: `[stores]`.
       */
      departments?: WrittenReferences;
      /**
       * People with any of these roles. Example: `[credit-controller]`.
       */
      roles?: WrittenReferences;
      /**
       * People of any of these teams of their department. Example: `[ward-a, ward-b]`.
       */
      teams?: WrittenReferences;
      /**
       * People on any of these levels. Example: `[manager, executive]`.
       */
      levels?: WrittenLevels;
      /**
       * People at any of these sites. Example: `[leeds, york]`.
       */
      sites?: WrittenReferences;
      /**
       * People at sites of any of these regions, as `sites` names them. Example: `[North]`.
       */
      regions?: WrittenName[];
      /**
       * People on any of these shifts of their department. Example: `[night]`.
       */
      shifts?: WrittenReferences;
      /**
       * `true`: only people whose role meets customers; `false`: only those whose role does not.
       */
      customerFacing?: boolean;
      /**
       * But not these, by the same parts. Example: `{ levels: [executive] }`.
       */
      except?: WrittenAudienceParts;
    };
/**
 * Theme ids, or `month` for the theme of the month in which it is held. Examples: `[empathy]`, `month`.
 */
export type WrittenThemeIds = 'month' | WrittenReference[];
/**
 * What kind of customer's voice it is.
 */
export type WrittenVoiceType =
  'journey-map' | 'recording' | 'testimonial' | 'survey' | 'guest' | 'outside-trainer';
/**
 * Path of a CSV file, relative to the workspace. Example: `data/people.csv`.
 */
export type WrittenCsvPath = string;
/**
 * The id of a rule of the gap report; `cxplan rules` lists them. Example: `theme-gap`.
 */
export type WrittenRuleId =
  | 'no-mantra'
  | 'long-mantra'
  | 'mantra-not-agreed'
  | 'no-definition'
  | 'mantra-untaught'
  | 'train-before-mantra'
  | 'one-function-team'
  | 'slogan-only'
  | 'no-metric'
  | 'no-training'
  | 'frontline-only'
  | 'no-role-module'
  | 'role-impact-missing'
  | 'leaders-uncovered'
  | 'trainers-uncovered'
  | 'theme-gap'
  | 'theme-meaning-missing'
  | 'stage-gap'
  | 'touchpoint-unowned'
  | 'touchpoint-gap'
  | 'shift-uncovered'
  | 'shift-unled'
  | 'unscheduled'
  | 'asks-nobody'
  | 'no-interview'
  | 'no-job-description'
  | 'no-onboarding'
  | 'basics-missing'
  | 'onboarding-only'
  | 'experience-map-hole'
  | 'expectation-broken'
  | 'no-way-to-speak-up'
  | 'tools-only'
  | 'tool-unlinked'
  | 'no-voice'
  | 'stale-voice'
  | 'no-outside-in'
  | 'no-outcome'
  | 'role-module-unlinked'
  | 'common-issues'
  | 'empowerment-untaught'
  | 'review-overdue'
  | 'no-reinforcement'
  | 'no-follow-through'
  | 'empty-month'
  | 'reactive-only'
  | 'one-customer-day'
  | 'no-discussion'
  | 'unpaid'
  | 'outside-shift'
  | 'crammed'
  | 'at-peak'
  | 'hours-out-of-range'
  | 'small-sessions'
  | 'shadowing-without-action'
  | 'action-overdue'
  | 'action-unowned'
  | 'no-story-used'
  | 'no-communication'
  | 'no-listening'
  | 'no-readback'
  | 'no-recognition'
  | 'repeatedly-absent'
  | 'expired'
  | 'expired-soon'
  | 'expired-waiver';
/**
 * How much a finding weighs: `error` fails the gate, `warn` and `info` are shown, `off` is not looked at and listed in the report's footer.
 */
export type WrittenRuleSeverity = 'error' | 'warn' | 'info' | 'off';
/**
 * What an hour of somebody's time costs: one sum for everybody, or one by level. A level that is not there costs nothing. Examples: `22`, `{ frontline: 18, manager: 38 }`.
 */
export type WrittenPay =
  | number
  | {
      /**
       * An hour of a frontline.
       */
      frontline?: number;
      /**
       * An hour of a specialist.
       */
      specialist?: number;
      /**
       * An hour of a manager.
       */
      manager?: number;
      /**
       * An hour of a executive.
       */
      executive?: number;
    };
/**
 * The most that one session takes, or `{ min, max }`: fewer than `min` costs, but is allowed. Default by format: workshop 16, virtual 20, talk 60, lunch 20, customer-room 8, book-club 12, coaching 1, shadowing the host's guests; event, huddle and self-paced unlimited. Examples: `12`, `{ min: 6, max: 12 }`.
 */
export type WrittenSeats =
  | number
  | {
      /**
       * Fewer than this cost, but are allowed. Example: `6`.
       */
      min?: number;
      /**
       * The most that one session takes. Example: `12`.
       */
      max?: number;
    };
/**
 * Whether it needs a room: `true`, `false`, `online` (a virtual room), a room by its id (`town-hall`) or one of several (`[town-hall, annex]`), or `{ features: [projector] }`. Default: `true` for workshop, talk, lunch, customer-room, book-club; `online` for virtual; else `false`.
 */
export type WrittenRoomNeed =
  | boolean
  | string
  | WrittenReference[]
  | {
      /**
       * What the room must have, all of them. Example: `[projector]`.
       */
      features: WrittenReferences;
    };
/**
 * A module that must be attended before.
 */
export type WrittenPrerequisite =
  | string
  | {
      /**
       * The module that comes before. Example: `cx-basics`.
       */
      module: WrittenReference;
      /**
       * So many days before, at least. Default 0. Example: `7`.
       */
      atLeastDays?: number;
      /**
       * So many days before, at most: where several occurrences come before, one of them so near. Default: no limit. Example: `42`.
       */
      atMostDays?: number;
    };
/**
 * What the planner remembers of a session: shown beside it on the page and in the workbook, and changing nothing. `cxplan import plan.xlsx` writes what stands under Remark in the workbook.
 */
export type WrittenNotes = WrittenNote[];
/**
 * What the planner fixes and the search may not touch. A pin that breaks a hard constraint is an error that names the constraint and the nearest starts that would do.
 */
export type WrittenPins = WrittenPin[];
/**
 * The threshold of `check`, 0 to 100: one number for every department (default 60), or `{ organisation: 70, departments: { finance: 50 } }`.
 */
export type WrittenCoverageThreshold =
  | number
  | {
      /**
       * The threshold of the organisation as a whole. Default: none.
       */
      organisation?: number;
      /**
       * Thresholds by department; the others keep 60. Example: `{ finance: 50 }`.
       */
      departments?: {
        /**
         * This department's threshold.
         */
        [k: string]: number;
      };
    };
/**
 * What this workspace says about a rule that has no options: a severity, alone or in a map.
 */
export type WrittenRuleSetting =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
    };
/**
 * What this workspace says about `action-overdue`: a severity, or a map with its options.
 */
export type WrittenRuleActionOverdue =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * From how many days past due on it is an error. Default 30.
       */
      errorDays?: number;
    };
/**
 * What this workspace says about `crammed`: a severity, or a map with its options.
 */
export type WrittenRuleCrammed =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * The most minutes of a front-line module that is not in parts. Default 60.
       */
      minutes?: number;
      /**
       * The most of a person’s year that may fall into one week. Default 25%.
       */
      share?: WrittenRuleShare;
      /**
       * Weeks of at most so many minutes are never too much of the year. Default 120.
       */
      weekMinutes?: number;
    };
/**
 * What this workspace says about `frontline-only`: a severity, or a map with its options.
 */
export type WrittenRuleFrontlineOnly =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * People behind the scenes get at least this share of what customer-facing people get. Default 25%.
       */
      share?: WrittenRuleShare;
    };
/**
 * What this workspace says about `no-communication`: a severity, or a map with its options.
 */
export type WrittenRuleNoCommunication =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * How many channels must reach a department. Default 2.
       */
      channels?: number;
    };
/**
 * What this workspace says about `no-discussion`: a severity, or a map with its options.
 */
export type WrittenRuleNoDiscussion =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * Within how many days of formal training people talk about it informally. Default 91.
       */
      days?: number;
    };
/**
 * What this workspace says about `no-follow-through`: a severity, or a map with its options.
 */
export type WrittenRuleNoFollowThrough =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * Within how many weeks a shorter session follows. Default 6.
       */
      weeks?: number;
      /**
       * From which length on a session has to be followed. Default 60.
       */
      minutes?: number;
      /**
       * The most minutes of the session that follows. Default 30.
       */
      shortMinutes?: number;
      /**
       * From which share of the people without it on it is told. Default 50%.
       */
      share?: WrittenRuleShare;
    };
/**
 * What this workspace says about `no-onboarding`: a severity, or a map with its options.
 */
export type WrittenRuleNoOnboarding =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * By which day after joining. Default 30.
       */
      days?: number;
    };
/**
 * What this workspace says about `no-readback`: a severity, or a map with its options.
 */
export type WrittenRuleNoReadback =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * Within how many days results come back. Default 30.
       */
      days?: number;
    };
/**
 * What this workspace says about `no-reinforcement`: a severity, or a map with its options.
 */
export type WrittenRuleNoReinforcement =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * From how many weeks of silence on it is an error. Default 13.
       */
      errorWeeks?: number;
    };
/**
 * What this workspace says about `no-role-module`: a severity, or a map with its options.
 */
export type WrittenRuleNoRoleModule =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * From which share of the departments on a module is addressed to most of them. Default 50%.
       */
      most?: WrittenRuleShare;
    };
/**
 * What this workspace says about `one-customer-day`: a severity, or a map with its options.
 */
export type WrittenRuleOneCustomerDay =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * How many customer days a year has at least. Default 2.
       */
      days?: number;
    };
/**
 * What this workspace says about `expired-soon`: a severity, or a map with its options.
 */
export type WrittenRuleExpiredSoon =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * How many days before the end of a certificate it is told. Default 60.
       */
      days?: number;
    };
/**
 * What this workspace says about `repeatedly-absent`: a severity, or a map with its options.
 */
export type WrittenRuleRepeatedlyAbsent =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * From how many sessions on that somebody missed in a row. Default 3.
       */
      sessions?: number;
    };
/**
 * What this workspace says about `small-sessions`: a severity, or a map with its options.
 */
export type WrittenRuleSmallSessions =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * Fewer small sessions of a module are not told. Default 2.
       */
      sessions?: number;
      /**
       * Nor are they where they are a smaller share of its sessions. Default 25%.
       */
      share?: WrittenRuleShare;
    };
/**
 * What this workspace says about `stale-voice`: a severity, or a map with its options.
 */
export type WrittenRuleStaleVoice =
  | ('error' | 'warn' | 'info' | 'off')
  | {
      /**
       * How much its findings weigh. Default: the rule's own.
       */
      severity?: WrittenRuleSeverity;
      /**
       * After how many days a voice is old. Default 365.
       */
      days?: number;
    };
/**
 * A share of the whole: in per cent, or as a number from 0 to 1. Examples: `25%`, `0.25`.
 */
export type WrittenRuleShare = number | string;
/**
 * A table of the people as a CSV file, a workbook (`.xlsx`) or users of SCIM 2.0 (JSON), with the columns id, role, site, shift, team, joined, left, name, email, manager, was: each number of a group in `plan.json` is a person's id, heads are counted, and dates are meant: nobody is asked for anything before they join or after they leave. Somebody may have several rows, one post after the other; `was` holds the ids that somebody had before, with blanks between, so that a new number changes nothing for them. Departments of whom nobody is in it keep their headcounts; names and e-mail addresses reach no output but the folder of `generate --people`. With `columns` where an HR export names them otherwise, and `values` where it has other words than the ids here. Examples: `people.csv`, `{ file: hr.xlsx, columns: { id: Employee no } }`.
 */
export type WrittenPeopleFile =
  | string
  | {
      /**
       * Path of the table, relative to the workspace: CSV, text with tabs, semicolons or bars in UTF-8, UTF-16 or windows-1252, a workbook (`.xlsx`), or users of SCIM 2.0 (JSON, where `columns` may name any attribute). Example: `hr/export.xlsx`.
       */
      file: WrittenCsvPath;
      /**
       * The sheet of a workbook; its first when left out. Example: `Staff`.
       */
      sheet?: WrittenName;
      values?: WrittenPeopleValues;
      columns?: WrittenPeopleColumns;
    };
/**
 * A CSV file of who came (columns person or group, session or module, date, status, minutes): reports show planned against delivered. Examples: `attendance.csv`, `{ file: lms.csv, columns: { date: Completed on } }`.
 */
export type WrittenAttendanceFile =
  | string
  | {
      /**
       * Path of the CSV file, relative to the workspace. Example: `attendance.csv`.
       */
      file: WrittenCsvPath;
      columns?: WrittenAttendanceColumns;
    };
/**
 * A CSV file of what shadowing and customer rooms taught and what is done about it (columns id, date, session, department, stage, learning, action, owner, due, status; and story with consent: what a customer told, and the date until which they agreed to its use). Example: `actions.csv`.
 */
export type WrittenActionsFile =
  | string
  | {
      /**
       * Path of the CSV file, relative to the workspace. Example: `actions.csv`.
       */
      file: WrittenCsvPath;
      columns?: WrittenActionsColumns;
    };
/**
 * The shifts of its department that it works, or how many of its people work each (a number at the department's site, or site → number), whatever the shares of the department. Default: all. Examples: `[early, late]`, `{ early: 3, late: 2 }`, `{ early: { leeds: 3, york: 1 } }`.
 */
export type WrittenRoleShifts =
  | WrittenReference[]
  | {
      [k: string]: WrittenShiftHeads;
    };
/**
 * How many work this shift.
 */
export type WrittenShiftHeads =
  | number
  | {
      /**
       * Heads at this site.
       */
      [k: string]: number;
    };
/**
 * How many people are expected to join in a year, evenly over it, or how many in which month; where a roster names the people of the department, those who have no row yet stay seats without a name. Default 0. Examples: `20`, `{ 2027-09: 12 }`.
 */
export type WrittenJoiners =
  | number
  | {
      /**
       * Joiners in this month.
       */
      [k: string]: number;
    };
/**
 * How many: a number at the department's site, or site → number, or team → number. Examples: `68`, `{ leeds: 42, york: 26 }`.
 */
export type WrittenHeadsThen =
  | number
  | {
      /**
       * Heads at this site.
       */
      [k: string]: number;
    };
/**
 * Gaps that are known and accepted until a date. A waiver covers every finding of its rule whose subject lies within all that it names (a department holds its roles, its groups and the trainers whose job is in it; a module belongs to it when nobody else attends); an expired one is an error of its own.
 */
export type WrittenWaivers = WrittenWaiver[];

/**
 * One file of a cxplan workspace. Any section may stand in any file; sections of all files are merged by id, and their order never matters.
 */
export interface WrittenWorkspace {
  /**
   * The year's programme: name, span, zone, mantra. Exactly one in a workspace, in one of its files.
   */
  programme?: WrittenProgramme;
  /**
   * Places where people work, by id.
   */
  sites?: WrittenSites;
  /**
   * Rooms for sessions, by id.
   */
  rooms?: WrittenRooms;
  /**
   * Departments, by id: shifts, meetings, busy times.
   */
  departments?: WrittenDepartments;
  /**
   * Jobs, by id: heads, level, impact, joiners.
   */
  roles?: WrittenRoles;
  /**
   * Named audiences, by id.
   */
  audiences?: WrittenAudiences;
  /**
   * Stages of the customer's journey, by id, with touchpoints and owners.
   */
  stages?: WrittenStages;
  /**
   * Moments of the employee's journey, by id.
   */
  moments?: WrittenMoments;
  /**
   * Themes of customer experience, by id.
   */
  themes?: WrittenThemes;
  /**
   * Measures of outcome, by id.
   */
  metrics?: WrittenMetrics;
  /**
   * The customer's own voices, by id.
   */
  voices?: WrittenVoices;
  /**
   * What people learn, by id.
   */
  modules?: WrittenModules;
  /**
   * Who leads sessions, by id.
   */
  facilitators?: WrittenFacilitators;
  /**
   * Messages, recognition, listening, reading back, by id.
   */
  rituals?: WrittenRituals;
  /**
   * Thresholds, weights and severities.
   */
  policy?: WrittenPolicy;
  /**
   * What people's time, cover, those who lead and rooms cost. Only sums of money come of it; no session moves.
   */
  costs?: WrittenCosts;
  /**
   * Accepted gaps, a list.
   */
  waivers?: WrittenWaivers;
  /**
   * Sessions that the planner has fixed, a list.
   */
  pins?: WrittenPins;
  /**
   * The planner's remarks about sessions, a list.
   */
  notes?: WrittenNotes;
}
/**
 * Named audiences, for modules, themes, moments and rituals to refer to.
 */
export interface WrittenAudiences {
  /**
   * Who is meant. Example: `{ departments: [finance, legal], except: { levels: [executive] } }`.
   */
  [k: string]: WrittenAudience;
}
/**
 * Every so many weeks: `{ every: 2, from: 2027-01-04 }` is the week of 4 January 2027 and every second one, before it and after it. Early and late shifts in turn name two days a week apart.
 */
export interface WrittenWeeks {
  /**
   * Every how many weeks, 1 to 52. Example: `2`.
   */
  every: number;
  /**
   * Any day of one such week. Example: `2027-01-04`.
   */
  from: WrittenDate;
}
/**
 * Working days around the end of each period: `{ before: 2, after: 3 }` is the last two of one and the first three of the next. Working days are those of the people concerned: days on which a shift of theirs begins (the department's at that site; of a site or room, of all who work there; a facilitator's own days) and that no holiday or closure takes whole.
 */
export interface WrittenPeriodEnd {
  /**
   * How many of the last working days of the period. Default 0.
   */
  before?: number;
  /**
   * How many of the first working days of the next period. Default 0.
   */
  after?: number;
}
/**
 * A stretch of time when something is not so. Every part is optional, and all parts that are given must hold at once.
 */
export interface WrittenRange {
  /**
   * First day. Left out: from the beginning.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end.
   */
  to?: WrittenDate;
  /**
   * On these days of the week only. Example: `fri-sat`.
   */
  days?: WrittenDays;
  /**
   * In these weeks only. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * At these hours only. Example: `12:00-20:30`.
   */
  hours?: WrittenHours;
  /**
   * Working days around the end of each month. Example: `{ before: 2, after: 3 }`.
   */
  monthEnd?: WrittenPeriodEnd;
  /**
   * Working days around the end of each calendar quarter. Example: `{ before: 5, after: 5 }`.
   */
  quarterEnd?: WrittenPeriodEnd;
  /**
   * Why, for the people who read the plan. Example: `Stocktaking`.
   */
  reason?: WrittenText;
}
/**
 * A stretch of time when a department has no time for training, short sessions perhaps excepted.
 */
export interface WrittenBusyRange {
  /**
   * First day. Left out: from the beginning.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end.
   */
  to?: WrittenDate;
  /**
   * On these days of the week only. Example: `fri-sat`.
   */
  days?: WrittenDays;
  /**
   * In these weeks only. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * At these hours only. Example: `12:00-20:30`.
   */
  hours?: WrittenHours;
  /**
   * Working days around the end of each month. Example: `{ before: 2, after: 3 }`.
   */
  monthEnd?: WrittenPeriodEnd;
  /**
   * Working days around the end of each calendar quarter. Example: `{ before: 5, after: 5 }`.
   */
  quarterEnd?: WrittenPeriodEnd;
  /**
   * Why, for the people who read the plan. Example: `Weekend peak`.
   */
  reason?: WrittenText;
  /**
   * Sessions of at most so many minutes are still fine. Default 0: none. Example: `10`.
   */
  allowUpTo?: number;
  /**
   * Busy for these roles of the department only. Default: for all. Example: `[school-driver]`.
   */
  roles?: WrittenReferences;
  /**
   * Busy on these shifts of the department only. Default: on all. Example: `[early]`.
   */
  shifts?: WrittenReferences;
  /**
   * Busy at these sites only. Default: at all. Example: `[leeds]`.
   */
  sites?: WrittenReferences;
  /**
   * What is held all the same. Example: `{ modules: [safety] }`.
   */
  except?: WrittenBusyExcept;
}
/**
 * What is held although people are busy.
 */
export interface WrittenBusyExcept {
  /**
   * These modules. Example: `[safety]`.
   */
  modules?: WrittenReferences;
  /**
   * Modules that cover these moments. (What is due at a moment after joining is held in busy times anyway.) Example: `[anniversary]`.
   */
  moments?: WrittenReferences;
}
/**
 * Who, by parts: all parts that are given must hold, each list means any of.
 */
export interface WrittenAudienceParts {
  /**
   * People of any of these departments. Example: `[stores]`.
   */
  departments?: WrittenReferences;
  /**
   * People with any of these roles. Example: `[credit-controller]`.
   */
  roles?: WrittenReferences;
  /**
   * People of any of these teams of their department. Example: `[ward-a, ward-b]`.
   */
  teams?: WrittenReferences;
  /**
   * People on any of these levels. Example: `[manager, executive]`.
   */
  levels?: WrittenLevels;
  /**
   * People at any of these sites. Example: `[leeds, york]`.
   */
  sites?: WrittenReferences;
  /**
   * People at sites of any of these regions, as `sites` names them. Example: `[North]`.
   */
  regions?: WrittenName[];
  /**
   * People on any of these shifts of their department. Example: `[night]`.
   */
  shifts?: WrittenReferences;
  /**
   * `true`: only people whose role meets customers; `false`: only those whose role does not.
   */
  customerFacing?: boolean;
}
/**
 * When: once in a window `{ from: 2027-02-08, by: 2027-03-31 }`, again and again `{ every: month }`, at a moment of the employee's journey `{ moment: day-30 }`, on a date or observance `{ date: 2027-10-05 }` / `{ date: cx-day }` (with `at: 10:00` where the time is fixed), on one of several dates `{ dates: [{ date: 2027-05-20, at: 10:00, seats: 12 }, …] }`, or only when something happens `{ trigger: score drops }` (reactive: never planned, never counted).
 */
export interface WrittenWhen {
  /**
   * First day of the window; alone with `by`, or to narrow `every`. Left out: the programme's first day.
   */
  from?: WrittenDate;
  /**
   * Last day of the window, inclusive. Left out: the programme's last day.
   */
  by?: WrittenDate;
  /**
   * Once in each of these periods. Weeks are ISO weeks; quarters and halves count from the programme's first month.
   */
  every?: 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year' | 'year';
  /**
   * With `every`: only in these months of the year. Example: `[1, 4, 7, 10]`.
   */
  months?: WrittenMonths;
  /**
   * With this moment after joining: `interview`, `day-1`, `week-1`, `day-30`, `day-60`, `day-90`, `anniversary`, or a moment of your own.
   */
  moment?: WrittenReference;
  /**
   * On this day, or an observance that is computed for the year. Examples: `2027-10-05`, `cx-day`, `customer-service-week`.
   */
  date?: string;
  /**
   * With `date`: the session starts at this time of the day, where it is held, whatever `policy.startEvery` says. Example: `10:00`.
   */
  at?: WrittenTime;
  /**
   * On any of these, as they are offered: each session on one of them. Example: `[{ date: 2027-05-20, at: 10:00, seats: 12 }, { date: 2027-06-03, at: 14:00, seats: 12 }]`.
   */
  dates?: WrittenOfferedDate[];
  /**
   * What sets it off. Such a module is reactive: never planned, never counted. Example: `score drops`.
   */
  trigger?: WrittenText;
}
/**
 * A date that is offered.
 */
export interface WrittenOfferedDate {
  /**
   * The day. Example: `2027-05-20`.
   */
  date: WrittenDate;
  /**
   * When it starts, where it is held, whatever `policy.startEvery` says. Left out: at any time. Example: `10:00`.
   */
  at?: WrittenTime;
  /**
   * The most that a session takes then. Default: the module's seats. Example: `12`.
   */
  seats?: number;
}
/**
 * What learning costs, in one currency: people's time, cover for those away, those who lead, rooms. In one file of the workspace, which may be kept apart from the others.
 */
export interface WrittenCosts {
  /**
   * The currency, in three letters. Example: `GBP`.
   */
  currency: string;
  people?: WrittenPay;
  /**
   * Hours of cover that are paid for each hour for which somebody who faces customers is away, at that person's rate: 1 where each is replaced, 1.2 where cover costs more. Huddles take nobody away. Default 0.
   */
  backfill?: number;
  /**
   * What trainers of your own cost. Example: `{ hour: 40 }`.
   */
  trainers?: WrittenRate;
  /**
   * What champions from the line cost. Example: `{ hour: 24 }`.
   */
  champions?: WrittenRate;
  /**
   * What outside trainers cost. Example: `{ day: 950 }`.
   */
  externals?: WrittenRate;
  /**
   * Facilitators who cost something else than their kind, by id. Example: `{ ida-lind: { day: 1200 } }`.
   */
  facilitators?: {
    /**
     * What this facilitator costs.
     */
    [k: string]: WrittenRate;
  };
  /**
   * Rooms that cost anything, by id. Example: `{ learning-lab: { day: 180 } }`.
   */
  rooms?: {
    /**
     * What this room costs.
     */
    [k: string]: WrittenRate;
  };
}
/**
 * What somebody or something costs: by the hour, by the day on which it has a session, by the session. What is given adds up. Example: `{ day: 950 }`.
 */
export interface WrittenRate {
  /**
   * For each hour of a session.
   */
  hour?: number;
  /**
   * For each day with a session, shared among the day's sessions by their minutes.
   */
  day?: number;
  /**
   * For each session.
   */
  session?: number;
}
/**
 * Departments: when their people work, when they have no time, and how many may be away at once.
 */
export interface WrittenDepartments {
  [k: string]: WrittenDepartment;
}
/**
 * A department of the firm.
 */
export interface WrittenDepartment {
  /**
   * What people call it. Default: the id in title case. Example: `Finance`.
   */
  name?: WrittenName;
  /**
   * The id that the department had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `ward`.
   */
  was?: WrittenFormerId;
  /**
   * Its home: where heads written as a bare number work. Default: the only site there is. Example: `leeds`.
   */
  site?: WrittenReference;
  shifts?: WrittenShifts;
  /**
   * Of the people on one shift at one site, the share (at least one) or the number that may train at once. Default 25% where a role is customer-facing, else 100%. Examples: `15%`, `2 people`.
   */
  maxAway?: WrittenAwayLimit;
  /**
   * Of the people on one shift at one site, how many never train at the same time as the others: so many stay, whatever `maxAway` says. Default 0. Example: `4`.
   */
  minOnShift?: WrittenMinOnShift;
  /**
   * Most minutes per person and ISO week, huddles apart, for its people. Default: the policy's. Examples: `60`, `5%`.
   */
  minutesPerWeek?: WrittenWeeklyMinutes;
  meetings?: WrittenMeetings;
  teams?: WrittenTeams;
  /**
   * When there is no time for training; `allowUpTo` minutes are still fine. Example: `[{ monthEnd: { before: 2, after: 3 }, reason: Month-end close }]`.
   */
  busy?: WrittenBusyRanges;
  /**
   * Who leads it, as text. Example: `Priya Shah`.
   */
  head?: WrittenName;
  /**
   * The date on which the head agreed the plan. Example: `2026-12-01`.
   */
  signedOff?: WrittenDate;
}
/**
 * Its shifts by id. Default: one shift `day`, mon-fri 09:00-17:00. Example: `{ early: { days: mon-sat, hours: 06:30-14:30, share: 55% } }`.
 */
export interface WrittenShifts {
  [k: string]: WrittenShift;
}
/**
 * Meetings that are held anyway, in which huddles find their place; where there are teams, each team holds them for itself. Example: `{ huddle: { day: tue, at: 13:00, minutes: 15 } }`.
 */
export interface WrittenMeetings {
  [k: string]: WrittenMeeting;
}
/**
 * Teams inside it, such as the wards of a hospital: each with its own meetings, leader and limit of who may be away, on the department's shifts. Roles say how many are in each (`heads: { ward-a: 26 }`), audiences address them (`{ teams: [ward-a] }`). Example: `{ ward-a: { lead: Mary Obi, maxAway: 2 people } }`.
 */
export interface WrittenTeams {
  [k: string]: WrittenTeam;
}
/**
 * When the people of a shift work: one stretch (`days` and `hours`) or several (`times`), and how many of the heads.
 */
export interface WrittenShift {
  /**
   * The days on which it is worked; with `hours`. Example: `mon-sat`.
   */
  days?: WrittenDays;
  /**
   * The id that the shift had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `late`.
   */
  was?: WrittenFormerId;
  /**
   * From and to; past midnight is fine. Examples: `06:30-14:30`, `22:00-06:00`.
   */
  hours?: WrittenHours;
  /**
   * With `days` and `hours`: worked every so many weeks only; default every week. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * First day. Left out: from the beginning. Example: `2027-06-01`.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end. Example: `2027-08-31`.
   */
  to?: WrittenDate;
  /**
   * Instead of `days` and `hours`, where they differ from day to day, from week to week or with the season. Examples: `[{ days: mon-fri, hours: 09:00-17:00 }, { days: sat, hours: 10:00-14:00, weeks: { every: 2, from: 2027-01-04 } }]`.
   */
  times?: WrittenShiftTime[];
  /**
   * The share of the department's heads that work it; together 100%. Default: an even part of what the others leave. Example: `55%`.
   */
  share?: WrittenShare;
}
/**
 * Hours on some days of the week, in some weeks or for a part of the year where they are not the same all year.
 */
export interface WrittenShiftTime {
  /**
   * The days. Example: `mon-fri`.
   */
  days: WrittenDays;
  /**
   * From and to on these days. Example: `09:00-17:00`.
   */
  hours: WrittenHours;
  /**
   * Worked every so many weeks only; default every week. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * First day. Left out: from the beginning. Example: `2027-06-01`.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end. Example: `2027-08-31`.
   */
  to?: WrittenDate;
}
/**
 * A regular meeting; those attend who are on shift then.
 */
export interface WrittenMeeting {
  /**
   * The day or days of the week. Examples: `tue`, `mon-fri`.
   */
  day: WrittenDays;
  /**
   * When it begins. Example: `13:00`.
   */
  at: WrittenTime;
  /**
   * How long it takes. Example: `15`.
   */
  minutes: WrittenMinutes;
  /**
   * How often: every `week` (default), every `fortnight` (two weeks apart, counted from week 1 of the programme's year; `weeks` names another week) or every `month` (the first such day).
   */
  every?: 'week' | 'fortnight' | 'month';
  /**
   * Held every so many weeks only; default every week. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * First day. Left out: from the beginning. Example: `2027-06-01`.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end. Example: `2027-08-31`.
   */
  to?: WrittenDate;
  /**
   * The shifts that attend. Default: all that are on then. Example: `[early]`.
   */
  shifts?: WrittenReferences;
  /**
   * The sites at which it is held. Default: all. Example: `[leeds]`.
   */
  sites?: WrittenReferences;
}
/**
 * A team of a department. Its people train beside the others, but huddle, are led and keep the floor by themselves.
 */
export interface WrittenTeam {
  /**
   * What people call it. Default: the id in title case. Example: `Ward A`.
   */
  name?: WrittenName;
  /**
   * The id that the team had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `ward-a`.
   */
  was?: WrittenFormerId;
  /**
   * Where its people work. Default: the department's site. Example: `leeds`.
   */
  site?: WrittenReference;
  /**
   * Who leads it, as text: the line manager of its people. Example: `Mary Obi`.
   */
  lead?: WrittenName;
  /**
   * Of its people on one shift, the share or the number that may train at once. Default: the department's. Example: `2 people`.
   */
  maxAway?: WrittenAwayLimit;
  /**
   * Of its people on one shift, how many always stay. Default: the department's. Example: `2`.
   */
  minOnShift?: WrittenMinOnShift;
  meetings?: WrittenTeamMeetings;
}
/**
 * Its own meetings, instead of the department's. Example: `{ huddle: { day: tue, at: 13:00, minutes: 15 } }`.
 */
export interface WrittenTeamMeetings {
  [k: string]: WrittenMeeting;
}
/**
 * Who leads sessions, what they can teach, where and when.
 */
export interface WrittenFacilitators {
  [k: string]: WrittenFacilitator;
}
/**
 * Somebody who leads sessions.
 */
export interface WrittenFacilitator {
  /**
   * Their name. Default: the id in title case. Example: `Amira`.
   */
  name?: WrittenName;
  /**
   * The id that they had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `amira`.
   */
  was?: WrittenFormerId;
  /**
   * `trainer`, `champion` (one of the floor) or `external`. Example: `trainer`.
   */
  kind: 'trainer' | 'champion' | 'external';
  /**
   * Module ids, or skills that modules ask for. Default: everything that is led by their kind. Example: `[kind-invoices, plain-language]`.
   */
  teaches?: WrittenReferences;
  /**
   * The languages that they speak: a session is held in one of them that everybody in it understands. Default: whatever is asked for. Examples: `nl`, `[nl, fr]`.
   */
  languages?: WrittenLanguages;
  /**
   * The job they hold, if it is one of ours: they are not in the room twice. Example: `supervisor`.
   */
  role?: WrittenReference;
  /**
   * Where they can be, `online` included; the first gives their zone. Default: everywhere. Example: `[leeds, online]`.
   */
  sites?: WrittenReferences;
  /**
   * The days on which they work. Default `mon-fri`.
   */
  days?: WrittenDays;
  /**
   * At work every so many weeks only; default every week. Example: `{ every: 2, from: 2027-01-04 }`.
   */
  weeks?: WrittenWeeks;
  /**
   * First day. Left out: from the beginning. Example: `2027-06-01`.
   */
  from?: WrittenDate;
  /**
   * Last day, inclusive. Left out: to the end. Example: `2027-08-31`.
   */
  to?: WrittenDate;
  /**
   * The hours in which they work. Default `07:00-20:00`.
   */
  hours?: WrittenHours;
  /**
   * Instead of `days` and `hours`, where they differ from day to day, from week to week or with the season. Examples: `[{ days: mon, hours: 08:00-12:00 }, { days: thu, hours: 09:00-17:00 }]`.
   */
  works?: WrittenShiftTime[];
  /**
   * Most hours of leading on one day. Default: no limit. Example: `6`.
   */
  hoursPerDay?: number;
  /**
   * Most hours of leading in one ISO week. Default: no limit. Example: `8`.
   */
  hoursPerWeek?: number;
  /**
   * Most hours of leading in one month of the calendar. Default: no limit. Example: `2`.
   */
  hoursPerMonth?: number;
  /**
   * Days bought for the whole programme. Default: no limit. Example: `12`.
   */
  totalDays?: number;
  /**
   * When they cannot. Example: `[{ from: 2027-08-02, to: 2027-08-20, reason: Leave }]`.
   */
  away?: WrittenRanges;
}
/**
 * Measures of outcome that the programme should move.
 */
export interface WrittenMetrics {
  [k: string]: WrittenMetric;
}
/**
 * A measure of outcome.
 */
export interface WrittenMetric {
  /**
   * What people call it. Default: the id in title case. Example: `Net promoter score`.
   */
  name?: WrittenName;
  /**
   * What it counts. Examples: `points`, `%`.
   */
  unit?: WrittenName;
  /**
   * Where it stands at the beginning. Example: `41`.
   */
  baseline?: number;
  /**
   * Where it should stand at the end. Example: `48`.
   */
  target?: number;
  /**
   * The role or department that answers for it. Example: `contact-centre`.
   */
  owner?: WrittenReference;
  /**
   * The stages of the customer's journey that it measures. Example: `[help]`.
   */
  stages?: WrittenReferences;
}
/**
 * What people learn: who, how long, in which form, when, and what it teaches.
 */
export interface WrittenModules {
  [k: string]: WrittenModule;
}
/**
 * Something people learn.
 */
export interface WrittenModule {
  /**
   * What people call it. Default: the id in title case. Example: `Invoices people understand`.
   */
  name?: WrittenName;
  /**
   * The id that the module had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `kind-letters`.
   */
  was?: WrittenFormerId;
  /**
   * Who must attend. Examples: `everyone`, `{ departments: [finance] }`.
   */
  audience: WrittenAudience;
  /**
   * Length of one session. Example: `90`.
   */
  minutes: WrittenMinutes;
  /**
   * The form, which decides what a session needs: `huddle` is held inside a department meeting; `self-paced` reserves paid time in the shift; `coaching` is with the line manager; `shadowing` visits a host; `interview` is a script and makes no session; the others need a facilitator and a room. Example: `workshop`.
   */
  format:
    | 'workshop'
    | 'virtual'
    | 'talk'
    | 'lunch'
    | 'event'
    | 'customer-room'
    | 'book-club'
    | 'huddle'
    | 'coaching'
    | 'shadowing'
    | 'self-paced'
    | 'interview';
  /**
   * Who leads: `trainer`, `champion`, `external`, `line` (the group's own manager), `peer` (a host) or `self`. Default by format: workshop, virtual → trainer; talk, customer-room, book-club → champion; huddle, coaching, lunch, event, interview → line; shadowing → peer; self-paced → self.
   */
  led?: 'trainer' | 'champion' | 'external' | 'line' | 'peer' | 'self';
  /**
   * What a facilitator must be able to teach, where it is not the module's own id. Example: `plain-language`.
   */
  skill?: WrittenReference;
  /**
   * The only people who may lead it, whatever else they teach, in the order in which they are asked: the next one where those before cannot. Default: whoever of the kind that leads it teaches it. Example: `[amira, tom]`.
   */
  facilitators?: WrittenReferences;
  /**
   * The languages in which it can be held; whoever leads a session speaks one that everybody in it understands (`languages` of facilitators, roles and sites). Default: any. Examples: `nl`, `[nl, fr]`.
   */
  languages?: WrittenLanguages;
  /**
   * How many lead a session together: two trainers, a trainer and one who learns to be one. Each has to be able to lead it, is there all the time, and has it in their own calendar. Default 1. Example: `2`.
   */
  leaders?: number;
  seats?: WrittenSeats;
  /**
   * Held as that many sessions of `minutes` each, in order: bite-size instead of one long day. Default 1. Example: `3`.
   */
  parts?: number;
  /**
   * The days of the week on which it may be held at all. Default: any. Example: `tue-thu`.
   */
  days?: WrittenDays;
  /**
   * The hours in which it may be held at all. Default: any. Example: `12:00-14:00` for a lunch.
   */
  hours?: WrittenHours;
  /**
   * The sites at which it may be held at all, `online` included. Default: wherever its people and rooms are. Example: `[leeds]`.
   */
  sites?: WrittenReferences;
  /**
   * The site to which people come for it, wherever they work; of several each comes to the nearest. The way there and back (`sites.x.travel`) is paid, in their shift, and they are missed meanwhile. Default: it is held where they work. Examples: `head-office`, `[leeds, york]`.
   */
  at?: string | WrittenReference[];
  /**
   * Once in a window `{ from, by }`, regularly `{ every: month }`, at a moment `{ moment: day-30 }`, on a day `{ date: cx-day }`, or reactive `{ trigger: score drops }`. Example: `{ every: month }`.
   */
  when: WrittenWhen;
  /**
   * The themes it serves: ids, or `month` for the theme of the month it falls in. Examples: `[empathy]`, `month`.
   */
  themes?: WrittenThemeIds;
  /**
   * The stages of the customer's journey it teaches: ids, `own` (those whose touchpoints the audience owns) or `all`. Examples: `[buy]`, `own`.
   */
  stages?: ('own' | 'all') | WrittenReference[];
  /**
   * The touchpoints it is about. Example: `[invoice]`.
   */
  touchpoints?: WrittenReferences;
  /**
   * Further moments of the employee's journey that it covers. Example: `[day-90]`.
   */
  moments?: WrittenReferences;
  /**
   * What it also is: `common-issues` (practice on what goes wrong most), `empowerment` (what people may decide themselves), `speak-up` (introduces a way to report about the customer's journey), `customer-day`, `discussion` (informal talk), `mission`.
   *
   * Items: One tag.
   */
  tags?: ('common-issues' | 'empowerment' | 'speak-up' | 'customer-day' | 'discussion' | 'mission')[];
  /**
   * `strategy` (what we want to be), `practice` (how we do it; default), `tool` (how to use software) or `process` (how to follow steps).
   */
  kind?: 'strategy' | 'practice' | 'tool' | 'process';
  /**
   * For `tool` and `process`: how it serves the programme's strategy. Example: `The till tells the customer what they saved.`
   */
  strategy?: WrittenText;
  /**
   * What a customer will notice. Example: `A customer understands what to pay, by when and why, at first reading.`
   */
  outcome?: WrittenText;
  /**
   * The customer's voice in it: ids from the library, or inline types (`journey-map`, `recording`, `testimonial`, `survey`, `guest`, `outside-trainer`). Example: `[first-invoice-call, guest]`.
   */
  voices?: WrittenReferences;
  /**
   * The measures it should move. Example: `[nps]`.
   */
  metrics?: WrittenReferences;
  /**
   * What must be attended before: module ids, or with a distance in days. Examples: `[cx-basics]`, `[{ module: cx-basics, atLeastDays: 7, atMostDays: 42 }]`.
   */
  after?: WrittenPrerequisite[];
  room?: WrittenRoomNeed;
  /**
   * This module's own share or number of people who may be away at once, for an all-hands that closes the counter. Default: the department's. Examples: `100%`, `6 people`.
   */
  maxAway?: WrittenAwayLimit;
  /**
   * This module's own number of people who stay, of each department's on one shift at one site; 0 for an all-hands that closes the counter. Default: the department's. Example: `0`.
   */
  minOnShift?: WrittenMinOnShift;
  /**
   * For `shadowing`: who is visited. Example: `{ department: contact-centre, guests: 2, site: leeds }`.
   */
  host?: WrittenHost;
  followUp?: WrittenFollowUp;
  /**
   * Which of the four basics it teaches: `what-and-why` (what CX is and why it matters), `listen-and-act` (how the firm listens and acts), `my-role` (my part in it), `outcomes` (what it earns).
   *
   * Items: One of the basics.
   */
  basics?: ('what-and-why' | 'listen-and-act' | 'my-role' | 'outcomes')[];
  /**
   * `allowed`: it may be held next to a shift, too, as paid overtime: it begins in it or when it ends, or ends when it begins; at most `policy.overtimeMinutesPerWeek` a person, and none where the shift has time for it. Those outside their shift are missed on no floor. Default: never. Example: `allowed`.
   */
  hoursOutsideShift?: 'allowed';
  /**
   * Whether its time is paid. Default `true`; `false` is allowed, and reported.
   */
  paid?: boolean;
  /**
   * The date after which its content must be looked at again. Example: `2027-09-30`.
   */
  reviewBy?: WrittenDate;
  /**
   * How long what was learned is good for: whoever attended is asked for it again before that ends. A length from the day of learning; or `calendar-year` or `fiscal-year`, to be learned once in each (the fiscal year begins with the month in which the programme does). For what is held once or at a moment, in one part. Default: for good. Examples: `12 months`, `calendar-year`.
   */
  validFor?: string;
}
/**
 * What happens with what was learned. Example: `{ action: One change to our letters, withinDays: 30 }`.
 */
export interface WrittenFollowUp {
  /**
   * What is to be done. Example: `Each guest names one change in the team meeting`.
   */
  action: WrittenText;
  /**
   * How soon, in days. Example: `14`.
   */
  withinDays?: number;
}
/**
 * The department that is visited in a shadowing: at the guests' own site where the host is there, else at `site`; inside a shift and outside `busy` of the host.
 */
export interface WrittenHost {
  /**
   * The department visited. Example: `contact-centre`.
   */
  department: WrittenReference;
  /**
   * How many it takes at once at each of its sites. Example: `2`.
   */
  guests: number;
  /**
   * Where guests go whose own site has no host. Example: `leeds`.
   */
  site?: WrittenReference;
}
/**
 * Moments of the employee's journey, in days after joining. Built in: `interview`, `day-1` (0–0), `week-1` (0–6), `day-30` (7–30), `day-60` (31–60), `day-90` (61–90), `anniversary` (351–379).
 */
export interface WrittenMoments {
  [k: string]: WrittenMoment;
}
/**
 * A span of days after joining.
 */
export interface WrittenMoment {
  /**
   * What people call it. Default: the id in title case. Example: `Second week`.
   */
  name?: WrittenName;
  /**
   * Its first day, counted from the day of joining (0). Example: `10`.
   */
  from: number;
  /**
   * Its last day, inclusive. Default: the same as `from`. Example: `18`.
   */
  to?: number;
  /**
   * Whose moment it is. Default: everyone.
   */
  audience?: WrittenAudience;
}
/**
 * A remark about one session.
 */
export interface WrittenNote {
  /**
   * The session's id, as in `plan.json`, `sessions.csv` and on the pages. Example: `kind-invoices.once.credit-controller.leeds.day.1.1`.
   */
  session: string;
  /**
   * The remark. Example: `Bring the new letter templates`.
   */
  text: WrittenText;
}
/**
 * A session that is fixed: by its id, or as what a group learns. What is not said stays free.
 */
export interface WrittenPin {
  /**
   * The session's id, as in `plan.json`, `sessions.csv` and on the pages; `cxplan pin` completes it. Example: `kind-invoices.once.credit-controller.leeds.day.1.1`.
   */
  session?: string;
  /**
   * Instead of `session`, with `group`: the module. Example: `all-hands`.
   */
  module?: WrittenReference;
  /**
   * The group that attends. Example: `credit-controller.leeds.day.1`.
   */
  group?: WrittenReference;
  /**
   * Which of several times the module is held. Example: `2027-03`.
   */
  occurrence?: WrittenReference;
  /**
   * It starts then, on the clock of the place where it is held. Example: `2027-05-20T10:00`.
   */
  at?: string;
  /**
   * On this day; the time is free. Example: `2027-06-02`.
   */
  on?: WrittenDate;
  /**
   * Not on these days: another of its window is sought, the nearest first. What a session that the planner calls off becomes. Example: `[2027-05-20]`.
   */
  notOn?: WrittenDate[];
  /**
   * Just as it is now: time, people, room, and who leads.
   */
  keep?: true;
  /**
   * Who leads it. Example: `amira`.
   */
  facilitator?: WrittenReference;
  /**
   * Where it is held. Example: `learning-lab`.
   */
  room?: WrittenReference;
  /**
   * Exactly these groups attend, each as a whole. Example: `[credit-controller.leeds.day.1, accountant.leeds.day.1]`.
   */
  groups?: WrittenReference[];
  /**
   * Why it is fixed; shown wherever the session is explained. Example: `Asked for by the head of Finance`.
   */
  reason?: WrittenText;
  /**
   * With a reason: also where it breaks `floor`, `load`, `frozen` or `not-closed`. Every report shows it.
   */
  force?: true;
}
/**
 * The thresholds and severities of this workspace.
 */
export interface WrittenPolicy {
  /**
   * People in a group that trains together. Default 12.
   */
  groupSize?: number;
  limits?: WrittenLimits;
  /**
   * The grid on which sessions start, in minutes (huddles: 5, inside their meeting). Default 15.
   */
  startEvery?: number;
  /**
   * Most minutes per person and ISO week, huddles apart; one longer session may stand alone in its week. Default 120.
   */
  minutesPerWeek?: number;
  minutesPerWeekByLevel?: WrittenMinutesPerWeekByLevel;
  /**
   * Minutes between two sessions of a person or facilitator. Default 0.
   */
  changeoverMinutes?: number;
  /**
   * Minutes between two sites where neither says how far it is (`sites.x.travel`): for whoever leads and for rooms that move; for people who come to another site once any site says `travel` or any module `at`. Default 60.
   */
  travelMinutes?: number;
  /**
   * Calendar days from `asOf` in which planning again moves nothing and puts nothing new that could be held later. Default 14.
   */
  noticeDays?: number;
  edges?: WrittenEdgesOfAShift;
  /**
   * Most minutes per person and ISO week outside their shift, of modules with `hoursOutsideShift: allowed`. Default 120. Example: `60`.
   */
  overtimeMinutesPerWeek?: number;
  /**
   * Hours after the end of a night during which its people are in no session, huddles apart. A night is a stretch of work with three hours between 23:00 and 06:00. Default 0. Example: `11`.
   */
  restAfterNightHours?: number;
  preferredHours?: WrittenPreferredHours;
  hoursPerPerson?: WrittenHoursPerPerson;
  /**
   * Weeks after which what was learned fades unless it is met again. Default 5.
   */
  reinforceWithinWeeks?: number;
  /**
   * With a roster: days after joining during which people walk their moments only; from the next day on they are asked for everything that is asked of their post. Default 90.
   */
  joinersMeetEverythingAfter?: number;
  /**
   * Least part of a session's minutes for which somebody must have been there to have attended it. Default `80%`.
   */
  attendedFrom?: WrittenShare;
  /**
   * Weeks within which whoever missed a session is given it again. Default 6.
   */
  makeUpWithinWeeks?: number;
  /**
   * Weeks before a certificate of so many days, weeks, months or years ends (`validFor`) in which it is renewed, at most half of its time. Who renews in them keeps the anniversary. Default 13.
   */
  renewWithinWeeks?: number;
  rehearsal?: WrittenRehearsal;
  minCoverage?: WrittenCoverageThreshold;
  weights?: WrittenWeights;
  rules?: WrittenRules;
}
/**
 * How large the year may be before it is planned at all. A workspace can lower these limits; only `--no-limits` on the command line lifts them. Example: `{ requirements: 50000 }`.
 */
export interface WrittenLimits {
  /**
   * Most groups of people. Default 600000.
   */
  groups?: number;
  /**
   * Most sessions that one group is asked for. Default 1000.
   */
  perGroup?: number;
  /**
   * Most requirements: groups times occurrences of modules. Default 8000000.
   */
  requirements?: number;
  /**
   * Most sessions, by the seats of each module. Default 4000000.
   */
  sessions?: number;
}
/**
 * The same for people of a level, where neither their role nor their department has its own. Example: `{ specialist: 180 }`.
 */
export interface WrittenMinutesPerWeekByLevel {
  /**
   * Of the front line. Example: `60`.
   */
  frontline?: WrittenWeeklyMinutes;
  /**
   * Of specialists. Example: `180`.
   */
  specialist?: WrittenWeeklyMinutes;
  /**
   * Of managers. Example: `180`.
   */
  manager?: WrittenWeeklyMinutes;
  /**
   * Of executives. Example: `240`.
   */
  executive?: WrittenWeeklyMinutes;
}
/**
 * Minutes at the start and at the end of each shift, nights included, in which people take over and hand over; sessions keep clear of them where they can. Default `{ start: 30, end: 30 }`.
 */
export interface WrittenEdgesOfAShift {
  /**
   * Minutes after a shift begins. Default 30.
   */
  start?: number;
  /**
   * Minutes before a shift ends. Default 30.
   */
  end?: number;
}
/**
 * For each format the hours of people's own clocks in which its sessions had better lie, such as no one-to-one at three in the morning; where that cannot be they lie outside all the same, at a cost (`weights: { preferred-hours }`). Default: any hour of the shift. Example: `{ coaching: 07:00-21:00 }`.
 */
export interface WrittenPreferredHours {
  /**
   * Of workshops. Example: `08:00-18:00`.
   */
  workshop?: WrittenHours;
  /**
   * Of virtual sessions. Example: `08:00-18:00`.
   */
  virtual?: WrittenHours;
  /**
   * Of talks. Example: `08:00-18:00`.
   */
  talk?: WrittenHours;
  /**
   * Of lunches. Example: `08:00-18:00`.
   */
  lunch?: WrittenHours;
  /**
   * Of events. Example: `08:00-18:00`.
   */
  event?: WrittenHours;
  /**
   * Of customer rooms. Example: `08:00-18:00`.
   */
  'customer-room'?: WrittenHours;
  /**
   * Of book clubs. Example: `08:00-18:00`.
   */
  'book-club'?: WrittenHours;
  /**
   * Of coaching. Example: `08:00-18:00`.
   */
  coaching?: WrittenHours;
  /**
   * Of shadowing. Example: `08:00-18:00`.
   */
  shadowing?: WrittenHours;
  /**
   * Of self-paced time. Example: `08:00-18:00`.
   */
  'self-paced'?: WrittenHours;
}
/**
 * The hours a year that a role should lie between. Default `{ min: 2, max: 40 }`.
 */
export interface WrittenHoursPerPerson {
  /**
   * Least hours a year. Default 2.
   */
  min?: number;
  /**
   * Most hours a year. Default 40.
   */
  max?: number;
}
/**
 * What `rehearse` lets happen in a year. Example: `{ absence: 6%, noShows: 5% }`.
 */
export interface WrittenRehearsal {
  /**
   * Days on which somebody is ill. Default `4%`.
   */
  absence?: WrittenShare;
  /**
   * Days that an illness lasts in the mean. Default 4.
   */
  absenceDays?: number;
  /**
   * Days of leave that were not known when the year was planned. Default `6%`.
   */
  leave?: WrittenShare;
  /**
   * Days that a leave lasts in the mean. Default 7.
   */
  leaveDays?: number;
  /**
   * Seats of people who are there and do not come. Default `3%`.
   */
  noShows?: WrittenShare;
  /**
   * Days on which somebody who leads is ill. Default `3%`.
   */
  leaders?: WrittenShare;
  /**
   * Days on which a department at a site is so busy that those who face customers cannot go; huddles take place. Default `1%`.
   */
  peaks?: WrittenShare;
}
/**
 * How much each soft term of the planner counts; 0 switches it off. Example: `{ mixed: 2 }`.
 */
export interface WrittenWeights {
  /**
   * The weight of sessions that differ from the previous plan, more with each day between.
   */
  moved?: number;
  /**
   * The weight of a group's minutes that are uneven over the weeks.
   */
  spread?: number;
  /**
   * The weight of people of one department, shift and site who learn on one day or in one night. Default 0.2.
   */
  'days-apart'?: number;
  /**
   * The weight of sessions so late that a missed one cannot be repeated in its window.
   */
  'early-enough'?: number;
  /**
   * The weight of long sessions that no short one repeats after two to six weeks.
   */
  reinforce?: number;
  /**
   * The weight of weeks in which people have met nothing for too long.
   */
  rhythm?: number;
  /**
   * The weight of an hour of whoever leads a session: fewer, fuller sessions. Default 2.
   */
  sessions?: number;
  /**
   * The weight of sessions with fewer people than `seats.min`.
   */
  'seats-min'?: number;
  /**
   * The weight of facilitators who carry more than others. Default 0.1.
   */
  'facilitator-fair'?: number;
  /**
   * The weight of groups that meet many different facilitators.
   */
  'same-facilitator'?: number;
  /**
   * The weight of sessions of one department only, where several could meet.
   */
  mixed?: number;
  /**
   * The weight of sessions at the edges of a shift (`edges`) or outside the hours of their format (`preferredHours`). Default 1.5.
   */
  'preferred-hours'?: number;
  /**
   * The weight of sessions scattered over many rooms.
   */
  'few-rooms'?: number;
  /**
   * The weight of sessions that are led by somebody further down a module's `facilitators`. Default 10.
   */
  'named-leader'?: number;
  /**
   * The weight of hours of people outside their shift, of modules with `hoursOutsideShift: allowed`. Default 3.
   */
  overtime?: number;
}
/**
 * Rule id → `error`, `warn`, `info`, `off`, or a map with a severity and the rule's own options. Examples: `{ no-metric: off }`, `{ stale-voice: { severity: warn, days: 540 } }`.
 */
export interface WrittenRules {
  /**
   * A severity, or a map with `severity` and `errorDays`.
   */
  'action-overdue'?: WrittenRuleActionOverdue;
  /**
   * A severity, or a map with `severity` and `minutes`, `share`, `weekMinutes`.
   */
  crammed?: WrittenRuleCrammed;
  /**
   * A severity, or a map with `severity` and `share`.
   */
  'frontline-only'?: WrittenRuleFrontlineOnly;
  /**
   * A severity, or a map with `severity` and `channels`.
   */
  'no-communication'?: WrittenRuleNoCommunication;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'no-discussion'?: WrittenRuleNoDiscussion;
  /**
   * A severity, or a map with `severity` and `weeks`, `minutes`, `shortMinutes`, `share`.
   */
  'no-follow-through'?: WrittenRuleNoFollowThrough;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'no-onboarding'?: WrittenRuleNoOnboarding;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'no-readback'?: WrittenRuleNoReadback;
  /**
   * A severity, or a map with `severity` and `errorWeeks`.
   */
  'no-reinforcement'?: WrittenRuleNoReinforcement;
  /**
   * A severity, or a map with `severity` and `most`.
   */
  'no-role-module'?: WrittenRuleNoRoleModule;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'one-customer-day'?: WrittenRuleOneCustomerDay;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'expired-soon'?: WrittenRuleExpiredSoon;
  /**
   * A severity, or a map with `severity` and `sessions`.
   */
  'repeatedly-absent'?: WrittenRuleRepeatedlyAbsent;
  /**
   * A severity, or a map with `severity` and `sessions`, `share`.
   */
  'small-sessions'?: WrittenRuleSmallSessions;
  /**
   * A severity, or a map with `severity` and `days`.
   */
  'stale-voice'?: WrittenRuleStaleVoice;
  [k: string]:
    | WrittenRuleSetting
    | WrittenRuleActionOverdue
    | WrittenRuleCrammed
    | WrittenRuleFrontlineOnly
    | WrittenRuleNoCommunication
    | WrittenRuleNoDiscussion
    | WrittenRuleNoFollowThrough
    | WrittenRuleNoOnboarding
    | WrittenRuleNoReadback
    | WrittenRuleNoReinforcement
    | WrittenRuleNoRoleModule
    | WrittenRuleOneCustomerDay
    | WrittenRuleExpiredSoon
    | WrittenRuleRepeatedlyAbsent
    | WrittenRuleSmallSessions
    | WrittenRuleStaleVoice
    | undefined;
}
/**
 * The year's programme: its span, its mantra, and who stands behind it. Exactly one in a workspace.
 */
export interface WrittenProgramme {
  /**
   * What the programme is called. Example: `Fernhill Home & Garden – customer education 2027`.
   */
  name: WrittenName;
  /**
   * Its first day. Example: `2027-01-04`.
   */
  starts: WrittenDate;
  /**
   * Its last day, inclusive. Example: `2027-12-17`.
   */
  ends: WrittenDate;
  /**
   * The zone in which sites without one of their own, and online sessions, tell the time. Example: `Europe/London`.
   */
  timezone: WrittenTimezone;
  /**
   * The stages of the customer's journey in their order. Default: all stages by id. Example: `[discover, choose, buy, use, help]`.
   */
  journey?: WrittenReferences;
  /**
   * Themes that take the programme's months in turn; a month that a theme claims by its own `months` is that theme's. Example: `[mission, empathy, feedback]`.
   */
  rotation?: WrittenReferences;
  /**
   * Globs of the files that belong to the workspace. They know `*`, `?`, `[abc]` and `{a,b}` inside a name and `**` for any folders, a few of each. Default: every YAML file in the folder. Example: `['*.yaml', 'departments/** /*.yaml']`.
   *
   * Items: One glob, relative to the workspace.
   */
  include?: string[];
  /**
   * The mission for customers in one sentence or less, so short that everyone can say it. Example: `Leave every home a little better.`
   */
  mantra?: WrittenText;
  /**
   * What customer experience means in this firm. Example: `How customers feel about us, from the first leaflet to years after the sofa arrived.`
   */
  definition?: WrittenText;
  /**
   * What it earns the firm when it succeeds. Example: `More returning households, fewer second calls.`
   */
  success?: WrittenText;
  /**
   * Departments whose heads have agreed the mantra. Example: `[stores, finance]`.
   */
  agreedBy?: WrittenReferences;
  /**
   * Departments of the cross-functional team that owns the programme. Example: `[stores, it, finance]`.
   */
  team?: WrittenReferences;
  /**
   * The programme's identity in calendars; keep it when the name changes. Default: the previous plan's, else the name as an id.
   */
  id?: WrittenId;
  /**
   * The firm's domain, the other half of the identity in calendars. Default: the previous plan's, else `cxplan.invalid`. Example: `fernhill.example`.
   */
  domain?: string;
  /**
   * The e-mail address that answers to invitations go to; only `cxplan publish --invitations` needs it. Example: `training@fernhill.example`.
   */
  organizer?: string;
  /**
   * Public holidays for sites without their own. Examples: `GB-ENG`, `{ region: GB-ENG, dates: [2027-12-24] }`.
   */
  holidays?: WrittenHolidays;
  /**
   * Language and country for the dates that people read: pages, reports, calendars' names, the terminal. The words around them stay English. Default `en-GB`. Examples: `de-DE`, `en-US`.
   */
  locale?: string;
  people?: WrittenPeopleFile;
  attendance?: WrittenAttendanceFile;
  actions?: WrittenActionsFile;
}
/**
 * Our column → word of the file → the id that it means here; compared without capitals. Example: `{ role: { Sales Assistant: seller } }`.
 */
export interface WrittenPeopleValues {
  /**
   * Words of the role's column. Example: `{ Sales Assistant: seller }`.
   */
  role?: WrittenWordsOfFile;
  /**
   * Words of the site's column. Example: `{ LDS-01: leeds }`.
   */
  site?: WrittenWordsOfFile;
  /**
   * Words of the shift's column. Example: `{ Frühschicht: early }`.
   */
  shift?: WrittenWordsOfFile;
  /**
   * Words of the team's column. Example: `{ Ward 4: ward-a }`.
   */
  team?: WrittenWordsOfFile;
}
/**
 * Our column → the name it has in the file. Example: `{ id: Employee no, joined: Start date }`.
 */
export interface WrittenPeopleColumns {
  /**
   * The column with a person's id. Example: `Employee no`.
   */
  id?: WrittenName;
  /**
   * The column with the id of a person's role.
   */
  role?: WrittenName;
  /**
   * The column with the id of a person's site.
   */
  site?: WrittenName;
  /**
   * The column with the id of a person's shift.
   */
  shift?: WrittenName;
  /**
   * The column with the id of a person's team, where the department has teams.
   */
  team?: WrittenName;
  /**
   * The column with the date of joining.
   */
  joined?: WrittenName;
  /**
   * The column with the date of leaving.
   */
  left?: WrittenName;
  /**
   * The column with a person's name. It reaches no output that was not asked for by name.
   */
  name?: WrittenName;
  /**
   * The column with a person's e-mail address. It reaches no output that was not asked for by name.
   */
  email?: WrittenName;
  /**
   * The column with the id of a person's manager.
   */
  manager?: WrittenName;
  /**
   * The column with the ids that a person had before, with blanks between.
   */
  was?: WrittenName;
}
/**
 * Our column → the name it has in the file. Example: `{ date: Completed on }`.
 */
export interface WrittenAttendanceColumns {
  /**
   * The column with a person's id.
   */
  person?: WrittenName;
  /**
   * The column with a group's id, where people are counted by group.
   */
  group?: WrittenName;
  /**
   * The column with a session's id.
   */
  session?: WrittenName;
  /**
   * The column with a module's id, where the session is not known.
   */
  module?: WrittenName;
  /**
   * The column with the date.
   */
  date?: WrittenName;
  /**
   * The column with `attended`, `absent` or `confirmed`.
   */
  status?: WrittenName;
  /**
   * The column with the minutes, where they differ from the session's.
   */
  minutes?: WrittenName;
}
/**
 * Our column → the name it has in the file. Example: `{ due: Due date }`.
 */
export interface WrittenActionsColumns {
  /**
   * The column with an action's id.
   */
  id?: WrittenName;
  /**
   * The column with the date on which it was learned.
   */
  date?: WrittenName;
  /**
   * The column with the session or module in which it was learned, by its id.
   */
  session?: WrittenName;
  /**
   * The column with the id of the department.
   */
  department?: WrittenName;
  /**
   * The column with the id of the customer's stage.
   */
  stage?: WrittenName;
  /**
   * The column with what was learned.
   */
  learning?: WrittenName;
  /**
   * The column with what will be done.
   */
  action?: WrittenName;
  /**
   * The column with who does it.
   */
  owner?: WrittenName;
  /**
   * The column with the date by which it is done.
   */
  due?: WrittenName;
  /**
   * The column with `open`, `done` or `dropped`.
   */
  status?: WrittenName;
  /**
   * The column with what a customer told, in a sentence or two.
   */
  story?: WrittenName;
  /**
   * The column with the date until which the customer agreed to the story's use.
   */
  consent?: WrittenName;
}
/**
 * Word of a file → the id that it means. Example: `{ Sales Assistant: seller }`.
 */
export interface WrittenWordsOfFile {
  /**
   * The id that the word means. Example: `seller`.
   */
  [k: string]: WrittenId;
}
/**
 * What happens beside the sessions: messages, recognition, ways to listen and to report back.
 */
export interface WrittenRituals {
  [k: string]: WrittenRitual;
}
/**
 * A message, a recognition, a way to listen or to report back.
 */
export interface WrittenRitual {
  /**
   * What people call it. Default: the id in title case. Example: `Letter of the month`.
   */
  name?: WrittenName;
  /**
   * `communication`, `recognition`, `listening` or `readback` (what became of what people said). Example: `communication`.
   */
  type: 'communication' | 'recognition' | 'listening' | 'readback';
  /**
   * Whom it reaches. Default: everyone.
   */
  audience?: WrittenAudience;
  /**
   * How it reaches them: one channel or several. Examples: `intranet`, `[intranet, posters]`.
   */
  channel?: string | WrittenName[];
  /**
   * The themes it carries: ids, or `month` for the theme of the month it falls in.
   */
  themes?: WrittenThemeIds;
  /**
   * What it also is: `mantra` (makes the mantra known).
   *
   * Items: One tag.
   */
  tags?: 'mantra'[];
  /**
   * When; the first day of the period on which most of its audience works where no date is given (a period in which nobody works has none). Examples: `{ every: month }`, `{ date: 2027-01-08 }`.
   */
  when: WrittenWhen;
}
/**
 * Jobs: how many people hold them and where, and how their work reaches a customer.
 */
export interface WrittenRoles {
  [k: string]: WrittenRole;
}
/**
 * A job.
 */
export interface WrittenRole {
  /**
   * What people call it. Default: the id in title case. Example: `Credit controller`.
   */
  name?: WrittenName;
  /**
   * The id that the role had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `nurse`.
   */
  was?: WrittenFormerId;
  /**
   * The department it belongs to. Example: `finance`.
   */
  department: WrittenReference;
  /**
   * How many people: a number at the department's site, or site → number, or team → number where the department has teams; or a list of such, each from a day on. They are split over the shifts by their shares. May be left out where a roster (`programme.people`) names the people of the department, or where `shifts` says how many work each: then they are counted. Examples: `9`, `{ leeds: 42, york: 31 }`, `[{ heads: 60 }, { from: 2027-04-01, heads: 68 }]`.
   */
  heads?:
    | number
    | {
        /**
         * Heads at this site.
         */
        [k: string]: number;
      }
    | WrittenHeadsFrom[];
  shifts?: WrittenRoleShifts;
  /**
   * Most minutes per person and ISO week, huddles apart, for those who hold it. Default: the department's, else that of its level, else the policy's. Examples: `180`, `5%`.
   */
  minutesPerWeek?: WrittenWeeklyMinutes;
  /**
   * `frontline`, `specialist`, `manager` or `executive`; the last two are leaders. Default `frontline` where it is customer-facing, else `specialist`.
   */
  level?: WrittenLevel;
  /**
   * The languages that all who hold it understand. Default: those of the site at which they work. Examples: `nl`, `[nl, en]`.
   */
  languages?: WrittenLanguages;
  /**
   * Whether the job meets customers. Default `false`.
   */
  customerFacing?: boolean;
  /**
   * How this job's work reaches a customer, in one sentence. Example: `The invoice is often the only letter a customer ever gets from us.`
   */
  impact?: WrittenText;
  joiners?: WrittenJoiners;
  hiring?: WrittenHiring;
  /**
   * What the job does, in short lines. Example: `[send invoices, chase late payments]`.
   */
  duties?: WrittenTexts;
  expect?: WrittenExpectations;
}
/**
 * What hiring for this role says about customers.
 */
export interface WrittenHiring {
  /**
   * The clause on customers in the job description. Example: `You answer for every letter that leaves with your name.`
   */
  jobDescription?: WrittenText;
  /**
   * What an interview asks or expects about customers. Example: `Tell us of a bill that made you angry. What would you change?`
   */
  interview?: WrittenText;
}
/**
 * What the plan must give each person with this job; `check` fails where it does not (rule `expectation-broken`), and `cxplan walk` shows it. Example: `{ hearsCustomerEveryDays: 60, longestSilenceDays: 45 }`.
 */
export interface WrittenExpectations {
  /**
   * Most days without a session that carries a customer's voice: from the programme's start to the first, from each to the next, and from the last to the end. Example: `60`.
   */
  hearsCustomerEveryDays?: number;
  /**
   * Most days without a session that counts, measured likewise; closed days are days too. Example: `45`.
   */
  longestSilenceDays?: number;
  /**
   * Days after the first day at work within which whoever joins hears a customer's voice; where nobody joins, days after the programme's start. Example: `10`.
   */
  firstVoiceWithinDays?: number;
  minutesAYear?: WrittenMinutesAYear;
  /**
   * Whether each person must have at least one session that counts and is about more than a tool or a process. Default `false`.
   */
  moreThanTools?: boolean;
}
/**
 * The planned minutes of the programme that each person should lie between, joiners apart. Example: `{ min: 240, max: 900 }`.
 */
export interface WrittenMinutesAYear {
  /**
   * Least minutes.
   */
  min?: number;
  /**
   * Most minutes.
   */
  max?: number;
}
/**
 * How many people there are from a day on, until the next entry.
 */
export interface WrittenHeadsFrom {
  /**
   * The first day. Left out, of the first entry: from the beginning. Example: `2027-04-01`.
   */
  from?: WrittenDate;
  heads: WrittenHeadsThen;
}
/**
 * Rooms in which sessions are held; a room with `site: online` is a virtual one, and one with `sites: [leeds, york]` goes from site to site.
 */
export interface WrittenRooms {
  [k: string]: WrittenRoom;
}
/**
 * A room in which one session at a time is held.
 */
export interface WrittenRoom {
  /**
   * What people call it. Default: the id in title case. Example: `Learning Lab`.
   */
  name?: WrittenName;
  /**
   * The id that the room had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `lab-1`.
   */
  was?: WrittenFormerId;
  /**
   * The site where it is, or `online`. Example: `leeds`.
   */
  site?: string;
  /**
   * Instead of `site`, for a room that moves (a van, a bus, equipment in boxes): the sites to which it comes, at one of them at a time; the first gives its zone. Example: `[leeds, york]`.
   */
  sites?: WrittenReferences;
  /**
   * With `sites`: minutes that it takes from one site to another, packing included. Default: as long as people take (`sites.x.travel`, else `policy.travelMinutes`). Example: `90`.
   */
  travelMinutes?: number;
  /**
   * How many people it takes, 1 or more. Example: `16`.
   */
  seats: number;
  /**
   * What it has, for modules that ask for it. Example: `[projector, sofa]`.
   */
  features?: WrittenReferences;
  /**
   * When it can be used, where that is not always: in any of these. Example: `[{ days: tue, hours: 14:00-18:00 }]`.
   */
  open?: WrittenRanges;
  /**
   * When it cannot be used. Example: `[{ days: fri, reason: Board meeting }]`.
   */
  closed?: WrittenRanges;
}
/**
 * Places where people work. Without any, there is one site `main` in the programme's zone. `online` is built in.
 */
export interface WrittenSites {
  [k: string]: WrittenSite;
}
/**
 * A place where people work.
 */
export interface WrittenSite {
  /**
   * What people call it. Default: the id in title case. Example: `Leeds head office`.
   */
  name?: WrittenName;
  /**
   * The id that the site had before, or a list of them: its past and its entries in calendars go on under the new one. Example: `leeds`.
   */
  was?: WrittenFormerId;
  /**
   * A part of the firm's country, for audiences and reports. Example: `North`.
   */
  region?: WrittenName;
  /**
   * Its time zone. Default: the programme's. Example: `America/New_York`.
   */
  timezone?: WrittenTimezone;
  /**
   * The languages that people there understand, where their role does not say otherwise. Default: any. Example: `fr`.
   */
  languages?: WrittenLanguages;
  /**
   * Minutes to other sites, door to door and one way; written at either of the two, it holds both ways. Default: `policy.travelMinutes`. Example: `{ head-office: 45 }`.
   */
  travel?: {
    /**
     * Minutes one way, from 0 to 720. Example: `45`.
     */
    [k: string]: number;
  };
  /**
   * Its public holidays. Default: the programme's. Example: `GB-SCT`.
   */
  holidays?: WrittenHolidays;
  /**
   * When the place is closed. Example: `[{ from: 2027-12-24, to: 2028-01-01, reason: Winter break }]`.
   */
  closed?: WrittenRanges;
}
/**
 * The customer's journey in stages, from before they buy until after they leave, with the touchpoints of each and who owns them.
 */
export interface WrittenStages {
  [k: string]: WrittenStage;
}
/**
 * A stage of the customer's journey.
 */
export interface WrittenStage {
  /**
   * What people call it. Default: the id in title case. Example: `Buying`.
   */
  name?: WrittenName;
  /**
   * Whether the person is `before`, `during` or `after` being a customer.
   */
  phase?: 'before' | 'during' | 'after';
  /**
   * How a customer should feel in it. Example: `Sure of the choice.`
   */
  feeling?: WrittenText;
  touchpoints?: WrittenTouchpoints;
}
/**
 * Where the customer meets the firm, by id (unique in the workspace). Example: `{ invoice: { owner: credit-controller } }`.
 */
export interface WrittenTouchpoints {
  [k: string]: WrittenTouchpoint;
}
/**
 * A place where the customer meets the firm, letters and invoices included.
 */
export interface WrittenTouchpoint {
  /**
   * What people call it. Default: the id in title case. Example: `Invoice`.
   */
  name?: WrittenName;
  /**
   * The role or department that answers for it, or a list of them. Examples: `credit-controller`, `[stores, it]`.
   */
  owner: string | WrittenReference[];
  /**
   * When somebody last looked at it with a customer's eyes. Example: `2026-09-15`.
   */
  reviewed?: WrittenDate;
}
/**
 * Topics of customer experience that the year goes through, month by month.
 */
export interface WrittenThemes {
  [k: string]: WrittenTheme;
}
/**
 * A topic of customer experience.
 */
export interface WrittenTheme {
  /**
   * What people call it. Default: the id in title case. Example: `Empathy – how we show up`.
   */
  name?: WrittenName;
  /**
   * The months that are this theme's. Default: by `programme.rotation`. Example: `[3, 9]`.
   */
  months?: WrittenMonths;
  /**
   * Who must meet it. Default: everyone.
   */
  audience?: WrittenAudience;
  /**
   * Role or department → what the theme means there. Example: `{ finance: A letter that a worried person understands. }`.
   */
  meaning?: {
    /**
     * What it means to them.
     */
    [k: string]: WrittenText;
  };
}
/**
 * The library of customers' own voices, for modules to bring into the room.
 */
export interface WrittenVoices {
  [k: string]: WrittenVoice;
}
/**
 * A piece of a customer's own voice.
 */
export interface WrittenVoice {
  /**
   * What people call it. Default: the id in title case. Example: `First-invoice call`.
   */
  name?: WrittenName;
  /**
   * What it is: `journey-map`, `recording`, `testimonial`, `survey`, `guest` or `outside-trainer`. Example: `recording`.
   */
  type: WrittenVoiceType;
  /**
   * The stages of the customer's journey that it speaks of. Example: `[buy]`.
   */
  stages?: WrittenReferences;
  /**
   * The themes that it serves. Example: `[empathy]`.
   */
  themes?: WrittenReferences;
  /**
   * When it was recorded or held. Example: `2026-05-12`.
   */
  recorded?: WrittenDate;
  /**
   * Until when the customer has agreed to its use. Example: `2027-12-31`.
   */
  consentUntil?: WrittenDate;
  /**
   * The row of the ledger of actions whose story it tells, by its id. Example: `a-17`.
   */
  story?: string;
}
/**
 * An accepted gap.
 */
export interface WrittenWaiver {
  /**
   * The rule whose findings are accepted. Example: `theme-gap`.
   */
  rule: WrittenRuleId;
  /**
   * Why the gap is accepted. Example: `The new till comes in May; we train then.`
   */
  reason: WrittenText;
  /**
   * Who answers for it. Example: `Priya Shah`.
   */
  owner: WrittenName;
  /**
   * The last day on which it holds. Example: `2027-05-31`.
   */
  until: WrittenDate;
  /**
   * Only findings about this department. Example: `finance`.
   */
  department?: WrittenReference;
  /**
   * Only findings about this role. Example: `credit-controller`.
   */
  role?: WrittenReference;
  /**
   * Only findings about this site. Example: `leeds`.
   */
  site?: WrittenReference;
  /**
   * Only findings about this shift. Example: `night`.
   */
  shift?: WrittenReference;
  /**
   * Only findings about this group. Example: `credit-controller.leeds.day.1`.
   */
  group?: WrittenReference;
  /**
   * Only findings about this theme. Example: `empathy`.
   */
  theme?: WrittenReference;
  /**
   * Only findings about this stage. Example: `buy`.
   */
  stage?: WrittenReference;
  /**
   * Only findings about this touchpoint. Example: `invoice`.
   */
  touchpoint?: WrittenReference;
  /**
   * Only findings about this moment. Example: `day-30`.
   */
  moment?: WrittenReference;
  /**
   * Only findings about this module. Example: `kind-invoices`.
   */
  module?: WrittenReference;
  /**
   * Only findings about this session. Example: `kind-invoices.once.credit-controller.leeds.day.1.1`.
   */
  session?: WrittenReference;
  /**
   * Only findings about this voice. Example: `first-invoice-call`.
   */
  voice?: WrittenReference;
  /**
   * Only findings about this ritual. Example: `monthly-letter`.
   */
  ritual?: WrittenReference;
  /**
   * Only findings about this facilitator. Example: `amira`.
   */
  facilitator?: WrittenReference;
  /**
   * Only findings about this metric. Example: `nps`.
   */
  metric?: WrittenReference;
  /**
   * Only findings about this basic. Example: `my-role`.
   */
  basic?: WrittenReference;
  /**
   * Only findings about this month. Example: `2027-03`.
   */
  month?: WrittenReference;
  /**
   * Only findings about this quarter. Example: `2027-q1`.
   */
  quarter?: WrittenReference;
  /**
   * Only findings about this week. Example: `2027-W09`.
   */
  week?: WrittenReference;
  /**
   * Only findings about this occurrence. Example: `2027-03`.
   */
  occurrence?: WrittenReference;
  /**
   * Only findings about this action. Example: `a-17`.
   */
  action?: WrittenReference;
  /**
   * Only findings about this expectation of a role. Example: `longestSilenceDays`.
   */
  expectation?:
    | 'hearsCustomerEveryDays'
    | 'longestSilenceDays'
    | 'firstVoiceWithinDays'
    | 'minutesAYear'
    | 'moreThanTools';
}
