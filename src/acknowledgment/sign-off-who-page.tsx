import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { WrittenSigner } from './sign-off-decision-actions.ts';
import { matchWords, signOffWords } from './sign-off-import-content.ts';

const { who: words } = signOffWords;

/** In a select: not on the roster. */
export const nobodyChoice = 'nobody';

export interface SignOffWhoPageProps {
  readonly agency: AgencyPlace;
  /** Of the import. */
  readonly path: string;
  readonly open: readonly WrittenSigner[];
  readonly openTotal: number;
  readonly settled: readonly WrittenSigner[];
  readonly settledTotal: number;
  readonly page: number;
  readonly pageSize: number;
  /** What was sent, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>;
  /** Whether the list is imported already: what is said now is recorded at once. */
  readonly isLate: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** The people of a list whom nobody could place: each is somebody of the roster, or nobody of it. */
export function SignOffWhoPage(props: SignOffWhoPageProps) {
  const { agency, path, open, openTotal, page, pageSize, isLate, notice, errors = noErrors } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={words.title}
      lead={isLate ? `${words.lead} ${words.late}` : words.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, 'policy'), { label: signOffWords.preview.title, href: path }]}
    >
      {open.length === 0 ? (
        <EmptyState heading={words.none.heading} actions={<ButtonLink href={path}>{words.back}</ButtonLink>}>
          {isLate ? words.none.late : words.none.text}
        </EmptyState>
      ) : (
        <Form action={`${path}/who?page=${page}`}>
          {open.map((signer) => (
            <Signer signer={signer} typed={props.typed} errors={errors} />
          ))}
          <ButtonGroup>
            <Button>{words.save}</Button>
            <ButtonLink look="plain" href={path}>
              {words.back}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(openTotal / pageSize)}
        href={`${path}/who`}
        label={words.title}
      />
      {props.settled.length > 0 && !isLate ? <Settled {...props} /> : null}
    </WorkspacePage>
  );
}

interface SignerProps {
  readonly signer: WrittenSigner;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
}

function Signer({ signer, typed, errors }: SignerProps) {
  const { row, lines, name, employeeNumber, candidates, reason } = signer;
  const [who, number] = [`who-${row}`, `number-${row}`];
  const written = [filedName(name), employeeNumber].filter(Boolean).join(' · ');
  return (
    <FormSection heading={written} lead={`${words.rows(row, lines)} ${matchWords(reason)}`}>
      <Select
        name={who}
        label={words.question(filedName(name))}
        value={typed[who] ?? ''}
        error={errors[who]}
        placeholder={words.later}
        choices={[
          ...candidates.map(({ id, label }) => ({ value: id, label })),
          { value: nobodyChoice, label: words.nobody },
        ]}
      />
      <TextField
        name={number}
        label={words.number(filedName(name))}
        hint={words.numberHint}
        value={typed[number] ?? ''}
        error={errors[number]}
        width="md"
        maxlength={40}
      />
    </FormSection>
  );
}

function Settled({ path, settled, settledTotal, page }: SignOffWhoPageProps) {
  return (
    <Section heading={words.settled}>
      <Table
        caption={words.settledCaption(settled.length, settledTotal)}
        rows={settled}
        columns={[
          {
            heading: words.written,
            rowHeader: true,
            cell: ({ name, employeeNumber }) => [filedName(name), employeeNumber].filter(Boolean).join(' · '),
          },
          { heading: words.is, cell: ({ settledAs }) => settledAs || words.nobody },
          {
            heading: words.change,
            cell: ({ key, name }) => (
              <ActionForm action={`${path}/who?page=${page}`} look="outline" hidden={{ reopen: key }}>
                {words.reopen}
                <span class="usa-sr-only"> {filedName(name)}</span>
              </ActionForm>
            ),
          },
        ]}
      />
    </Section>
  );
}
