/** A software firm to start from: product and engineering, support around customers, everybody at a desk or online. */
import { headOfficeLessons, headOfficeRoles } from './head-office.ts';
import type { Template } from './template.ts';

const PEOPLE = `# Who works where and when. Everybody can be reached online; the room is for those who like to meet.
sites:
  office: { name: The office }

rooms:
  call: { name: Video call, site: online, seats: 30 }
  meeting-room: { name: Meeting room, site: office, seats: 12 }

departments:
  product:
    name: Product and design
    maxAway: 60%
    meetings: { team: { day: mon, at: 09:30, minutes: 30 } }
  engineering:
    name: Engineering
    maxAway: 50%
    meetings: { team: { day: mon, at: 10:00, minutes: 30 } }
    busy:
      - { monthEnd: { before: 1, after: 0 }, reason: Release, allowUpTo: 15 }
  support:
    name: Support
    shifts:
      early: { days: mon-fri, hours: 07:00-15:00, share: 50% }
      late: { days: mon-fri, hours: 12:00-20:00, share: 50% }
    maxAway: 20%
    meetings: { handover: { day: wed, at: 13:00, minutes: 15 } }
  success:
    name: Customer success
    maxAway: 30%
    meetings: { team: { day: tue, at: 09:30, minutes: 30 } }
    busy:
      - { quarterEnd: { before: 5, after: 0 }, reason: Renewals, allowUpTo: 15 }
  sales:
    name: Sales and marketing
    maxAway: 50%
    meetings: { team: { day: tue, at: 10:00, minutes: 30 } }
    busy:
      - { quarterEnd: { before: 5, after: 0 }, reason: End of quarter, allowUpTo: 15 }
  finance:
    name: Finance and legal
    maxAway: 50%
    meetings: { team: { day: mon, at: 11:00, minutes: 30 } }
    busy:
      - { monthEnd: { before: 2, after: 3 }, reason: Month-end, allowUpTo: 30 }
  people:
    name: People team
    maxAway: 50%
    meetings: { team: { day: mon, at: 11:30, minutes: 30 } }
  leadership:
    name: Leadership
    maxAway: 50%
    meetings: { team: { day: mon, at: 13:00, minutes: 60 } }

roles:
  product-manager:
    name: Product manager or designer
    department: product
    heads: 10
    level: specialist
    impact: I decide which annoyance a customer lives with for another quarter.
    joiners: 2
    hiring:
      jobDescription: Builds what customers need, and knows some of them by name.
      interview: What did a customer last talk you out of?
  engineer:
    name: Engineer
    department: engineering
    heads: 36
    level: specialist
    impact: My outage is a customer's lost morning.
    joiners: 6
    hiring:
      jobDescription: Ships what works for the person at the other end.
      interview: Tell us of a fault that you heard of from a customer.
  engineering-lead:
    name: Engineering lead
    department: engineering
    heads: 4
    level: manager
    impact: I decide whether there is time to mend what annoys people.
    hiring:
      jobDescription: Keeps customers' troubles in front of the team.
      interview: How did you last make room for something that only customers asked for?
  support-agent:
    name: Support agent
    department: support
    heads: 12
    level: frontline
    customerFacing: true
    impact: I am there when something has gone wrong.
    joiners: 4
    hiring:
      jobDescription: Solves it at the first contact, and says so plainly.
      interview: Tell us of somebody who was angry, and how it ended.
  support-lead:
    name: Support lead
    department: support
    heads: 2
    level: manager
    customerFacing: true
    impact: I see which tickets should never have been necessary.
    hiring:
      jobDescription: Coaches on real tickets and takes their causes to whoever can mend them.
      interview: How do you tell a colleague that an answer was poor?
  success-manager:
    name: Customer success manager
    department: success
    heads: 8
    level: specialist
    customerFacing: true
    impact: I notice when a customer begins to drift away.
    joiners: 2
    hiring:
      jobDescription: Makes sure that customers reach what they bought us for.
      interview: How did you win somebody back?
  account-executive:
    name: Account executive or marketer
    department: sales
    heads: 16
    level: specialist
    customerFacing: true
    impact: I make the promise that the others have to keep.
    joiners: 4
    hiring:
      jobDescription: Sells what we can keep.
      interview: When did you advise somebody not to buy?
  accountant:
    name: Accountant or lawyer
    department: finance
    heads: 6
    level: specialist
    impact: The contract and the invoice are letters to a customer, too.
    joiners: 1
    hiring:
      jobDescription: Writes so that people understand at first reading.
      interview: Explain an invoice to somebody who is worried about money.
${headOfficeRoles({ directors: 5 })}`;

