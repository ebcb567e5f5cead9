import { Tag } from '../uswds/tag.tsx';
import { comparisonContent as content } from './agreement-content.ts';
import { AgreementFrame } from './agreement-frame.tsx';
import type { AgreementPlace } from './agreement-place.ts';
import type { ComparedSection } from './section-comparison.ts';
import type { ComparedPart } from './text-comparison.ts';

export interface ComparisonPageProps {
  readonly place: AgreementPlace;
  readonly older: number;
  readonly newer: number;
  readonly sections: readonly ComparedSection[];
}

/** Two versions beside each other: each part that differs, with the words that came and went. */
export function ComparisonPage({ place, older, newer, sections }: ComparisonPageProps) {
  const changed = sections.filter(({ change }) => change !== 'none');
  const same = sections.length - changed.length;
  return (
    <AgreementFrame place={place} title={content.title(older, newer)} lead={content.lead} isBeneath>
      {changed.length === 0 ? <p>{content.same}</p> : <p>{content.legend}</p>}
      {changed.map(({ heading, change, parts }) => (
        <section class="om-compared">
          <h2>
            {heading} <Tag>{content.changes[change]}</Tag>
          </h2>
          <p class="om-written">
            {parts.map((part, place) => (
              <>
                {separatorBetween(parts[place - 1], part)}
                <Part part={part} />
              </>
            ))}
          </p>
        </section>
      ))}
      {changed.length > 0 && same > 0 ? <p>{content.unchanged(same)}</p> : null}
    </AgreementFrame>
  );
}

/** Words stand beside those whose place they took, a paragraph that was written anew stands under the old one. */
function separatorBetween(before: ComparedPart | undefined, { is, text, isWhole }: ComparedPart) {
  if (is !== 'added' || before?.is !== 'removed') return null;
  if (isWhole) return before.text.endsWith('\n') ? null : <br />;
  return /\s$/.test(before.text) || /^\s/.test(text) ? null : ' ';
}

/** The words in brackets are for who hears the page: most screen readers pass over `ins` and `del`. */
function Part({ part: { is, text } }: { part: ComparedPart }) {
  if (is === 'same') return <>{text}</>;
  const said = (
    <>
      <span class="usa-sr-only">{is === 'added' ? content.added : content.removed}</span>
      {text}
      <span class="usa-sr-only">{content.end}</span>
    </>
  );
  return is === 'added' ? <ins>{said}</ins> : <del>{said}</del>;
}
