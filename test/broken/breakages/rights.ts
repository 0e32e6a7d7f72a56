import { ACTIONS, type Breakage, type Proof } from '../breakage';

/** Who may do what, and what a reader gets to see. */

const matrix = (action: string, says: RegExp): Proof => ({
  file: ACTIONS,
  env: { PROOF_ONLY: action, PROOF_KIND: 'cells' },
  says,
});
const READ = 'cloudfunctions/service/request/read.ts';
const REVEAL = 'cloudfunctions/service/request/reveal-action.ts';
const CARDS = 'cloudfunctions/service/request/cards.ts';

export const rights: readonly Breakage[] = [
  {
    kind: 'cells',
    sentence: 'Every party member may open a household card',
    file: 'cloudfunctions/core/permissions.ts',
    replaces: "  member: ['wish.claim', 'request.work', 'visit.make'],",
    by: "  member: ['wish.claim', 'request.work', 'visit.make', 'household.open'],",
    proof: matrix('household.open', /household\.open, member: expected NOT_ALLOWED/),
  },
  {
    kind: 'cells',
    sentence: 'Whoever knows the number of a matter reads it, also when it does not concern them',
    file: READ,
    replaces:
      "  if (!concerned && !hasRid(request, context.rid))\n    refuse(agreedAlready(request, caller) ? 'AGREED_ALREADY' : 'NOT_FOUND');\n",
    by: '',
    proof: matrix('request.get', /request\.get, \w+: expected NOT_FOUND, got ok/),
  },
  {
    kind: 'cells',
    sentence: 'A permission of the action table is not asked for',
    file: 'cloudfunctions/core/dispatch.ts',
    replaces:
      "    if (entry.allow !== 'anyone' && entry.allow !== 'person' && !can(caller, entry.allow))\n      refuse('NOT_ALLOWED');\n",
    by: '',
    proof: matrix('role.find', /role\.find, \w+: expected NOT_ALLOWED/),
  },
  {
    kind: 'leaks',
    sentence: 'A card in a list carries the telephone number',
    file: CARDS,
    replaces: '    sentence: last?.says ?? words.waits,',
    by: '    sentence: request.beneficiary.phone ?? last?.says ?? words.waits,',
    proof: {
      file: 'test/functions/ask.test.ts',
      says: /the reply of request\.\w+ shows town\./,
    },
  },
  {
    kind: 'leaks',
    sentence: 'The door is opened to whoever asks for it',
    file: REVEAL,
    replaces:
      "    if (!actors.has('dispatcher') && !actors.has('helper')) refuse('NOT_FOUND');\n    if (!request.open || !(helper || actors.has('dispatcher'))) refuse('NOT_ALLOWED');\n",
    by: '',
    proof: matrix('request.reveal', /request\.reveal, \w+: expected NOT_FOUND, got ok/),
  },
  {
    kind: 'leaks',
    sentence: 'The log says who called',
    file: 'cloudfunctions/core/dispatch.ts',
    replaces: "      log('failed', { action: name, run:",
    by: "      log('failed', { action: name, who: openid, run:",
    proof: {
      file: 'test/functions/limits.test.ts',
      says: /a log line of api shows/,
    },
  },
];
