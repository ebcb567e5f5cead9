import { EmptyState } from '../uswds/empty-state.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import type { OutboxMessage } from './mail-store.ts';

/** Every message the program wrote, newest first, with its links to click. */
export function OutboxPage({ messages, siteUrl }: { messages: readonly OutboxMessage[]; siteUrl: string }) {
  return (
    <Page title="Mail outbox" width="prose" unlisted>
      <PageHeading
        heading="Mail outbox"
        lead="No mail server is set, so mail waits here. This page exists in development mode only."
      />
      {messages.length === 0 ? (
        <EmptyState heading="No mail yet">
          Sign in or send an invitation. The mail then shows here.
        </EmptyState>
      ) : (
        messages.map((message) => <Message message={message} siteUrl={siteUrl} />)
      )}
    </Page>
  );
}

function Message({ message, siteUrl }: { message: OutboxMessage; siteUrl: string }) {
  return (
    <article class="om-mail" data-recipient={message.recipient} data-kind={message.kind}>
      <h2 class="om-mail__subject">{message.subject}</h2>
      <p class="om-mail__meta">
        To {message.recipient}, {message.createdAt.toISOString().replace('T', ' ').slice(0, 16)} UTC
      </p>
      <div class="om-mail__text">
        {message.text.split('\n').map((line) => (
          <p>{withLinks(line, siteUrl)}</p>
        ))}
      </div>
    </article>
  );
}

/** The site's own addresses in a line become links, without leaving the address this server is reached under. */
function withLinks(line: string, siteUrl: string) {
  const parts = line.split(/(https?:\/\/\S+)/);
  return parts.map((part) =>
    part.startsWith(siteUrl) ? <a href={part.slice(siteUrl.length) || '/'}>{part}</a> : part,
  );
}
