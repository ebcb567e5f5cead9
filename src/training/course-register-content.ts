export const courseRegisterContent = {
  title: 'Courses that count',
  description: 'Training courses that count toward the One Mind pledge, with the reasons for each.',
  lead: 'These courses count toward the pledge. An agency can propose another one; the campaign decides, and says why.',
  programs: {
    heading: 'The named programs',
    caption: 'Programs the rules name',
    columns: { program: 'Program', hours: 'Full course', validity: 'How long it counts', source: 'Source' },
    anyHours: 'No hours set',
    noEnd: 'No end, unless the certificate says so',
  },
  accepted: {
    heading: 'Courses accepted in their place',
    columns: {
      title: 'Course',
      provider: 'Provider',
      program: 'In place of',
      hours: 'Hours',
      reason: 'Why it was accepted',
      accepted: 'Accepted',
    },
    anyProvider: 'Any provider',
    found: (total: number) => (total === 1 ? '1 course' : `${total.toLocaleString('en-US')} courses`),
  },
  search: 'Course or provider',
  program: 'In place of',
  anyProgram: 'Any program',
  inPlaceOf: { 'advanced-equivalent': 'CIT or CRIT', 'base-equivalent': 'Mental Health First Aid' },
  noneYet: {
    heading: 'No other course is accepted yet',
    text: 'As soon as the campaign accepts a course, it is listed here with the reasons.',
  },
  noneFound: { heading: 'No course matches', text: 'Try fewer words, or remove the filter.' },
  months: (months: number) => (months % 12 === 0 ? years(months / 12) : `${months} months`),
  download: 'Download the list (CSV)',
} as const;

function years(count: number): string {
  return count === 1 ? '1 year' : `${count} years`;
}
