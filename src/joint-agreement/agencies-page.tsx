import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { askedLines, noneOfThem } from './chosen-lines.ts';
import type { JointGroup } from './joint-agreement.ts';
import { jointContent as content } from './joint-content.ts';
import { JointFrame } from './joint-frame.tsx';
import type { PastedLine } from './pasted-agencies.ts';

export interface AgenciesPageProps {
  readonly agency: AgencyPlace;
  readonly group: JointGroup;
  readonly list: string;
  /** What the lines came to, once they were looked up. */
  readonly lines?: readonly PastedLine[];
  /** What was answered to the lines before, by the name of the field; without it, every line is shown fresh. */
  readonly sent?: ((field: string) => string) | undefined;
  /** What was put on the list just now, and what was not. */
  readonly notice?: string | undefined;
  readonly errors?: FormErrors | undefined;
}

/** Names agencies in one step: a pasted list, what each line came to, and the ones to put on the list. */
export function AgenciesPage(props: AgenciesPageProps) {
  const { agency, group, list, lines = [], errors = noErrors } = props;
  const base = `/workspace/${agency.slug}/groups/${group.id}`;
  return (
    <JointFrame
      reader={{ side: 'agency', agency }}
      title={content.pasteTitle}
      lead={content.pasteLead}
      errors={errors}
      notice={props.notice}
      above={{ label: group.name, href: base }}
    >
      {lines.length > 0 ? <LookedUp {...{ lines, list, base, errors }} sent={props.sent} /> : null}
      <Form action={`${base}/agencies`}>
        <TextArea
          name="list"
          label={content.paste}
          hint={content.pasteHint}
          value={list}
          error={errors.list}
          rows={12}
          required
        />
        <ButtonGroup>
          <Button look={lines.length > 0 ? 'outline' : 'primary'}>{content.pasteButton}</Button>
          <ButtonLink look="plain" href={base}>
            {content.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </JointFrame>
  );
}

interface LookedUpProps extends Pick<AgenciesPageProps, 'list' | 'sent'> {
  readonly lines: readonly PastedLine[];
  readonly base: string;
  readonly errors: FormErrors;
}

function LookedUp({ base, ...found }: LookedUpProps) {
  const unknown = found.lines.filter(({ is }) => is === 'unknown');
  const isAny = unknown.length < found.lines.length;
  return (
    <>
      {unknown.length > 0 ? (
        <Section heading={content.unknown}>
          <p>{content.unknownText(isAny)}</p>
          <ul class="usa-list">
            {unknown.map(({ typed }) => (
              <li>{typed}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {isAny ? (
        <form class="usa-form om-form" method="post" action={`${base}/agencies/add`}>
          <input type="hidden" name="list" value={found.list} />
          <Found {...found} />
          <ButtonGroup>
            <Button>{content.addButton}</Button>
          </ButtonGroup>
        </form>
      ) : null}
    </>
  );
}

function Found({ lines, sent, errors }: Omit<LookedUpProps, 'base' | 'list'>) {
  const found = askedLines(lines, 'found');
  const addresses = askedLines(lines, 'address');
  const isTicked = (field: string) => sent === undefined || sent(field) !== '';
  return (
    <>
      {found.length > 0 ? (
        <FormSection heading={content.found}>
          {found.map(({ line: { agency }, field }) => (
            <Checkbox
              name={field}
              value={agency.agency}
              label={`${agency.name}, ${agency.place}`}
              checked={isTicked(field)}
            />
          ))}
        </FormSection>
      ) : null}
      {askedLines(lines, 'several').map(({ line: { typed, candidates }, field }) => (
        <RadioGroup
          name={field}
          label={content.several(typed)}
          value={sent?.(field)}
          error={errors[field]}
          choices={[
            ...candidates.map((one) => ({ value: one.agency, label: `${one.name}, ${one.place}` })),
            { value: noneOfThem, label: content.noneOfThem },
          ]}
          required
        />
      ))}
      {addresses.length > 0 ? (
        <FormSection heading={content.addresses}>
          {addresses.map(({ line: { typed }, field }) => (
            <Checkbox name={field} value={typed} label={typed} checked={isTicked(field)} />
          ))}
        </FormSection>
      ) : null}
    </>
  );
}
