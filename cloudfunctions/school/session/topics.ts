import { LIMITS } from '@contract/limits';
import { refuse } from '../../core/refusal';
import type { Session, Topic } from './model';
import { noted, type Step } from './seats';

/** 议题 (S52): what those who will sit at the table want to talk about; three at most, one a person. */

export function takesTopics(session: Session, now: number): boolean {
  return session.program === 'roundtable_37c' && session.state === 'open' && now < session.startsAt;
}

/** The person's own topic, changed by saying it anew. @throws SESSION_STARTED, NOT_NOW, NOT_ON_ROSTER, TOPICS_FULL */
export function propose(session: Session, text: string, step: Step): Session {
  const holder = session.holders.find((one) => one.personId === step.by) ?? refuse('NOT_ON_ROSTER');
  mustTake(session, step.now);
  const topics = topicsOf(session);
  const own = topics.find((one) => one.personId === step.by);
  if (own?.text === text) return session;
  if (!own && topics.length >= LIMITS.topics) refuse('TOPICS_FULL', { count: topics.length });
  const topic: Topic = { personId: step.by, name: holder.name, text, at: step.now };
  const next = own ? topics.map((one) => (one === own ? topic : one)) : [...topics, topic];
  return noted({ ...session, topics: next }, step, 'propose');
}

/** Taking back what one does not have changes nothing. */
export function takeBack(session: Session, step: Step): Session {
  const left = topicsOf(session).filter((one) => one.personId !== step.by);
  if (left.length === topicsOf(session).length) return session;
  mustTake(session, step.now);
  return noted({ ...session, topics: left }, step, 'take_back');
}

/** Of those only who still have a seat: who has left the table has left their topic too. */
export function topicsOf(session: Session): readonly Topic[] {
  return (session.topics ?? []).filter((topic) =>
    session.holders.some((holder) => holder.personId === topic.personId),
  );
}

function mustTake(session: Session, now: number): void {
  if (session.program !== 'roundtable_37c') refuse('NOT_NOW');
  if (now >= session.startsAt) refuse('SESSION_STARTED');
  if (session.state !== 'open') refuse('SESSION_NOT_OPEN');
}
