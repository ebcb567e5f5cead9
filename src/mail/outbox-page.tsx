import { EmptyState } from '../uswds/empty-state.tsx';
import { Page } from '../uswds/page.tsx';
import { PageHeading } from '../uswds/page-heading.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { isFictionalAddress } from './fictional-address.ts';
import type { OutboxMessage } from './mail-store.ts';
import { outboxContent as content } from './outbox-content.ts';
import { messagesPerPage, type OutboxQuery } from './outbox-query.ts';

export interface OutboxPageProps {
  /** The page asked for, and how many messages there are on all pages. */
  readonly messages: readonly OutboxMessage[];
  readonly total: number;
  readonly query: OutboxQuery;
  /** The present address with its query. */
  readonly href: string;
  readonly siteUrl: string;
  /** Then mail leaves, except to fictional addresses, and the words of what has left are gone. */
  readonly hasMailServer: boolean;
}

/** The messages the program wrote, newest first, with their links to click. */
export function OutboxPage({ messages, total, query, href, siteUrl, hasMailServer }: OutboxPageProps) {
  return (
    <Page title="Mail outbox" width="prose" unlisted>
      <PageHeading heading="Mail outbox" lead={hasMailServer ? content.withServer : content.withoutServer} />
      <SearchForm action="/dev/outbox" label={content.recipient} name="recipient" value={query.recipient} />
      <p class="om-quiet">{content.found(total)}</p>
      {messages.length === 0 ? (
        <EmptyState heading={content.empty.heading}>
          {query.recipient === '' ? content.empty.none : content.empty.filtered}
        </EmptyState>
      ) : (
        messages.map((message) => <Message message={message} siteUrl={siteUrl} />)
      )}
      <Pagination label="Mail" page={query.page} pages={Math.ceil(total / messagesPerPage)} href={href} />
    </Page>
  );
}

function Message({ message, siteUrl }: { message: OutboxMessage; siteUrl: string }) {
  return (
    <article class="om-mail" data-recipient={message.recipient} data-kind={message.kind}>
      <h2 class="om-mail__subject">{message.subject}</h2>
      <p class="om-mail__meta">
        To {message.recipient}
        {isFictionalAddress(message.recipient) ? content.fictional : ''},{' '}
        {message.createdAt.toISOString().replace('T', ' ').slice(0, 16)} UTC
      </p>
      <div class="om-mail__text">
        {message.text === '' ? <p class="om-quiet">{content.left}</p> : null}
        {message.text.split('\n').map((line) => (
          <p>{withLinks(line, siteUrl)}</p>
        ))}
      </div>
      {message.attachment ? (
        <details>
          <summary>{content.attachment(message.attachment.name)}</summary>
          <pre>{message.attachment.text}</pre>
        </details>
      ) : null}
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
