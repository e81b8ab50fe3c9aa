/** A retailer to start from: shops, a warehouse, a contact centre, the offices behind them. */
import { headOfficeLessons, headOfficeRoles } from './head-office.ts';
import type { Template } from './template.ts';

const PEOPLE = `# Who works where and when.
sites:
  shop: { name: The shop }
  warehouse: { name: The warehouse }
  office: { name: The office }

rooms:
  back-room: { name: Back room, site: shop, seats: 8 }
  cabin: { name: Cabin, site: warehouse, seats: 10 }
  meeting-room: { name: Meeting room, site: office, seats: 12 }

departments:
  shops:
    name: Shops
    site: shop
    shifts:
      early: { days: mon-sat, hours: 07:00-15:00, share: 55% }
      late: { days: mon-sat, hours: 12:30-20:30, share: 45% }
    maxAway: 25%
    meetings:
      huddle: { day: tue, at: 13:30, minutes: 15 }
    busy:
      - { days: fri-sat, hours: 15:00-20:30, reason: The weekend begins, allowUpTo: 30 }
      - { from: {{year}}-11-22, to: {{year}}-12-31, reason: Christmas trade, allowUpTo: 15 }
  contact-centre:
    name: Contact centre
    site: office
    shifts:
      day: { days: mon-sat, hours: 08:00-18:00, share: 100% }
    maxAway: 15%
    meetings:
      huddle: { day: wed, at: 08:15, minutes: 15 }
  warehouse:
    name: Warehouse
    site: warehouse
    shifts:
      early: { days: mon-fri, hours: 06:00-14:00, share: 60% }
      late: { days: mon-fri, hours: 14:00-22:00, share: 40% }
    maxAway: 25%
    meetings:
      early-huddle: { day: thu, at: 06:15, minutes: 15, shifts: [early] }
      late-huddle: { day: thu, at: 14:15, minutes: 15, shifts: [late] }
  finance:
    name: Finance
    site: office
    maxAway: 50%
    meetings: { team: { day: mon, at: 09:30, minutes: 30 } }
    busy:
      - { monthEnd: { before: 2, after: 3 }, reason: Month-end, allowUpTo: 30 }
  marketing:
    name: Marketing and buying
    site: office
    maxAway: 50%
    meetings: { team: { day: mon, at: 10:00, minutes: 30 } }
  people:
    name: People team
    site: office
    maxAway: 50%
    meetings: { team: { day: mon, at: 10:30, minutes: 30 } }
  leadership:
    name: Leadership
    site: office
    maxAway: 50%
    meetings: { team: { day: mon, at: 11:00, minutes: 60 } }

roles:
  shop-colleague:
    name: Shop colleague
    department: shops
    heads: 40
    level: frontline
    customerFacing: true
    impact: I am the person a customer remembers.
    joiners: 10
    hiring:
      jobDescription: Makes every visit worth the way.
      interview: Tell us of a time when you made a stranger's day easier.
  shop-manager:
    name: Shop manager
    department: shops
    heads: 4
    level: manager
    customerFacing: true
    impact: I decide whether there is time for a customer.
    hiring:
      jobDescription: Leads a shop that people like to come back to.
      interview: What did you last change because a customer told you something?
  agent:
    name: Contact-centre agent
    department: contact-centre
    heads: 14
    level: frontline
    customerFacing: true
    impact: I am there when something has gone wrong.
    joiners: 4
    hiring:
      jobDescription: Solves it at the first call, and says so plainly.
      interview: Tell us of somebody who was angry, and how it ended.
  team-leader:
    name: Contact-centre team leader
    department: contact-centre
    heads: 2
    level: manager
    customerFacing: true
    impact: I see which calls should never have been necessary.
    hiring:
      jobDescription: Coaches on real calls and takes their causes to whoever can mend them.
      interview: How do you tell a colleague that a call went badly?
  picker:
    name: Picker and packer
    department: warehouse
    heads: 18
    level: frontline
    impact: What I pack is the first thing a customer touches at home.
    joiners: 4
    hiring:
      jobDescription: Packs as if it were for a friend.
      interview: How would you pack a lamp for your grandmother?
  shift-lead:
    name: Warehouse shift lead
    department: warehouse
    heads: 3
    level: manager
    impact: I decide whether there is time to pack well.
    hiring:
      jobDescription: Keeps promises about delivery, and says early when one will break.
      interview: What did you do when speed and care could not both be had?
  accountant:
    name: Accountant
    department: finance
    heads: 6
    level: specialist
    impact: The invoice is often the only letter a customer ever gets from us.
    joiners: 1
    hiring:
      jobDescription: Writes invoices and refunds that people understand at first reading.
      interview: Explain an invoice to somebody who is worried about money.
  marketer:
    name: Marketer and buyer
    department: marketing
    heads: 8
    level: specialist
    impact: I make the promise that the others have to keep.
    joiners: 1
    hiring:
      jobDescription: Promises what we can keep.
      interview: When did an advertisement disappoint you, and why?
${headOfficeRoles({ directors: 4 })}`;

