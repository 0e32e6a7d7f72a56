import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { LessonStep } from './decide';
import type { HomeLessonStep } from './machine';
import type { HomeLesson } from './model';

type Told = Pick<LessonStep, 'now' | 'rid' | 'by' | 'invocation'>;

/** What the other of the two hears, and what goes on as a request; pure. */
export function tell(before: HomeLesson, after: HomeLesson, command: HomeLessonStep, step: Told): Effect[] {
  // A relative speaks for the elder.
  const other = step.by === after.youngId ? after.oldId : after.youngId;
  const who = (step.by === after.oldId ? after.oldLine : after.youngLine).name;
  switch (command) {
    case 'schedule': {
      const when = after.at === null ? '' : sayTime(after.at, step.now);
      const text =
        before.at === null ? `${who}说${when}行。不合适，点进来改` : `${who}改到${when}了。不合适，点进来改`;
      return [note(after, other, command, '上门的日子定了', text, step)];
    }
    case 'decline':
      return [note(after, other, command, '这个月先不上门', '对方这个月不方便，下个月再说', step)];
    case 'cancel':
      return [note(after, other, command, '这回不上门了', `${who}说这回先不见了，改日再约`, step)];
    case 'record':
      return [
        note(after, after.oldId, command, '上门的事记好了，您看看', '记得对就点一下，不对您来改', step),
        relatives(after, step),
        ...request(after, step),
      ];
    case 'enter':
      return [
        note(after, after.oldId, command, '送学条录进来了，您看看', '记得对就点一下，不对您来改', step),
        note(after, after.youngId, command, '您交的送学条录好了', '等老人家看一眼', step),
        relatives(after, step),
        ...request(after, step),
      ];
    case 'enter_signed':
      return [
        note(after, after.oldId, command, '您签字的送学条录好了', '记得不对，打社区电话说一声', step),
        note(after, after.youngId, command, '您交的送学条录好了', '老人家签过字，这回上门的事，齐了', step),
        ...request(after, step),
      ];
    case 'correct':
      return [
        note(
          after,
          after.youngId,
          command,
          `${by(step, after)}改了几个字`,
          '以老人家说的为准，您看一眼',
          step,
        ),
      ];
    case 'confirm':
      return other === after.youngId
        ? [note(after, other, command, `${by(step, after)}说记得对`, '这回上门的事，齐了', step)]
        : [];
    default:
      return [];
  }
}

const by = (step: Told, { oldId }: HomeLesson) => (step.by === oldId ? '老人家' : '老人的家里人');

/** Both hear of a suggestion of the month. */
export function suggested(lesson: HomeLesson, step: Told): Effect[] {
  const text = '哪天方便？点进来定一个。这个月不方便，说一声就行';
  return [lesson.oldId, lesson.youngId].map((to) => note(lesson, to, 'suggest', '这个月坐坐？', text, step));
}

export function reminder(lesson: HomeLesson, step: Told): Effect[] {
  return lesson.state === 'visiting'
    ? [note(lesson, lesson.youngId, 'remind', '上门的事还没记', '说一句就行，缺一样也能交', step)]
    : [note(lesson, lesson.oldId, 'remind', '上门的事等您看一眼', '记得对就点一下，不对您来改', step)];
}

/** Who may say it for the elder is looked up when it is told: bonds end and begin. */
function relatives(lesson: HomeLesson, step: Told): Effect {
  const data = { lessonId: lesson._id, elderId: lesson.oldId, elder: lesson.oldLine.name };
  return promise(`${lesson._id}:family:${step.rid}`, 'tell_visit_family', data, step.invocation, step.now);
}

function request(lesson: HomeLesson, step: Told): Effect[] {
  if (lesson.requestId === null) return [];
  const { _id: lessonId, requestId, oldId, youngId, communityId, columns, requestKind: kind } = lesson;
  const by = lesson.paper ?? null;
  const data = { lessonId, requestId, oldId, youngId, communityId, kind, text: columns.missing, by };
  return [promise(`${lessonId}:request`, 'submit_from_visit', data, step.invocation, step.now)];
}

function note(lesson: HomeLesson, to: string, key: string, title: string, text: string, step: Told): Effect {
  const link = `/packages/school/home-visit/home-visit?id=${lesson._id}`;
  const data = { to, template: 'visit', title, text, link, urgent: false };
  return promise(`${lesson._id}:${key}:${step.rid}:${to}`, 'notify', data, step.invocation, step.now);
}
