import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestView, Withheld } from '../../../../miniprogram/contract/service';
import { taskLook } from '../../../../miniprogram/packages/grid/task/task.view';
import { NOW, request } from '../service/sample';

test('a recording that cannot be heard here is not passed over in silence: it waits, or the community says what is in it', () => {
  const audio = { url: null, seconds: 7, heard: false, withheld: null };
  const waiting = taskLook(request({ text: '', audio: { ...audio, waiting: true } }), NOW);
  assert.deepEqual([waiting.audio, waiting.unheard], [null, '有段录音在核对，过一会儿就能听']);
  const never = taskLook(request({ text: '', audio: { ...audio, waiting: false } }), NOW);
  assert.match(never.unheard, /问社区/);
  const heard = taskLook(request({ audio: { ...audio, url: 'https://…', waiting: false } }), NOW);
  assert.deepEqual([heard.audio?.seconds, heard.unheard], [7, '']);
  assert.equal(taskLook(request({ audio: null }), NOW).unheard, '');
});

test('of a receipt it is said who sees it, and never that the household does before the check has said yes', () => {
  const shopping = { list: ['大米'], ceiling: 100 };
  // As much of it as the note looks at.
  const work = { canReveal: true } as RequestView['work'];
  const note = (waiting: boolean, shown: boolean, withheld: Withheld | null = null) =>
    taskLook(request({ shopping, work, receipt: { url: 'u', waiting, shown, withheld } }), NOW).receipt
      ?.note ?? '';
  assert.match(note(true, false), /在核对/);
  assert.match(note(false, true), /人家和社区看得到/);
  assert.match(note(false, false), /人家看不到/);
  assert.match(note(false, false, 'unanswered'), /先只有您和社区看得到。社区看过再定/);
  assert.match(note(false, false, 'kept'), /社区看过了，先不给人家看/);
});
