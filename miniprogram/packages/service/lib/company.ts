import type { WishCard } from '../../../contract/service';
import { dayWithWeek } from '../../../lib/time';

/** 帮帮团: who leads, until when, and whether somebody is still wanted. */
export function companyWord({ company }: WishCard, now: number): string {
  if (company === null) return '';
  const { lead, left, promisedFor } = company;
  const until = promisedFor === null ? '' : `，${dayWithWeek(promisedFor, now)}前`;
  return `${lead.role}${lead.name === lead.role ? '' : lead.name}领着办${until}。${left > 0 ? `还差 ${left} 位搭手` : '人齐了'}`;
}
