import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { BadgeWords } from './badge-drawing.ts';
import type { Recognition } from './recognition.ts';

/** One line for badge, card and picture. */
export function recognitionLine(recognition: Recognition): string {
  switch (recognition.is) {
    case 'certified':
      return `Certified since ${longDate(recognition.since)}`;
    case 'suspended':
      return 'Certification suspended';
    case 'ended':
      return 'No longer certified';
    case 'pledged':
      return `Pledge taken ${longDate(recognition.since)}`;
    case 'none':
      return 'Not listed';
  }
}

/** The same on the badge, where there is room for a few letters. */
function badgeLine(recognition: Recognition): string {
  switch (recognition.is) {
    case 'certified':
      return `Certified ${monthOf(recognition.since)}`;
    case 'pledged':
      return `Pledged ${monthOf(recognition.since)}`;
    default:
      return recognitionLine(recognition);
  }
}

/** What an agency's badge says. */
export function badgeWords(agencyName: string, recognition: Recognition): BadgeWords {
  return {
    line: badgeLine(recognition),
    title: `${agencyName}: One Mind. ${recognitionLine(recognition)}.`,
    isLively: recognition.is === 'certified' || recognition.is === 'pledged',
  };
}

function monthOf(date: CalendarDate): string {
  return longDate(date).replace(/ \d{1,2}, /, ' ');
}

export const kitContent = {
  title: 'Recognition kit',
  lead: 'Everything to show that your agency is One Mind Certified. The badge and the card always tell how things stand today.',
  notYet: 'The kit is for certified agencies. It is here as soon as your certificate is issued.',
  documents: 'Certificate and letter',
  certificate: 'Certificate, letter size (PDF)',
  wall: 'Certificate for the wall, 11 by 17 inches (PDF)',
  letter: 'Letter of acknowledgment (PDF)',
  badge: {
    heading: 'Badge for your website',
    alt: (agency: string) => `${agency} in the One Mind pledge`,
    text: 'Copy these lines into a page of your website. The badge leads to your page in the directory.',
    code: 'Lines for the badge',
  },
  card: {
    heading: 'Card for your website',
    text: 'A small page with your name, your status and the number to check. Copy these lines where it should appear.',
    code: 'Lines for the card',
    frame: (agency: string) => `One Mind: ${agency}`,
  },
  picture: {
    heading: 'Picture for social media',
    text: 'A picture of 1200 by 630 points with your agency’s name.',
    download: 'Download the picture (PNG)',
  },
  press: {
    heading: 'Press release',
    text: 'A draft in your agency’s name, with your figures. Read it, change it, and let your press office approve it.',
    download: 'Download the draft (DOCX)',
  },
  credential: {
    heading: 'Digital credential',
    text: 'An Open Badge (3.0) of your certification. Any reader of such badges can check it, without asking us.',
    png: 'Badge (PNG)',
    svg: 'Badge (SVG)',
    json: 'Credential (JSON)',
    jwt: 'Credential (JWT)',
    check: 'Check a badge or credential',
  },
  check: 'Check certificate',
} as const;
