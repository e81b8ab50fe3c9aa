/** The workspace of the report's and the renderer's tests: a lamp maker with two shops, small enough to read. */

export const WORKSPACE = `
programme:
  name: Marlow Lamps – learning from customers 2027
  id: marlow-2027
  domain: marlow.example
  starts: 2027-01-04
  ends: 2027-04-30
  timezone: Europe/London
  mantra: Light that feels like home.
  definition: How customers feel about us, from the first glance at a lamp to the repair ten years on.
  success: More households that come back, fewer lamps that come back broken.
  agreedBy: [shops, finance]
  team: [shops, care, finance]
  journey: [choose, buy, repair]

sites:
  leeds: { region: North }
  york: { region: North }
  porto: { timezone: Europe/Lisbon, name: Porto, region: South }

rooms:
  lamp-room: { name: The Lamp Room, site: leeds, seats: 14, features: [screen] }
  back-room: { site: york, seats: 6 }
  video: { name: Video room, site: online, seats: 40 }

departments:
  shops:
    name: Shops
    site: leeds
    shifts:
      early: { days: mon-sat, hours: 08:00-14:00, share: 50% }
      late: { days: mon-sat, hours: 12:00-18:00, share: 50% }
    maxAway: 50%
    meetings:
      huddle: { day: tue, at: 12:30, minutes: 15, every: week }
  care: { name: Customer care, site: porto, maxAway: 50% }
  finance: { name: Finance, site: leeds, maxAway: 50% }

roles:
  shop-assistant:
    name: Shop assistant
    department: shops
    heads: { leeds: 16, york: 10 }
    level: frontline
    customerFacing: true
    joiners: 6
    hiring:
      interview: Tell us about a time you made somebody's day a little brighter.
      jobDescription: You own the first and the last minute of every visit.
  care-agent:
    name: Care agent
    department: care
    heads: 8
    level: frontline
    customerFacing: true
  credit-controller:
    name: Credit controller
    department: finance
    heads: 9
    impact: The invoice is often the only letter a customer ever gets from us.
    hiring: { interview: How would you ask a friend for money they owe you? }
  head-of-finance:
    name: Head of finance
    department: finance
    heads: 1
    level: manager

stages:
  choose: { phase: before, touchpoints: { shelf: { name: The shelf, owner: shop-assistant } } }
  buy:
    phase: during
    touchpoints:
      till: { name: The till, owner: shop-assistant }
      invoice: { name: The first invoice, owner: finance }
  repair: { phase: after, touchpoints: { repair-call: { name: The repair call, owner: care-agent } } }

themes:
  mission: { name: Our promise, months: [1] }
  journey-today: { name: The journey today, months: [2] }
  empathy:
    name: Empathy – how we show up
    months: [3]
    meaning:
      finance: A reminder letter is read at the kitchen table, often by somebody who is worried.
  feedback: { name: How we listen, months: [4] }

metrics:
  invoice-queries: { name: Queries about invoices, unit: a month, baseline: 120, target: 80 }

voices:
  first-invoice: { name: First-invoice call, type: recording, stages: [buy], recorded: 2026-10-05 }
  repair-story: { name: "Mrs Okafor's lamp", type: testimonial, stages: [repair], recorded: 2026-09-14 }

modules:
  theme-huddle:
    name: Theme huddle
    audience: { departments: [shops] }
    minutes: 10
    format: huddle
    when: { every: fortnight }
    themes: month
    voices: [testimonial]
  theme-talk:
    name: Theme talk
    audience: everyone
    minutes: 30
    format: virtual
    led: champion
    when: { every: month }
    themes: month
    voices: [repair-story]
    seats: 40
  kind-invoices:
    name: Invoices people understand
    audience: { departments: [finance] }
    minutes: 90
    format: workshop
    seats: 5
    when: { from: 2027-03-01, by: 2027-03-31 }
    themes: [empathy]
    stages: [buy]
    touchpoints: [invoice]
    outcome: A customer pays the right amount the first time, and feels respected.
    voices: [first-invoice]
    metrics: [invoice-queries]
    followUp: { action: Each of us rewrites one letter, withinDays: 14 }
  plain-refunds:
    name: Plain-language refunds
    audience: { departments: [finance] }
    minutes: 60
    format: workshop
    when: { from: 2027-03-01, by: 2027-03-31 }
    themes: [journey-today]
    stages: [buy]
    outcome: A refund letter says when the money arrives.
    voices: [first-invoice]
  own-calls:
    name: Coaching on own calls
    audience: { roles: [care-agent] }
    minutes: 20
    format: coaching
    when: { every: month, from: 2027-02-01 }
    themes: [empathy]
    stages: [repair]
    outcome: The customer says the problem once.
    voices: [recording]
  shop-shift:
    name: A morning in the shop
    audience: { departments: [finance] }
    minutes: 120
    format: shadowing
    host: { department: shops, guests: 4, site: leeds }
    when: { from: 2027-04-01, by: 2027-04-30 }
    themes: [feedback]
    voices: [guest]
    followUp: { action: Each pair tells the team what surprised them }
  welcome:
    name: What a lamp means
    audience: { departments: [shops] }
    minutes: 30
    format: self-paced
    when: { moment: week-1 }
    themes: [mission]
    basics: [what-and-why]
    voices: [repair-story]
  interview-script:
    name: Light that feels like home, in an interview
    audience: { departments: [shops] }
    minutes: 15
    format: interview
    when: { moment: interview }
    outcome: Candidates hear on day zero that customers come first.

facilitators:
  amira: { name: Amira, kind: trainer, sites: [leeds], hoursPerWeek: 4 }
  jonas: { name: Jonas, kind: champion }

rituals:
  letters:
    name: What late-payment letters feel like
    type: communication
    audience: everyone
    channel: [intranet, posters]
    themes: [empathy]
    when: { date: 2027-03-01 }
  star:
    name: Lamp of the month
    type: recognition
    audience: everyone
    channel: town hall
    when: { every: month }
  ask:
    name: Five questions on a Friday
    type: listening
    audience: { departments: [care] }
    channel: survey
    when: { date: 2027-02-05 }

waivers:
  - { rule: no-outside-in, reason: The guest evening is in May., owner: Ines, until: 2027-06-30 }
`;
