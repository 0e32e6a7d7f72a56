import type { Effect, TimerContext } from '../../core/aggregate';
import type { Attachment } from '../../core/attachment';
import { promise } from '../../core/effects';
import type { ServiceRequest } from './model';
import { tellDesk } from './notices';

/** What somebody hears of the file that they added to a request. Pure. */

export const FILES = ['audio', 'receipt'] as const;
export type FileField = (typeof FILES)[number];

/** `late`: WeChat has answered after all; `fit` and `kept`: the desk has looked. */
type Outcome = 'risky' | 'unanswered' | 'late' | 'fit' | 'kept';

const PAGE: Readonly<Record<FileField, string>> = {
  audio: '/packages/service/request/request',
  receipt: '/packages/grid/task/task',
};

const SAYS: Readonly<Record<FileField, Readonly<Record<Outcome, string>>>> = {
  audio: {
    risky: '微信没放行这段录音，只有您和社区听得到。事照样办，不用再说一遍。',
    unanswered: '微信一直没回话，这段录音先只有您和社区听得到。社区听过再定，事照样办，不用再说一遍。',
    late: '微信回话了，这段录音来办的人也能听了。',
    fit: '社区听过了，这段录音来办的人也能听了。',
    kept: '社区听过了，这段录音就留在社区，只有您和社区听得到。事照样办，不用再说一遍。',
  },
  receipt: {
    risky: '微信看过，说这张小票照片不合适，已经删了。换一张就行，不拍也照样办。',
    unanswered: '微信一直没回话，小票照片先只有您和社区看得到。社区看过再定，事照样办。',
    late: '微信回话了，小票照片人家也看得到了。',
    fit: '社区看过了，小票照片人家也看得到了。',
    kept: '社区看过了，小票照片先不给人家看。换一张就行，不拍也照样办。',
  },
};

const FOR_DESK: Readonly<Record<FileField, string>> = {
  audio: '有段录音微信一直没回话，您听听，来办的人能不能听',
  receipt: '有张小票照片微信一直没回话，您看看，人家能不能看',
};

/** Told to whoever sent it up, and to the desk where it has to look. What became of a matter that is over nobody waits for. */
export function fileTold(
  request: ServiceRequest,
  field: FileField,
  { asked }: Attachment,
  outcome: Outcome,
  { invocation, now }: Pick<TimerContext, 'now' | 'invocation'>,
): Effect[] {
  if (asked === undefined || (!request.open && outcome !== 'risky')) return [];
  const which = `${field}:${asked.at}:${outcome}`;
  const link = `${PAGE[field]}?id=${request._id}`;
  const text = SAYS[field][outcome];
  const data = { to: asked.by, template: 'progress', title: request.title, text, link, urgent: false };
  const sender = promise(`${request._id}:${which}`, 'notify', data, invocation, now);
  if (outcome !== 'unanswered') return [sender];
  return [sender, tellDesk(request, which, FOR_DESK[field], { invocation, now })];
}
