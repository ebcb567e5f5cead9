import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { attendanceContent } from './attendance-content.ts';
import { classContent, resultSentence } from './class-content.ts';
import { ClassFrame, classPath } from './class-frame.tsx';
import type { ClassSession } from './class-session.ts';
import type { PersonResult } from './completion.ts';

const content = attendanceContent.complete;

export interface CompletePageProps {
  readonly agency: AgencyPlace;
  readonly session: ClassSession;
  readonly results: readonly PersonResult[];
  /** Why it can't be completed now. */
  readonly obstacle: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Who has completed the class and who hasn't, before the records are written. */
export function CompletePage({ agency, session, results, obstacle, errors }: CompletePageProps) {
  const here = classPath(agency, session);
  const finished = results.filter(({ result }) => result.is === 'complete');
  const unfinished = results.filter(({ result }) => result.is !== 'complete');
  return (
    <ClassFrame
      agency={agency}
      session={session}
      title={content.title}
      lead={content.lead}
      errors={errors ?? (obstacle ? { form: obstacle } : undefined)}
    >
      <Form action={`${here}/complete`}>
        <ButtonGroup>
          {obstacle ? (
            <ButtonLink href={`${here}/attendance`}>{classContent.steps.attendance}</ButtonLink>
          ) : (
            <Button>{content.submit}</Button>
          )}
          <ButtonLink look="plain" href={here}>
            {classContent.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <Results heading={content.unfinished(unfinished.length)} results={unfinished} session={session} />
      <Results heading={content.finished(finished.length)} results={finished} session={session} />
    </ClassFrame>
  );
}

function Results({
  heading,
  results,
  session,
}: {
  heading: string;
  results: readonly PersonResult[];
  session: ClassSession;
}) {
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        captionHidden
        rows={results}
        empty={<p>{content.none}</p>}
        columns={[
          { heading: 'Name', rowHeader: true, cell: ({ seat }) => filedName(seat.member.name) },
          { heading: content.why, cell: ({ result }) => resultSentence(result, session.hours) },
        ]}
      />
    </Section>
  );
}
