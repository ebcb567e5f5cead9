/** What a training export may say about a person and a class. */
export type TrainingField =
  | 'employeeNumber'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'middleName'
  | 'suffix'
  | 'courseTitle'
  | 'courseCode'
  | 'hours'
  | 'completedOn'
  | 'startedOn'
  | 'expiresOn'
  | 'result'
  | 'provider';

/** The headings training exports are met with, the surest first, folded as `foldHeading` writes them. */
const listed: Readonly<Record<TrainingField, string>> = {
  employeeNumber: `
    employee number, employee id, employee id number, personnel number, personnel id, person number,
    person id, staff number, staff id, payroll number, payroll id, officer id, officer number,
    member number, member id, student number, student id, learner id, attendee id, trainee id, user id,
    badge number, badge, shield, star number, pid, eid, serial number, employee code, unique id, id number,
    id, post id, dpsst number, tcole pid, employee`,
  fullName: `
    full name, employee name, officer name, member name, staff name, personnel name, student name,
    learner name, attendee name, trainee name, participant name, deputy name, user full name, user name,
    name, display name, officer, employee, student, learner, attendee, trainee, participant, member, deputy,
    trooper, personnel, staff member, user, person`,
  familyName: `
    last name, family name, surname, l name, last, legal last name, employee last name, student last name,
    user last name, name last`,
  givenName: `
    first name, given name, f name, first, forename, legal first name, employee first name,
    student first name, user first name, name first, preferred first name`,
  middleName: `
    middle name, middle initial, middle, middle init, m i, m name, name middle, m`,
  suffix: 'suffix, name suffix, generation, sfx, suf',
  courseTitle: `
    course title, course name, course, class title, class name, class, training title, training name,
    training course, training, course description, class description, training description, activity name,
    activity title, activity, event name, event title, event, session title, session name, item title,
    learning item, learning activity, learning object, content title, module name, module, program name,
    program, curriculum, certification name, certification, certificate name, credential, topic, subject,
    title, description`,
  courseCode: `
    course code, course number, course id, class code, class number, class id, training code,
    training number, training id, item id, item number, activity code, activity id, event number,
    event code, event id, catalog number, catalog code, post course number, tcole course number,
    tcole number, course control number, control number, section number, code, course, class`,
  hours: `
    hours, course hours, credit hours, training hours, class hours, contact hours, total hours,
    hours completed, completed hours, hours earned, hours awarded, hours credited, hours attended,
    number of hours, hours credit, credits, credit, credits earned, ceu hours, duration hours, duration,
    length hours, length, hour, hr`,
  completedOn: `
    completion date, date completed, completed on, complete date, date of completion, date complete,
    completed date, course completion date, class completion date, training completion date, completed,
    completion, end date, course end date, class end date, training end date, date ended, date to,
    finish date, date finished, date passed, date attended, attended on, attendance date, date earned,
    earned on, certification date, date certified, certified on, issue date, date issued, issued on,
    training date, course date, class date, event date, session date, date of training, date of class,
    date taken, transcript date, date`,
  startedOn: `
    start date, course start date, class start date, training start date, begin date, beginning date,
    date started, date from, started on, started, from date, from`,
  expiresOn: `
    expiration date, expiry date, date of expiration, expires on, expires, expiration, expiry, expire date,
    date expires, exp date, certification expiration date, certification expiration, valid until,
    valid through, valid to, good through, renewal date, recertification date, recert date, recertify by,
    renew by`,
  result: `
    result, course result, status, completion status, course status, class status, training status,
    attendance status, enrollment status, registration status, outcome, pass fail, passed, passed failed,
    attendance, attended, completed, complete, certified, disposition`,
  provider: `
    provider, provider name, training provider, course provider, vendor, sponsor, sponsoring agency,
    training agency, presented by, provided by, offered by, academy, school, institution,
    training institution, organization, host agency, hosted by, instructing agency`,
};

/** The headings a field is met under, the surest first. */
export function headingsOf(field: TrainingField): readonly string[] {
  return listed[field].split(',').map((heading) => heading.trim());
}
