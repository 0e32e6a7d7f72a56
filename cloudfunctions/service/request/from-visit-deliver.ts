import type { SubmitInput } from '@contract/submit';
import type { Effect } from '../../core/aggregate';
import { dayOf } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { shortCode } from '../../core/ids';
import { describe, log } from '../../core/log';
import { openidOf, type Person, persons } from '../../people/person/model';
import { requests } from './definition';
import { fromVisit } from './from-visit';
import type { ServiceRequest } from './model';

/** Carries out `submit_from_visit`: the request's id follows from the visit, so it comes into being once. */
export async function submitFromVisit(run: RunContext, effect: Effect): Promise<void> {
  const { requestId, oldId, youngId, communityId, kind, text, by } = effect.data;
  // Entered from a slip, by somebody at a desk.
  const desk = deskOf(by);
  const onPaper = desk !== null;
  const operatorId = desk ?? youngId;
  if (
    typeof requestId !== 'string' ||
    typeof oldId !== 'string' ||
    typeof youngId !== 'string' ||
    typeof operatorId !== 'string' ||
    typeof communityId !== 'string' ||
    typeof text !== 'string' ||
    (kind !== 'wish' && kind !== 'errand')
  )
    throw new Error('no request');
  const repository = run.repository(requests);
  if ((await repository.find(requestId)) !== null) return;
  const [elder, operator] = await Promise.all([
    run.repository(persons).load(oldId),
    run.repository(persons).load(operatorId),
  ]);
  const input: SubmitInput = {
    kind,
    text,
    audio: null,
    category: null,
    beneficiary: { who: 'self' },
    communityId,
    phone: '',
    building: elder.building,
    door: '',
    when: '',
    occurredAt: null,
    ...(onPaper ? { cameBy: 'paper' as const } : {}),
  };
  const { doc } = await repository.create(
    fromVisit(
      {
        id: requestId,
        no: `${dayOf(run.now).slice(5).replace('-', '')}-${shortCode('request', requestId, 4)}`,
        input,
        screening: await screenedBy(run, operator, text),
        beneficiary: {
          personId: oldId,
          relation: 'self',
          name: '',
          phone: elder.phone === null ? null : run.vault.renew(elder.phone),
          building: elder.building,
          door: elder.door === null ? null : run.vault.renew(elder.door),
          ...(openidOf(elder) === null ? { byPhone: true } : {}),
        },
        audio: null,
        sample: elder.sample,
      },
      {
        now: run.now,
        rid: effect.id,
        by: oldId,
        who: { name: onPaper ? '录纸条的人' : '上门的人', role: '', sample: operator.sample },
        actors: new Set(['resident']),
        settings: run.settings,
        invocation: run.invocation,
        occurredAt: null,
      },
      operatorId,
    ),
  );
  await carryOut(repository, doc, run.carrier);
}

function deskOf(paper: unknown): string | null {
  return typeof paper === 'object' && paper !== null && 'by' in paper && typeof paper.by === 'string'
    ? paper.by
    : null;
}

/** Checked as of who wrote it down, who is here now (rules.md 4.5). */
export async function screenedBy(
  run: RunContext,
  visitor: Person,
  text: string,
): Promise<ServiceRequest['screening']> {
  if (visitor.openid === null) return 'review';
  try {
    return await run.openApi.checkText(visitor.openid, text);
  } catch (error) {
    log('content check down', { run: run.invocation, ...describe(error) });
    return 'down';
  }
}
