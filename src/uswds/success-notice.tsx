import { Alert } from './alert.tsx';

/** What was just done, read out at once; nothing when nothing was. */
export function SuccessNotice({ children }: { children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <Alert kind="success" slim live>
      {children}
    </Alert>
  );
}
