import { chooseScope } from '../agency/agency-actions.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { aPartnership } from './a-partnership.ts';
import { aPolicy } from './a-policy.ts';
import { type AgencyForTests, anAgency } from './an-agency.ts';
import type { TestApp } from './test-app.ts';
import { importTrainingFile } from './training-file.ts';

/** Four officers: one with CIT, the others with MHFA; partnership and policy in place, so that nothing is outstanding. */
export async function aReadyAgency(app: TestApp): Promise<AgencyForTests> {
  const made = await anAgency(app.databases);
  await aPartnership(app.databases, made);
  await aPolicy(made);
  await made.as(async (tx) => {
    await chooseScope(tx, made.agency.id, []);
    for (const [number, family] of ['Example', 'Sample', 'Fictional', 'Imagined'].entries()) {
      await addStaffMember(tx, made.agency.id, {
        name: { family, given: 'Alex', middle: '', suffix: '' },
        employeeNumber: `10${number}`,
        badge: '',
        kind: 'sworn',
        rank: 'Officer',
        unit: '',
        shift: '',
        email: '',
      });
    }
  });
  await importTrainingFile(app.deps, { agency: made.agency, person: made.coordinator.id }, training);
  return made;
}

const training = `Emp #,Name,Course,Hours,Date,Status
100,"Example, Alex",Crisis Intervention Team (CIT),40,3/1/2026,Passed
101,"Sample, Alex",Mental Health First Aid,8,3/2/2026,Passed
102,"Fictional, Alex",Mental Health First Aid,8,3/2/2026,Passed
103,"Imagined, Alex",Mental Health First Aid,8,3/2/2026,Passed
`;
