import type { Agreed } from '@contract/family';
import type { HomeLessonCommand, HomeLessonCommands, HomeLessonView } from '@contract/home-lesson';
import { LIMITS } from '@contract/limits';
import type { PersonLine } from '@contract/people';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { id, storedFile, text, time } from '../../core/schemas';
import { bondsOf, bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { pairs } from '../pair/definition';
import { currentPairs } from '../pair/read';
import { pairView } from '../pair/view';
import { newLesson } from './create';
import { appointed, decideLesson, type LessonStep } from './decide';
import { homeLessons } from './definition';
import { type HomeLesson, needId } from './model';
import { homeLessonView, isPast } from './view';

/** 送学上门, for the two of a pair, and for relatives whom the elder lets follow and say that it is right. */
const SHOWN = 40;
const OF_AN_ELDER = 10;

export const visitColumns = v.strictObject({
  learned: text(LIMITS.note),
  done: text(LIMITS.note),
  missing: text(LIMITS.note),
});

/** What the elder lets this caller do for them; `null` for anybody else. Nobody is family of their own visit. */
async function familyOf(context: ActionContext, lesson: HomeLesson): Promise<Agreed | null> {
  const me = context.caller.id;
  if (me === null || lesson.people.includes(me)) return null;
  const bond = await bondWith(context, lesson.oldId);
  return bond !== null && (bond.agreed.confirm || bond.agreed.progress) ? bond.agreed : null;
}

async function shown(context: ActionContext, lesson: HomeLesson): Promise<HomeLessonView> {
  const me = context.caller.id;
  if (me === null) return refuse('NOT_FOUND');
  if (!lesson.people.includes(me)) {
    const family = (await familyOf(context, lesson)) ?? refuse('NOT_FOUND');
    return homeLessonView(lesson, me, null, family, await enteredBy(context, lesson));
  }
  const [url] = lesson.audio === null ? [] : await context.temporaryUrls([lesson.audio.fileId]);
  return homeLessonView(lesson, me, url ?? null, null, await enteredBy(context, lesson));
}

/** Who entered the slip: the two of the visit may ask them. */
async function enteredBy(context: ActionContext, { paper }: HomeLesson): Promise<PersonLine | null> {
  if (paper === undefined) return null;
  const person = await context.repository(persons).find(paper.by);
  return person === null ? null : personLine(person, paper.role);
}

function command<Command extends HomeLessonCommand>(
  name: Command,
  input: v.GenericSchema<unknown, { id: string } & HomeLessonCommands[Command]>,
): AnyAction {
  const run = async (context: ActionContext, given: { id: string } & HomeLessonCommands[Command]) => {
    const { now, rid, invocation } = context;
    const repository = context.repository(homeLessons);
    const family = await familyOf(context, await repository.load(given.id));
    const step: LessonStep = {
      now,
      rid,
      invocation,
      by: personId(context.caller),
      family: family?.confirm === true,
      requestId: needId(given.id),
    };
    const { doc } = await repository.change(given.id, rid, (lesson) =>
      // `given` is the contract's input of this very command.
      decideLesson<HomeLessonCommand>(lesson, name, given as HomeLessonCommands[HomeLessonCommand], step),
    );
    await carryOut(repository, doc, context.carrier);
    return shown(context, doc);
  };
  // The mapped type of the contract gives each of these names this very input and output.
  return action({ name: `home_lesson.${name}`, kind: 'write', input, allow: 'person', run } as Parameters<
    typeof action
  >[0]);
}

/** Visits at the homes of those who let this caller follow or confirm, that are not over. */
async function forFamily(context: ActionContext, me: string): Promise<HomeLessonView[]> {
  const mine = (await bondsOf(context, me)).filter(
    ({ relativeId, agreed }) => relativeId === me && (agreed.confirm || agreed.progress),
  );
  const found = await Promise.all(
    mine.map(async ({ elderId, agreed }) => {
      const lessons = await context.repository(homeLessons).list({
        where: { people: elderId },
        order: [['updatedAt', 'desc']],
        limit: OF_AN_ELDER,
        without: ['timeline', 'effects'],
      });
      return lessons
        .filter((lesson) => lesson.oldId === elderId && !lesson.people.includes(me) && !isPast(lesson))
        .map((lesson) => homeLessonView(lesson, me, null, agreed));
    }),
  );
  return found.flat();
}

const bare = v.strictObject({ id });

const record = v.strictObject({
  id,
  columns: visitColumns,
  audio: v.nullable(
    v.strictObject({
      fileId: storedFile,
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.audioSeconds)),
    }),
  ),
  request: v.nullable(v.picklist(['wish', 'errand'])),
});

/** Nobody attaches somebody else's recording. */
const recording: AnyAction = (() => {
  const entry = command('record', record);
  return {
    ...entry,
    run(context, input) {
      // Parsed by `record` above.
      const { audio } = input as v.InferOutput<typeof record>;
      if (audio !== null && !isOwnFile('recordings', audio.fileId, context.rid))
        refuse('INVALID_INPUT', { field: 'audio.fileId' });
      return entry.run(context, input);
    },
  };
})();

export const homeLessonActions: readonly AnyAction[] = [
  action({
    name: 'home_lesson.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const me = context.caller.id;
      if (me === null) return { open: [], past: [], pairs: [], family: [] };
      const [found, current, family] = await Promise.all([
        context.repository(homeLessons).list({
          where: { people: me },
          order: [['updatedAt', 'desc']],
          limit: SHOWN,
          without: ['timeline', 'effects'],
        }),
        currentPairs(context, me),
        forFamily(context, me),
      ]);
      const views = (over: boolean) =>
        found.filter((lesson) => isPast(lesson) === over).map((lesson) => homeLessonView(lesson, me, null));
      const between = current.map((pair) => pairView(pair, me));
      return { open: views(false), past: views(true), pairs: between, family };
    },
  }),
  action({
    name: 'home_lesson.get',
    kind: 'read',
    input: bare,
    allow: 'anyone',
    run: async (context, input) => shown(context, await context.repository(homeLessons).load(input.id)),
  }),
  action({
    name: 'home_lesson.book',
    kind: 'write',
    input: v.strictObject({ pairId: id, at: time }),
    allow: 'person',
    async run(context, input) {
      const me = personId(context.caller);
      const pair = await context.repository(pairs).load(input.pairId);
      if (!pair.people.includes(me)) refuse('NOT_FOUND');
      const repository = context.repository(homeLessons);
      const lessonId = derivedId('home_lesson', me, context.rid);
      const stored = await repository.find(lessonId);
      if (stored !== null) return shown(context, stored);
      if (pair.state !== 'paired') refuse('NOT_NOW');
      const step = { now: context.now, rid: context.rid, by: me, invocation: context.invocation };
      const { doc } = await repository.create(
        newLesson(lessonId, pair, appointed(input.at, context.now), step, context.settings),
      );
      await carryOut(repository, doc, context.carrier);
      return shown(context, doc);
    },
  }),
  command('schedule', v.strictObject({ id, at: time })),
  command('decline', bare),
  command('start', bare),
  recording,
  command('confirm', bare),
  command('correct', v.strictObject({ id, columns: visitColumns })),
  command('cancel', bare),
];
