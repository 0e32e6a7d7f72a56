import * as v from 'valibot';
import { action } from '../../core/action';
import { COMMUNITIES } from '../../people/community/list';
import { courses } from '../../school/course/model';
import { NUMBERS_ID, numbers } from './model';
import { numbersView } from './view';

export const numbersActions = [
  action({
    name: 'numbers.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run({ repository, settings }) {
      const [doc, [course]] = await Promise.all([
        repository(numbers).find(NUMBERS_ID),
        // A demonstration has courses that are samples: then the numbers are as well.
        repository(courses).list({ where: { approved: true }, order: [['order', 'asc']], limit: 1 }),
      ]);
      return numbersView(doc?.counted ?? null, COMMUNITIES, settings.kAnonymity, course?.sample ?? false);
    },
  }),
];
