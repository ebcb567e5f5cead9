import type { MemorandumSection } from './memorandum-content.ts';

/** What an agreement says, section by section, with its clauses numbered as its documents number them. */
export function MemorandumText({
  sections,
  level = 3,
}: {
  sections: readonly MemorandumSection[];
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <div class="om-memorandum">
      {sections.map(({ heading, clauses }, place) => (
        <section>
          <Heading>
            {place + 1}. {heading}
          </Heading>
          {clauses.map(({ text, items = [] }) => (
            <>
              <p class="om-written">{text}</p>
              {items.length > 0 ? (
                <ul class="usa-list">
                  {items.map((item) => (
                    <li>{item}</li>
                  ))}
                </ul>
              ) : null}
            </>
          ))}
        </section>
      ))}
    </div>
  );
}
