/** What every firm has behind its trade: people who hire, people who decide, and what both learn. */

/** Roles of the people team and of leadership, and who leads sessions: the end of a template's people. */
export function headOfficeRoles({ directors }: { readonly directors: number }): string {
  return `  people-partner:
    name: People partner
    department: people
    heads: 3
    level: specialist
    impact: I choose the people whom customers will meet.
    joiners: 1
    hiring:
      jobDescription: Hires people who like people.
      interview: How do you find out whether somebody is kind?
  director:
    name: Director
    department: leadership
    heads: ${directors}
    level: executive
    impact: What I ask about first is what the firm cares for.
    joiners: 1
    hiring:
      jobDescription: Hears a customer every month, and is seen to.
      interview: What did a customer teach you last year?

# Who leads sessions, and how many hours a week we may ask of them.
facilitators:
  trainer: { name: Our trainer, kind: trainer, hoursPerWeek: 10 }
`;
}

/** Their modules: the end of a template's learning. */
export function headOfficeLessons({ seats }: { readonly seats?: number }): string {
  const places = seats === undefined ? '' : `    seats: ${seats}\n`;
  return `  hire-for-customers:
    name: Hire for customers
    audience: { departments: [people] }
    format: workshop
    minutes: 60
    maxAway: 100%
${places}    when: { from: {{year}}-06-01, by: {{year}}-07-16 }
    themes: [mission]
    voices: [thank-you-letter]
    metrics: [recommend]
    after: [our-mission]
    outcome: Customers meet people who like people.
  read-what-customers-say:
    name: Read what customers say
    audience: { departments: [leadership] }
    format: workshop
    minutes: 60
${places}    when: { from: {{year}}-02-01, by: {{year}}-05-28 }
    themes: [feedback, what-it-costs]
    voices: [first-call]
    metrics: [recommend, second-contacts]
    after: [our-mission]
    outcome: What customers say changes what we do next quarter.
`;
}
