import type { SchoolModule } from '@contract/modules';
import * as v from 'valibot';
import { action } from '../../core/action';
import { courses } from '../course/model';
import { recordedLessons } from '../recorded/model';

/** 空模块自动隐藏 (G12): one count on an index each. */
export const moduleActions = [
  action({
    name: 'school.empty',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const [menu, recorded] = await Promise.all([
        context.repository(courses).count({ approved: true }),
        context.repository(recordedLessons).count({ approved: true }),
      ]);
      const counts: readonly [SchoolModule, number][] = [
        ['courses', menu],
        ['recorded', recorded],
      ];
      return { modules: counts.filter(([, count]) => count === 0).map(([module]) => module) };
    },
  }),
];
