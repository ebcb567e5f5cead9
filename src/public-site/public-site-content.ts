import type { IconName } from '../uswds/icon.tsx';

interface Point {
  readonly icon: IconName;
  readonly heading: string;
  readonly text: string;
}

/** The wording of the public pages. Facts that the campaign sets (requirements, months, names) are passed in. */
export const homeContent = {
  title: 'Police and mental health care, of one mind',
  description:
    'Law enforcement agencies take the One Mind pledge: a mental health partner, a sound policy, and training for every officer.',
  heading: 'A call for help deserves people who are ready for it.',
  lead: 'In a mental health crisis, police are often the first to arrive. One Mind helps agencies get ready: with a partner who knows mental health, a clear policy, and training for every officer.',
  takePledge: 'Take the pledge',
  findAgency: 'Find an agency',
  figures: { pledged: 'agencies have taken the pledge', certified: 'agencies are One Mind Certified' },
  why: {
    heading: 'Why One Mind',
    lead: 'Police, mental health groups and community services often help the same people, but apart. One Mind brings them together before the next call comes in.',
    points: [
      {
        icon: 'people',
        heading: 'People get care',
        text: 'Trained officers know the signs of a crisis. They slow things down and lead people to care.',
      },
      {
        icon: 'check',
        heading: 'Officers stay safe',
        text: 'Time, distance and a calm voice keep everyone safer. Officers learn to use them well.',
      },
      {
        icon: 'handshake',
        heading: 'Partners stay',
        text: 'A written partnership lasts when people move on. Everyone knows whom to call, day or night.',
      },
    ] satisfies readonly Point[],
  },
  requirements: {
    heading: 'What an agency promises',
    lead: (shortest: number, longest: number) =>
      `An agency sets a date ${shortest} to ${longest} months away and does these things by then. Each agency chooses how to do them, and how to pay for them.`,
  },
  start: {
    heading: 'How to start',
    lead: 'You need about ten minutes, your headcount, and the email address of your chief or sheriff.',
    steps: [
      {
        heading: 'Tell us about your agency',
        text: 'Fill in one form: who you are, how many people work for you, and when you want to be done. You can stop and come back.',
      },
      {
        heading: 'Your chief or sheriff signs',
        text: 'We send them a link by email. They read the promise and sign it with their name.',
      },
      {
        heading: 'Do the work and keep it here',
        text: 'Upload your roster and training records as they are. You see who is trained, who is not, and what comes next.',
      },
      {
        heading: 'Send it in',
        text: 'When nothing is left to do, send it for review. Two reviewers look at it and tell you if something is missing.',
      },
    ],
    button: 'Start your pledge',
  },
  completion: {
    heading: 'What happens when you are done',
    lead: 'Your agency is then One Mind Certified.',
    points: [
      {
        icon: 'certificate',
        heading: 'A certificate',
        text: 'With a number and a code that anyone can check on this site.',
      },
      { icon: 'mail', heading: 'A letter', text: '' },
      {
        icon: 'search',
        heading: 'A place on the public list',
        text: 'Your community can find your agency here at once.',
      },
      {
        icon: 'document',
        heading: 'A mention in the newsletter',
        text: 'So that other agencies can learn from yours.',
      },
    ] satisfies readonly Point[],
    letter: (issuer: string) => `A letter of acknowledgment from the President of the ${issuer}.`,
  },
  visitors: {
    heading: 'Looking for an agency?',
    directory: {
      heading: 'Find an agency near you',
      text: 'See which agencies have taken the pledge, how far they are, and who their partners are.',
      link: 'Open the list of agencies',
    },
    verify: {
      heading: 'Check a certificate',
      text: 'Every certificate has a number. Type it in to see whether the certificate is real and still stands.',
      link: 'Check a certificate',
    },
  },
} as const;

export const aboutContent = {
  title: 'About One Mind',
  description: 'Who stands behind One Mind, what is public, and how to reach us.',
  lead: 'One Mind is a pledge that a law enforcement agency takes to be ready for people in a mental health crisis. This site is where agencies do the work and where everyone can see the result.',
  contact: {
    heading: 'Contact',
    text: 'Write to us with questions about the pledge, this site, or a certificate.',
    before: 'Our address is',
  },
  support: { heading: 'Support', disclaimerHeading: 'Disclaimer' },
  accessibility: {
    heading: 'Accessibility',
    texts: [
      'We want everyone to be able to use this site. We build it to the Web Content Accessibility Guidelines 2.2, level AA.',
      'All pages work with a keyboard, with a screen reader, without JavaScript, and on a phone. Certificates are PDF files that screen readers can read.',
    ],
    trouble: 'If something does not work for you, tell us. We will help you and fix it. Write to',
  },
  privacy: {
    heading: 'Privacy',
    publicHeading: 'What everyone can see',
    public: [
      'the agency’s name, type and place',
      'the dates of its pledge and its certificate, and where it stands',
      'the names of partner organizations that agreed to be named',
    ],
    neverHeading: 'What is never public',
    never: [
      'the names of officers and other staff',
      'rosters, training records and documents',
      'how far a single person’s training has come',
    ],
    closing:
      'An agency’s records can be seen by that agency. Campaign reviewers see what the agency sends in. We keep no records about calls or about people in crisis. Please do not send us any.',
  },
} as const;
