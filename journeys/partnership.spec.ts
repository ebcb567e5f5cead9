import { test } from '@playwright/test';
import { addDays, addMonths, dayIn, daysBetween } from '../src/calendar/calendar-date.ts';
import { anAgency } from './agency.ts';
import { sitDown } from './people/person.ts';
import { bringAgency } from './steps/bring-agency.ts';
import { finishAction, holdMeeting, planMeeting } from './steps/meet-partner.ts';
import {
  confirmChanges,
  downloadAgreement,
  proposeChanges,
  tryInvitationOf,
} from './steps/negotiate-agreement.ts';
import { confirmRenewal, proposeRenewal, tryRenewalMailOf } from './steps/renew-agreement.ts';
import { proposeAgreement, writeAgreement } from './steps/write-agreement.ts';

test('an agency and its partner write, negotiate, confirm and renew an agreement, and meet in between', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const agency = anAgency('Alder Creek');
  const today = dayIn('America/Chicago', new Date());
  const term = { startsOn: today, endsOn: addMonths(today, 12), reviewOn: addMonths(today, 6) };
  const nextDay = addDays(term.endsOn, 1);
  const next = { startsOn: nextDay, endsOn: addDays(nextDay, daysBetween(term.startsOn, term.endsOn)) };
  const { step } = test;

  const { coordinator, workspace } = await bringAgency(browser, agency);
  const representative = await sitDown(browser, agency.representative, { hasScripts: true, withAxe: true });
  await step('the coordinator writes it step by step', () =>
    writeAgreement(coordinator, workspace, agency, term),
  );
  await step('the agency proposes it', () => proposeAgreement(coordinator, agency));
  await step('the partner’s invitation is of no use to the coordinator', () =>
    tryInvitationOf(coordinator, representative),
  );
  await step('the partner answers with changes', () => proposeChanges(representative, agency));
  await step('the agency compares and confirms', () => confirmChanges(coordinator, agency));
  await step('both download it', () => downloadAgreement(coordinator, representative, agency));
  await step('the agency plans a meeting', () => planMeeting(coordinator, workspace, agency, today));
  await step('the partner says what came of it', () => holdMeeting(representative, agency, today));
  await step('the agency does what was decided', () => finishAction(coordinator, representative, agency));
  await step('the agency proposes to renew it', () => proposeRenewal(coordinator, workspace, agency, next));
  await step('the partner’s mail is of no use to the coordinator', () =>
    tryRenewalMailOf(coordinator, representative),
  );
  await step('the partner confirms the renewal', () => confirmRenewal(representative, agency));
});
