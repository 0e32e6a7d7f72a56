import type { Breakage } from '../breakage';
import { inputs } from './inputs';
import { rights } from './rights';
import { screens } from './screens';
import { writing } from './writing';

/** Every breakage that is kept. A new kind of proof brings its own two. */
export const breakages: readonly Breakage[] = [...rights, ...writing, ...inputs, ...screens];
