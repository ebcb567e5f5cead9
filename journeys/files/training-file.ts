/**
 * A learning system's export as it comes: a title line, courses in several wordings, an instructor among the
 * attendees, an eight-hour refresher that is no 40-hour course, and somebody who is not on the roster.
 */
const lines = [
  'Training report 2025-2026,,,,,',
  'Employee Name,Emp No,Course Title,Date Completed,Hours,Result',
  '"ABERNATHY, COLM",1004,Crisis Intervention Team (CIT) 40-Hour,3/14/2026,40,Completed',
  '"Bustamante, Rosa",1005,Crisis Intervention Team (CIT) 40-Hour,3/14/2026,40.0,Pass',
  '"Whitlock, Dana",1002,Crisis Intervention Team (CIT) 40-Hour,3/14/2026,40,Instructed',
  '"Ekwueme, Amara",1008,CIT 40 hour basic,9/18/2025,40,Completed',
  '"Carrow, Neil",1006,CIT Refresher (8 hours),5/2/2026,8,Completed',
  ...[
    '"Quint, Marisol",1001',
    '"Whitlock, Dana",1002',
    '"Osgood, Terrell",1003',
    '"Carrow, Neil",1006',
    '"Delacroix, Yvonne",1007',
    '"Fenwick, Luis",1009',
    '"Gorski, Hanna",1010',
    '"Hollis-Grant, Peter",1011',
    '"Ibarra, Simone",1012',
    '"Jessup, Wanda",1013',
    '"Zellweger, Otto",',
  ].map((person) => `${person},Mental Health First Aid for Public Safety,2/10/2026,8,Completed`),
  'Total records,,16,,,',
];

export const trainingFile = {
  name: 'training-export.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
};
