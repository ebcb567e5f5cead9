import { staffCategoryLabels } from '../agency/agency-content.ts';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { staffCategories } from '../roster/staff-category.ts';
import { type Fact, SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { Headcount, Pledge, PledgeStateName } from './pledge.ts';
import { certifiedWords, pledgeContent, pledgeStateWords } from './pledge-content.ts';

const words = pledgeContent.facts;

/** A pledge that led to a certificate is no longer only active. */
export function PledgeStateTag({ state, certified }: { state: PledgeStateName; certified: boolean }) {
  const { label, standing } = certified && state === 'active' ? certifiedWords : pledgeStateWords[state];
  return <StatusTag standing={standing}>{label}</StatusTag>;
}

/** What a pledge says and where it stands; days are days in the agency's time zone. */
export function PledgeFacts({ pledge, timeZone }: { pledge: Pledge; timeZone: string }) {
  return <SummaryList facts={[...termsFacts(pledge), ...stateFacts(pledge, timeZone)]} />;
}

function termsFacts({ rulesVersion, executive, headcount, targetMonths }: Pledge): readonly Fact[] {
  return [
    { term: words.rules, detail: campaignRules(rulesVersion).title },
    { term: words.sworn, detail: headcount.sworn.toLocaleString('en-US') },
    { term: words.nonSworn, detail: nonSwornText(headcount) },
    { term: words.executive, detail: `${executive.name}, ${executive.rank}` },
    { term: words.email, detail: executive.email },
    { term: words.length, detail: words.months(targetMonths) },
  ];
}

function stateFacts({ state }: Pledge, timeZone: string): readonly Fact[] {
  const signed = (signature: { readonly name: string; readonly at: Date }): Fact => ({
    term: words.signed,
    detail: `${signature.name}, ${longDate(dayIn(timeZone, signature.at))}`,
  });
  if (state.is === 'awaiting-acceptance') return [signed(state.signature)];
  if (state.is !== 'active') return [];
  return [
    signed(state.signature),
    { term: words.taken, detail: longDate(state.term.takenOn) },
    { term: words.target, detail: longDate(state.term.targetOn) },
    { term: words.limit, detail: longDate(state.term.limitOn) },
  ];
}

function nonSwornText({ nonSworn }: Headcount): string {
  const parts = staffCategories.flatMap((category) => {
    const count = nonSworn[category];
    return count ? [`${staffCategoryLabels[category]}: ${count.toLocaleString('en-US')}`] : [];
  });
  return parts.length > 0 ? parts.join('; ') : words.nobody;
}
