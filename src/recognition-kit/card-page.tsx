import { raw } from 'hono/html';
import { assetUrl } from '../assets/asset-url.ts';
import { Mark } from '../uswds/mark.tsx';
import type { Recognition } from './recognition.ts';
import { kitContent, recognitionLine } from './recognition-content.ts';

export interface CardPageProps {
  readonly agency: { readonly name: string; readonly slug: string; readonly place: string };
  readonly recognition: Recognition;
}

/** A page of its own for the frame of another website: it opens everything outside that frame. */
export function CardPage({ agency, recognition }: CardPageProps) {
  const isQuiet = recognition.is === 'suspended' || recognition.is === 'ended' || recognition.is === 'none';
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{kitContent.card.frame(agency.name)}</title>
          <link rel="stylesheet" href={assetUrl('onemind.css')} />
        </head>
        <body class="om-card-frame">
          <main class={`om-recognition-card${isQuiet ? ' om-recognition-card--quiet' : ''}`}>
            <Mark size={44} />
            <h1 class="om-recognition-card__name">
              <a class="usa-link" href={`/agencies/${agency.slug}`} target="_blank" rel="noopener">
                {agency.name}
              </a>
            </h1>
            <p class="om-recognition-card__line">One Mind: {recognitionLine(recognition)}</p>
            <p class="om-recognition-card__line">{agency.place}</p>
            {'number' in recognition ? (
              <p class="om-recognition-card__line">
                <a class="usa-link" href={`/verify/${recognition.number}`} target="_blank" rel="noopener">
                  {kitContent.check} {recognition.number}
                </a>
              </p>
            ) : null}
          </main>
        </body>
      </html>
    </>
  );
}
