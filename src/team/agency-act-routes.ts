import type { AgencyId } from '../database/acting.ts';
import type { AgencyEnv, SignedInEnv } from '../http/guard.ts';
import type { AgencyAct } from './agency-act.ts';

type Asked = Pick<SignedInEnv['Variables'], 'deps' | 'viewer'>;

/** The act of somebody in their own matters, with the address their sign-in proved. `c.var` of a guarded route. */
export function personAct({ deps, viewer }: Asked) {
  return {
    person: viewer.person,
    personName: viewer.name || viewer.email,
    email: viewer.email,
    now: deps.now(),
    siteUrl: deps.config.siteUrl,
    campaign: deps.config.campaign.name,
  };
}

/** An act about an agency, by one of its members or by the campaign. */
export function actAbout(asked: Asked, agency: AgencyId): AgencyAct & { readonly email: string } {
  return { ...personAct(asked), agency };
}

/** The act of a member in their agency's workspace. */
export function agencyAct(asked: Asked & Pick<AgencyEnv['Variables'], 'agency'>) {
  return actAbout(asked, asked.agency.id);
}
