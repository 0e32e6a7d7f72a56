import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskLook } from '../../../../miniprogram/packages/grid/task/task.view';
import { NOW, request } from '../service/sample';

test('a recording that cannot be heard here is not passed over in silence: it waits, or the community says what is in it', () => {
  const audio = { url: null, seconds: 7, heard: false };
  const waiting = taskLook(request({ text: '', audio: { ...audio, waiting: true } }), NOW);
  assert.deepEqual([waiting.audio, waiting.unheard], [null, '有段录音在核对，过一会儿就能听']);
  const never = taskLook(request({ text: '', audio: { ...audio, waiting: false } }), NOW);
  assert.match(never.unheard, /问社区/);
  const heard = taskLook(request({ audio: { ...audio, url: 'https://…', waiting: false } }), NOW);
  assert.deepEqual([heard.audio?.seconds, heard.unheard], [7, '']);
  assert.equal(taskLook(request({ audio: null }), NOW).unheard, '');
});
