import type {
  ClassroomBrand,
  CourseTopic,
  DeliveryStyle,
  FacultyBatch,
  LearnerGroup,
  Method,
  Program,
  ResourceTheme,
  SessionForm,
  Track,
} from '@contract/words';
import type { AggregateDefinition } from '../../core/aggregate';
import { growsOld, type Published } from '../content/fresh';

/** A course of the menu (S39–S57). */
export interface Course extends Published {
  summary: string;
  track: Track;
  methods: Method[];
  groups: LearnerGroup[];
  program: Program;
  brand: ClassroomBrand | null;
  /** What it is about; absent until the office has said. */
  topics?: CourseTopic[];
  /** S54; absent until the office has said. */
  form?: SessionForm;
  /** S55 */
  delivery?: DeliveryStyle;
  /** S56 */
  themes?: ResourceTheme[];
  minutes: number;
  teacher: { batch: FacultyBatch; source: string; name: string | null };
  /** How many orders let it be scheduled. */
  minimum: number;
  /** Who ordered it and has not been served yet; never shown, only how many are missing. */
  orders: { personId: string; at: number }[];
  /** Position in the menu, set by the office; never by popularity. */
  order: number;
}

export const courses: AggregateDefinition<Course> = {
  collection: 'courses',
  schema: 1,
  ...growsOld,
};
