import { person } from './national-pledges.ts';

/**
 * One organization for every other agency: those of the third that is certified and some that are not yet. They are not
 * compared with each other, which is for organizations that come one by one.
 */
export const organizations = `
  alter table partner_organization disable trigger partner_organization_likeness_new;
  insert into partner_organization (name, kinds, places_served, proposed_by_agency)
  select a.county || ' ' || (array['Mental Health Center','Crisis Services','Behavioral Health','Peer Network'])[1 + s.place % 4],
         array[(array['community-mental-health-center','crisis-service','public-health-department','peer-organization'])[1 + s.place % 4]],
         array[a.county || ', ' || a.region], a.id
  from agency a join national_size s on s.agency_id = a.id
  where s.place % 3 <> 1;
  alter table partner_organization enable trigger partner_organization_likeness_new`;

export const partnerships = `
  insert into partnership (agency_id, partner_id, state, purpose, services, agency_contact_name, agency_contact_email,
                           partner_contact_name, partner_contact_email, term_starts_on, term_ends_on, review_on,
                           proposed_by, proposed_at, confirmed_by, confirmed_at, confirmed_name, confirmed_title, named_in_public)
  select s.agency_id, o.id, 'active', 'People in crisis are met by trained officers and led to care.',
         array['mobile-crisis','referral'], 'Demo Executive', 'executive@national.example', 'Demo Partner',
         'partner@national.example', current_date - 300, current_date + 795, current_date + 65,
         ${person('executive')}, current_date - 310, ${person('approver')}, current_date - 300, 'Demo Partner', 'Director',
         s.place % 6 <> 0
  from national_size s join partner_organization o on o.proposed_by_agency = s.agency_id`;
