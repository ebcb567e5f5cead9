/**
 * The one version of every partnership's agreement, as both sides confirmed it. Written past the triggers, which would
 * bring each partnership's row up to date by itself: the rows are there already.
 */
export const nationalAgreements = `
  insert into agreement_version (agency_id, partnership_id, number, side, terms, state, proposed_by, proposed_name, proposed_title,
                                 proposed_at, answered_by, answered_name, answered_title, answered_at)
  select p.agency_id, p.id, 1, 'agency',
         jsonb_build_object('arrangement', jsonb_strip_nulls(jsonb_build_object(
           'purpose', p.purpose, 'services', p.services, 'otherServices', p.other_services,
           'agencyContact', jsonb_build_object('name', p.agency_contact_name, 'email', p.agency_contact_email,
                                               'phone', p.agency_contact_phone),
           'partnerContact', jsonb_build_object('name', p.partner_contact_name, 'email', p.partner_contact_email,
                                                'phone', p.partner_contact_phone),
           'termStartsOn', p.term_starts_on, 'termEndsOn', p.term_ends_on, 'reviewOn', p.review_on))),
         'agreed', p.proposed_by, p.agency_contact_name, 'Executive', p.proposed_at,
         p.confirmed_by, p.confirmed_name, coalesce(p.confirmed_title, ''), p.confirmed_at
  from partnership p join national_size s on s.agency_id = p.agency_id
  where p.state = 'active'`;