const JOURNEY = `# The customer's way, from before they buy until after they leave, and who answers for each thing they touch.
stages:
  aware:
    phase: before
    feeling: Curious
    touchpoints: { website: { owner: account-executive } }
  evaluate:
    phase: before
    feeling: Understood
    touchpoints: { demo: { owner: account-executive }, trial: { owner: product-manager } }
  buy:
    phase: during
    feeling: Sure of it
    touchpoints: { contract: { owner: accountant }, invoice: { owner: accountant } }
  adopt:
    phase: during
    feeling: Able
    touchpoints: { feature: { owner: [product-manager, engineer] }, setup: { owner: success-manager } }
  support:
    phase: during
    feeling: Taken seriously
    touchpoints: { ticket: { owner: support-agent }, status-page: { owner: engineer } }
  renew:
    phase: after
    feeling: Glad to stay, free to go
    touchpoints: { renewal: { owner: success-manager } }
`;

const LEARNING = `  # Each department, on what its own work does to customers.
  problems-before-features:
    name: Problems before features
    audience: { departments: [product] }
    format: virtual
    minutes: 60
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [journey-tomorrow]
    stages: [evaluate, adopt]
    touchpoints: [trial, feature]
    voices: [first-call]
    metrics: [recommend]
    after: [our-mission]
    outcome: What we build next is what customers struggle with now.
  outage-means-closed:
    name: Our outage is their closed shop
    audience: { departments: [engineering] }
    format: virtual
    minutes: 45
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [what-it-costs, empathy]
    stages: [adopt, support]
    touchpoints: [feature, status-page]
    voices: [first-call]
    metrics: [second-contacts]
    after: [our-mission]
    outcome: Customers hear of a fault from us first, in words they understand.
  unhappy-customers:
    name: When a customer is unhappy
    audience: { departments: [support] }
    format: virtual
    minutes: 60
    seats: 8
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [empathy, feedback]
    stages: [support]
    touchpoints: [ticket]
    tags: [common-issues, empowerment]
    voices: [first-call]
    metrics: [second-contacts]
    after: [our-mission]
    outcome: One answer is enough.
  before-they-drift:
    name: Before they drift away
    audience: { departments: [success] }
    format: virtual
    minutes: 60
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [feedback, what-it-costs]
    stages: [adopt, renew]
    touchpoints: [setup, renewal]
    voices: [first-call]
    metrics: [recommend]
    after: [our-mission]
    outcome: Customers reach what they bought us for, and stay because of it.
  sell-what-we-keep:
    name: Sell what we can keep
    audience: { departments: [sales] }
    format: virtual
    minutes: 60
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [mission, journey-today]
    stages: [aware, evaluate]
    touchpoints: [website, demo]
    voices: [thank-you-letter]
    metrics: [recommend]
    after: [our-mission]
    outcome: The first month is as good as the demo.
  plain-letters:
    name: Contracts and invoices that people understand
    audience: { departments: [finance] }
    format: workshop
    minutes: 60
    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [empathy, journey-today]
    stages: [buy]
    touchpoints: [contract, invoice]
    voices: [first-call]
    metrics: [second-contacts]
    after: [our-mission]
    outcome: A customer knows what to pay, by when and why, at first reading.
${headOfficeLessons({})}`;

export const SAAS: Template = {
  title: 'a software firm',
  people: PEOPLE,
  journey: JOURNEY,
  learning: LEARNING,
};
