import type { PaperTarget } from '@contract/paper';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { servesCommunity } from '../../people/community/serving';
import { cards } from '../../people/household/model';
import { isAwaited } from '../../school/home-lesson/decide';
import { homeLessons } from '../../school/home-lesson/definition';
import { sessions } from '../../school/session/definition';
import { venues } from '../../school/venue/model';
import { requests } from '../../service/request/definition';
import { type Code, type Slip, slips } from './model';
import { counterOf } from './read';

/** What a code leads this reader to. @throws CODE_WRONG, SLIP_VOID, NOT_FOUND */
export async function targetOf(context: ActionContext, { letter, code }: Code): Promise<PaperTarget> {
  if (letter === 'v') {
    const [venue] = await context.repository(venues).list({ where: { code }, limit: 1 });
    if (venue === undefined) return refuse('CODE_WRONG');
    const { _id, name, alias, communityId } = venue;
    return { is: 'venue', id: _id, title: alias ?? name ?? '', communityId };
  }
  if (letter === 'h') {
    const [card] = await context.repository(cards).list({ where: { code }, limit: 1 });
    if (card === undefined) return refuse('CODE_WRONG');
    // What the card opens is for `household.open` to say, which writes the opening down.
    return { is: 'card', code };
  }
  const slip = (await context.repository(slips).find(code)) ?? refuse('CODE_WRONG');
  if (slip.revoked !== undefined) refuse('SLIP_VOID');
  return slipTarget(context, slip);
}

async function slipTarget(context: ActionContext, { of, target }: Slip): Promise<PaperTarget> {
  const { caller } = context;
  if (of === 'session') {
    const { title, startsAt } = await context.repository(sessions).load(target);
    return { is: 'session', id: target, title, startsAt };
  }
  if (of === 'home_lesson') {
    const lesson = await context.repository(homeLessons).load(target);
    const { at, people, communityId, oldLine, youngLine, state } = lesson;
    if (caller.id !== null && people.includes(caller.id))
      return { is: 'home_lesson', id: target, at, slip: null };
    if (!servesCommunity(caller, 'lesson.enter', communityId)) return found(of, communityId);
    const slip = { elder: oldLine, visitor: youngLine, state, awaited: isAwaited(lesson) };
    return { is: 'home_lesson', id: target, at, slip };
  }
  const { no, title, communityId, people } = await context.repository(requests).load(target);
  const own = caller.id !== null && people.includes(caller.id);
  if (!own && !servesCommunity(caller, 'household.open', communityId)) return found(of, communityId);
  return { is: 'request', id: target, no, title };
}

/** Who finds a slip learns what kind of paper it is and whom to ring, which stands on it anyway. */
const found = (of: Slip['of'], communityId: string): PaperTarget => ({
  is: 'found',
  of,
  counter: counterOf(communityId),
});
