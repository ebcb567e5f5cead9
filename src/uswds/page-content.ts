import type { PageLink } from './page-frame.tsx';

/** The wording around every page. */
export const pageContent = {
  siteName: 'One Mind',
  skip: 'Skip to the main content',
  siteNavigation: 'Site',
  breadcrumbNavigation: 'Where you are',
  signIn: { label: 'Sign in', href: '/sign-in' },
  signOut: { label: 'Sign out', action: '/sign-out' },
  account: { label: 'Your account', href: '/account' },
  signedInAs: 'Signed in as',
  development: 'Development mode: everybody here can read all mail.',
  outbox: { label: 'Open the mail outbox', href: '/dev/outbox' },
  footerNavigation: 'More',
  questions: 'Questions? Write to',
} as const;

export const siteLinks: readonly PageLink[] = [
  { label: 'Agencies', href: '/agencies' },
  { label: 'Take the pledge', href: '/pledge' },
  { label: 'Check a certificate', href: '/verify' },
  { label: 'About', href: '/about' },
];

/** What the foot of a page links to beside them. */
export const footerLinks: readonly PageLink[] = [
  ...siteLinks,
  { label: 'Courses that count', href: '/courses' },
];
