import { Table } from '../uswds/table.tsx';
import { agreementContent as content, signatureText } from './agreement-content.ts';
import { namesOf } from './agreement-place.ts';
import { type VersionState, versionStanding } from './agreement-version.ts';

import { VersionTag } from './version-tag.tsx';
import type { VersionsPageProps } from './versions-page.tsx';

export function VersionHistory({ place, versions }: Pick<VersionsPageProps, 'place' | 'versions'>) {
  const { base, partnership } = place;
  const { timeZone } = partnership.agency;
  const words = content.columns;
  return (
    <Table
      caption={content.history}
      captionHidden
      rows={versions}
      columns={[
        {
          heading: words.version,
          rowHeader: true,
          cell: ({ number }) => (
            <a class="usa-link" href={`${base}/agreement/versions/${number}`}>
              Version {number}
            </a>
          ),
        },
        {
          heading: words.state,
          cell: (version) => (
            <VersionTag standing={versionStanding(version, versions, place.today)} terms={version.terms} />
          ),
        },
        {
          heading: words.proposed,
          cell: ({ side, proposed }) => `${namesOf(partnership)[side]}: ${signatureText(proposed, timeZone)}`,
        },
        { heading: words.answered, cell: ({ state }) => answerOf(state, timeZone) },
        {
          heading: words.read,
          cell: ({ number }) =>
            number > 1 ? (
              <a class="usa-link" href={`${base}/agreement/versions/${number}/changes?from=${number - 1}`}>
                Compare with version {number - 1}
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  );
}

function answerOf(state: VersionState, timeZone: string): string {
  if (state.is === 'agreed' || state.is === 'declined') return signatureText(state.answer, timeZone);
  return state.is === 'superseded' && state.answer ? signatureText(state.answer, timeZone) : '';
}
