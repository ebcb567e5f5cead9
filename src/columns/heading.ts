import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';

const abbreviations: Readonly<Record<string, string>> = {
  '#': 'number',
  no: 'number',
  num: 'number',
  nbr: 'number',
  nr: 'number',
  nmbr: 'number',
  numb: 'number',
  dt: 'date',
  cd: 'code',
  dte: 'date',
  nm: 'name',
  hrs: 'hours',
  desc: 'description',
  descr: 'description',
  addr: 'address',
  ph: 'phone',
  tel: 'phone',
  telephone: 'phone',
  emp: 'employee',
  empl: 'employee',
  ee: 'employee',
  dept: 'department',
  div: 'division',
  fname: 'first name',
  firstname: 'first name',
  lname: 'last name',
  lastname: 'last name',
  mname: 'middle name',
  mi: 'middle initial',
  fullname: 'full name',
  birthdate: 'birth date',
  hiredate: 'hire date',
  startdate: 'start date',
  enddate: 'end date',
  empid: 'employee id',
  emplid: 'employee id',
  eeid: 'employee id',
  employeeid: 'employee id',
  empno: 'employee number',
  empnum: 'employee number',
  empnbr: 'employee number',
  employeeno: 'employee number',
  employeenumber: 'employee number',
  employeename: 'employee name',
  empname: 'employee name',
  badgeno: 'badge number',
  badgenum: 'badge number',
  badgenumber: 'badge number',
  middlename: 'middle name',
  jobtitle: 'job title',
  termdate: 'term date',
  dateofbirth: 'date of birth',
  homeaddress: 'home address',
  homephone: 'home phone',
  cellphone: 'cell phone',
  coursename: 'course name',
  coursetitle: 'course title',
  coursecode: 'course code',
  courseid: 'course id',
  completiondate: 'completion date',
  completeddate: 'completed date',
  completedon: 'completed on',
  credithours: 'credit hours',
  traininghours: 'training hours',
  lst: 'last',
  fst: 'first',
};

/** What comes after so many characters tells nothing more. */
const longestHeading = 500;

const mostRemembered = 5_000;
const remembered = new Map<string, string>();

/**
 * A heading as its words: `Emp #`, `EMP_NO` and `EmployeeNumber` all become `employee number`.
 * Case, accents, punctuation, camel case and common abbreviations make no difference.
 */
export function foldHeading(heading: string): string {
  const start = heading.slice(0, longestHeading);
  const known = remembered.get(start);
  if (known !== undefined) return known;
  // A heading is held against every field there is; texts of many files must not gather.
  if (remembered.size >= mostRemembered) remembered.clear();
  const folded = folding(start);
  remembered.set(start, folded);
  return folded;
}

function folding(heading: string): string {
  return withoutInvisibleSigns(heading)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/#/g, ' # ')
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
    .replace(/\be mail\b/g, 'email');
}

/** A heading that says nothing: blank, `Column 3`, `Unnamed: 2`, `F7`, a bare number. */
export function isEmptyHeading(heading: string): boolean {
  return /^((column|col|field|unnamed|f|spalte) ?\d*|\d*)$/.test(foldHeading(heading));
}
