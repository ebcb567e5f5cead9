import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Source } from '../campaign-rules/source.ts';
import { ProcessList } from '../uswds/process-list.tsx';
import { Prose, Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { requirementsContent as content } from './requirements-content.ts';

/** Everything an agency promises under a version of the rules: nothing is folded away, since it is what gets signed. */
export function RequirementsInFull({ rules, level = 2 }: { rules: CampaignRules; level?: 2 | 3 }) {
  return (
    <>
      <ProcessList
        level={level}
        steps={rules.requirements.map(({ title, text }) => ({ heading: title, text }))}
      />
      <Section heading={content.shares.heading} level={level}>
        <Prose>
          <ul>
            <li>{content.shares.advanced(rules)}</li>
            <li>{content.shares.trained(rules)}</li>
            <li>{content.shares.discretion}</li>
            <li>{content.term(rules)}</li>
          </ul>
        </Prose>
      </Section>
      <Section heading={content.policy.heading} level={level}>
        <Prose>
          <p>{content.policy.lead}</p>
        </Prose>
        <SummaryList
          facts={rules.policyElements.map(({ title, explanation }) => ({ term: title, detail: explanation }))}
        />
      </Section>
      <Section heading={content.evidence.heading} level={level}>
        <Prose>
          <ul>
            {content.evidence.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <p class="om-quiet">
        {content.version(rules)}. {content.sources}: <Sources rules={rules} />
      </p>
    </>
  );
}

function Sources({ rules }: { rules: CampaignRules }) {
  const cited = [rules.advanced.source, rules.trained.source, rules.term.source];
  const once = cited.filter(({ url }, place) => cited.findIndex((source) => source.url === url) === place);
  return (
    <>
      {once.map((source: Source, place) => (
        <>
          {place > 0 ? ', ' : ''}
          <a href={source.url}>{source.title}</a>
        </>
      ))}
    </>
  );
}
