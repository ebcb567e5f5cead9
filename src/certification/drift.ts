import type { Coverage } from '../training/coverage.ts';
import type { Acknowledgment } from './certificate.ts';

/** One figure of an agency, then and now. */
export interface DriftLine {
  readonly figure: 'sworn' | 'advanced' | 'trained';
  readonly atCertification: number;
  readonly today: number;
}

/** How an agency's training has moved since its certificate was issued. Without a roster today it counts nobody. */
export function driftOf(then: Acknowledgment['figures'], now: Coverage | undefined): readonly DriftLine[] {
  const { sworn = 0, advanced = 0, base = 0 } = now ?? {};
  return [
    { figure: 'sworn', atCertification: then.sworn, today: sworn },
    { figure: 'advanced', atCertification: then.advanced, today: advanced },
    { figure: 'trained', atCertification: then.trained, today: advanced + base },
  ];
}
