import type { RosterField } from './roster-columns.ts';

type ListedField = Exclude<RosterField, 'jobTitle'>;

/** The headings rosters are met with, the surest first, folded as `foldHeading` writes them: `Emp #` is `employee number`. */
const listed: Readonly<Record<ListedField, string>> = {
  employeeNumber: `
    employee number, employee id, employee id number, employee, personnel number, personnel id,
    person number, person id, staff number, staff id, payroll number, payroll id, officer id,
    officer number, member number, member id, user id, pid, eid, ein, serial number, serial,
    employee code, file number, unique id, id number, id, identifier, post id, post number, dpsst number,
    tcole pid, peace officer id, certification number, acadis id, psn`,
  badge: `
    badge, badge number, badge id, shield, shield number, star, star number, unit id, call sign,
    radio number, radio id`,
  fullName: `
    full name, employee name, officer name, member name, staff name, personnel name, deputy name, name,
    last name first name, display name, officer, employee, member, deputy, trooper, personnel,
    staff member, worker, worker name, payroll name, student name, user name, legal name, preferred name, person, names, officers, employees,
    deputies, members, staff`,
  familyName: `
    last name, family name, surname, l name, last, legal last name, employee last name, name last,
    nam last, apellido`,
  givenName: `
    first name, given name, f name, first, forename, legal first name, employee first name, name first,
    preferred first name, nombre`,
  middleName: `middle name, middle initial, middle, middle init, m i, m name, name middle, m`,
  suffix: `suffix, name suffix, generation, sfx, suf, suff`,
  rank: `
    rank, rank title, current rank, officer rank, rank description, job title, title, position title,
    position, class title, classification, job class, job classification, job, job description,
    working title, business title, position description, grade, role, rank code`,
  rankWritten: `rank as written`,
  nameWritten: `name as written`,
  kind: `
    sworn, is sworn, sworn non sworn, sworn nonsworn, sworn civilian, sworn or civilian, sworn status,
    sworn flag, sworn y n, civilian sworn, kind, staff kind, employee type, personnel type, staff type,
    type, member type, officer type, position type, employee class, employee group, status`,
  category: `
    category, staff category, personnel category, employee category, job category, job family, function,
    job function, non sworn category`,
  unit: `
    unit, unit name, assigned unit, assignment, current assignment, work unit, division, division name,
    bureau, section, precinct, district, station, command, organization unit, org unit, organization,
    assigned to, detail, team, post, troop, zone, sector, area, location, work location, squad, group,
    department, department name, home department, home department description, department description,
    supervisory organization, primary group`,
  shift: `
    shift, shift name, assigned shift, watch, tour, platoon, relief, work shift, shift assignment,
    duty shift, schedule, squad`,
  email: `
    email, email address, work email, work email address, department email, business email,
    official email, agency email, mail, user principal name, upn`,
  hiredOn: `
    hire date, date of hire, doh, hired, hired on, date hired, original hire date, orig hire date, hire,
    start date, employment start date, employment date, date employed, appointment date,
    date of appointment, appointed, date appointed, appt date, eod, entry on duty, entered on duty,
    eod date, date joined, join date, sworn date, date sworn, seniority date, service date,
    adjusted service date, effective start date, from`,
  rehiredOn: `
    rehire date, rehired on, rehired, date rehired, last rehire date, last hire date, latest hire date,
    most recent hire date, recent hire date, return date`,
  separatedOn: `
    separation date, date of separation, date separated, separated, separated on, term date,
    termination date, date terminated, date of termination, terminated, terminated on, end date,
    employment end date, effective end date, retirement date, date retired, resignation date, resigned,
    retired, last day worked, last day, date left, date left reason, left on, date departed, archived date,
    date archived, deactivated date, date deactivated, deactivation date, departure date, inactive date, sep date, exit date, left, to`,
  employmentStatus: `
    employment status, employee status, status, current status, duty status, work status, active status,
    active, is active, active inactive, personnel status, staff status, member status, officer status,
    hr status, job status, worker status, position status, assignment status, assignment status type,
    status code, employee status code, separation reason, termination reason`,
};

export function rosterHeadings(field: ListedField): readonly string[] {
  return listed[field].split(',').map((heading) => heading.trim());
}
