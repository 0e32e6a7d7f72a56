import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTRACT_VERSION } from '@contract/envelope';
import { DAY, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { openidOf, personIdOf } from '../../database/seed/samples/people';
import { sdkFor } from '../race/control';
import { newRid, type Town, town } from '../support/town';
import { storedOf } from './stored';

/** What can happen at the door of a class, one case a test (S51, workflows 2.6). */

type Key = 'resident' | 'member' | 'member-b' | 'elder' | 'daughter' | 'grid' | 'host' | 'office';

interface Door {
  t: Town;
  id: string;
  venueCode: string;
  startsAt: number;
  endsAt: number;
  /** By the poster on the wall; the code of the refusal or `null`. */
  poster(key: Key): Promise<string | null>;
  rotating(key: Key, content: string): Promise<string | null>;
  digits(key: Key, digits: string): Promise<string | null>;
  code(): Promise<{ content: string; digits: string; digitsUntil: number }>;
  seat(key: Key): Promise<string>;
  /** As the outbox sends it, with the moment of the tap. */
  tap(seat: string, arrived: boolean, occurredAt: number | null, rid?: string): Promise<string | null>;
  arrived(): Promise<number>;
  stored(): Session;
}

/** 样例居民 holds a seat, and it is five minutes before the class. */
async function door(t: Town, id = 's-now'): Promise<Door> {
  const { startsAt, endsAt } = await t.as('resident').call('session.take', { id });
  const { code: venueCode } = await t.as('resident').call('venue.get', { id: 'branch-jianguo' });
  await t.clock.set(startsAt - 5 * MINUTE);
  const stored = () => storedOf<Session>(t, 'sessions', id);
  const by = async (
    key: Key,
    way:
      | { way: 'poster'; venueCode: string }
      | { way: 'rotating'; content: string }
      | { way: 'digits'; digits: string },
  ) => codeOf(await t.as(key).ask('session.check_in', { id, by: way }));
  return {
    t,
    id,
    venueCode,
    startsAt,
    endsAt,
    poster: (key) => by(key, { way: 'poster', venueCode }),
    rotating: (key, content) => by(key, { way: 'rotating', content }),
    digits: (key, digits) => by(key, { way: 'digits', digits }),
    code: () => t.as('host').call('session.code', { id }),
    seat: async (key) => stored().holders.find((one) => one.personId === personIdOf(key))?.seat ?? '',
    async tap(seat, arrived, occurredAt, rid = newRid()) {
      const call = {
        action: 'session.mark',
        input: { id, seat, arrived },
        rid,
        contract: CONTRACT_VERSION,
        occurredAt,
      };
      const reply = await t.invoke('api', call, { openid: openidOf('host') });
      return codeOf(reply as { ok: boolean; refusal?: { code: string } });
    },
    arrived: async () => (await t.as('host').call('session.console', { id })).arrived,
    stored,
  };
}

function codeOf(reply: { ok: boolean; refusal?: { code: string } }): string | null {
  return reply.ok ? null : (reply.refusal?.code ?? 'no code');
}

function atTheDoor(title: string, run: (at: Door) => Promise<void>): void {
  test(title, async () => {
    const t = await town();
    try {
      await run(await door(t));
    } finally {
      await t.close();
    }
  });
}

/** No chair is left: 样例居民 has the only one. */
async function onlyOneChair({ t, id }: Door): Promise<void> {
  const { session } = await t.as('host').call('session.console', { id });
  await t.as('host').call('session.edit', { id, version: session.version, capacity: 1 });
}

atTheDoor('whoever is already checked in stays counted once, by the way they came first', async (at) => {
  assert.equal(await at.poster('resident'), null);
  const { content, digits } = await at.code();
  assert.equal(await at.rotating('resident', content), null);
  assert.equal(await at.digits('resident', digits), null);
  await at.t.as('host').call('session.mark', { id: at.id, seat: await at.seat('resident'), arrived: true });
  assert.equal(await at.arrived(), 1);
  assert.equal(at.stored().holders[0]?.arrived?.how, 'poster');
});

atTheDoor('a tap sent again because the answer was lost counts once', async (at) => {
  const rid = newRid();
  const by = { way: 'poster', venueCode: at.venueCode } as const;
  const first = await at.t.as('member').call('session.check_in', { id: at.id, by }, rid);
  const again = await at.t.as('member').call('session.check_in', { id: at.id, by }, rid);
  assert.deepEqual(again.mine, first.mine);
  assert.equal(again.seats.taken, 2, 'one chair, not two');
});

atTheDoor('the code of another class says so, and counts nobody there or here', async (at) => {
  const { content } = await at.code();
  const by = { way: 'rotating', content } as const;
  const refused = await at.t.as('resident').refused('session.check_in', { id: 's-table', by });
  assert.equal(refused.code, 'CODE_OTHER_SESSION');
  assert.equal(await at.arrived(), 0);
});

atTheDoor('the code of yesterday’s class opens nothing today', async (at) => {
  const { content } = await at.code();
  const { startsAt } = await at.t.as('member').call('session.take', { id: 's-night' });
  await at.t.clock.set(startsAt - MINUTE);
  const by = { way: 'rotating', content } as const;
  const today = await at.t.as('member').refused('session.check_in', { id: 's-night', by });
  assert.equal(today.code, 'CODE_OTHER_SESSION');
  assert.equal(await at.rotating('resident', content), 'CODE_EXPIRED');
});

atTheDoor('a code that was rotated out a moment ago is still good', async (at) => {
  const { content } = await at.code();
  await at.t.clock.advance(31_000);
  assert.notEqual((await at.code()).content, content, 'the next one is shown already');
  assert.equal(await at.rotating('resident', content), null);
});

atTheDoor('a code that was rotated out more than a minute ago is an old picture', async (at) => {
  const { content } = await at.code();
  await at.t.clock.advance(61_000);
  assert.equal(await at.rotating('resident', content), 'CODE_EXPIRED');
  assert.equal(await at.rotating('resident', (await at.code()).content), null);
});

atTheDoor('before the window nobody is counted, and the host has no code to show', async (at) => {
  await at.t.clock.set(at.startsAt - 31 * MINUTE);
  assert.equal(await at.poster('resident'), 'CHECK_IN_EARLY');
  assert.equal(await at.tap(await at.seat('resident'), true, null), 'CHECK_IN_EARLY');
  assert.equal((await at.t.as('host').refused('session.code', { id: at.id })).code, 'CHECK_IN_EARLY');
  await at.t.clock.set(at.startsAt - 30 * MINUTE);
  assert.equal(await at.poster('resident'), null);
});

atTheDoor('after the window nobody is counted by a code, and a code is not shown', async (at) => {
  await at.t.clock.set(at.endsAt + 14 * MINUTE);
  assert.equal(await at.poster('resident'), null, 'the last minute');
  await at.t.clock.advance(MINUTE + 1_000);
  assert.equal(await at.poster('member'), 'CHECK_IN_LATE');
  assert.equal((await at.t.as('host').refused('session.code', { id: at.id })).code, 'CHECK_IN_LATE');
});

atTheDoor('whoever comes to a cancelled class is told, and not counted', async (at) => {
  await at.t.as('host').call('session.cancel', { id: at.id, reason: '停电' });
  assert.equal(await at.poster('resident'), 'SESSION_NOT_OPEN');
  assert.equal(await at.poster('member'), 'SESSION_NOT_OPEN', 'nor from the street');
  assert.equal(await at.tap(await at.seat('resident'), true, null), 'SESSION_NOT_OPEN');
});

atTheDoor(
  'whoever comes on the old day of a postponed class is not counted, and keeps the seat',
  async (at) => {
    await at.t.as('office').call('session.postpone', { id: at.id, startsAt: null, reason: '停电' });
    assert.equal(await at.poster('resident'), 'SESSION_NOT_OPEN');
    assert.equal(at.stored().holders.length, 1);
  },
);

atTheDoor('a code with a forged mac, another class or another moment put into it is no code', async (at) => {
  const { content } = await at.code();
  const [prefix, session, step, mac] = content.split('.');
  for (const forged of [
    `${prefix}.${session}.${step}.${mac?.slice(0, -1)}!`,
    `${prefix}.s-table.${step}.${mac}`,
    `${prefix}.${session}.zzzzzz.${mac}`,
    `${content}.more`,
    'https://example.com',
  ])
    assert.equal(await at.rotating('resident', forged), 'CODE_WRONG', forged);
});

atTheDoor('the poster of another venue says so; one of no venue is no code', async (at) => {
  const { code: venueCode } = await at.t.as('resident').call('venue.get', { id: 'main' });
  const by = { way: 'poster', venueCode } as const;
  const other = await at.t.as('resident').refused('session.check_in', { id: at.id, by });
  assert.equal(other.code, 'CODE_OTHER_SESSION');
  const none = { way: 'poster', venueCode: 'AAAAAA' } as const;
  assert.equal(
    (await at.t.as('resident').refused('session.check_in', { id: at.id, by: none })).code,
    'CODE_WRONG',
  );
});

atTheDoor('a walk-in who finds a chair free sits down and is counted', async (at) => {
  assert.equal(await at.poster('member'), null);
  const { seats, holders, capacity } = at.stored();
  assert.deepEqual([holders.length, seats.open + seats.elderOpen], [2, capacity - 2]);
});

atTheDoor('a walk-in when all chairs are taken is sent to the host, and nothing changes', async (at) => {
  await onlyOneChair(at);
  assert.equal(await at.poster('member'), 'NOT_ON_ROSTER');
  assert.equal(at.stored().holders.length, 1);
});

atTheDoor('two walk-ins at the last chair: one sits', async (at) => {
  const { session } = await at.t.as('host').call('session.console', { id: at.id });
  await at.t.as('host').call('session.edit', { id: at.id, version: session.version, capacity: 2 });
  const both = await Promise.all([at.poster('member'), at.poster('daughter')]);
  assert.deepEqual(both.filter((code) => code === null).length, 1, both.join());
  assert.equal(at.stored().holders.length, 2);
});

atTheDoor(
  'a waiting person with an offer sits on the chair that was kept, and nobody else does',
  async (at) => {
    await onlyOneChair(at);
    await at.t.clock.set(at.startsAt - 20 * MINUTE);
    await at.t.as('member').call('session.wait', { id: at.id });
    await at.t.as('resident').call('session.leave', { id: at.id });
    assert.equal(at.stored().offers.length, 1);
    assert.equal(await at.poster('daughter'), 'NOT_ON_ROSTER', 'it is kept for who was asked');
    assert.equal(await at.poster('member'), null);
    assert.deepEqual([at.stored().offers.length, at.stored().holders.length], [0, 1]);
  },
);

atTheDoor('who gave the seat back and comes all the same sits down while a chair is free', async (at) => {
  await at.t.as('resident').call('session.leave', { id: at.id });
  assert.equal(await at.poster('resident'), null);
  assert.equal(at.stored().holders.length, 1);
});

atTheDoor('who gave the seat back to the next in line has none when the code is shown', async (at) => {
  await onlyOneChair(at);
  await at.t.as('member').call('session.wait', { id: at.id });
  await at.t.as('resident').call('session.leave', { id: at.id });
  assert.equal(await at.poster('resident'), 'NOT_ON_ROSTER');
});

atTheDoor('who has arrived keeps the seat, whatever is tapped afterwards', async (at) => {
  await at.poster('resident');
  await at.t.as('resident').call('session.leave', { id: at.id });
  assert.equal(await at.arrived(), 1);
});

atTheDoor('a couple comes with one phone after the other and with one code: both are counted', async (at) => {
  const { content } = await at.code();
  const both = await Promise.all([at.rotating('resident', content), at.rotating('elder', content)]);
  assert.deepEqual(both, [null, null]);
  assert.equal(await at.arrived(), 2);
});

atTheDoor('a couple with one phone and two seats: the phone counts one, the host the other', async (at) => {
  const group = { id: at.id, branch: '样例支部', names: ['张三'] };
  const { guests } = await at.t.as('resident').call('session.take_group', group);
  assert.equal(await at.poster('resident'), null);
  assert.equal(await at.arrived(), 1, 'nobody is counted unseen');
  assert.equal(await at.tap(guests?.[0]?.seat ?? '', true, null), null);
  assert.equal(await at.arrived(), 2);
});

/** 样例闺女 holds the phone of the family; the elder agreed that she speaks for her. */
async function oneFamily({ t }: Door, agreed = { progress: true, speak: true, confirm: true }) {
  const { code } = await t.as('elder').call('family.offer', { agreed });
  const { elders } = await t.as('daughter').call('family.bind', { code });
  return elders[0]?.id ?? '';
}

const elder = personIdOf('elder');

atTheDoor(
  'two who share one phone are counted one after the other, each by a tap of their own [S51]',
  async (at) => {
    await oneFamily(at);
    const { t, id, venueCode } = at;
    await t.as('elder').call('session.take', { id });
    const here = await t.as('daughter').call('venue.here', { code: venueCode });
    assert.deepEqual(here.beside, [
      { personId: elder, name: '样例长者', sample: true, seated: true, arrived: false },
    ]);
    const mine = await t.as('daughter').call('session.get', { id });
    assert.deepEqual([mine.beside, mine.next.includes('check_in')], [here.beside, true]);

    const by = { way: 'poster', venueCode } as const;
    const other = await t.as('daughter').call('session.check_in', { id, by, person: elder });
    assert.deepEqual([other.how, other.mine.is], ['poster', 'none'], 'she herself has not come yet');
    assert.equal(other.beside?.[0]?.arrived, true);
    assert.equal((await t.as('daughter').call('session.check_in', { id, by })).mine.is, 'attended');
    assert.equal(await at.arrived(), 2);
    assert.equal(
      (await t.as('elder').call('session.get', { id })).mine.is,
      'attended',
      'on her own phone too',
    );
    const hands = at.stored().timeline.filter(({ command }) => command === 'check_in');
    const daughter = personIdOf('daughter');
    assert.deepEqual(
      hands.map(({ by: hand, whom }) => [hand, whom]),
      [
        [daughter, elder],
        [daughter, daughter],
      ],
      'who held the phone stands beside who came',
    );
  },
);

atTheDoor('nobody is counted by somebody to whom they are not bound, or did not say 替我说', async (at) => {
  const { t, id, venueCode } = at;
  await t.as('elder').call('session.take', { id });
  const by = { way: 'poster', venueCode } as const;
  const refusal = async (key: Key) =>
    (await t.as(key).refused('session.check_in', { id, by, person: elder })).code;
  assert.equal(await refusal('daughter'), 'NOT_FOUND', 'a stranger so far');
  const bond = await oneFamily(at, { progress: true, speak: false, confirm: true });
  assert.equal(await refusal('daughter'), 'NOT_AGREED');
  assert.equal((await t.as('daughter').call('session.get', { id })).beside, undefined);
  await t
    .as('elder')
    .call('family.agree', { id: bond, agreed: { progress: false, speak: true, confirm: false } });
  for (const key of ['member', 'host', 'grid', 'office'] as const)
    assert.equal(await refusal(key), 'NOT_FOUND', key);
  const turned = { id, by, person: personIdOf('daughter') };
  assert.equal((await t.as('elder').refused('session.check_in', turned)).code, 'NOT_FOUND', 'nor backwards');
  assert.equal(at.stored().holders.filter(({ arrived }) => arrived).length, 0);
  await t.as('elder').call('family.unbind', { id: bond });
  assert.equal(await refusal('daughter'), 'NOT_FOUND', 'unbound is unbound');
});

atTheDoor(
  'the tap for the other one is counted once however often it is sent, and taken back by the host like any other',
  async (at) => {
    await oneFamily(at);
    const { t, id } = at;
    await t.as('elder').call('session.take', { id });
    const { content } = await at.code();
    const by = { way: 'rotating', content } as const;
    const rid = newRid();
    for (const person of [elder, elder])
      await t.as('daughter').call('session.check_in', { id, by, person }, rid);
    await t.as('daughter').call('session.check_in', { id, by }, rid);
    assert.equal(await at.arrived(), 2, 'another person under the same request id has come as well');

    await t.clock.advance(1_000);
    assert.equal(await at.tap(await at.seat('elder'), false, null), null);
    await t.as('daughter').ask('session.check_in', { id, by, person: elder }, rid);
    assert.equal(await at.arrived(), 1, 'an old answer that comes late changes nothing');
    await t.clock.advance(1_000);
    await t.as('daughter').call('session.check_in', { id, by, person: elder });
    assert.equal(await at.arrived(), 2);
  },
);

atTheDoor('four digits count the other one too, and a wrong guess is the phone’s', async (at) => {
  await oneFamily(at);
  const { t, id } = at;
  const { digits } = await at.code();
  const wrong = digits === '0000' ? '0001' : '0000';
  const tryFor = async (given: string) =>
    codeOf(
      await t
        .as('daughter')
        .ask('session.check_in', { id, by: { way: 'digits', digits: given }, person: elder }),
    );
  for (let n = 0; n < 5; n += 1) assert.equal(await tryFor(wrong), 'CODE_WRONG');
  assert.equal(await tryFor(digits), 'TRIES_USED');
  assert.equal(await at.digits('daughter', digits), 'TRIES_USED', 'one hand, one count');
  assert.equal(await at.digits('elder', digits), null, 'her own phone may still try');
  assert.equal(at.stored().holders.length, 2, 'she walked in and sits');
});

atTheDoor(
  'two with one phone at the last chair: one sits, and no face stands there for the other',
  async (at) => {
    await oneFamily(at);
    const { t, id, venueCode } = at;
    const { session } = await t.as('host').call('session.console', { id });
    await t.as('host').call('session.edit', { id, version: session.version, capacity: 2 });
    assert.equal(await at.poster('daughter'), null);
    assert.equal((await t.as('daughter').call('venue.here', { code: venueCode })).beside, undefined);
    const late = { id, by: { way: 'poster', venueCode }, person: elder } as const;
    assert.equal((await t.as('daughter').refused('session.check_in', late)).code, 'NOT_ON_ROSTER');
  },
);

atTheDoor('four digits wrong five times: no more guesses, but every other way stays', async (at) => {
  const { digits } = await at.code();
  const wrong = digits === '0000' ? '0001' : '0000';
  for (let n = 0; n < 5; n += 1) assert.equal(await at.digits('resident', wrong), 'CODE_WRONG');
  assert.equal(await at.digits('resident', digits), 'TRIES_USED');
  assert.equal(await at.digits('member', digits), null, 'only the one who guessed');
  assert.equal(await at.poster('resident'), null);
});

atTheDoor('four digits are good until the host’s desk says, and not after', async (at) => {
  const { digits, digitsUntil } = await at.code();
  await at.t.clock.set(digitsUntil - 20_000);
  assert.equal(await at.digits('resident', digits), null);
  await at.t.clock.set(digitsUntil + 1_000);
  assert.equal(await at.digits('member', digits), 'CODE_WRONG');
});

atTheDoor(
  'the host taps without a network and with one, and it arrives in the wrong order: the later tap counts',
  async (at) => {
    const seat = await at.seat('resident');
    const now = at.t.clock.now();
    assert.equal(await at.tap(seat, false, now - MINUTE), null, 'taken back, arrives first');
    assert.equal(await at.tap(seat, true, now - 2 * MINUTE), null, 'tapped before that');
    assert.equal(await at.arrived(), 0);
    assert.equal(await at.tap(seat, true, null), null, 'tapped now');
    assert.equal(await at.arrived(), 1);
  },
);

atTheDoor('the same mark twice, from two desks, is one arrival at the first moment', async (at) => {
  const seat = await at.seat('resident');
  await at.tap(seat, true, null);
  const first = at.stored().holders[0]?.arrived;
  await at.t.clock.advance(MINUTE);
  await at.t.as('office').call('session.mark', { id: at.id, seat, arrived: true });
  assert.deepEqual(at.stored().holders[0]?.arrived, first);
});

atTheDoor('an old take-back that arrives late does not undo who has come since', async (at) => {
  const seat = await at.seat('resident');
  const tapped = at.t.clock.now();
  await at.t.clock.advance(2 * MINUTE);
  assert.equal(await at.poster('resident'), null);
  assert.equal(await at.tap(seat, false, tapped), null);
  assert.equal(await at.arrived(), 1);
});

atTheDoor('a mark and a take-back that cross end in one of the two, and the next tap decides', async (at) => {
  const seat = await at.seat('resident');
  await Promise.all([at.tap(seat, true, null), at.tap(seat, false, null)]);
  await at.t.clock.advance(1_000);
  assert.equal(await at.tap(seat, true, null), null);
  assert.equal(await at.arrived(), 1);
  await at.t.clock.advance(1_000);
  assert.equal(await at.tap(seat, false, null), null);
  assert.equal(await at.arrived(), 0);
});

atTheDoor('after a wrong tap was taken back, the person scans and is counted', async (at) => {
  const seat = await at.seat('resident');
  await at.tap(seat, true, null);
  await at.tap(seat, false, null);
  await at.t.clock.advance(1_000);
  assert.equal(await at.poster('resident'), null);
  assert.equal(await at.arrived(), 1);
});

atTheDoor('a mark made in class and sent after it ended counts with its own moment', async (at) => {
  const tapped = at.startsAt + 10 * MINUTE;
  await at.t.clock.set(at.endsAt + HOUR);
  await at.t.sweep();
  assert.equal(await at.tap(await at.seat('resident'), true, tapped), null);
  assert.equal(at.stored().holders[0]?.arrived?.at, tapped);
});

atTheDoor('a mark made after the window and sent later is not counted', async (at) => {
  await at.t.clock.set(at.endsAt + HOUR);
  const late = at.endsAt + 30 * MINUTE;
  assert.equal(await at.tap(await at.seat('resident'), true, late), 'CHECK_IN_LATE');
});

atTheDoor(
  'a phone whose clock is wrong by an hour, either way, still counts who stands there',
  async (at) => {
    await at.t.as('member').call('session.take', { id: at.id });
    const now = at.t.clock.now();
    assert.equal(await at.tap(await at.seat('resident'), true, now - HOUR), null);
    assert.equal(await at.tap(await at.seat('member'), true, now + HOUR), null);
    for (const { arrived } of at.stored().holders)
      assert.ok(arrived && arrived.at >= now && arrived.at < now + MINUTE, 'by the clock of the town');
  },
);

atTheDoor(
  'an erased person stays on the roster as a seat without a name, and the count stays',
  async (at) => {
    assert.equal(await at.poster('resident'), null);
    const { erasure } = await at.t.as('resident').call('data.erase', { understood: true });
    await at.t.pass((erasure?.dueAt ?? 0) - at.t.clock.now() + MINUTE);
    const { roster, arrived } = await at.t.as('host').call('session.console', { id: at.id });
    assert.deepEqual([roster.map(({ name }) => name), arrived], [['学员'], 1]);
  },
);

atTheDoor('the seats of a 支部 are counted one by one; who has come cannot be given back', async (at) => {
  const group = { id: at.id, branch: '样例支部', names: ['张三', '李四'] };
  const { guests = [] } = await at.t.as('member').call('session.take_group', group);
  const [first, second] = guests;
  assert.ok(first && second);
  assert.equal(await at.tap(first.seat, true, null), null);
  for (const { seat } of guests) await at.t.as('member').call('session.give_back', { id: at.id, seat });
  const mine = await at.t.as('member').call('session.get', { id: at.id });
  assert.deepEqual(
    mine.guests?.map(({ name, arrived }) => [name, arrived]),
    [['张**', true]],
  );
  assert.equal(await at.tap(second.seat, true, null), 'NOT_ON_ROSTER');
});

atTheDoor('a correction asked twice is asked once, and the host is told once', async (at) => {
  await at.t.clock.set(at.endsAt - MINUTE);
  await at.t.sweep();
  await at.t.clock.set(at.endsAt + 20 * MINUTE);
  await at.t.sweep();
  for (const words of ['坐后排', '坐前排'])
    await at.t.as('resident').call('session.ask_correction', { id: at.id, words });
  assert.equal(at.stored().holders[0]?.correction?.words, '坐后排');
  const { items } = await at.t.as('host').call('me.inbox', { after: null });
  assert.equal(items.filter(({ title }) => title === '有人来了没登上').length, 1);
});

atTheDoor('seven days after the class it is too late to ask, and to enter the paper list', async (at) => {
  await at.t.clock.set(at.endsAt - MINUTE);
  await at.t.sweep();
  await at.t.clock.set(at.endsAt + 7 * DAY + MINUTE);
  await at.t.sweep();
  const asked = await at.t.as('resident').refused('session.ask_correction', { id: at.id, words: '' });
  assert.equal(asked.code, 'CORRECTION_OVER');
  const paper = { id: at.id, seat: await at.seat('resident'), reason: '纸上签了' };
  assert.equal((await at.t.as('host').refused('session.backfill', paper)).code, 'CORRECTION_OVER');
});

atTheDoor(
  'the host of another class sees no list, shows no code and marks nobody; the office does',
  async (at) => {
    await sdkFor(at.t)
      .collection('sessions')
      .doc(at.id)
      .update({ hostId: personIdOf('member') });
    const seat = await at.seat('resident');
    const host = at.t.as('host');
    assert.equal((await host.refused('session.console', { id: at.id })).code, 'NOT_ALLOWED');
    assert.equal((await host.refused('session.code', { id: at.id })).code, 'NOT_ALLOWED');
    assert.equal(await at.tap(seat, true, null), 'NOT_ALLOWED');
    const said = await host.refused('session.door', { id: at.id, said: '样' });
    assert.equal(said.code, 'NOT_ALLOWED');
    const marked = await at.t.as('office').call('session.mark', { id: at.id, seat, arrived: true });
    assert.equal(marked.arrived, 1);
  },
);

atTheDoor('the timer slept over the beginning of the class: the door does not wait for it', async (at) => {
  await at.t.clock.set(at.startsAt + 5 * MINUTE);
  assert.equal(at.stored().state, 'open', 'not begun by the clock yet');
  assert.equal(await at.poster('resident'), null);
  assert.equal(await at.poster('member'), null);
});

atTheDoor('the helper at the door and the phone of the person count one arrival', async (at) => {
  await at.t.as('member').call('session.take', { id: at.id });
  const { id } = at;
  await at.t.as('host').call('session.steward', { id, seat: await at.seat('resident'), on: true });
  const seat = await at.seat('member');
  await Promise.all([at.t.as('resident').call('session.door_mark', { id, seat }), at.poster('member')]);
  assert.equal(await at.arrived(), 1);
});
