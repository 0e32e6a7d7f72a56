import type { AppealCard, CheckCard, RectifyCard, RectifyView } from '@contract/rating';
import type { Actor } from '../request/actors';
import type { ServiceRequest } from '../request/model';
import { isRectifying } from './model';

/** @returns `null` for who neither asked nor works on it */
export function rectifyView(request: ServiceRequest, actors: ReadonlySet<Actor>): RectifyView | null {
  const { rectify, appeal = null } = request;
  if (rectify == null) return null;
  const next: RectifyView['next'] = [];
  const helper = actors.has('helper');
  if (actors.has('dispatcher') && !helper) {
    if (rectify.state === 'calling') next.push('call_back');
    if (rectify.state === 'promised') next.push('fixed');
  }
  if (helper && appeal === null) next.push('appeal');
  return {
    state: rectify.state,
    note: rectify.note,
    dueAt: rectify.dueAt,
    appeal: actors.has('resident') && !helper ? null : (appeal?.state ?? null),
    next,
  };
}

const DESK: ReadonlySet<Actor> = new Set<Actor>(['dispatcher']);

export function rectifyCard(request: ServiceRequest, now: number): RectifyCard[] {
  const { rectify, rating } = request;
  const view = rectifyView(request, DESK);
  if (rectify == null || view === null || rating?.level == null || !isRectifying(rectify)) return [];
  return [
    {
      id: request._id,
      title: request.title,
      level: rating.level,
      words: rating.words,
      rectify: view,
      late: rectify.dueAt < now,
      sample: request.sample,
    },
  ];
}

export function checkCard(request: ServiceRequest): CheckCard {
  const { _id, title, rating, sample } = request;
  return { id: _id, title, words: rating?.words ?? '', at: rating?.at ?? request.updatedAt, sample };
}

export function appealCard(request: ServiceRequest): AppealCard[] {
  const { appeal, rating, rectify } = request;
  if (appeal == null || rating?.level == null) return [];
  return [
    {
      id: request._id,
      title: request.title,
      level: rating.level,
      words: rating.words,
      note: rectify?.note ?? '',
      plea: appeal.plea,
      at: appeal.at,
      sample: request.sample,
    },
  ];
}
