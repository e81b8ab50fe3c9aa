/** What every firm's first workspace holds, whatever it sells: the programme, its themes, the first weeks, the rhythm. */

export const PROGRAMME = `# The year itself and what it is for. Change the sentences until they are yours.
programme:
  name: ''
  starts: {{year}}-01-04
  ends: {{year}}-12-17
  timezone: Europe/London
  mantra: Leave every customer glad they came to us.
  definition: How customers feel about us, from the first thing they hear until long after they have left.
  success: More customers who come back and bring others, fewer who have to ask twice.
  agreedBy: []
  team: []
  # The themes take the months in turn.
  rotation: [mission, empathy, feedback, journey-today, journey-tomorrow, what-it-costs]

policy:
  minCoverage: 60

metrics:
  recommend: { name: Would recommend us, unit: NPS, baseline: 30, target: 40 }
  second-contacts: { name: Customers who have to ask twice, unit: '%', baseline: 24, target: 18 }
`;

export const THEMES = `# What a month is about. Say under "meaning:" what a theme means in a department: its people will remember that.
themes:
  mission: { name: Our mission and my part in it }
  empathy: { name: Empathy – how we show up }
  feedback: { name: What customers tell us }
  journey-today: { name: The journey as it is today }
  journey-tomorrow: { name: The journey as it should be }
  what-it-costs: { name: What a bad moment costs }

# Customers in their own words. Keep what you really have, and ask for consent.
voices:
  first-call: { name: A first call that went wrong, type: recording, recorded: {{before}}-09-15, consentUntil: {{year}}-12-31 }
  thank-you-letter: { name: A thank-you letter, type: testimonial, recorded: {{before}}-10-02, consentUntil: {{year}}-12-31 }
`;

export const LEARNING = `modules:
  # The first weeks of everybody who joins.
  welcome:
    name: Welcome to our customers
    audience: everyone
    format: self-paced
    minutes: 30
    when: { moment: week-1 }
    themes: [mission]
    stages: all
    basics: [what-and-why, listen-and-act, my-role, outcomes]
    tags: [speak-up]
    voices: [first-call]
    metrics: [recommend]
    outcome: Nobody whom a customer meets has to ask what we stand for.
  my-part:
    name: My part in the journey
    audience: everyone
    format: coaching
    minutes: 30
    when: { moment: day-30 }
    themes: [journey-today]
    stages: own
    voices: [thank-you-letter]
    outcome: A customer meets somebody who knows what happens before and after.
  first-idea:
    name: My first idea for a customer
    audience: everyone
    format: coaching
    minutes: 20
    when: { moment: day-90 }
    themes: [feedback]
    stages: own
    voices: [first-call]
    followUp: { action: The idea is tried within a month., withinDays: 30 }
    outcome: Small annoyances disappear before they become complaints.

  # Everybody, once: what we stand for.
  our-mission:
    name: Our mission, and what it earns us
    audience: everyone
    format: self-paced
    minutes: 20
    kind: strategy
    when: { from: {{year}}-01-11, by: {{year}}-02-12 }
    themes: [mission]
    stages: all
    basics: [what-and-why, outcomes]
    tags: [mission]
    voices: [thank-you-letter]
    metrics: [recommend]
    outcome: Whoever a customer meets pulls in the same direction.

  # The rhythm: ten minutes in the meeting that is held anyway.
  theme-huddle:
    name: Theme of the month, in ten minutes
    audience: everyone
    format: huddle
    minutes: 10
    when: { every: fortnight, from: {{year}}-01-11 }
    themes: month
    stages: own
    voices: [first-call, thank-you-letter]
    outcome: Customers notice that we remember what they told us.

  lead-visibly:
    name: Lead visibly for customers
    audience: leaders
    format: coaching
    minutes: 30
    when: { every: half-year }
    themes: [mission, empathy]
    stages: all
    voices: [first-call]
    outcome: What customers told a leader is acted upon, and they hear of it.

  customer-day:
    name: Customer experience day
    audience: everyone
    format: event
    minutes: 30
    maxAway: 100%
    when: { date: cx-day }
    themes: [mission]
    stages: all
    tags: [customer-day]
    voices: [guest]
    outcome: Customers who helped us are thanked in public.

`;

export const RITUALS = `
# What happens between the sessions.
rituals:
  our-sentence:
    name: Our sentence, from the top
    type: communication
    audience: everyone
    channel: [letter, posters]
    tags: [mantra]
    themes: [mission]
    when: { date: {{year}}-01-04 }
  theme-message:
    name: This month's theme
    type: communication
    audience: everyone
    channel: [intranet, posters]
    themes: month
    when: { every: month }
  thank-you:
    name: Thank you, on behalf of a customer
    type: recognition
    audience: everyone
    channel: [meeting, intranet]
    themes: month
    when: { every: quarter }
  how-is-it-for-you:
    name: What stops you from helping customers?
    type: listening
    audience: everyone
    channel: [survey, meeting]
    when: { every: quarter }
  what-we-heard:
    name: What we heard, and what changes
    type: readback
    audience: everyone
    channel: [intranet, meeting]
    when: { every: quarter }
`;
