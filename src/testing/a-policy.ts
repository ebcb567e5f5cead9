import type { CalendarDate } from '../calendar/calendar-date.ts';
import { policyElements } from '../campaign-rules/policy-element.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { adoptPolicy } from '../policy/adoption-actions.ts';
import type { AgencyPolicy, ElementAnswer, PolicyDetails } from '../policy/policy.ts';
import { beginPolicy, policyDesk, saveChecklist } from '../policy/policy-actions.ts';
import { anAdmittedFile } from './a-partnership.ts';
import type { AgencyForTests } from './an-agency.ts';

export interface APolicy {
  readonly details?: Partial<PolicyDetails>;
  /** Its file; without it one whose content is in no store. */
  readonly document?: AdmittedFile;
  /** How far it has come; `adopted` without it. */
  readonly until?: 'uploaded' | 'checked' | 'adopted';
  readonly adoptedOn?: CalendarDate;
}

/** A policy of the agency, brought about by the programme's own actions. Answers the version as it is now. */
export async function aPolicy(agency: AgencyForTests, wanted: APolicy = {}): Promise<AgencyPolicy> {
  const document = wanted.document ?? anAdmittedFile('policy.pdf');
  const details = { ...plainDetails, ...wanted.details };
  value(await agency.as((tx) => beginPolicy(tx, agency.act(), { details, document })));
  if (wanted.until === 'uploaded') return newest(agency);
  const { revision } = await newest(agency);
  value(await agency.as((tx) => saveChecklist(tx, agency.act(), { revision, answers: fullChecklist() })));
  if (wanted.until === 'checked') return newest(agency);
  const checked = await newest(agency);
  const given = {
    revision: checked.revision,
    name: agency.executive.name,
    on: wanted.adoptedOn ?? ('2024-02-01' as CalendarDate),
  };
  value(await agency.as((tx) => adoptPolicy(tx, agency.act(agency.executive), given), agency.executive));
  return newest(agency);
}

/** Every element covered, on a page of its own. */
export function fullChecklist(): readonly ElementAnswer[] {
  return policyElements.map(({ code }, place) => ({
    code,
    status: 'covered',
    reference: `page ${place + 1}`,
    notes: '',
  }));
}

async function newest(agency: AgencyForTests): Promise<AgencyPolicy> {
  const { versions } = await agency.as((tx) => policyDesk(tx, agency.agency.id));
  const [version] = versions;
  if (!version) throw new Error('The agency has no policy.');
  return version;
}

const plainDetails: PolicyDetails = {
  title: 'Response to People in Crisis',
  number: 'GO 41.2',
  amends: '',
  accreditation: '',
  issuedOn: '2024-01-15' as CalendarDate,
  effectiveOn: '2024-03-01' as CalendarDate,
  reviewOn: '2099-03-01' as CalendarDate,
};

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly refusal: { readonly code: string } },
): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The builder was refused: ${outcome.refusal.code}`);
}
