import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portraitLook } from '../../../../miniprogram/packages/people/portrait/portrait.view';

const line = { name: '李**', role: '网格员', sample: false };

test('without a picture nothing is asked for: the page says that one comes to doors all the same', () => {
  const look = portraitLook({ line, picture: null, rings: false, hasPhone: false });
  assert.deepEqual([look.given, look.picture, look.word, look.rings], [false, '', '放一张照片', 'no']);
  assert.match(look.note, /照样上门/);
  assert.equal(look.ringNote, '先存个电话');
});

test('a picture that is still being checked is said to be seen by nobody yet', () => {
  const look = portraitLook({
    line,
    picture: { url: 'u', waiting: true, shown: false },
    rings: true,
    hasPhone: true,
  });
  assert.match(look.note, /过一会儿人家才看得到/);
  assert.deepEqual([look.given, look.rings, look.ringNote], [true, 'yes', '']);
});

test('a picture of which WeChat said nothing is said to be seen by nobody, and one that passed to be seen', () => {
  const note = (shown: boolean) =>
    portraitLook({ line, picture: { url: 'u', waiting: false, shown }, rings: false, hasPhone: true }).note;
  assert.match(note(false), /还看不到/);
  assert.match(note(true), /谁家就看得到这张/);
});
