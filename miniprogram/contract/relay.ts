import type { Read } from './kinds';
import type { WishCard } from './service';

/** 学用接力 (people.md section 7): what a class was of use for. */
export interface RelayView {
  courseId: string;
  /** One to three real open wishes that fit the course; taking one is free. Empty before the last half hour. */
  wishes: WishCard[];
  /** Matters taken from this course that their residents confirmed. Nothing else is counted. */
  confirmed: number;
}

export type RelayActions = {
  'relay.session': Read<{ id: string }, RelayView>;
  'relay.course': Read<{ id: string }, { confirmed: number }>;
};
