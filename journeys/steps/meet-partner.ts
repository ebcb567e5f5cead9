import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import {
  arrive,
  fill,
  fillDate,
  follow,
  followMail,
  open,
  type Person,
  press,
  tick,
} from '../people/person.ts';

const meeting = 'First look at the night calls';
const action = 'Put the night number on the officers’ cards';

/** `today` as `2026-03-05`. */
export async function planMeeting(
  coordinator: Person,
  workspace: string,
  agency: JourneyAgency,
  today: string,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/partnerships`, 'Partnerships');
  await follow(coordinator, agency.partner);
  await arrive(coordinator, agency.partner);
  await follow(coordinator, /^Meetings$/);
  await arrive(coordinator, 'Meetings');
  await follow(coordinator, 'Plan a meeting');
  await arrive(coordinator, 'Plan a meeting');
  await fill(coordinator, 'What is the meeting called?', meeting);
  await fillDate(coordinator, /^Day/, today);
  await fill(coordinator, /^From/, '9 am');
  await fill(coordinator, /^To/, '10:30 am');
  await fill(coordinator, 'Place', 'Training room 2');
  await fill(coordinator, 'Agenda', 'How long the team takes at night');
  await press(coordinator, 'Plan the meeting');
  await arrive(coordinator, meeting);
  await expect(main).toContainText('The meeting is planned.');
}

/** The other side writes down who came, and an action that the agency sees to. */
export async function holdMeeting(
  representative: Person,
  agency: JourneyAgency,
  today: string,
): Promise<void> {
  const main = representative.page.getByRole('main');
  await followMail(representative, 'meeting-planned', meeting);
  await expect(main).toContainText('How long the team takes at night');
  await follow(representative, 'Write down what came of it');
  await arrive(representative, 'What came of it?');
  await fill(representative, `People of ${agency.name}`, `${agency.coordinator.name}, Sergeant`);
  await press(representative, 'Save what came of it');
  await expect(main).toContainText(`Enter at least one person of ${agency.partner}`);
  await arrive(representative, 'What came of it?');
  await fill(representative, `People of ${agency.partner}`, `${representative.name}, Director`);
  await fill(representative, 'Minutes', 'We go through the times of last month.');
  await press(representative, 'Save what came of it');
  await arrive(representative, meeting);
  await expect(main).toContainText('It is written down.');
  await follow(representative, 'Add an action');
  await arrive(representative, 'Add an action');
  await fill(representative, 'What is to be done?', action);
  await tick(representative, agency.name);
  await fillDate(representative, 'By when?', today);
  await press(representative, 'Add the action');
  await arrive(representative, meeting);
  await expect(main.getByRole('row', { name: action })).toContainText('Open');
}

/** The agency reads the minutes on its side, and what it was to do is done. */
export async function finishAction(
  coordinator: Person,
  representative: Person,
  agency: JourneyAgency,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await coordinator.page.reload();
  await arrive(coordinator, meeting);
  await expect(main).toContainText('We go through the times of last month.');
  await expect(main).toContainText(`${representative.name}, Director`);
  await follow(coordinator, action);
  await arrive(coordinator, action);
  await expect(main).toContainText(agency.name);
  await press(coordinator, /^Done/);
  await arrive(coordinator, action);
  await expect(main).toContainText('The action is done.');
  await representative.page.reload();
  await expect(representative.page.getByRole('row', { name: action })).toContainText('Done');
}
