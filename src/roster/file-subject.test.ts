import { describe, expect, it } from 'vitest';
import { tellsOfStaff, tellsOfTraining } from './file-subject.ts';

describe('what the headings of a file tell of', () => {
  it.each<[string, boolean, boolean]>([
    ['Emp #, Last Name, First Name, Rank', true, false],
    ['Name, Title, Hire Date', true, false],
    ['Badge, Name, Job Title, Unit, Certification', false, false],
    ['Name, Course Title, Date Completed', false, true],
    ['Emp #, Name, Rank, Course, Hours, Completed', false, true],
    ['Name, Course', false, true],
    ['Name, Rank, Date Completed', false, false],
    ['Name, Title', false, false],
    ['Emp #, Name', false, false],
  ])('%s: staff %s, training %s', (line, staff, training) => {
    const headings = line.split(', ');
    expect([tellsOfStaff(headings), tellsOfTraining(headings)]).toEqual([staff, training]);
  });
});
