import type { CalendarScope } from './calendar-address.ts';

export const calendarAddressContent = {
  title: 'Subscribe in your calendar',
  lead: 'Give an address from here to the calendar on your computer or phone. It then fetches new and moved meetings by itself.',
  link: 'Subscribe in your calendar program',
  privacy:
    'An address is your own. Whoever has it can read the titles, places, links and agendas of the meetings without signing in: do not pass it on. Minutes and who came are not in it.',
  how: 'In your calendar program, look for “Subscribe” or “Add calendar from the web”, and paste the address there.',
  headings: {
    partnership: (other: string) => `Meetings with ${other}`,
    all: (own: string) => `All meetings of ${own} with its partners`,
  },
  none: 'You have no address for this yet.',
  address: 'Your address',
  open: 'Open it in a calendar program',
  make: 'Make an address',
  makeNew: 'Make a new address',
  makeNewHint: 'The old address stops working at once. Do this when somebody else may have got it.',
  stop: 'Stop this address',
  about: {
    partnership: 'for the meetings of this partnership',
    all: 'for all meetings',
  } satisfies Readonly<Record<CalendarScope, string>>,
  notices: {
    'calendar-made': 'The address is made. An earlier one no longer works.',
    'calendar-stopped': 'The address no longer works.',
  },
} as const;

/** In place of a calendar, as plain text: programs show it seldom, people who open the address do. */
export const calendarRefusals = {
  unknown:
    'There is no calendar at this address. Check that it was copied whole. You find your address in One Mind under Meetings, “Subscribe in your calendar program”.\n',
  stopped:
    'This calendar address no longer works: a new one was made, it was stopped, or its owner left. Take the old calendar out of your program. You find a new address in One Mind under Meetings, “Subscribe in your calendar program”.\n',
} as const;
