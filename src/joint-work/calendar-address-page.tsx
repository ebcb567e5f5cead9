import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { Section } from '../uswds/section.tsx';
import { type CalendarScope, calendarScopes } from './calendar-address.ts';
import { calendarAddressContent as content } from './calendar-address-content.ts';
import { JointPage } from './joint-page.tsx';
import type { JointPlace } from './joint-place.ts';
import { meetingListContent } from './meeting-content.ts';

export interface CalendarAddressPageProps {
  readonly place: JointPlace;
  /** The whole address of each calendar, where the reader has made one. */
  readonly addresses: Readonly<Record<CalendarScope, string | undefined>>;
  readonly notice: string | undefined;
}

/** The addresses that somebody gives to their calendar program. */
export function CalendarAddressPage({ place, addresses, notice }: CalendarAddressPageProps) {
  const { agency, partner } = place.partnership;
  const [own, other] = place.side === 'agency' ? [agency.name, partner.name] : [partner.name, agency.name];
  const headings = { partnership: content.headings.partnership(other), all: content.headings.all(own) };
  return (
    <JointPage
      place={place}
      section="meetings"
      title={content.title}
      lead={content.lead}
      notice={notice}
      trail={[{ label: meetingListContent.title, href: `${place.base}/meetings` }]}
    >
      <p>{content.how}</p>
      <p>{content.privacy}</p>
      {calendarScopes.map((scope) => (
        <Section heading={headings[scope]}>
          <Address scope={scope} action={`${place.base}/meetings/subscribe`} address={addresses[scope]} />
        </Section>
      ))}
    </JointPage>
  );
}

interface AddressProps {
  readonly scope: CalendarScope;
  readonly action: string;
  readonly address: string | undefined;
}

function Address({ scope, action, address }: AddressProps) {
  const about = content.about[scope];
  if (!address) {
    return (
      <>
        <p>{content.none}</p>
        <ActionForm action={action} hidden={{ scope, does: 'make' }} about={about}>
          {content.make}
        </ActionForm>
      </>
    );
  }
  return (
    <>
      <p>
        {content.address}:
        <br />
        <code class="om-hash">{address}</code>
      </p>
      <ButtonLink look="outline" href={address.replace(/^https?:/, 'webcal:')}>
        {content.open}
      </ButtonLink>
      <p>{content.makeNewHint}</p>
      <ActionForm action={action} look="outline" hidden={{ scope, does: 'make' }} about={about}>
        {content.makeNew}
      </ActionForm>
      <ActionForm action={action} look="plain" hidden={{ scope, does: 'stop' }} about={about}>
        {content.stop}
      </ActionForm>
    </>
  );
}