const JOURNEY = `# The customer's way, from before they buy until after they leave, and who answers for each thing they touch.
stages:
  discover:
    phase: before
    feeling: Curious
    touchpoints: { leaflet: { owner: marketer } }
  choose:
    phase: before
    feeling: Well advised
    touchpoints: { shelf: { owner: shop-colleague }, range: { owner: marketer } }
  buy:
    phase: during
    feeling: Sure of it
    touchpoints: { checkout: { owner: shop-colleague }, invoice: { owner: accountant } }
  receive:
    phase: during
    feeling: Delighted
    touchpoints: { parcel: { owner: picker } }
  help:
    phase: during
    feeling: Taken seriously
    touchpoints: { call: { owner: agent } }
  return:
    phase: after
    feeling: Treated fairly
    touchpoints: { return-desk: { owner: shop-colleague }, refund: { owner: accountant } }
`;

const LEARNING = `  # Each department, on what its own work does to customers.
  welcome-help-goodbye:
    name: Welcome, help, goodbye
    audience: { departments: [shops] }
    format: workshop
    minutes: 45
    seats: 8
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [empathy]
    stages: [choose, buy, return]
    touchpoints: [shelf, checkout, return-desk]
    tags: [common-issues, empowerment]
    voices: [thank-you-letter]
    metrics: [recommend]
    after: [our-mission]
    outcome: Customers are greeted, understood, and leave with what they came for.
  unhappy-customers:
    name: When a customer is unhappy
    audience: { departments: [contact-centre] }
    format: workshop
    minutes: 60
    seats: 8
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [empathy, feedback]
    stages: [help]
    touchpoints: [call]
    tags: [common-issues, empowerment]
    voices: [first-call]
    metrics: [second-contacts]
    after: [our-mission]
    outcome: One call is enough.
  packing-is-a-promise:
    name: Packing is a promise
    audience: { departments: [warehouse] }
    format: workshop
    minutes: 30
    seats: 10
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [what-it-costs]
    stages: [receive]
    touchpoints: [parcel]
    tags: [common-issues, empowerment]
    voices: [first-call]
    metrics: [recommend]
    after: [our-mission]
    outcome: What arrives is whole, and nice to open.
  kind-invoices:
    name: Invoices and refunds that people understand
    audience: { departments: [finance] }
    format: workshop
    minutes: 60
    seats: 12
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [empathy, journey-today]
    stages: [buy, return]
    touchpoints: [invoice, refund]
    voices: [first-call]
    metrics: [second-contacts]
    after: [our-mission]
    outcome: A customer understands what to pay, by when and why, at first reading.
  promises-we-keep:
    name: Promises we can keep
    audience: { departments: [marketing] }
    format: workshop
    minutes: 60
    seats: 12
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [journey-tomorrow]
    stages: [discover, choose]
    touchpoints: [leaflet, range]
    voices: [first-call]
    metrics: [recommend]
    after: [our-mission]
    outcome: What the leaflet says is what the shop has.
${headOfficeLessons({ seats: 12 })}`;

export const RETAIL: Template = { title: 'a retailer', people: PEOPLE, journey: JOURNEY, learning: LEARNING };
