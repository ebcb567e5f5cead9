import { agencyRoleWords } from '../identity/role-content.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { SummaryList } from '../uswds/summary-list.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import type { HandOver } from './hand-over.ts';
import { teamContent } from './team-content.ts';

const content = teamContent.answer;

export interface HandOverAnswerPageProps {
  readonly agency: AgencyPlace;
  readonly handOver: HandOver;
  readonly rank: string;
  readonly errors: FormErrors;
}

/** The person a role was offered to accepts or declines it. */
export function HandOverAnswerPage({ agency, handOver, rank, errors }: HandOverAnswerPageProps) {
  const role = agencyRoleWords[handOver.role];
  const here = `/workspace/${agency.slug}/hand-over/${handOver.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="team"
      title={content.title[handOver.role]}
      lead={content.lead(agency.name, role.inSentence)}
      errors={errors}
    >
      <SummaryList
        facts={[
          { term: content.role, detail: role.does },
          { term: content.why, detail: handOver.reason },
        ]}
      />
      <Form action={here}>
        {handOver.role === 'executive' ? (
          <TextField
            name="rank"
            label={content.rank}
            hint={content.rankHint}
            value={rank}
            error={errors.rank}
            maxlength={80}
            required
          />
        ) : null}
        <ButtonGroup>
          <Button look="accent">{content.accept}</Button>
          <Button look="outline" formaction={`${here}/decline`}>
            {content.decline}
          </Button>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}

/** The question can't be answered: it is closed, or it was put to somebody else. */
export function HandOverClosedPage({ agency, why }: { agency: AgencyPlace; why: 'closed' | 'another' }) {
  return (
    <WorkspacePage agency={agency} here="team" title={content[why].title}>
      <Alert kind="info">{content[why].text}</Alert>
      <ButtonGroup>
        <ButtonLink href={`/workspace/${agency.slug}`} look="outline">
          {agency.name}
        </ButtonLink>
      </ButtonGroup>
    </WorkspacePage>
  );
}
