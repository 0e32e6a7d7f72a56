import type { PhoneSheet } from './project';

/** What a development server says after each build: which files were saved, and why it failed if it did. */
export interface BuildNews {
  changed: string[];
  /** When nothing but style was saved: what it is now, by unit. */
  styles?: Record<string, PhoneSheet>;
  failure?: string;
}
