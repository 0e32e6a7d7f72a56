import type { ArchiveMonth } from '../../../contract/archive';
import { CONTENT_KINDS, PLAN_AREAS, POLICIES, REVIEW_STAGES, ROUTES } from '../../../contract/words';
import { joined, UNKNOWN } from '../../../lib/text';
import { calendarDay, clock } from '../../../lib/time';

export interface ArchiveLine {
  key: string;
  title: string;
  text: string;
  value: string;
  link: string;
}
export interface ArchivePart {
  title: string;
  lines: ArchiveLine[];
}

/** Only what there was: a part without anything is left out. */
export function archiveParts(month: ArchiveMonth): ArchivePart[] {
  const on = (time: number) => calendarDay(time).slice(5);
  const parts: ArchivePart[] = [
    {
      title: '上了啥课',
      lines: month.classes.map((one) => ({
        key: one.id,
        title: one.title,
        text: joined(`${on(one.startsAt)} ${clock(one.startsAt)}`, one.venue ?? UNKNOWN, one.teacher),
        value: one.cancelled ? '没上成' : one.came === null ? '不到 5 人' : `来了 ${one.came} 人`,
        link: `/packages/school/session/session?id=${one.id}`,
      })),
    },
    {
      title: '走了哪条线',
      lines: month.walks.map(({ id, route, stop, at }) => ({
        key: id,
        title: stop,
        text: joined(ROUTES[route], on(at)),
        value: '',
        link: '',
      })),
    },
    {
      title: `计划（第 ${month.plan?.edition ?? 0} 回定的）`,
      lines: (month.plan?.classes ?? []).map(({ name, area }, index) => ({
        key: String(index),
        title: name,
        text: PLAN_AREAS[area],
        value: '',
        link: '',
      })),
    },
    {
      title: '定了啥事',
      // What kind it was, the conclusion says itself.
      lines: month.decisions.map(({ id, title, conclusion, at }) => ({
        key: id,
        title,
        text: joined(on(at), conclusion),
        value: '',
        link: `/packages/academic/matter/matter?id=${id}`,
      })),
    },
    {
      title: '审过啥',
      lines: month.approvals.map(({ id, kind, title, at, readings }) => ({
        key: id,
        title,
        text: joined(
          CONTENT_KINDS[kind],
          on(at),
          readings.map(({ stage, name }) => `${REVIEW_STAGES[stage]}\u00a0${name}`).join('，'),
        ),
        value: '',
        link: `/packages/academic/draft/draft?id=${id}`,
      })),
    },
    {
      title: '立了啥制度',
      lines: month.policies.map(({ policy, edition, effectiveOn }) => ({
        key: `${policy}${edition}`,
        title: POLICIES[policy],
        text: `${effectiveOn} 起用`,
        value: `第 ${edition} 版`,
        link: `/packages/school/policy/policy?policy=${policy}`,
      })),
    },
    {
      title: '表彰了谁',
      lines: month.awards.map(({ id, name, at }) => ({
        key: id,
        title: name,
        text: on(at),
        value: '',
        link: `/packages/service/story/story?id=${id}`,
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** `2026-11` moved by whole months. */
export function monthBy(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 2026 年 11 月 */
export function sayMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year} 年 ${Number(number)} 月`;
}

/** As it goes into a document: nothing is typed again. */
export function archiveText(month: ArchiveMonth): string {
  const parts = archiveParts(month).map(
    ({ title, lines }) =>
      `${title}\n${lines.map((one) => [one.title, one.text, one.value].filter((word) => word !== '').join('　')).join('\n')}`,
  );
  // What keeps words together on a screen has no place in a document.
  return [`${sayMonth(month.month)}档案`, ...parts].join('\n\n').replace(/\u00a0/g, ' ');
}
