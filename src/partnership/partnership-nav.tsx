export interface PartnershipNavProps {
  /** The partnership's address on this side: `/workspace/elm-fork/partnerships/<id>` or `/partner/<id>/partnerships/<id>`. */
  readonly base: string;
  readonly current: PartnershipSection;
}

/** What one partnership consists of, in the order of its links; both sides have the same. */
const sections = [
  { section: 'overview', path: '', label: 'Overview' },
  { section: 'agreement', path: '/agreement/versions', label: 'Agreement' },
  { section: 'meetings', path: '/meetings', label: 'Meetings' },
  { section: 'actions', path: '/actions', label: 'Actions' },
  { section: 'trainings', path: '/trainings', label: 'Trainings' },
  { section: 'check-ins', path: '/check-ins', label: 'Check-ins' },
  { section: 'sustained', path: '/sustained', label: 'Sustained?' },
  { section: 'policy', path: '/policy', label: 'Policy' },
  { section: 'outcomes', path: '/outcomes', label: 'Outcomes' },
] as const;

export type PartnershipSection = (typeof sections)[number]['section'];

/** The row of links under the heading of every page about one partnership. */
export function PartnershipNav({ base, current }: PartnershipNavProps) {
  return (
    <nav class="om-row-nav" aria-label="This partnership">
      <ul>
        {sections.map(({ section, path, label }) => (
          <li>
            <a href={`${base}${path}`} aria-current={section === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
