import { ACTIONS, type Breakage, type Proof } from '../breakage';

/** What a hostile or a stuck phone sends. */

const fuzz = (action: string, says: RegExp): Proof => ({
  file: ACTIONS,
  env: { PROOF_ONLY: action, PROOF_KIND: 'fuzz' },
  says,
});
const limits = (title: string, says: RegExp): Proof => ({
  file: 'test/functions/limits.test.ts',
  title,
  says,
});

export const inputs: readonly Breakage[] = [
  {
    kind: 'fuzz',
    sentence: 'An id may be anything, an operator too',
    file: 'cloudfunctions/core/schemas.ts',
    replaces: 'export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));',
    by: 'export const id = v.custom<string>(() => true);',
    proof: fuzz('request.get', /Property failed after/),
  },
  {
    kind: 'fuzz',
    sentence: 'Characters that nobody sees stay in what people say',
    file: 'cloudfunctions/core/schemas.ts',
    replaces: "value.normalize('NFC').replace(HIDDEN, '').trim()",
    by: "value.normalize('NFC').trim()",
    proof: fuzz('matter.withdraw', /Property failed after/),
  },
  {
    kind: 'fuzz',
    sentence: 'What does not fit the schema is carried out all the same',
    file: 'cloudfunctions/core/dispatch.ts',
    replaces: "    if (!value.success) refuse('INVALID_INPUT', fieldOf(value.issues));\n",
    by: '',
    proof: fuzz('course.order', /Property failed after/),
  },
  {
    kind: 'fuzz',
    sentence: 'Of several courses those before the one that is gone are ordered all the same',
    file: 'cloudfunctions/school/course/actions.ts',
    replaces:
      '      for (const one of await Promise.all(wanted.map((courseId) => repository.load(courseId)))) onMenu(one);\n',
    by: '',
    proof: fuzz('course.order', /Property failed after/),
  },
  {
    kind: 'limits',
    sentence: 'The calls of a person are not counted',
    file: 'cloudfunctions/core/limiter.ts',
    replaces: '  recent.push(now);\n',
    by: '',
    proof: limits('who calls too often', /AssertionError|ERR_ASSERTION/),
  },
  {
    kind: 'limits',
    sentence: 'A cloud under load is taken for a mistake of ours',
    file: 'cloudfunctions/core/database.ts',
    replaces: "  if (code.startsWith('EXCEED_') || code === '429') return 'busy';\n",
    by: '',
    proof: limits('at whichever call', /INTERNAL/),
  },
];
