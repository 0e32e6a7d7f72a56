import type { Teacher } from '../../../cloudfunctions/school/faculty/model';
import { base } from '../base';
import { personIdOf } from './people';

export const SAMPLE_TEACHER = 'teacher-sample';

/** One who has said yes; the 29 places of the seed stay empty (S37). */
export function sampleTeachers(now: number): Teacher[] {
  return [
    {
      ...base(SAMPLE_TEACHER, now),
      people: [personIdOf('teacher')],
      name: '样例讲师',
      batch: 'selected',
      source: '区级宣讲团',
      engagement: 'part_time',
      styles: ['down_to_earth', 'plain_words'],
      consent: 'given',
      accountId: personIdOf('teacher'),
      invitation: null,
      slots: [],
      sample: true,
    },
  ];
}
