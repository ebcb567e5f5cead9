/** Dispatchers count everywhere. */
export const nationalScope = `insert into agency_scope (agency_id, category) select agency_id, 'dispatcher' from national_size`;

/** Five sworn to one dispatcher, with names made of the words $1 and $2. */
export const nationalStaff = `
  insert into staff_member (agency_id, employee_number, badge, family_name, given_name, kind, category, rank, unit, shift, hired_on)
  select agency_id, (10000 + n)::text, case when n % 6 = 5 then '' else (n % 9000 + 100)::text end,
         ($1::text[])[1 + n % cardinality($1::text[])] || case when n >= 1230 then '-' || ($1::text[])[1 + (n / 1230) % cardinality($1::text[])] else '' end,
         ($2::text[])[1 + (n * 11 + n / 41) % cardinality($2::text[])],
         case when n % 6 = 5 then 'non-sworn' else 'sworn' end, case when n % 6 = 5 then 'dispatcher' else '' end,
         case when n % 6 = 5 then 'Dispatcher' when n % 12 = 0 then 'Sergeant' when n % 60 = 1 then 'Lieutenant' else 'Officer' end,
         case when n % 6 = 5 then 'Communications' else 'Unit ' || n % 12 end, (array['Day','Evening','Night'])[1 + n % 3],
         current_date - 1500 - (n * 37) % 8000
  from national_size, generate_series(1, people) n`;

/**
 * A record for everybody who is trained so far, of a course titled $1 (keyed $3) for every fourth and $2 (keyed $4)
 * for the others: everybody of a third of the agencies, which are certified, and more the older the pledge elsewhere.
 */
export const nationalTraining = `
  insert into training_record (agency_id, id, staff_id, match, person_key, employee_number, family_name, given_name,
                               middle_name, suffix, course_key, course_title, course_code, hours, provider, result,
                               completed_on, verdict, program, why_code, valid_until)
  select agency_id, gen_random_uuid(), id, 'matched',
         employee_number || '|' || lower(family_name) || '|' || lower(given_name) || '||',
         employee_number, family_name, given_name, '', '',
         case when is_advanced then $3 else $4 end, case when is_advanced then $1 else $2 end, '',
         case when is_advanced then 40 else 8 end, 'Regional Academy', 'Completed', completed, 'counts',
         case when is_advanced then 'cit' else 'mhfa' end, 'program-named',
         case when not is_advanced then (completed + interval '36 months')::date end
  from (select m.*, employee_number::int % 4 = 1 as is_advanced,
               current_date - 30 - (employee_number::int * 53) % 500 as completed
        from staff_member m join national_size using (agency_id)
        where place % 3 = 0 or (employee_number::int * 7 + place) % 1460 < (place * 37) % 1460) trained`;
