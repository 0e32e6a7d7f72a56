import type { Sensitive } from '@contract/submit';
import { filesGone } from '../../core/attachment';
import { DAY } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { maskedName } from '../../people/person/show';
import { isOver } from './machines';
import type { ServiceRequest } from './model';

/** 结案 30 日后自动遮蔽 (rules.md 4.2): what stays is enough for a number, not for a name. Pure. */

interface MaskStep {
  now: number;
  rid: string;
  invocation: string;
}

const withoutFiles = ({ _id, effects }: ServiceRequest, files: readonly string[], step: MaskStep) =>
  files.length === 0 ? effects : [...effects, filesGone(`${_id}:${step.rid}`, files, step)];

/** When, `null` while somebody still works on it or it is done already. */
export function masksAt(request: ServiceRequest, settings: Settings): number | null {
  if (request.maskedAt !== null || !isOver(request.kind, request.state)) return null;
  return request.enteredAt + (request.takenBack === true ? 0 : settings.maskAfterDays * DAY);
}

/**
 * What somebody takes back of 身体的事 or 孩子的事 in one matter: gone where it is over, and with its end where
 * somebody still works on it, so that a child is not handed over without its word.
 */
export function takenBack(request: ServiceRequest, what: Sensitive, step: MaskStep): ServiceRequest {
  if (request.agreed?.includes(what) !== true) return request;
  const agreed = request.agreed.filter((one) => one !== what);
  if (!isOver(request.kind, request.state)) return { ...request, agreed, takenBack: true };
  if (what === 'child') return { ...request, agreed, child: null };
  const title = request.publicText === '' ? '办过的一件事' : request.title;
  const files = request.audio === null ? [] : [request.audio.fileId];
  return { ...request, agreed, text: '', audio: null, title, effects: withoutFiles(request, files, step) };
}

/** Who read the telephone and the doorplate stays written; the recording and the receipt leave the storage. */
export function masked(request: ServiceRequest, step: MaskStep): ServiceRequest {
  const { beneficiary, rating } = request;
  const files = [request.audio, request.receipt].flatMap((file) => (file == null ? [] : [file.fileId]));
  return {
    ...request,
    maskedAt: step.now,
    text: '',
    question: '',
    when: '',
    audio: null,
    // The desk's words for it are made without identity; what was said is not (rules §0.6).
    title: request.publicText === '' ? '办过的一件事' : request.title,
    child: null,
    shopping: null,
    receipt: null,
    effects: withoutFiles(request, files, step),
    beneficiary: {
      ...beneficiary,
      name: maskedName(beneficiary.name, request.sample),
      phone: null,
      building: '',
      door: null,
    },
    rating: rating === null ? null : { ...rating, words: '' },
  };
}
