import { boot, type Surroundings } from './boot';
import { readBootConfig } from './boot-config';
import { installClock } from './clock';
import { createControl } from './control';
import { createEmitter } from './emitter';
import { createFrame } from './frame';
import type { Emitter } from './host';
import { collectProblems, describeError } from './problems';

/** The phone's own script: sets the stage for the project's bundle, which calls `__phoneBoot`. */
const config = readBootConfig(location.search);
let events: Emitter | undefined;
const problems = collectProblems(() => events);
events = createEmitter(problems.thrown);
const surroundings: Surroundings = {
  boot: config,
  clock: installClock(config.clockOffset),
  events,
  problems,
  frame: createFrame(),
};
const control = createControl(problems);
window.__phone = control.control;
window.__phoneBoot = (project) => {
  boot(project, surroundings).then(control.started, (error: unknown) => {
    problems.thrown(error, 'start');
    surroundings.frame.overlay.append(failureNotice(error));
    control.failed(error);
  });
};

/** A phone that cannot start says so on its glass. */
function failureNotice(error: unknown): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'phone-start-failure';
  notice.setAttribute('role', 'alert');
  notice.textContent = `小程序没有启动：${describeError(error).message}`;
  return notice;
}
