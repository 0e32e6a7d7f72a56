import { promise } from '../../core/effects';
import type { Nomination } from './model';

const SAYS: Readonly<Partial<Record<Nomination['state'], readonly [title: string, text: string]>>> = {
  publicity: ['您推荐的人在公示', '校务委员会同意了，正在公示，谁有话都能说'],
  commended: ['您推荐的人受表彰了', '故事放到“身边榜样”里了'],
  not_adopted: ['这回没评上', '缘由写在里面，点进来看'],
};

/** Who nominated hears how it went, as an effect of the update that changed it; pure. */
export function tellOutcome(nomination: Nomination, by: string, now: number): Nomination {
  const says = SAYS[nomination.state];
  if (says === undefined) return nomination;
  const [title, text] = says;
  const link = `/packages/service/story/story?id=${nomination._id}`;
  const data = { to: nomination.nominatorId, template: 'progress', title, text, link, urgent: false };
  const effect = promise(`${nomination._id}:${nomination.state}:${now}`, 'notify', data, by, now);
  return { ...nomination, effects: [...nomination.effects, effect] };
}
