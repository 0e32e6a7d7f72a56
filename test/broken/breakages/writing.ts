import { ACTIONS, type Breakage, type Proof } from '../breakage';

/** Writes that come twice, at once, half done, or in another order; and what people are told of them. */

const REPOSITORY = 'cloudfunctions/core/repository.ts';
const EFFECTS = 'cloudfunctions/core/effects.ts';
const DELIVER = 'cloudfunctions/people/inbox/deliver.ts';
const TAKE = 'cloudfunctions/school/session/take.ts';

const replay = (action: string): Proof => ({
  file: ACTIONS,
  env: { PROOF_ONLY: action, PROOF_KIND: 'replays' },
  says: /(in turn|at once): (stored|answered|messages)/,
});
/** The calls of `request.claim`: 4 writes the request, 5 the message, 12 knocks, 16 settles. */
const claim = (calls: string, says: RegExp): Proof => ({
  file: ACTIONS,
  env: { PROOF_ONLY: 'request.claim', PROOF_KIND: 'faults', PROOF_CALLS: calls },
  says,
});
const race = (title: string): Proof => ({
  file: 'test/race/contended.test.ts',
  title: `${title}.*one sound outcome`,
  says: /order [\d,]+: /,
});
const interleaved = (what: 'seats' | 'requests', title: string): Proof => ({
  file: `test/interleavings/${what}.test.ts`,
  title,
  says: /Property failed after/,
});

export const writing: readonly Breakage[] = [
  {
    kind: 'replays',
    sentence: 'A command that was carried out is not known again by its request id',
    file: REPOSITORY,
    replaces: '        if (hasRid(before, rid)) return { doc: before, changed: false };\n',
    by: '',
    proof: replay('request.claim'),
  },
  {
    kind: 'replays',
    sentence: 'A guarded write does not look for its own request id',
    file: REPOSITORY,
    replaces: "const whole = { ...condition, _id: id, 'timeline.rid': _.neq(rid) };",
    by: 'const whole = { ...condition, _id: id };',
    proof: {
      file: 'test/race/laws.test.ts',
      title: 'a replay of a take',
      says: /Expected values|AssertionError|true|false/,
    },
  },
  {
    kind: 'replays',
    sentence: 'What is made anew gets another id at every try',
    file: 'cloudfunctions/service/request/submit-action.ts',
    replaces: "const requestId = derivedId('request', intentOf(context.caller), context.rid);",
    by: "const requestId = derivedId('request', intentOf(context.caller), context.freshId());",
    proof: replay('request.submit'),
  },
  {
    kind: 'faults',
    sentence: 'An effect that failed counts as done',
    file: EFFECTS,
    replaces: '    } catch (error) {\n      carrier.failed(effect, error);\n    }\n  }\n',
    by: '    } catch (error) {\n      carrier.failed(effect, error);\n      done.push(effect.id);\n    }\n  }\n',
    proof: claim('5,6,7', /call \d+ \(database\.(getDocument persons|insertDocument inbox)\)/),
  },
  {
    kind: 'faults',
    sentence: 'A message is sent before what it tells is written',
    file: 'cloudfunctions/school/session/actions.ts',
    replaces: '  const { doc } = await repository.change(sessionId, context.rid, (before) => {\n',
    by: `  const early = await repository.load(sessionId);
  const told = tellOffers(early, decide(early, stepOf(context)), context.invocation, context.now);
  await carryOut(repository, told, context.carrier);
  const { doc } = await repository.change(sessionId, context.rid, (before) => {\n`,
    proof: {
      file: ACTIONS,
      env: { PROOF_ONLY: 'session.leave', PROOF_KIND: 'faults', PROOF_CALLS: '4' },
      says: /told before it was written/,
    },
  },
  {
    kind: 'faults',
    sentence: 'A write does not say when the timer has to come for what it promised',
    file: REPOSITORY,
    replaces: '  const wakeAt = wakeTime(definition.nextTimer(doc, context.settings), doc.effects);',
    by: '  const wakeAt = definition.nextTimer(doc, context.settings);',
    proof: claim('5,6,7', /call \d+ \(database\.(getDocument persons|insertDocument inbox)\)/),
  },
  {
    kind: 'faults',
    sentence: 'The timer leaves effects alone whose worker has died',
    file: 'cloudfunctions/core/sweep.ts',
    replaces: 'const effects = takeOver(timed.effects, run.invocation, run.now);',
    by: 'const effects = takeOver(timed.effects, run.invocation, 0);',
    proof: claim('5,6,7', /call \d+ \(database\.(getDocument persons|insertDocument inbox)\)/),
  },
  {
    kind: 'races',
    sentence: 'A versioned write does not ask for the version that it decided on',
    file: REPOSITORY,
    replaces: 'if (await write({ _id: id, version: before.version }, update))',
    by: 'if (await write({ _id: id }, update))',
    proof: race('request.claim'),
  },
  {
    kind: 'races',
    sentence: 'A seat is taken whether or not one is free',
    file: TAKE,
    replaces: '[field]: _.gt(0), ...absent(_, one.personId) },',
    by: '...absent(_, one.personId) },',
    proof: race('session.take'),
  },
  {
    kind: 'interleavings',
    sentence: 'Two who write at the same moment overwrite each other’s step',
    file: REPOSITORY,
    replaces: 'write({ _id: id, version: before.version }, update)) return',
    by: 'write({ _id: id }, update)) return',
    proof: interleaved('requests', 'however what'),
  },
  {
    kind: 'interleavings',
    sentence: 'Whoever takes the offered seat keeps the offer',
    file: 'cloudfunctions/school/session/seats.ts',
    replaces:
      '{ ...session, offers: without(session.offers, step.by), holders: [...session.holders, holder] },',
    by: '{ ...session, holders: [...session.holders, holder] },',
    proof: interleaved('seats', 'however the reads'),
  },
  {
    kind: 'interleavings',
    sentence: 'One stands in line although seats are free',
    file: TAKE,
    replaces: "      'seats.open': _.lte(0),\n",
    by: '',
    proof: interleaved('seats', 'however the reads'),
  },
  {
    kind: 'inbox',
    sentence: 'A message has another id for every run that writes it',
    file: DELIVER,
    replaces: "birth(derivedId('message', effect.id), ",
    by: "birth(derivedId('message', effect.id, run.invocation), ",
    proof: claim('6,7,8', /call \d+ \(database\.(insert|get)Document inbox\)/),
  },
  {
    kind: 'inbox',
    sentence: 'A knock on which the worker died is tried again',
    file: DELIVER,
    replaces: "push: { state: 'trying', at: run.now },",
    by: "push: { state: 'waiting', at: run.now },",
    proof: claim('12,13,14', /told twice/),
  },
];
