import type { Nothing, Read } from './kinds';

/** G12: a part of the school in which there is nothing yet hides its way in. */
export type SchoolModule = 'courses' | 'recorded';

export type ModuleActions = {
  /** Those in which there is nothing to see. */
  'school.empty': Read<Nothing, { modules: SchoolModule[] }>;
};
