import type { Template } from '@contract/people';
import type { Effect } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { afterQuiet, afterRest, DAY, startOfDay } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { describe, log } from '../../core/log';
import { living } from '../person/living-read';
import { openidOf, type Person, persons } from '../person/model';
import { type Message, messages } from './model';

/** What an effect `notify` carries. */
export interface Notice {
  to: string;
  template: Template;
  title: string;
  text: string;
  link: string;
  /** Goes through in the quiet hours too. */
  urgent: boolean;
  /** Leaves the last knock that was allowed to what cannot wait: a class moved, called off, about to begin. */
  keepsLast?: boolean;
}

export function readNotice(effect: Effect): Notice {
  const { to, template, title, text, link, urgent, keepsLast } = effect.data;
  if (
    typeof to !== 'string' ||
    typeof title !== 'string' ||
    typeof text !== 'string' ||
    typeof link !== 'string'
  )
    throw new Error('no notice');
  const known: Template = template === 'class' || template === 'visit' ? template : 'progress';
  return { to, template: known, title, text, link, urgent: urgent === true, keepsLast: keepsLast === true };
}

/** Writes the message (once, by the effect's id) and knocks when it may. */
export async function deliver(run: RunContext, effect: Effect): Promise<void> {
  const notice = readNotice(effect);
  // Promised to an account that has become one with a record meanwhile: told to who it is by now.
  const person = await living(run, notice.to);
  const to = person?._id ?? notice.to;
  const at = notice.urgent ? run.now : mayKnockAt(run, notice);
  const message: Message = {
    ...birth(derivedId('message', effect.id), messages.schema, [to], run.now),
    personId: to,
    title: notice.title,
    text: notice.text,
    link: notice.link,
    template: notice.template,
    readAt: null,
    urgent: notice.urgent,
    ...(notice.keepsLast === true ? { keepsLast: true } : {}),
    callback: null,
    push: { state: 'waiting', at },
  };
  const { doc } = await run.repository(messages).create(message);
  if (doc.push.state === 'waiting' && doc.push.at <= run.now) await knock(run, doc._id, person);
}

/** Nobody is woken (G8). What is about a class or a visit may be about this very noon, and goes through it. */
function mayKnockAt({ now, settings }: RunContext, { template }: Notice): number {
  const awake = afterQuiet(now, settings.quiet);
  return template === 'progress' ? afterRest(awake, settings.noonRest) : awake;
}

/**
 * Sends the subscription message at most once: `trying` is committed before WeChat is asked, and
 * whoever finds `trying` already there leaves it. A crash in between loses a knock, never a message: whom the desk
 * would have to call without it, it calls.
 */
export async function knock(run: RunContext, messageId: string, known?: Person | null): Promise<void> {
  const inbox = run.repository(messages);
  const person =
    known === undefined ? await run.repository(persons).find((await inbox.load(messageId)).personId) : known;
  const callback = deskToCall(person);
  const { doc, changed } = await inbox.change(messageId, `knock:${messageId}`, (stored) =>
    stored.push.state === 'waiting' && stored.push.at <= run.now
      ? {
          ...stored,
          push: { state: 'trying', at: run.now },
          callback: stored.readAt === null ? callback : null,
        }
      : stored,
  );
  if (!changed) return;
  const outcome = await send(run, doc, person);
  await inbox.change(messageId, `knocked:${messageId}`, (stored) => ({
    ...stored,
    push: { state: outcome, at: run.now },
    // Read, or told by telephone meanwhile: nobody has to call.
    callback: outcome === 'sent' ? null : stored.callback,
  }));
  if (outcome === 'refused' && person !== null) await forgetConsents(run, person, doc);
}

/** WeChat knows better than our count what is left: it is not asked in vain again until the person agrees anew. */
async function forgetConsents(run: RunContext, person: Person, { _id, template }: Message): Promise<void> {
  await run
    .repository(persons)
    .change(person._id, `refused:${_id}`, (stored) =>
      (stored.consents[template] ?? 0) > 0
        ? { ...stored, consents: { ...stored.consents, [template]: 0 } }
        : stored,
    );
}

/** Elders and people without a WeChat of their own are telephoned; others find it in their inbox. */
function deskToCall(person: Person | null): string | null {
  if (person === null) return null;
  return person.elder || openidOf(person) === null ? person.communityId : null;
}

async function send(
  run: RunContext,
  message: Message,
  person: Person | null,
): Promise<'sent' | 'refused' | 'none' | 'lost'> {
  const templateId = run.templates.ids[message.template];
  const fields = run.templates.fields[message.template];
  const openid = person === null ? null : openidOf(person);
  if (templateId === '' || person === null || openid === null) return 'none';
  if (!message.urgent && (await knocksToday(run, person._id)) >= run.settings.messagesPerDay) return 'none';
  if (!(await spendConsent(run, person, message))) return 'none';
  try {
    return await run.openApi.sendMessage({
      openid,
      templateId,
      page: message.link.replace(/^\//, '') || 'pages/home/home',
      data: { [fields.title]: cut(message.title, 20), [fields.text]: cut(message.text, 20) },
    });
  } catch (error) {
    log('knock lost', { run: run.invocation, ...describe(error) });
    return 'lost';
  }
}

/** How often this person's phone has rung today; the newest of their messages say so. */
async function knocksToday(run: RunContext, person: string): Promise<number> {
  const newest = await run.repository(messages).list({
    where: { personId: person, createdAt: run.database.command.gte(startOfDay(run.now) - DAY) },
    order: [['createdAt', 'desc']],
    limit: 50,
  });
  const today = startOfDay(run.now);
  return newest.filter(({ push }) => push.state === 'sent' && push.at >= today).length;
}

/**
 * One accepted request is one message (rules.md 4.6). An elder's last one goes too: what does not knock there is
 * telephoned.
 */
async function spendConsent(run: RunContext, person: Person, message: Message): Promise<boolean> {
  const { changed } = await run.repository(persons).change(person._id, `spend:${message._id}`, (stored) => {
    const left = stored.consents[message.template] ?? 0;
    const kept = message.keepsLast === true && !stored.elder ? 1 : 0;
    return left > kept
      ? { ...stored, consents: { ...stored.consents, [message.template]: left - 1 } }
      : stored;
  });
  return changed;
}

/** Template fields are short: `thing` takes 20 characters. */
function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
