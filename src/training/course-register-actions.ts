import { actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { listRegisteredCourses, type RegisteredCourse } from './course-register-store.ts';

export { listRegisteredCourses, type RegisteredCourse, type RegisterQuery } from './course-register-store.ts';

const atOnce = 500;

/** The whole register, the courses accepted first at the top, some at a time. */
export async function* wholeRegister(db: Database): AsyncGenerator<readonly RegisteredCourse[]> {
  const query = {
    search: '',
    program: undefined,
    sort: 'accepted',
    descending: false,
    limit: atOnce,
  } as const;
  for (let offset = 0; ; offset += atOnce) {
    const { courses } = await actingAs(db, { as: 'public' }, (tx) =>
      listRegisteredCourses(tx, { ...query, offset }),
    );
    yield courses;
    if (courses.length < atOnce) return;
  }
}
