import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { rulesVersions } from '../campaign-rules/campaign-rules.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import { programs } from '../campaign-rules/program.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { elementStatuses } from '../policy/policy.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { Pseudonym } from './counted-person.ts';

/** What a published file must look like before anything in it is computed. More facts than are known here may be there. */
const text = z.string();
const count = z.number().int().min(0);
const day = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== undefined,
  'a date',
);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const pseudonym = z.custom<Pseudonym>(
  (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
  'a pseudonym',
);
const state = z.enum(['met', 'in-progress', 'not-started']);
const kind = z.enum(['sworn', 'non-sworn']);
const named = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string', 'a text');

const jointWork = z.looseObject({
  meetingsHeld: z.array(day),
  meetingsPlanned: z.array(day),
  trainings: z.array(day),
  openActionsDue: z.array(day),
  checkIns: z.array(
    z.looseObject({
      side: z.enum(['agency', 'partner']),
      startsOn: day,
      liaison: z.enum(['in-place', 'gone', 'changed-since']),
    }),
  ),
});

const partnership = z.looseObject({
  id: named<PartnershipId>().optional(),
  partner: text,
  state: z.enum(['draft', 'awaiting-partner', 'confirmed', 'declined', 'ended']),
  hasAgreement: z.boolean(),
  termStartsOn: day.optional(),
  termEndsOn: day.optional(),
  reviewOn: day.optional(),
  lastEndedOn: day.optional(),
  renewalWaitsFor: z.enum(['agency', 'partner']).optional(),
  isAgain: z.boolean().optional(),
  jointWork: jointWork.optional(),
});

const policy = z.looseObject({
  hasDocument: z.boolean(),
  adoptedOn: day.optional(),
  effectiveOn: day.optional(),
  reviewOn: day.optional(),
  elements: z.array(
    z.looseObject({
      code: named<PolicyElementCode>(),
      status: z.enum(['open', 'covered', 'not-applicable']),
      reason: text.optional(),
    }),
  ),
  acknowledgment: z.looseObject({ acknowledged: count, of: count }).optional(),
});

const coverage = z.looseObject({
  rules: z.enum(rulesVersions),
  sworn: count,
  advanced: count,
  base: count,
  untrained: count,
  advancedWithoutBase: count,
  advancedRequired: count,
  advancedMissing: count,
  nonSworn: z.looseObject({ inScope: count, trained: count, untrained: count }),
  excluded: z.array(
    z.looseObject({
      reason: z.enum(['separated', 'not-yet-hired', 'out-of-scope']),
      kind,
      category: text,
      people: count,
    }),
  ),
  meetsAdvanced: z.boolean(),
  meetsEveryone: z.boolean(),
});

/** Units, shifts and ranks stood in the first format; nothing is computed from them. */
const parted = coverage.extend({
  byUnit: z.array(z.any()),
  byShift: z.array(z.any()),
  byRank: z.array(z.any()),
});

const core = {
  rules: z.enum(rulesVersions),
  asOf: day,
  agency: z.looseObject({
    name: text,
    city: text,
    region: text,
    country: text,
    addressLines: z.array(text),
  }),
  pledge: z.looseObject({ takenOn: day, executiveName: text, executiveRank: text }),
  requirements: z.array(z.looseObject({ requirement: z.enum(requirements), state, reasons: z.array(text) })),
  checklist: z.array(
    z.looseObject({
      code: named<PolicyElementCode>(),
      status: z.enum(elementStatuses),
      reference: text,
      notes: text,
    }),
  ),
  documents: z.array(
    z.looseObject({
      file: named<StoredFileId>(),
      requirement: z.enum(requirements),
      title: text,
      note: text,
      fileName: text,
      sha256: hash,
    }),
  ),
};

const facts = z.looseObject({
  today: day,
  partnerships: z.array(partnership),
  policy: policy.optional(),
});

const needs = z.looseObject({
  requirements: z.array(z.enum(requirements)),
  advanced: z.looseObject({
    percent: z.number(),
    of: z.enum(['sworn', 'sworn-and-selected-non-sworn']),
    programs: z.array(z.enum(programs)),
  }),
  trained: z.looseObject({
    percent: z.number(),
    of: z.enum(['sworn', 'sworn-and-selected-non-sworn']),
    basePrograms: z.array(z.enum(programs)),
    baseNeededBy: z.enum(['everyone', 'everyone-without-advanced']),
  }),
  acknowledgment: z.looseObject({ isRequired: z.boolean(), percent: z.number() }),
  sustainability: z.array(text),
  policyElements: z.array(text),
});

/** Compared as a whole with what is computed; its own shape follows from that. */
const outstanding = z.custom<Outstanding>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && 'requirement' in value,
  'something outstanding',
);

const format1 = z.looseObject({
  ...core,
  format: z.literal(1),
  facts: facts.extend({ coverage: parted.optional() }),
});

const format2 = z.looseObject({
  ...core,
  format: z.literal(2),
  needs,
  facts: facts.extend({ coverage: coverage.optional() }),
  outstanding: z.array(outstanding),
  confirmations: z.array(z.looseObject({ partner: text, name: text, title: text, at: text })),
  adoption: z.looseObject({ name: text, on: day, at: text }).optional(),
  people: z.strictObject({ count, sha256: hash }),
});

const countedPerson = z.strictObject({
  id: pseudonym,
  kind,
  category: text,
  records: z.array(
    z.strictObject({
      ref: pseudonym,
      program: z.enum(programs),
      course: z.strictObject({ entry: count, title: text }).optional(),
      hours: z.number().optional(),
      completedOn: day,
      validUntil: day.optional(),
    }),
  ),
});

const sample = z.strictObject({
  /** 32 bytes as hex. */
  seed: hash,
  /** The hash of the snapshot the seed was drawn for, and how often records were drawn in the round of review. */
  drawnFor: hash,
  draws: count,
  /** How many of the first in `drawn` an earlier draw asked for. */
  carried: count,
  /** How many records the sample is drawn from, and how many were asked for. */
  records: count,
  wanted: count,
  drawn: z.array(z.strictObject({ person: pseudonym, record: pseudonym })),
});

/** The whole of a published file. */
export const publishedSnapshot = z.strictObject({
  is: z.literal('one-mind-snapshot'),
  sha256: hash,
  snapshot: z.discriminatedUnion('format', [format1, format2]),
  people: z.array(countedPerson),
  sample: sample.nullable(),
});
