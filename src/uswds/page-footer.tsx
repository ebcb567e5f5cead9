import { Mark } from './mark.tsx';
import { footerLinks, pageContent } from './page-content.ts';
import type { PageFrame } from './page-frame.tsx';

/** The campaign's contact, its support statement and disclaimer. */
export function PageFooter({ frame }: { frame: PageFrame }) {
  const { site } = frame;
  return (
    <footer class="om-footer">
      <div class="om-footer__bar">
        <div class="om-footer__about">
          <p class="om-footer__name">
            <Mark size={32} />
            {site.campaignName}
          </p>
          <p>
            {pageContent.questions} <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a>
          </p>
        </div>
        <nav class="om-footer__nav" aria-label={pageContent.footerNavigation}>
          <ul>
            {footerLinks.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="om-footer__support">
          <p>{site.supportStatement}</p>
          <p>{site.disclaimer}</p>
        </div>
      </div>
    </footer>
  );
}
