import type { AgencyPlace } from '../identity/viewer.ts';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { Checkbox } from '../uswds/checkbox.tsx';
import { Form, FormSection } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { TextArea } from '../uswds/text-area.tsx';
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
  readonly errors?: FormErrors | undefined;
}

/** Names agencies in one step: a pasted list, what each line came to, and the ones to put on the list. */
export function AgenciesPage({ agency, group, list, lines = [], errors = noErrors }: AgenciesPageProps) {
  const base = `/workspace/${agency.slug}/groups/${group.id}`;
  return (
    <JointFrame
      reader={{ side: 'agency', agency }}
      title={content.pasteTitle}
      lead={content.pasteLead}
      errors={errors}
      above={{ label: group.name, href: base }}
    >
      {lines.length > 0 ? <LookedUp lines={lines} base={base} /> : null}
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

function LookedUp({ lines, base }: { lines: readonly PastedLine[]; base: string }) {
  const unknown = lines.filter(({ is }) => is === 'unknown');
  const isAny = unknown.length < lines.length;
  return (
    <>
      {unknown.length > 0 ? (
        <Section heading={content.unknown}>
          <p>{content.unknownText}</p>
          <ul class="usa-list">
            {unknown.map(({ typed }) => (
              <li>{typed}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {isAny ? (
        <form class="usa-form om-form" method="post" action={`${base}/agencies/add`}>
          <Found lines={lines} />
          <ButtonGroup>
            <Button>{content.addButton}</Button>
          </ButtonGroup>
        </form>
      ) : null}
    </>
  );
}

function Found({ lines }: { lines: readonly PastedLine[] }) {
  const found = lines.flatMap((line) => (line.is === 'found' ? [line] : []));
  const several = lines.flatMap((line) => (line.is === 'several' ? [line] : []));
  const addresses = lines.flatMap((line) => (line.is === 'address' ? [line] : []));
  return (
    <>
      {found.length > 0 ? (
        <FormSection heading={content.found}>
          {found.map(({ agency }, place) => (
            <Checkbox
              name={`agency-${place}`}
              value={agency.agency}
              label={`${agency.name}, ${agency.place}`}
              checked
            />
          ))}
        </FormSection>
      ) : null}
      {several.map(({ typed, candidates }, place) => (
        <RadioGroup
          name={`choice-${place}`}
          label={content.several(typed)}
          value=""
          choices={[
            ...candidates.map((one) => ({ value: one.agency, label: `${one.name}, ${one.place}` })),
            { value: '', label: content.noneOfThem },
          ]}
        />
      ))}
      {addresses.length > 0 ? (
        <FormSection heading={content.addresses}>
          {addresses.map(({ typed }, place) => (
            <Checkbox name={`email-${place}`} value={typed} label={typed} checked />
          ))}
        </FormSection>
      ) : null}
    </>
  );
}
