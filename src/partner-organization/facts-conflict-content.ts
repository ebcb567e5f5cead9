import type { ConflictField } from '../uswds/edit-conflict.tsx';
import { factsFields, kindWords } from './organization-content.ts';
import type { OrganizationFacts } from './partner-organization.ts';

/** The fields of two versions of an organization's facts that differ. */
export function factsConflict(yours: OrganizationFacts, now: OrganizationFacts): readonly ConflictField[] {
  const mine = textsOf(yours);
  const theirs = textsOf(now);
  return Object.entries(mine)
    .map(([label, text]) => ({ label, yours: text, now: theirs[label] ?? '' }))
    .filter((field) => field.yours !== field.now);
}

function textsOf(facts: OrganizationFacts): Readonly<Record<string, string>> {
  return {
    [factsFields.name]: facts.name,
    [factsFields.kinds]: kindWords(facts.kinds),
    [factsFields.placesServed]: facts.placesServed.join('\n'),
    [factsFields.website]: facts.website ?? '',
    [factsFields.phone]: facts.phone ?? '',
    [factsFields.email]: facts.email ?? '',
  };
}
