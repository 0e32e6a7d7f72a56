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
import { type Published, publishedGrowsOld } from '../content/fresh';

/** 点课 of a person, or of a 支部 by its contact. */
export interface CourseOrder {
  personId: string;
  at: number;
  branch?: { name: string; size: number };
}

export interface Served {
  sessionId: string;
  orders: readonly CourseOrder[];
}

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
  /** How many orders let it be scheduled; absent: as the settings say. */
  minimum?: number;
  /** Who ordered it and has not been served yet; never shown, only how many are missing. */
  orders: readonly CourseOrder[];
  /** Since when it has had enough orders; absent while it has not. */
  pooledAt?: number;
  /** Whom the last classes served: a class that is called off gives the orders back. */
  served?: readonly Served[];
  /** Position in the menu, set by the office; never by popularity. */
  order: number;
}

export const courses: AggregateDefinition<Course> = {
  collection: 'courses',
  schema: 1,
  ...publishedGrowsOld<Course>(),
};
