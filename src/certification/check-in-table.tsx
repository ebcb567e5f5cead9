import { longDate } from '../calendar/calendar-date.ts';
import { Section } from '../uswds/section.tsx';
import { Table } from '../uswds/table.tsx';
import { certificationContent } from './certification-content.ts';
import type { CheckIn } from './check-in.ts';

/** What an agency said of itself once a year; nothing where it was never asked. */
export function CheckInTable({ heading, checkIns }: { heading: string; checkIns: readonly CheckIn[] }) {
  if (checkIns.length === 0) return null;
  const words = certificationContent.drift.figures;
  return (
    <Section heading={heading}>
      <Table
        caption={heading}
        captionHidden
        rows={checkIns}
        columns={[
          { heading: 'Sent', rowHeader: true, cell: ({ on }) => longDate(on) },
          { heading: words.sworn, numeric: true, cell: ({ figures }) => counted(figures.sworn) },
          { heading: words.advanced, numeric: true, cell: ({ figures }) => counted(figures.advanced) },
          { heading: words.trained, numeric: true, cell: ({ figures }) => counted(figures.trained) },
          { heading: 'Note', cell: ({ note }) => note },
        ]}
      />
    </Section>
  );
}

function counted(figure: number): string {
  return figure.toLocaleString('en-US');
}
