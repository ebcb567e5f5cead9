import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { messageContent as content } from './message-content.ts';
import type { ReviewMessage } from './review-message.ts';

interface MessageThreadProps {
  readonly messages: readonly ReviewMessage[];
  readonly timeZone: string;
  /** What is said when there are none. */
  readonly none: string;
}

/** What was said, the oldest first, each with who and when. */
export function MessageThread({ messages, timeZone, none }: MessageThreadProps) {
  if (messages.length === 0) return <p class="om-quiet">{none}</p>;
  return (
    <ol class="usa-list usa-list--unstyled">
      {messages.map((message) => (
        <li class="om-round">
          <p class="om-quiet">
            {writer(message)},{' '}
            <time datetime={message.writtenAt.toISOString()}>
              {longDate(dayIn(timeZone, message.writtenAt))}
            </time>
          </p>
          {message.text.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function writer({ side, writtenBy }: ReviewMessage): string {
  if (side === 'campaign') return writtenBy ? `${writtenBy}, ${content.campaignSide}` : content.campaignSide;
  return writtenBy ?? content.formerColleague;
}
