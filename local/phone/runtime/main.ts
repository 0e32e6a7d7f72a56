import { boot, type Surroundings } from './boot';
import { readBootConfig } from './boot-config';
import { installClock } from './clock';
import { createControl } from './control';
import { createEmitter } from './emitter';
import { createFrame } from './frame';
import type { Emitter } from './host';
import { collectProblems } from './problems';

/** The phone's own script: sets the stage for the project's bundle, which calls `__phoneBoot`. */
let events: Emitter | undefined;
const problems = collectProblems(() => events);
events = createEmitter(problems.thrown);
const surroundings: Surroundings = {
  boot: readBootConfig(location.search),
  clock: installClock(),
  events,
  problems,
  frame: createFrame(),
};
const control = createControl(problems);
window.__phone = control.control;
window.__phoneBoot = (project) => {
  boot(project, surroundings).then(control.started, (error: unknown) => {
    problems.thrown(error, 'start');
    control.failed(error);
  });
};
