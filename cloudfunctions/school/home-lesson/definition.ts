import type { AggregateDefinition } from '../../core/aggregate';
import { nextLessonTimer, onLessonTimer } from './decide';
import type { HomeLesson } from './model';

export const homeLessons: AggregateDefinition<HomeLesson> = {
  collection: 'homeLessons',
  schema: 1,
  nextTimer: nextLessonTimer,
  onTimer: onLessonTimer,
};
